"""Where to start: three questions, and the routine they lead to."""
