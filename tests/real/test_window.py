"""The real window, on a screen with a window manager, driven by real keys and clicks."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from real.machine import Display, wait_until
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.model.event import Outcome
from hiptimer.model.session import Session, Status
from hiptimer.paths import paths_under

STILL_MS, STILL_TRIES = 700, 8
REP_MS = 12_000


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, home: Home) -> Iterator[Window]:
    window = window_for(qapp, home)
    window.show()
    qtbot.waitUntil(window.main.isActiveWindow, timeout=10_000)
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.main.isVisible())


class Hands:
    """Presses keys and buttons through the X server, as a person would."""

    def __init__(self, display: Display, window: Window, qtbot: QtBot) -> None:
        self._display = display
        self._window = window
        self._qtbot = qtbot

    def press(self, *keys: str) -> None:
        for key in keys:
            self._display.xdotool("key", key)
            self._qtbot.wait(50)  # the X server hands keys over in its own time

    def click(self, widget: QWidget) -> None:
        place = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
        self._display.xdotool("mousemove", str(place.x()), str(place.y()), "click", "1")

    def button(self, name: str, within: QWidget | None = None) -> QAbstractButton:
        """The visible button whose accessible name or text begins with `name`."""
        root = within or self._window.main

        def found() -> list[QAbstractButton]:
            buttons = root.findChildren(QAbstractButton)
            return [b for b in buttons if b.isVisible() and _name(b).startswith(name)]

        self._qtbot.waitUntil(lambda: bool(found()), timeout=5_000)
        return found()[0]


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()


@pytest.fixture
def hands(display: Display, window: Window, qtbot: QtBot) -> Hands:
    return Hands(display, window, qtbot)


def sessions(home: Home) -> list[Session]:
    """What another process would read from the disk."""
    run = subprocess.run(
        [sys.executable, "-m", "hiptimer", "--data-dir", str(home.paths.data), "history", "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    return msgspec.json.decode(run.stdout, type=list[Session])


def test_from_another_clamshell_to_the_record(
    window: Window, hands: Hands, home: Home, qtbot: QtBot
) -> None:
    hands.click(hands.button("10 × Clamshell"))
    hands.click(hands.button("Level 2, Clamshell, high"))
    hands.button("10 × Clamshell, high")
    hands.press("Return")
    page = window.stage.workout_page
    qtbot.waitUntil(page.isVisible, timeout=5_000)

    hands.press("Right")  # start now instead of walking to the mat
    qtbot.waitUntil(lambda: _reps(home) >= 1, timeout=REP_MS)
    before = page.grab().toImage()
    qtbot.waitUntil(lambda: page.grab().toImage() != before, timeout=2_000)

    hands.press("space")
    assert _stands_still(page, qtbot)
    reps = _reps(home)
    qtbot.wait(400)  # two presses within 300 ms count as one
    hands.press("space")
    qtbot.waitUntil(lambda: _reps(home) > reps, timeout=REP_MS)

    hands.press("Down")
    hands.press("Escape", "Escape")
    done = window.stage.done_page
    qtbot.waitUntil(done.isVisible, timeout=5_000)
    hands.click(hands.button("Glute bridge, both: more", done))
    hands.press("Return")
    qtbot.waitUntil(window.today_page.isVisible, timeout=5_000)

    (session,) = sessions(home)
    assert session.status is Status.STOPPED
    bridge, *rest = session.sets
    assert bridge.outcome is Outcome.PARTIAL
    assert bridge.reps is not None
    assert bridge.reps > reps
    assert bridge.corrected is not None
    assert bridge.corrected.reps == bridge.reps + 1
    assert [s.exercise.id for s in rest][1:3] == ["clam-high", "clam-high"]
    assert {s.outcome for s in rest} == {Outcome.SKIPPED}
    assert len(session.pauses) == 2


def _reps(home: Home) -> int:
    done = home.read_sessions()
    return done[0].total_reps if done else 0


def _stands_still(page: QWidget, qtbot: QtBot) -> bool:
    """Whether the page comes to show the same picture twice, `STILL_MS` apart.

    A key takes its time to arrive, and the minute of "done at" may turn in between.
    """
    for _ in range(STILL_TRIES):
        before = page.grab().toImage()
        qtbot.wait(STILL_MS)
        if page.grab().toImage() == before:
            return True
    return False


def test_closing_the_window_in_the_middle_keeps_what_was_done(
    display: Display, tmp_path: Path
) -> None:
    data = str(tmp_path / "data")
    command = [sys.executable, "-m", "hiptimer", "--data-dir", data]
    run = subprocess.Popen(
        [*command, "start", "two-minute-primer"], env={**display.env, "SDL_AUDIODRIVER": "none"}
    )
    _wait_for_window(display, run)
    display.xdotool("key", "Right")
    wait_until(lambda: '"reps": 0' in _history(command), "the first set to begin")
    display.xdotool("key", "alt+F4")
    assert run.wait(timeout=20) == 0
    (session,) = json.loads(_history(command))
    assert session["status"] == "stopped"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_program_and_keeps_what_was_done(
    display: Display, tmp_path: Path, number: int
) -> None:
    data = str(tmp_path / "data")
    command = [sys.executable, "-m", "hiptimer", "--data-dir", data]
    run = subprocess.Popen(
        [*command, "start", "two-minute-primer"], env={**display.env, "SDL_AUDIODRIVER": "none"}
    )
    _wait_for_window(display, run)
    wait_until(lambda: '"running"' in _history(command), "the workout to begin")
    run.send_signal(number)
    assert run.wait(timeout=20) == 0
    (session,) = json.loads(_history(command))
    assert session["status"] == "stopped"


def _history(command: list[str]) -> str:
    return subprocess.run(
        [*command, "history", "--json"], check=True, capture_output=True, text=True
    ).stdout


def _wait_for_window(display: Display, run: "subprocess.Popen[bytes]") -> None:
    display.xdotool(
        "search", "--sync", "--onlyvisible", "--pid", str(run.pid), "--name", "hiptimer"
    )
