"""The settings page: sections of rows, each choice applied at once."""
