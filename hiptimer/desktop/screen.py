"""The ways to keep the screen on: each system has another one.

wakepy knows most of them, but no portal, which is the only way out of a sandbox; it gives its own
name instead of ours where a desktop lists who keeps the screen on; and it is imported in 70 ms.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from hiptimer.desktop.awake import Hold, ScreenError
from hiptimer.model.language import tr

PATIENCE_S = 2.0
# SetThreadExecutionState: until further notice, the display, the system.
CONTINUOUS, DISPLAY, SYSTEM = 0x80000000, 0x2, 0x1


def screen_keeper(environment: Mapping[str, str]) -> Callable[[], Hold]:
    """What keeps this computer's screen on when it is called, or raises ScreenError."""

    def keep_on() -> Hold:
        if sys.platform == "win32":
            return WindowsHold()
        if sys.platform == "darwin":
            return MacHold()
        from hiptimer.desktop.screen_services import ServiceHold

        return ServiceHold(environment, is_sandboxed=is_sandboxed(environment))

    return keep_on


def is_sandboxed(environment: Mapping[str, str], root: Path = Path("/")) -> bool:
    """Whether the program runs in a Flatpak or Snap, where only the portal may be spoken to."""
    return (root / ".flatpak-info").exists() or "SNAP" in environment


def no_way() -> ScreenError:
    """In words for a person; the cause is for the log."""
    return ScreenError(tr("This computer may turn its screen off: nothing here can keep it on."))


class WindowsHold:
    """Belongs to the thread that made it, and ends with it. Not tried: written from the manual."""

    way = "SetThreadExecutionState"

    def __init__(self) -> None:
        if not _set_execution_state(CONTINUOUS | DISPLAY | SYSTEM):
            raise no_way()

    def release(self) -> None:
        _set_execution_state(CONTINUOUS)


def _set_execution_state(state: int) -> int:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    return int(kernel.SetThreadExecutionState(ctypes.c_uint(state)))


class MacHold:
    """The system's own program, which ends with ours. Not tried: written from the manual."""

    way = "caffeinate"

    def __init__(self) -> None:
        try:
            self._child = subprocess.Popen(["caffeinate", "-d", "-i", "-w", str(os.getpid())])
        except OSError as error:
            raise no_way() from error

    def release(self) -> None:
        self._child.terminate()
        try:
            self._child.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
