"""The places in a soundtrack that somebody may want to jump to."""

from collections.abc import Iterator

import msgspec

from hiptimer.model.language import tr
from hiptimer.model.side import Side
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.model.words import side_name


class Chapter(msgspec.Struct, frozen=True):
    """`start` in seconds from the beginning; the chapter lasts until the next one."""

    start: float
    name: str


class Label(msgspec.Struct, frozen=True):
    """What a sound file says about itself besides its sound."""

    title: str
    seconds: float
    chapters: tuple[Chapter, ...] = ()


def chapters_of(timeline: Timeline) -> tuple[Chapter, ...]:
    """A chapter for every set and side, from its get-ready on."""
    return tuple(
        Chapter(segment.start, chapter_name(segment))
        for segment in timeline.segments
        if segment.kind is SegmentKind.GET_READY
    )


def chapter_name(segment: Segment) -> str:
    """Such as "Clamshell · left · set 2 of 3 · round 1 of 2", as far as there are several."""
    return " · ".join(_parts(segment))


def _parts(segment: Segment) -> Iterator[str]:
    yield segment.exercise.name
    if segment.side is not Side.BOTH:
        yield side_name(segment.side).lower()
    if segment.sets > 1:
        yield tr("set {n} of {of}", n=segment.set, of=segment.sets)
    if segment.rounds > 1:
        yield tr("round {n} of {of}", n=segment.round, of=segment.rounds)
