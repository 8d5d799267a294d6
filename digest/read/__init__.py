"""Bytes of a source to a Document."""
