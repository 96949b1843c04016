"""The self-check: what is measured, and how it has gone so far."""
