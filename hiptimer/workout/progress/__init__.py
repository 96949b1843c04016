"""When to offer more of an exercise, a harder one, or a step back. It offers, and never decides."""
