"""What the module dataclasses consists of, by subject. Its classes and functions show themselves as dataclasses'."""
