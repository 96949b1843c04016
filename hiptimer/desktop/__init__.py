"""What differs between operating systems: clocks, locks, processes. Knows no page."""
