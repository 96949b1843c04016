"""The window: pages take values and emit wishes; they hold no rules."""
