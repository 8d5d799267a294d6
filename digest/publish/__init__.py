"""Pages to the world: docs/, site/, the offline bundle."""
