"""The same workout without a window."""
