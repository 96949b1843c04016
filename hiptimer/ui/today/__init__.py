"""The page that proposes a routine and starts it. Shows a plan it is given; knows no rules."""
