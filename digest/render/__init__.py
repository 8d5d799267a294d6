"""A Digest to Pages of Markdown."""
