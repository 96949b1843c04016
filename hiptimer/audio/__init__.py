"""Turning cues into sound: tones, one buffer per segment, and the mixer that plays it."""
