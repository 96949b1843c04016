"""Leading a workout: a routine laid out in time, and where we are. Knows no Qt, no sound."""
