"""The view a runner follows from two metres: shows moments, tells keys. Holds no rules."""
