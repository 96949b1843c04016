"""The page of past sessions. Shows sessions it is given; knows no store."""
