"""Something heard at one instant of a segment."""

from dataclasses import dataclass
from enum import StrEnum

import msgspec


class Tone(StrEnum):
    """Every sound without words."""

    GET_READY = "get ready"
    COUNT = "count"
    GO = "go"
    WORK = "work"
    HOLD = "hold"
    BACK = "back"
    REP_END = "rep end"
    SIDE_END = "side end"
    EXERCISE_END = "exercise end"
    WORKOUT_END = "workout end"
    HALFWAY = "halfway"
    LEFT = "left"
    RIGHT = "right"
    LIE_DOWN = "lie down"
    STAND_UP = "stand up"


class Phrase(msgspec.Struct, frozen=True):
    """Something said. `text` is what a person would read, and the key of its clip."""

    text: str


Sound = Tone | Phrase


@dataclass(frozen=True, slots=True)
class Cue:
    """`at` is in seconds from the start of its segment. `gain` scales the sound, 1.0 as made."""

    at: float
    sound: Sound
    gain: float = 1.0
