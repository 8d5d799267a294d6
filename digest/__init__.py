"""Turn saved readings into a small public library that can be trusted."""
