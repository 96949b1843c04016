"""The form in which a person makes an exercise of their own. It holds no rules."""
