"""The workout as somebody on the floor, some metres away, can read it."""
