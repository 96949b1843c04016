"""The page for checking the sound from the mat."""
