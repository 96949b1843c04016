"""Starting the program again, with a real window on a screen with a window manager."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from real.machine import Display
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.other_starts import OtherStarts
from hiptimer.desktop.one_window import OneWindow, claim
from hiptimer.desktop.wishes import Raise
from hiptimer.model.session import Status
from hiptimer.paths import paths_under
from hiptimer.ui.history.agree_dialog import AgreeDialog

ROUTINE = "two-minute-primer"
OWN = """
id = "before-hills"
name = "Before hills"
when = "before a hilly run"

[[steps]]
exercise = "bridge-basic"
"""


class First:
    """A window that hears other starts, in this process."""

    def __init__(self, app: QApplication, folder: Path, display: Display, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self._display = display
        self._folder = folder
        self.home = Home(paths_under(folder))
        place = claim(self.home.paths.state, Raise())
        assert isinstance(place, OneWindow)
        self.place = place
        self.window = window_for(app, self.home)
        self._others = OtherStarts(self.home, self.window)
        self.window.closing.connect(self.place.rest)
        self.window.show()
        self.place.hear(self._others.tell)
        qtbot.waitUntil(self.window.main.isActiveWindow, timeout=10_000)

    def again(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Start the program once more, and go on showing this window meanwhile."""
        run = subprocess.Popen(
            [sys.executable, "-m", "hiptimer", "--data-dir", str(self._folder), *arguments],
            env={**self._display.env, "LANG": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.qtbot.waitUntil(lambda: run.poll() is not None, timeout=20_000)
        out, err = run.communicate()
        return subprocess.CompletedProcess(run.args, run.returncode, out, err)

    def close(self) -> None:
        self.window.close()
        self.place.close()
        self.qtbot.waitUntil(lambda: not self.window.main.isVisible())

    def active_name(self) -> str:
        return self._display.xdotool("getactivewindow", "getwindowpid")


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path, display: Display, qtbot: QtBot) -> Iterator[First]:
    first = First(qapp, tmp_path / "data", display, qtbot)
    yield first
    first.close()


@pytest.fixture
def other_window(display: Display) -> Iterator[str]:
    """Another program's window, in front; its number."""
    code = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([]); label = QLabel('other'); label.resize(900, 700)\n"
        "label.setWindowTitle('another program'); label.show(); app.exec()"
    )
    run = subprocess.Popen([sys.executable, "-c", code], env=display.env)
    number = display.xdotool("search", "--sync", "--onlyvisible", "--pid", str(run.pid))
    yield number.splitlines()[0]
    run.terminate()
    run.wait(timeout=10)


def test_starting_again_brings_the_window_to_the_front(
    first: First, other_window: str, display: Display
) -> None:
    main = first.window.main
    display.xdotool("windowactivate", "--sync", other_window)
    first.qtbot.waitUntil(lambda: not main.isActiveWindow(), timeout=5_000)
    began = time.monotonic()
    done = first.again()
    assert done.returncode == 0, done.stderr
    assert "open already" in done.stdout
    first.qtbot.waitUntil(main.isActiveWindow, timeout=5_000)
    assert time.monotonic() - began < 5

    done = first.again("open")  # as a menu of programs starts it
    assert (done.returncode, "open already" in done.stdout) == (0, True)
    assert QApplication.activeModalWidget() is None

    main.showMinimized()
    first.qtbot.waitUntil(lambda: not main.isActiveWindow(), timeout=5_000)
    assert first.again().returncode == 0
    first.qtbot.waitUntil(main.isActiveWindow, timeout=5_000)
    assert not main.isMinimized()


def test_a_routine_is_started_in_the_open_window(first: First) -> None:
    done = first.again("start", ROUTINE, "--minutes", "1", "--speed", "50")
    assert done.returncode == 0, done.stderr
    assert "Two-minute primer in" in done.stdout
    page = first.window.stage.workout_page
    first.qtbot.waitUntil(page.isVisible, timeout=5_000)
    first.qtbot.waitUntil(first.window.stage.done_page.isVisible, timeout=20_000)
    (session,) = first.home.read_sessions()
    assert (session.routine.id, session.status, session.speed) == (ROUTINE, Status.COMPLETE, 50)

    # From what is said at the end straight into the next one, at the usual speed.
    assert first.again("start", ROUTINE).returncode == 0
    first.qtbot.waitUntil(page.isVisible, timeout=5_000)
    first.window.stage.close()
    newest, *_older = first.home.read_sessions()
    assert (newest.speed, newest.status) == (1.0, Status.STOPPED)


def test_a_running_workout_goes_on(first: First, tmp_path: Path) -> None:
    assert first.again("start", ROUTINE).returncode == 0
    stage = first.window.stage
    first.qtbot.waitUntil(stage.workout_page.isVisible, timeout=5_000)
    done = first.again("start", "pre-run-activation")
    words = "A workout is running, so Pre-run activation was not started."
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{words}\n")
    assert stage.is_leading
    strip = stage.workout_page._parts.strip
    assert (strip.text(), strip.isVisible()) == (words, True)

    file = tmp_path / "a.toml"
    file.write_text(OWN)
    assert first.again("open", str(file)).returncode == 1
    assert "Open files when it is over" in strip.text()
    stage.workout_page.wishes.more_wished.emit()
    first.qtbot.waitUntil(lambda: "A workout" not in strip.text())
    (session,) = first.home.read_sessions()
    assert session.routine.id == ROUTINE


def test_a_file_is_shown_before_it_is_kept(first: First, tmp_path: Path) -> None:
    (tmp_path / "here ü").mkdir()
    file = tmp_path / "here ü" / "before-hills.toml"
    file.write_text(OWN)
    assert first.again("open", os.path.relpath(file)).returncode == 0
    dialog = _dialog(first)
    assert "Before hills" in _words_of(dialog)
    refused = first.again("start", ROUTINE)
    assert (refused.returncode, "asking" in refused.stderr) == (1, True)
    dialog.yes.click()
    first.qtbot.waitUntil(lambda: "before-hills" in first.home.catalogue.routines)
    assert first.again("start", "before-hills").returncode == 0
    first.qtbot.waitUntil(first.window.stage.workout_page.isVisible, timeout=5_000)


def test_what_is_unsaved_is_asked_about_first(first: First) -> None:
    rooms = first.window.rooms
    rooms.edit_routine()
    editor = rooms._editor
    assert editor is not None
    first.qtbot.waitUntil(editor.page.isVisible, timeout=5_000)
    editor.page.add_steps(first.home.catalogue.routines[ROUTINE].steps[:1])
    done = first.again("start", ROUTINE)
    assert done.returncode == 0
    assert "not saved" in done.stdout
    assert not first.window.is_leading()
    assert editor.page.isVisible()
    editor.page.discard_wished.emit()
    first.qtbot.waitUntil(first.window.stage.workout_page.isVisible, timeout=5_000)
    assert not editor.is_open
    first.window.stage.close()


def test_who_stays_with_the_unsaved_and_then_closes_starts_nothing(first: First) -> None:
    rooms = first.window.rooms
    rooms.edit_routine()
    editor = rooms._editor
    assert editor is not None
    editor.page.add_steps(first.home.catalogue.routines[ROUTINE].steps[:1])
    assert first.again("start", ROUTINE).returncode == 0
    editor.page.stay_wished.emit()
    first.window.main.close()
    editor.page.discard_wished.emit()
    first.qtbot.waitUntil(lambda: not first.window.main.isVisible(), timeout=10_000)
    assert first.home.read_sessions() == []


def test_an_editor_without_anything_unsaved_is_left(first: First) -> None:
    first.window.rooms.edit_routine(ROUTINE)
    assert first.again("start", ROUTINE).returncode == 0
    first.qtbot.waitUntil(first.window.stage.workout_page.isVisible, timeout=5_000)


def test_a_window_that_hangs_is_told_of(first: First, display: Display) -> None:
    run = subprocess.Popen(
        [*_command(first.home.paths.data), "start", ROUTINE],
        env={**display.env, "LANG": "C.UTF-8"},
        stderr=subprocess.PIPE,
        text=True,
    )
    # Nothing else happens in this process meanwhile.
    dialog = _dialog_of(display, run, "does not answer")
    display.xdotool("windowactivate", "--sync", dialog, "key", "Escape")
    _out, err = run.communicate(timeout=20)
    assert run.returncode == 1
    assert "does not answer" in err
    first.qtbot.wait(300)
    assert not first.window.is_leading()


def test_once_a_window_goes_on_trying_again_helps(display: Display, tmp_path: Path) -> None:
    env = {**display.env, "SDL_AUDIODRIVER": "none", "LANG": "C.UTF-8"}
    command = _command(tmp_path / "data")
    hanging = subprocess.Popen(command, env=env)
    _wait_for_window(display, hanging)
    hanging.send_signal(signal.SIGSTOP)
    again = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=-1, text=True)
    dialog = _dialog_of(display, again, "does not answer")
    hanging.send_signal(signal.SIGCONT)
    display.xdotool("windowactivate", "--sync", dialog, "key", "Return")
    out, _err = again.communicate(timeout=20)
    assert (again.returncode, "open already" in out) == (0, True)
    hanging.send_signal(signal.SIGTERM)
    assert hanging.wait(timeout=20) == 0


def test_while_the_data_are_looked_for_a_start_is_told_so(display: Display, tmp_path: Path) -> None:
    env = {**display.env, "SDL_AUDIODRIVER": "none", "LANG": "C.UTF-8"}
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        env[f"XDG_{kind}_HOME"] = str(tmp_path / kind)
    chosen = tmp_path / "CONFIG" / "hiptimer" / "settings.json"
    chosen.parent.mkdir(parents=True)
    chosen.write_text(json.dumps({"data_folder": str(tmp_path / "gone")}))
    asking = subprocess.Popen([sys.executable, "-m", "hiptimer"], env=env)
    _dialog_of(display, asking, "Your data folder")
    began = time.monotonic()
    again = subprocess.run(
        [sys.executable, "-m", "hiptimer"],
        env=env,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert time.monotonic() - began < 5
    assert (again.returncode, "asking something" in again.stdout) == (0, True)
    asking.terminate()
    asking.wait(timeout=20)


def _dialog_of(
    display: Display, run: "subprocess.Popen[str] | subprocess.Popen[bytes]", name: str
) -> str:
    pid = str(run.pid)
    found = display.xdotool(
        "search", "--sync", "--onlyvisible", "--all", "--pid", pid, "--name", name
    )
    return found.splitlines()[0]


def _command(data: Path) -> list[str]:
    return [sys.executable, "-m", "hiptimer", "--data-dir", str(data)]


def _dialog(first: First) -> AgreeDialog:
    first.qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), AgreeDialog), timeout=5_000
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AgreeDialog)
    return dialog


def _words_of(dialog: AgreeDialog) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_after_a_window_that_was_ended_the_next_start_opens_one(
    display: Display, tmp_path: Path, how: signal.Signals
) -> None:
    env = {**display.env, "SDL_AUDIODRIVER": "none"}
    command = _command(tmp_path / "data")
    run = subprocess.Popen(command, env=env)
    _wait_for_window(display, run)
    run.send_signal(how)
    run.wait(timeout=20)
    again = subprocess.Popen([*command, "start", ROUTINE], env=env)
    _wait_for_window(display, again)
    again.send_signal(signal.SIGTERM)
    assert again.wait(timeout=20) == 0


def test_two_starts_at_once_open_one_window(display: Display, tmp_path: Path) -> None:
    env = {**display.env, "SDL_AUDIODRIVER": "none", "LANG": "C.UTF-8"}
    command = _command(tmp_path / "data")
    runs = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    end = time.monotonic() + 20
    while sum(run.poll() is None for run in runs) > 1:
        assert time.monotonic() < end, "more than one of three stay"
        time.sleep(0.05)
    (stays,) = [run for run in runs if run.poll() is None]
    assert [run.returncode for run in runs if run is not stays] == [0, 0]
    _wait_for_window(display, stays)
    stays.send_signal(signal.SIGTERM)
    assert stays.wait(timeout=20) == 0
    for run in runs:
        run.communicate()


def test_a_file_opens_the_window_when_none_is_open(display: Display, tmp_path: Path) -> None:
    file = tmp_path / "before-hills.toml"
    file.write_text(OWN)
    env = {**display.env, "SDL_AUDIODRIVER": "none", "LANG": "C.UTF-8"}
    run = subprocess.Popen([*_command(tmp_path / "data"), "open", str(file)], env=env)
    asks = ("--all", "--onlyvisible", "--pid", str(run.pid), "--name", "Take")
    display.xdotool("search", "--sync", *asks)
    run.send_signal(signal.SIGTERM)
    assert run.wait(timeout=20) == 0


def test_a_window_may_be_ended_as_soon_as_it_is_seen(display: Display, tmp_path: Path) -> None:
    run = subprocess.Popen(_command(tmp_path / "data"), env=display.env)
    asks = ("--all", "--onlyvisible", "--pid", str(run.pid), "--name", "hiptimer")
    display.xdotool("search", "--sync", *asks)
    run.send_signal(signal.SIGTERM)
    assert run.wait(timeout=20) == 0


def _wait_for_window(
    display: Display, run: "subprocess.Popen[bytes] | subprocess.Popen[str]"
) -> None:
    display.xdotool(
        "search", "--sync", "--onlyvisible", "--pid", str(run.pid), "--name", "hiptimer"
    )
