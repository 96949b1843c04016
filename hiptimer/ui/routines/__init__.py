"""The page that lists all routines. Shows cards it is given; knows no rules."""
