"""The figure on the screen: a moving view and small still pictures. Knows no rules of movement."""
