"""Leading a workout: laying a routine out in time and saying where we are. Knows no Qt, no sound."""
