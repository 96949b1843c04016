"""A time of the day as a person types it."""

import re
from datetime import time

CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})", re.IGNORECASE)


def read_clock(typed: str) -> time | None:
    """From "7:30", "07.30" or "7h30", by the clock of 24 hours; None for anything else."""
    found = CLOCK.fullmatch(typed.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None
