"""The one Markdown that the project reads and writes."""
