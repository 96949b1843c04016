"""Sound files: one module for what each format says about title and chapters."""
