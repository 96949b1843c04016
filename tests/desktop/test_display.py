"""Whether there is a display, found out before Qt is asked."""

import os
import socket
import sys
from pathlib import Path

import pytest

from hiptimer.desktop.display import has_display


def test_without_any_sign_there_is_none() -> None:
    assert not has_display({}, "linux")


@pytest.mark.parametrize("name", [":4711", "nonsense", ":", ":x", "127.0.0.1:4711"])
def test_a_name_that_nobody_answers_is_none(name: str) -> None:
    assert not has_display({"DISPLAY": name}, "linux")


def test_a_chosen_platform_of_qt_needs_none() -> None:
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_there_always_is_one(platform: str) -> None:
    assert has_display({}, platform)


def test_a_wayland_socket_is_one(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_display(environment, "linux")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-0"))
        assert has_display(environment, "linux")


@pytest.mark.skipif(sys.platform != "linux", reason="abstract sockets are Linux's own")
def test_an_x_server_on_this_machine_is_one() -> None:
    number = 40_000 + os.getpid() % 20_000
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0/tmp/.X11-unix/X{number}")
        listening.listen()
        assert has_display({"DISPLAY": f":{number}.0"}, "linux")


def test_an_x_server_over_the_network_is_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        try:
            socket.create_connection(listening.getsockname(), timeout=2).close()
        except OSError as error:
            pytest.skip(f"this machine does not reach itself: {error}")
        number = listening.getsockname()[1] - 6000
        assert has_display({"DISPLAY": f"127.0.0.1:{number}.0"}, "linux")
