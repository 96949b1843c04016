"""What a person hears to check the sound from the mat: the two sides, a countdown, and ticks.

Both parts are posted a little ahead and read from the clock, as a workout is. The times are those
at which a sound is to be heard; making up for a late loudspeaker is the output's business.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import msgspec

from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.language import tr
from hiptimer.model.side import Side
from hiptimer.workout.announcing import TONE_S
from hiptimer.workout.speech import SIDE_SAYS, Speech

AHEAD_S = 0.8
"""How long before it is heard a sound is posted: more than any loudspeaker is late."""

PAUSE_S = 0.2
SIDE_S = 1.6
"""The least that a side takes, with the silence after it."""

COUNT_S = 1.0
GO_S = 1.2
BETWEEN_S = 3.0
TICK_S = 1.0


class Heard(StrEnum):
    """What sounds at an instant of the check."""

    LEFT = "left"
    RIGHT = "right"
    THREE = "three"
    TWO = "two"
    ONE = "one"
    GO = "go"


class Step(msgspec.Struct, frozen=True):
    """`heard` sounds from `at` to `end`, in seconds from the start of the check."""

    at: float
    end: float
    heard: Heard


class Check(msgspec.Struct, frozen=True):
    """One round. The next begins `seconds` after this one began; its sounds end before that."""

    cues: tuple[Cue, ...]
    steps: tuple[Step, ...]
    seconds: float

    def step_at(self, position: float) -> Step | None:
        """What is heard then; None in the silence before, between and after."""
        return next((step for step in self.steps if step.at <= position < step.end), None)


class Speaker(Protocol):
    """What sounds; see the audio room."""

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None: ...
    def stop_all(self) -> None: ...


def lay_out_check(speech: Speech) -> Check:
    """Left, right, three counts and the go; the sides with their words where those are spoken."""
    cues: list[Cue] = []
    steps: list[Step] = []
    at = 0.0
    for side, tone, heard in (
        (Side.LEFT, Tone.LEFT, Heard.LEFT),
        (Side.RIGHT, Tone.RIGHT, Heard.RIGHT),
    ):
        words = tr(SIDE_SAYS[side])
        cues.append(Cue(at, tone))
        ends = at + TONE_S[tone]
        if not speech.is_silent and words in speech.phrases:
            cues.append(Cue(ends + PAUSE_S, Phrase(words)))
            ends += PAUSE_S + speech.phrases.seconds(words)
        following = max(at + SIDE_S, ends + 2 * PAUSE_S)
        steps.append(Step(at, following - PAUSE_S, heard))
        at = following
    for heard in (Heard.THREE, Heard.TWO, Heard.ONE):
        cues.append(Cue(at, Tone.COUNT))
        steps.append(Step(at, at + COUNT_S, heard))
        at += COUNT_S
    cues.append(Cue(at, Tone.GO))
    steps.append(Step(at, at + GO_S, Heard.GO))
    return Check(tuple(cues), tuple(steps), at + GO_S + BETWEEN_S)


class Rounds:
    """The check over and over. `look` is to be called several times a second."""

    def __init__(self, check: Check, speaker: Speaker) -> None:
        self._check = check
        self._speaker = speaker
        self._begins: float | None = None
        self._next = 0.0

    @property
    def is_running(self) -> bool:
        return self._begins is not None

    def start(self, now: float) -> None:
        """From the beginning, as soon as it can be posted ahead."""
        self.stop()
        self._next = now + AHEAD_S
        self._begins = self._next
        self._post()

    def stop(self) -> None:
        """Silence."""
        if self._begins is not None:
            self._begins = None
            self._speaker.stop_all()

    def look(self, now: float) -> tuple[Heard, float] | None:
        """What is heard at `now` and for how many seconds already."""
        if self._begins is None:
            return None
        if now >= self._next:
            self._begins = self._next
        after = self._begins + self._check.seconds
        if now >= after - AHEAD_S and self._next < after:
            self._next = max(after, now)  # whoever looks this late had no time to see anything
            self._post()
        position = now - self._begins
        step = self._check.step_at(position)
        return None if step is None else (step.heard, position - step.at)

    def _post(self) -> None:
        last = max(step.end for step in self._check.steps)
        self._speaker.play(self._check.cues, last, offset=0.0, due=self._next)


class Ticks:
    """A tick every second, for comparing ear and eye."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._first: float | None = None
        self._posted = 0

    @property
    def is_running(self) -> bool:
        return self._first is not None

    def start(self, now: float) -> None:
        self.stop()
        self._first = now + AHEAD_S
        self._posted = 0
        self._post_until(now)

    def stop(self) -> None:
        """Silence."""
        if self._first is not None:
            self._first = None
            self._speaker.stop_all()

    def look(self, now: float) -> float | None:
        """How long ago the last tick was to be heard; None before the first."""
        if self._first is None:
            return None
        self._post_until(now)
        return None if now < self._first else (now - self._first) % TICK_S

    def _post_until(self, now: float) -> None:
        """Post every tick within reach; those that were missed altogether are left out."""
        if self._first is None:
            return
        self._posted = max(self._posted, math.ceil((now - self._first) / TICK_S))
        while (due := self._first + self._posted * TICK_S) - now <= AHEAD_S + 1e-6:
            self._speaker.play((Cue(0.0, Tone.COUNT),), TICK_S / 2, offset=0.0, due=due)
            self._posted += 1
