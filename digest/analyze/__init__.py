"""A Document to a Draft: what one text says."""
