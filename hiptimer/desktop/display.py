"""Whether a window can be shown here, found out before Qt, which ends the program if not."""

import socket
import sys
from collections.abc import Mapping
from pathlib import Path

PATIENCE_S = 2.0
FIRST_X_PORT = 6000


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether there is a display to open a window on."""
    if environment.get("QT_QPA_PLATFORM"):
        return True
    if platform in ("win32", "darwin"):
        return True
    return _has_wayland(environment) or _has_x(environment.get("DISPLAY", ""))


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    # An absolute name stands for itself.
    return (Path(environment.get("XDG_RUNTIME_DIR", "/")) / name).is_socket()


def _has_x(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        return _answers(socket.AF_UNIX, f"/tmp/.X11-unix/X{number}") or _answers(
            socket.AF_UNIX, f"\0/tmp/.X11-unix/X{number}"
        )
    return _answers(socket.AF_INET, (host, FIRST_X_PORT + int(number)))


def _answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(PATIENCE_S)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True
