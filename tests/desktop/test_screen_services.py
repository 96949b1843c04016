"""Keeping the screen on over a private bus, with services that are strict about types."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("only Linux has a session bus", allow_module_level=True)

from buses import Service, nothing, number, plain_environment, running_bus

from hiptimer.desktop.awake import LONGEST_PAUSE_S, Awake, ScreenError
from hiptimer.desktop.screen import is_sandboxed, screen_keeper
from hiptimer.desktop.screen_services import ServiceHold
from hiptimer.model.moment import PlayState

SAVER = "org.freedesktop.ScreenSaver"
SAVER_ANSWERS = {
    (SAVER, "Inhibit", "ss"): number(4_000_000_000),
    (SAVER, "UnInhibit", "u"): nothing,
}
GNOME = "org.gnome.SessionManager"
POWER = "org.freedesktop.PowerManagement"
PORTAL = "org.freedesktop.portal.Desktop"
REQUEST = "/org/freedesktop/portal/desktop/request/1_5/t"
HOLDER = """
import os, sys
from hiptimer.desktop.screen_services import ServiceHold
hold = ServiceHold(os.environ, is_sandboxed=False)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def bus() -> Iterator[Mapping[str, str]]:
    with running_bus() as env:
        yield env


@pytest.fixture
def saver(bus: Mapping[str, str]) -> Iterator[Service]:
    service = Service(bus, SAVER, SAVER_ANSWERS)
    yield service
    service.close()


def test_a_workout_with_a_long_pause(bus: Mapping[str, str], saver: Service) -> None:
    now = [0.0]
    told: list[str] = []
    awake = Awake(screen_keeper(bus), told.append, lambda: now[0])
    awake.see(PlayState.RUNNING)
    assert saver.wait_for_calls(1) == ["Inhibit"]
    assert saver.calls[0][1] == ("hiptimer", "A workout is running.")
    awake.see(PlayState.PAUSED)
    now[0] = LONGEST_PAUSE_S - 1
    awake.see(PlayState.PAUSED)
    assert len(saver.calls) == 1
    now[0] = LONGEST_PAUSE_S + 1
    awake.see(PlayState.PAUSED)
    assert saver.wait_for_calls(2) == ["Inhibit", "UnInhibit"]
    assert saver.calls[1][1] == (4_000_000_000,)
    awake.see(PlayState.RUNNING)
    assert saver.wait_for_calls(3)[-1] == "Inhibit"
    awake.close()
    assert awake.wait(5)
    assert saver.wait_for_calls(4)[-1] == "UnInhibit"
    assert told == []


@pytest.mark.parametrize(
    ("name", "answers", "asked", "left"),
    [
        (
            GNOME,
            {(GNOME, "Inhibit", "susu"): number(7), (GNOME, "Uninhibit", "u"): nothing},
            ("Inhibit", ("hiptimer", 0, "A workout is running.", 8)),
            ("Uninhibit", (7,)),
        ),
        (
            POWER,
            {
                (f"{POWER}.Inhibit", "Inhibit", "ss"): number(7),
                (f"{POWER}.Inhibit", "UnInhibit", "u"): nothing,
            },
            ("Inhibit", ("hiptimer", "A workout is running.")),
            ("UnInhibit", (7,)),
        ),
        (
            PORTAL,
            {
                ("org.freedesktop.portal.Inhibit", "Inhibit", "sua{sv}"): lambda _m: (
                    "o",
                    (REQUEST,),
                ),
                ("org.freedesktop.portal.Request", "Close", ""): nothing,
            },
            ("Inhibit", ("", 8, {"reason": ("s", "A workout is running.")})),
            ("Close", ()),
        ),
    ],
)
def test_every_way_is_found_and_left(bus, name, answers, asked, left) -> None:
    service = Service(bus, name, answers)
    hold = ServiceHold(bus, is_sandboxed=False)
    assert hold.way == name
    hold.release()
    assert service.calls == [asked, left]
    service.close()


def test_in_a_sandbox_only_the_portal_is_spoken_to(bus: Mapping[str, str], saver: Service) -> None:
    with pytest.raises(ScreenError, match="may turn its screen off"):
        ServiceHold(bus, is_sandboxed=True)
    assert saver.calls == []


def test_a_service_that_refuses_leads_to_the_next(bus: Mapping[str, str]) -> None:
    refusing = Service(bus, SAVER, {})
    gnome = Service(
        bus, GNOME, {(GNOME, "Inhibit", "susu"): number(7), (GNOME, "Uninhibit", "u"): nothing}
    )
    hold = ServiceHold(bus, is_sandboxed=False)
    assert hold.way == GNOME
    hold.release()
    refusing.close()
    gnome.close()


@pytest.mark.parametrize("answer", [("", ()), ("s", ("x",)), ("i", (-3,)), ("uu", (3, 4))])
def test_an_answer_that_is_no_cookie_is_a_refusal(
    bus: Mapping[str, str], answer: tuple[str, tuple[object, ...]]
) -> None:
    odd = Service(bus, SAVER, {(SAVER, "Inhibit", "ss"): lambda _message: answer})
    told: list[str] = []
    awake = Awake(screen_keeper(bus), told.append)
    awake.see(PlayState.RUNNING)
    awake.close()
    assert awake.wait(5)
    assert told == ["This computer may turn its screen off: nothing here can keep it on."]
    odd.wait_for_gone()  # the connection is not kept
    odd.close()


def test_after_a_service_that_does_not_answer_the_next_is_asked(bus: Mapping[str, str]) -> None:
    slow = Service(bus, SAVER, SAVER_ANSWERS, delay_s=3)
    gnome = Service(
        bus,
        GNOME,
        {(GNOME, "Inhibit", "susu"): number(7), (GNOME, "Uninhibit", "u"): nothing},
        delay_s=0.1,
    )
    hold = ServiceHold(bus, is_sandboxed=False)
    assert hold.way == GNOME
    hold.release()
    slow.close()
    gnome.close()


def test_a_service_that_goes_meanwhile_keeps_nothing_here(bus: Mapping[str, str]) -> None:
    going = Service(bus, SAVER, SAVER_ANSWERS)
    hold = ServiceHold(bus, is_sandboxed=False)
    going.close()
    hold.release()
    assert hold._bus.sock.fileno() == -1


def test_a_service_that_does_not_answer_is_waited_for_two_seconds(bus: Mapping[str, str]) -> None:
    slow = Service(bus, SAVER, SAVER_ANSWERS, delay_s=3)
    began = time.monotonic()
    with pytest.raises(ScreenError):
        ServiceHold(bus, is_sandboxed=False)
    assert 1.9 < time.monotonic() - began < 2.9
    slow.close()


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"},
        {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
        {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost,port=1"},
        {"XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
def test_without_a_bus_it_is_said_in_words(environment: dict[str, str]) -> None:
    told: list[str] = []
    awake = Awake(screen_keeper(environment), told.append)
    awake.see(PlayState.RUNNING)
    awake.close()
    assert awake.wait(5)
    assert told == ["This computer may turn its screen off: nothing here can keep it on."]


def test_the_usual_place_of_the_bus_is_known(bus: Mapping[str, str], tmp_path: Path) -> None:
    path = bus["DBUS_SESSION_BUS_ADDRESS"].removeprefix("unix:path=").partition(",")[0]
    (tmp_path / "bus").symlink_to(path)
    saver = Service(bus, SAVER, SAVER_ANSWERS)
    ServiceHold({"XDG_RUNTIME_DIR": str(tmp_path)}, is_sandboxed=False).release()
    assert saver.wait_for_calls(2) == ["Inhibit", "UnInhibit"]
    saver.close()


def test_after_a_crash_the_connection_is_gone(bus: Mapping[str, str], saver: Service) -> None:
    """By which a service lets go of the screen."""
    run = subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        env={**plain_environment(), **bus},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert run.stdout is not None
    assert run.stdout.readline() == b"held\n"
    assert saver.gone == []
    run.send_signal(signal.SIGKILL)
    run.communicate()
    saver.wait_for_gone()


def test_a_sandbox_is_known(tmp_path: Path) -> None:
    assert not is_sandboxed({}, tmp_path)
    assert is_sandboxed({"SNAP": "/snap/hiptimer/1"}, tmp_path)
    (tmp_path / ".flatpak-info").touch()
    assert is_sandboxed({}, tmp_path)
