"""A workout in the program's own window, looked at sixty times a second; run by `sound.py`.

Run with a folder, a kind of workout, "stalls" or "calm", and "program" or "control" (see
`sound_control.py`). It writes down what the mixer was asked to
play and when, and in the end, when nobody measures any more, what that should sound like.
"""

import json
import math
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from sound_control import CueTimers
from windows import window_for

from hiptimer.app import leading, sound, stage
from hiptimer.app.home import Home, Past
from hiptimer.app.running import make_app
from hiptimer.app.window import Window
from hiptimer.audio.keep_alive import LEVELS_DB, LOOP_S, keep_alive
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.soundtrack import render
from hiptimer.model.cue import Cue, Phrase
from hiptimer.model.exercise import Exercise
from hiptimer.model.phrases import VoiceLevel
from hiptimer.model.routine import Routine, Step
from hiptimer.paths import paths_under
from hiptimer.ui.figure.figure_view import FigureView

LOOK_MS = 16
WHOLE_S = 600.0
SHORT_GAP_S = 2.0
SHORT_SETS, TRIAL_SETS = 18, 2
QUICK_S = 1.0
STALL_EVERY_MS, STALL_S = 5_000, 0.5
LAST_TONE_S = 4.0


@dataclass(slots=True)
class Asked:
    """One call of the mixer."""

    cues: Sequence[Cue]
    seconds: float
    offset: float
    due: float


class NotingMixer(Mixer):
    """The program's mixer, which also remembers what it was asked to play."""

    made: list["NotingMixer"] = []  # noqa: RUF012

    def __init__(self, bank, **rest) -> None:
        super().__init__(bank, **rest)
        self.bank = bank
        self.asked: list[Asked] = []
        self.made.append(self)

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        self.asked.append(Asked(tuple(cues), seconds, offset, due))
        super().play(cues, seconds, offset=offset, due=due)


class ControlMixer(NotingMixer):
    """In place of it a timer for each cue."""

    def __init__(self, bank, **rest) -> None:
        # It is given nothing to play itself, and would take that for a long pause.
        super().__init__(bank, **rest, rest_s=math.inf)
        self._timers = CueTimers(bank)

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        self.asked.append(Asked(tuple(cues), seconds, offset, due))
        self._timers.play(cues, offset, due - time.monotonic())

    def stop_all(self) -> None:
        self._timers.stop()
        super().stop_all()

    def close(self, timeout_s: float) -> None:
        # One that is late would play on a device that is being closed, which ends the process.
        self._timers.stop()
        super().close(timeout_s)


class PaintingLeading(leading.Leading):
    """The program's way to lead, but it paints the figure at every look, also when it is still."""

    def _look(self) -> None:
        super()._look()
        figure = self._page.findChild(FigureView)
        if figure is not None:
            figure.update()


class Frames(QObject):
    """Counts how often a window was painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.UpdateRequest
        return False


class Stalls(QObject):
    """Keeps the interface's thread busy for half a second, now asleep, now computing."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._stall)
        self._timer.start(STALL_EVERY_MS)

    def _stall(self) -> None:
        self.count += 1
        end = time.monotonic() + STALL_S
        if self.count % 2:
            time.sleep(STALL_S)
        while time.monotonic() < end:
            sum(range(1000))


class Watch(QObject):
    """Closes the window some seconds after the workout has ended."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._frames = Frames(window.main)
        self._began = time.monotonic()
        self.frames_per_s = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(500)

    def _look(self) -> None:
        if not self._window.stage.is_leading:
            self._timer.stop()
            self.frames_per_s = self._frames.count / (time.monotonic() - self._began)
            QTimer.singleShot(round(LAST_TONE_S * 1000), self._window.close)


def main(folder: Path, kind: str, stalls: str, how: str) -> None:
    leading.LOOK_MS = LOOK_MS
    stage.Leading = PaintingLeading
    sound.Mixer = ControlMixer if how == "control" else NotingMixer
    home = Home(paths_under(folder / "home"))
    routine = _routine(home, kind)
    app = make_app()
    window = window_for(app, home)
    window.show()
    window.start(routine)
    watch = Watch(window)
    stalling = Stalls() if stalls == "stalls" else None
    code = app.exec()
    told = {
        "routine": routine.name,
        "seconds": home.lay_out(routine, Past()).seconds,
        "frames_per_s": watch.frames_per_s,
        "stalls": stalling.count if stalling else 0,
    }
    _write(folder, NotingMixer.made[-1], told)
    sys.exit(code)


def _routine(home: Home, kind: str) -> Routine:
    """A shipped routine, the shortest of at least ten minutes ("whole") or of all ("brief"), or
    one of very short segments.
    """
    if kind in ("whole", "brief"):
        least_s = WHOLE_S if kind == "whole" else 0.0
        lengths = {
            routine.id: home.lay_out(routine, Past()).seconds
            for routine in home.catalogue.routines.values()
        }
        chosen = min((id for id, seconds in lengths.items() if seconds >= least_s), key=lengths.get)
        return home.catalogue.routines[chosen]
    _make_gaps_short(home)
    sets = SHORT_SETS if kind == "short" else TRIAL_SETS
    names = ("bridge-basic", "clam-basic")
    return Routine(
        id="short",
        name="Short sets",
        when="",
        steps=tuple(_short_step(home.catalogue.exercises[name], sets) for name in names),
    )


def _make_gaps_short(home: Home) -> None:
    fields = [name for name in home.settings.__struct_fields__ if name.endswith("_gap_s")]
    gaps = dict.fromkeys(fields, SHORT_GAP_S)
    home.settings = msgspec.structs.replace(home.settings, voice=VoiceLevel.TONES, **gaps)


def _short_step(exercise: Exercise, sets: int) -> Step:
    """Sets of one quick rep."""
    tempo_s = tuple(min(phase.seconds, QUICK_S) for phase in exercise.phases)
    return Step(exercise.id, sets=sets, reps=1, tempo_s=tempo_s, rest_s=0.0)


def _write(folder: Path, mixer: NotingMixer, told: dict) -> None:
    """What was asked for, and each of it as the one sound it should have been."""
    buffers = [render(a.cues, a.seconds, a.offset, bank=mixer.bank) for a in mixer.asked]
    mono = [buffer.mean(axis=1).astype(np.float32) for buffer in buffers]
    np.save(folder / "wanted.npy", np.concatenate([*mono, np.zeros(1, np.float32)]))
    np.save(folder / "loop.npy", keep_alive(LOOP_S, LEVELS_DB["quiet"])[:, 0].astype(np.float32))
    told["asked"] = [
        {
            "due": asked.due,
            "offset": asked.offset,
            "frames": len(sound_),
            "cues": [
                [cue.at, _name(cue), mixer.bank.seconds(cue.sound)]
                for cue in sorted(asked.cues, key=lambda cue: cue.at)
            ],
        }
        for asked, sound_ in zip(mixer.asked, mono, strict=True)
    ]
    (folder / "asked.json").write_text(json.dumps(told))


def _name(cue: Cue) -> str:
    return cue.sound.text if isinstance(cue.sound, Phrase) else cue.sound.value


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
