"""The Exercises page: families as ladders, and all about one exercise. It holds no rules."""
