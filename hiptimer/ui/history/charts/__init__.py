"""Charts of past sessions: what they say (plain values), how they are drawn, and their card."""
