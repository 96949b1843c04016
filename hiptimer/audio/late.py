"""What is heard of a segment whose sound begins later than it was meant to."""

import math
from collections.abc import Sequence
from dataclasses import replace

from hiptimer.audio.bank import SoundBank
from hiptimer.model.cue import Cue, Phrase

PHRASE_LATE_S = 0.5
"""A phrase may be said this late where a tone may not be: words have no beat."""

BREATH_S = 0.1
"""Between what is caught up and what follows."""


def caught_up(
    cues: Sequence[Cue],
    seconds: float,
    *,
    wanted: float,
    actual: float,
    forgiven_s: float,
    bank: SoundBank,
) -> list[Cue]:
    """The cues of a segment of `seconds` that is begun at `actual` instead of at `wanted`.

    Late by no more than `forgiven_s`, the last tone missed sounds at once and those before it do
    not. After it comes what was missed to be said, each phrase whole and only where it ends
    before the next cue; what is oldest is left out first.
    """
    missed = [cue for cue in cues if wanted <= cue.at < actual]
    ahead = [cue for cue in cues if not wanted <= cue.at < actual]
    tones = [cue for cue in missed if not isinstance(cue.sound, Phrase)]
    if tones and actual - wanted <= forgiven_s:
        tones = [replace(max(tones, key=_at), at=actual)]
    free_from = max([actual, *(cue.at + bank.seconds(cue.sound) + BREATH_S for cue in tones)])
    free_until = min(
        (cue.at for cue in ahead if cue.at >= actual),
        default=seconds if actual < seconds else math.inf,
    )
    oldest = actual - max(forgiven_s, PHRASE_LATE_S)
    said = [cue for cue in missed if isinstance(cue.sound, Phrase) and cue.at >= oldest]
    return [*tones, *_in_turn(said, free_from, free_until - BREATH_S, bank), *ahead]


def _in_turn(said: list[Cue], start: float, end: float, bank: SoundBank) -> list[Cue]:
    """The last of them that can be said between start and end, one after the other."""
    said = sorted(said, key=_at)
    while said:
        at, placed = start, []
        for cue in said:
            placed.append(replace(cue, at=at))
            at += bank.seconds(cue.sound) + BREATH_S
        if at - BREATH_S <= end:
            return placed
        del said[0]
    return []


def _at(cue: Cue) -> float:
    return cue.at
