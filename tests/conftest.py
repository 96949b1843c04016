"""Without a screen and without a sound, unless the caller has chosen otherwise.

Python collects garbage on whatever thread happens to ask for memory. The windows that one test
leaves behind would be destroyed by the sound thread of the next one while their timers still run,
and Qt then calls what is no longer there. So it is collected between tests, on the main thread,
and when no test holds them any more.
"""

import gc
import os
import sys
from collections.abc import Iterator

import hypothesis
import pytest

# Before Qt and SDL are loaded: both look at this once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
# The tests read English, whatever the language of who runs them.
os.environ["LC_ALL"] = "C.UTF-8"

MANY_OBJECTS = 20_000
# What a test has made is young; the rest of the heap is large, and looked through now and then.
YOUNG, OLDEST = 1, 2
MANY_TIMES = 100

# A test says what takes too long by waiting for something, not by how busy the computer is.
hypothesis.settings.register_profile("any computer", deadline=None)
hypothesis.settings.load_profile("any computer")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    # Whatever the test before has left: the program switches it on again at its end.
    gc.disable()
    result = yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    has_windows = widgets is not None and bool(widgets.QApplication.topLevelWidgets())
    if has_windows:
        _destroy_windows()
    young, _, times = gc.get_count()
    if has_windows or young > MANY_OBJECTS:
        gc.collect(YOUNG if times < MANY_TIMES else OLDEST)
    return result


def _destroy_windows() -> None:
    """Those left would be dressed anew with every test that puts on a theme.

    What Qt was asked to delete later waits for an event loop, and not every test runs one.
    """
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
