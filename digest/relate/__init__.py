"""Drafts to a Digest: what the collection says."""
