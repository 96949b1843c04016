"""The sound of a whole timeline, piece by piece: what is played live, one segment after the other.

A file ends where its timeline does, and just there the sounds of the end would begin. So in a
file they come earlier and end with it. They never begin before the sound in front of them has
ended: a phrase that would then go beyond the end is left out, and a tone fades out at the end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec
import numpy as np

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.soundtrack import Buffer, render
from hiptimer.model.cue import Cue, Phrase

FADE_S = 0.06
LOUDEST = 32767
TOLERANCE_S = 1e-6


class Stretch(msgspec.Struct, frozen=True):
    """A segment and what is heard in it; in seconds, `start` on the timeline."""

    start: float
    seconds: float
    cues: tuple[Cue, ...]


def whole_sound(stretches: Sequence[Stretch], bank: SoundBank) -> Iterator[Buffer]:
    """Int16 of shape (n, 2), one piece a stretch, together as long as the timeline.

    What rings on beyond a stretch is mixed into those that follow.
    """
    ringing = np.zeros((0, 2), np.int16)
    for number, stretch in enumerate(stretches, start=1):
        is_last = number == len(stretches)
        cues = ended_in_time(stretch, bank) if is_last else stretch.cues
        first = round(stretch.start * bank.rate)
        length = round((stretch.start + stretch.seconds) * bank.rate) - first
        mixed = _mixed(render(cues, stretch.seconds, bank=bank), ringing, length)
        piece, ringing = mixed[:length], mixed[length:]
        yield _faded(piece, bank.rate) if is_last and len(ringing) else piece


def ended_in_time(stretch: Stretch, bank: SoundBank) -> tuple[Cue, ...]:
    """The cues of the last stretch, with those of its end moved as a file needs them."""
    last = stretch.seconds - TOLERANCE_S
    before = [cue for cue in stretch.cues if cue.at < last]
    after = [cue for cue in stretch.cues if cue.at >= last]
    earlier_s = min(
        max((_end(cue, bank) for cue in after), default=0.0) - stretch.seconds,
        stretch.seconds - max((_end(cue, bank) for cue in before), default=0.0),
    )
    moved = [replace(cue, at=cue.at - max(0.0, earlier_s)) for cue in after]
    latest = stretch.seconds + TOLERANCE_S
    fit = [c for c in moved if not isinstance(c.sound, Phrase) or _end(c, bank) <= latest]
    return (*before, *fit)


def _end(cue: Cue, bank: SoundBank) -> float:
    return cue.at + bank.seconds(cue.sound)


def _mixed(sound: Buffer, ringing: Buffer, length: int) -> Buffer:
    """Both from the same moment on, at least `length` samples."""
    mixed = np.zeros((max(length, len(sound), len(ringing)), 2), np.int16)
    mixed[: len(sound)] = sound
    both = mixed[: len(ringing)].astype(np.int32) + ringing
    mixed[: len(ringing)] = np.clip(both, -LOUDEST, LOUDEST)
    return mixed


def _faded(piece: Buffer, rate: int) -> Buffer:
    """Silent at its end, without a click."""
    n = min(round(FADE_S * rate), len(piece))
    fade = np.linspace(1, 0, n)[:, np.newaxis]
    end = np.rint(piece[len(piece) - n :] * fade).astype(np.int16)
    return np.concatenate([piece[: len(piece) - n], end])
