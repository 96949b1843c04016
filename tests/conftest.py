"""Without a screen and without a sound, unless the caller has chosen otherwise.

Python collects garbage on whatever thread happens to ask for memory. The windows that one test
leaves behind would be destroyed by the sound thread of the next one while their timers still run,
and Qt then calls what is no longer there. So it is collected between tests, on the main thread.
"""

import gc
import os
import sys
from collections.abc import Iterator

import pytest

# Before Qt and SDL are loaded: both look at this once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
# The tests read English, whatever the language of who runs them.
os.environ["LC_ALL"] = "C.UTF-8"

MANY_OBJECTS = 10_000
MANY_WINDOWS = 4

gc.disable()


@pytest.fixture(autouse=True)
def _collected_between_tests() -> Iterator[None]:
    yield
    if gc.get_count()[0] > MANY_OBJECTS or _windows_left() > MANY_WINDOWS:
        gc.collect()


def _windows_left() -> int:
    """Each of them is dressed anew with every test that puts on a theme."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return 0 if widgets is None else len(widgets.QApplication.topLevelWidgets())
