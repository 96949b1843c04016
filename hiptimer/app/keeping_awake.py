"""Keeping the screen on during a workout, unless the person does not want it."""

import os
from collections.abc import Callable

from hiptimer.app.home import Home
from hiptimer.desktop.awake import Awake
from hiptimer.desktop.screen import screen_keeper


def keeping_awake(home: Home, on_trouble: Callable[[str], None]) -> Awake | None:
    """For one workout; `on_trouble` is told on another thread why the screen may go off."""
    if not home.settings.keep_awake:
        return None
    return Awake(screen_keeper(os.environ), on_trouble)
