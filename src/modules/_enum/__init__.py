"""What the module enum consists of, by subject. Its classes and functions show themselves as enum's."""
