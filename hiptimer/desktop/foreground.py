"""How a window of another process may come to the front: each desktop wants another proof of it."""

import sys
from collections.abc import Mapping


def activation_of(environment: Mapping[str, str]) -> str:
    """What a Wayland desktop gave this process to bring a window to the front; "" for nothing."""
    return environment.get("XDG_ACTIVATION_TOKEN", "")


def let_come_to_front(pid: int) -> None:
    """Windows: pass the right of the process that was just started on to another one."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
