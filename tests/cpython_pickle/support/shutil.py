"""A module of this name, imported for the tests that need threads."""
