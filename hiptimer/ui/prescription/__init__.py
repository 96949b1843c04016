"""A physio's lines being typed, and what is understood of them. Reads nothing from the disk."""
