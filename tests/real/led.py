"""A workout led by the program's own parts on a real sound server, with what they asked to play."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import msgspec

from hiptimer import resources
from hiptimer.app.home import Home, Past
from hiptimer.app.performing import open_journal, perform
from hiptimer.app.sound import open_sound
from hiptimer.audio.bank import Bank
from hiptimer.audio.output import SoundOutput, SoundState
from hiptimer.audio.tones import ToneBank
from hiptimer.history.journal import Saved
from hiptimer.model.cue import Cue
from hiptimer.model.event import Event
from hiptimer.model.routine import Routine, Step
from hiptimer.paths import paths_under

LOOK_S = 0.03
SHORT_GAP_S = 4.0

QUICK = Routine(
    id="quick",
    name="Two-minute primer",
    when="",
    steps=(
        Step("bridge-basic", sets=2, reps=4, tempo_s=(1, 1, 1, 0), rest_s=0),
        Step("clam-basic", sets=1, reps=3, tempo_s=(1, 1, 1, 0), rest_s=0),
    ),
)
"""Reps of three tones in three seconds, and both sides. Its name is one that can be said."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the output was asked to play, and when it was asked."""

    cues: Sequence[Cue]
    seconds: float
    offset: float
    due: float
    at: float


class NotingSpeaker:
    """Hands everything on to the output and remembers it."""

    def __init__(self, output: SoundOutput) -> None:
        self._output = output
        self.asked: list[Asked] = []
        self.stopped: list[float] = []

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        self.asked.append(Asked(tuple(cues), seconds, offset, due, time.monotonic()))
        self._output.play(cues, seconds, offset=offset, due=due)

    def doze(self) -> None:
        self._output.doze()

    def stop_all(self) -> None:
        self.stopped.append(time.monotonic())
        self._output.stop_all()


def home_with_short_gaps(folder: Path) -> Home:
    home = Home(paths_under(folder))
    fields = [name for name in home.settings.__struct_fields__ if name.endswith("_gap_s")]
    gaps = dict.fromkeys(fields, SHORT_GAP_S)
    home.settings = msgspec.structs.replace(home.settings, volume=1.0, reposition_s=1.0, **gaps)
    return home


def bank_of(home: Home) -> Bank:
    """What the program itself plays from."""
    return Bank(ToneBank.read(resources.asset_bytes("sounds/tones.toml")), home.voice)


class Led:
    """One workout in this process; the calling thread is the one that looks."""

    def __init__(self, home: Home, routine: Routine = QUICK) -> None:
        states: SimpleQueue[SoundState] = SimpleQueue()
        self._output = open_sound(home, 1.0, states.put)
        self._journal = open_journal(home, _ignore_saved, _ignore_trouble)
        self.speaker = NotingSpeaker(self._output)
        self.bank = bank_of(home)
        self.show = perform(
            home,
            routine,
            home.lay_out(routine, Past()),
            journal=self._journal,
            speaker=self.speaker,
            speed=1.0,
        )
        assert states.get(timeout=15).on

    def look_until(self, clock_time: float) -> None:
        while time.monotonic() < clock_time:
            self.show.look()
            time.sleep(min(LOOK_S, max(0.0, clock_time - time.monotonic())))

    def look_for(self, seconds: float) -> None:
        self.look_until(time.monotonic() + seconds)

    def press(self, command: Callable[[], tuple[Event, ...]]) -> float:
        """Do what a key does; the clock time at which it was pressed."""
        pressed = time.monotonic()
        command()
        return pressed

    def close(self) -> None:
        self.show.stop()
        self._output.close(0.0)
        self._journal.close(10)


def _ignore_saved(saved: Saved) -> None:
    """Nobody reads it here."""


def _ignore_trouble(words: str | None) -> None:
    """The folder is the test's own."""
