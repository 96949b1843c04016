"""Media keys as a desktop passes them on, and the screen kept on, with a real window and bus."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest
from buses import Service, nothing, number, running_bus
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.model.moment import PlayState
from hiptimer.paths import paths_under

SAVER = "org.freedesktop.ScreenSaver"
ROUTINE = "pre-run-activation"
AT_ONCE_S = 0.1


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mapping[str, str]]:
    """A session bus, which a window that is made here finds."""
    with running_bus() as env:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        yield env


@pytest.fixture
def saver(bus: Mapping[str, str]) -> Iterator[Service]:
    answers = {(SAVER, "Inhibit", "ss"): number(3), (SAVER, "UnInhibit", "u"): nothing}
    service = Service(bus, SAVER, answers)
    yield service
    service.close()


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, bus: Mapping[str, str], tmp_path: Path
) -> Iterator[Window]:
    window = window_for(qapp, Home(paths_under(tmp_path / "data")))
    window.show()
    qtbot.waitUntil(window.main.isActiveWindow, timeout=10_000)
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.main.isVisible())


class Earphones:
    """Somebody with earphones, far from the screen: what `playerctl` says and does."""

    def __init__(self, bus: Mapping[str, str], window: Window, qtbot: QtBot) -> None:
        self._env = {**os.environ, **bus}
        self._window = window
        self._qtbot = qtbot

    def __call__(self, *arguments: str) -> str:
        run = subprocess.Popen(
            ["playerctl", *arguments],
            env=self._env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._qtbot.waitUntil(lambda: run.poll() is not None, timeout=5_000)
        return run.communicate()[0].strip()

    def start(self) -> None:
        self._window.start(self._window._home.catalogue.routines[ROUTINE])
        self._qtbot.waitUntil(lambda: self("-l") == "hiptimer", timeout=5_000)

    @property
    def state(self) -> PlayState:
        show = self._window.stage._performance
        assert show is not None
        return show.state

    def wait_for(self, state: PlayState, limit_s: float = 5.0) -> None:
        self._qtbot.waitUntil(lambda: self.state is state, timeout=round(limit_s * 1000))


@pytest.fixture
def earphones(bus: Mapping[str, str], window: Window, qtbot: QtBot) -> Earphones:
    return Earphones(bus, window, qtbot)


def test_what_plays_is_told_while_a_workout_runs_and_no_longer(earphones: Earphones) -> None:
    assert earphones("-l") == "No players found"
    earphones.start()
    assert earphones("status") == "Playing"
    told = earphones("metadata", "--format", "{{title}}|{{album}}|{{artist}}|{{lc(status)}}")
    title = "Get ready · Glute bridge"
    assert told == f"{title}|Pre-run activation|Pre-run activation|playing"
    length = earphones("metadata", "--format", "{{duration(mpris:length)}}")
    minutes = earphones._window.stage._performance.timeline.seconds // 60
    assert length.startswith(f"{minutes:.0f}:")
    before = float(earphones("position"))
    earphones._qtbot.wait(600)
    assert 0.5 < float(earphones("position")) - before < 3
    earphones._window.stage._leading.stop()
    earphones._qtbot.waitUntil(lambda: earphones("-l") == "No players found", timeout=5_000)


def test_pause_next_and_back_without_the_window(earphones: Earphones) -> None:
    earphones.start()
    earphones("pause")
    earphones.wait_for(PlayState.PAUSED)
    assert earphones("status") == "Paused"
    stands = earphones("position")
    earphones("pause")  # once more means the same
    assert earphones.state is PlayState.PAUSED
    assert earphones("position") == stands
    earphones("play")
    earphones.wait_for(PlayState.RUNNING)
    earphones("next")
    work = "Glute bridge"
    earphones._qtbot.waitUntil(lambda: earphones("metadata", "title") == work, timeout=5_000)
    earphones("previous")
    earphones._qtbot.waitUntil(
        lambda: earphones("metadata", "title") == f"Get ready · {work}", timeout=5_000
    )
    earphones("stop")  # ends nothing
    earphones.wait_for(PlayState.PAUSED)
    earphones("volume", "0.3")
    earphones._qtbot.waitUntil(
        lambda: earphones._window._home.settings.volume == 0.3, timeout=5_000
    )
    assert float(earphones("volume")) == pytest.approx(0.3)


def test_a_call_pauses_at_once(earphones: Earphones, bus: Mapping[str, str]) -> None:
    """Measured from the call on the bus, as a headset's button makes it."""
    from jeepney import DBusAddress, new_method_call

    from hiptimer.desktop.bus import Bus
    from hiptimer.desktop.player import NAME, PATH, PLAYER

    earphones.start()
    caller = Bus(bus, 2.0)
    took = []
    for state in (PlayState.PAUSED, PlayState.RUNNING) * 3:
        earphones._qtbot.wait(350)  # two presses within 300 ms count as one
        began = time.monotonic()
        caller.send(new_method_call(DBusAddress(PATH, NAME, PLAYER), "PlayPause"))
        while earphones.state is not state and time.monotonic() - began < 2:
            QApplication.processEvents()
        took.append(time.monotonic() - began)
    caller.close()
    print(f"play-pause took effect after {', '.join(f'{s * 1000:.1f}' for s in took)} ms")
    assert max(took) < AT_ONCE_S


def test_at_my_pace_the_button_is_the_next_rep(earphones: Earphones, window: Window) -> None:
    earphones.start()
    window.stage.workout_page.wishes.my_pace_wished.emit()
    earphones("next")
    show = window.stage._performance
    assert show is not None
    earphones._qtbot.waitUntil(lambda: show.moment().rep == 1, timeout=5_000)
    earphones._qtbot.wait(400)
    earphones("play-pause")
    earphones._qtbot.waitUntil(lambda: show.moment().rep == 2, timeout=5_000)
    assert earphones.state is PlayState.RUNNING


def test_the_screen_is_kept_on_until_the_end(
    saver: Service, earphones: Earphones, window: Window, qtbot: QtBot
) -> None:
    earphones.start()
    assert saver.wait_for_calls(1) == ["Inhibit"]
    assert saver.calls[0][1] == ("hiptimer", "A workout is running.")
    assert not window.stage.workout_page._parts.strip.isVisible()
    window.stage._leading.stop()
    assert saver.wait_for_calls(2) == ["Inhibit", "UnInhibit"]


def test_where_it_cannot_be_kept_on_it_is_said_until_the_work_begins(
    earphones: Earphones, window: Window, qtbot: QtBot
) -> None:
    earphones.start()
    strip = window.stage.workout_page._parts.strip
    words = "This computer may turn its screen off: nothing here can keep it on."
    qtbot.waitUntil(lambda: strip.text() == words and strip.isVisible(), timeout=5_000)
    window.stage.workout_page.wishes.skip_wished.emit()
    qtbot.waitUntil(lambda: not strip.isVisible(), timeout=5_000)


def test_who_does_not_want_it_kept_on_is_obeyed(
    saver: Service, earphones: Earphones, window: Window, qtbot: QtBot
) -> None:
    window._home.settings = msgspec.structs.replace(window._home.settings, keep_awake=False)
    earphones.start()
    qtbot.wait(300)
    assert saver.calls == []
    assert not window.stage.workout_page._parts.strip.isVisible()
