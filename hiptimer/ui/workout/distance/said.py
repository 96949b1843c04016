"""What the distance view says at a moment: few words, the most important kept longest."""

from enum import IntEnum

import msgspec

from hiptimer.model.language import tr, tr_in
from hiptimer.model.moment import Moment
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.workout import sentences
from hiptimer.ui.workout.distance.sight import GLANCE_ARCMIN, WORDS_ARCMIN
from hiptimer.ui.workout.faces import face_of, is_standing


class Rank(IntEnum):
    """How important words are; what comes later gives way first."""

    SIDE = 1
    PHASE = 2
    KEY = 3
    NEXT = 4
    NAME = 5
    SMALL = 6


class Words(msgspec.Struct, frozen=True):
    """A sentence, the height of its capitals as an angle, and a lead in lighter letters before it.

    `as_long_as` are other words that stand here in turn: all get the same size.
    """

    rank: Rank
    text: str
    arcmin: float = WORDS_ARCMIN
    lead: str = ""
    as_long_as: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        return f"{self.lead} {self.text}" if self.lead else self.text


class Said(msgspec.Struct, frozen=True):
    """All of it. `beside` belongs to the number, `apart` stands by itself, in the order of reading.

    The number may be missing. `side` is the working one, for the edge of the screen.
    """

    number: int | None
    side: Side
    beside: tuple[Words, ...]
    apart: tuple[Words, ...]

    @property
    def spoken(self) -> str:
        """The words for a screen reader."""
        number = () if self.number is None else (str(self.number),)
        return "\n".join((*number, *(words.whole for words in (*self.beside, *self.apart))))


def said_at(moment: Moment, timeline: Timeline, saved: int, *, is_stop_asked: bool) -> Said:
    """What to say; `saved` reps of the set are on disk."""
    if is_standing(moment):
        number, beside = _standing(moment, is_stop_asked=is_stop_asked)
        apart = _where(moment)
    elif moment.segment.kind is SegmentKind.WORK:
        number, beside, apart = _at_work(moment, timeline, saved)
    else:
        number = face_of(moment, timeline, saved)[0].number
        beside, apart = _in_a_gap(moment)
    return Said(number, moment.segment.side, _present(beside), _present(apart))


def _standing(moment: Moment, *, is_stop_asked: bool) -> tuple[int | None, tuple[Words, ...]]:
    again = Words(Rank.NEXT, sentences.again_sentence(moment))
    if moment.resuming_s > 0:
        going_on = Words(Rank.PHASE, tr("Going on"), GLANCE_ARCMIN)
        return sentences.seconds_up(moment.resuming_s), (going_on, again)
    space = Words(Rank.KEY, tr("Space: go on"))
    if is_stop_asked:
        stop = Words(Rank.KEY, tr("Esc again: stop and keep."))
        return None, (Words(Rank.PHASE, tr("Stop?"), GLANCE_ARCMIN), stop, space)
    paused = Words(Rank.PHASE, tr_in("a workout", "Paused"), GLANCE_ARCMIN)
    return None, (paused, again, space)


def _at_work(
    moment: Moment, timeline: Timeline, saved: int
) -> tuple[int | None, tuple[Words, ...], tuple[Words, ...]]:
    face, _ = face_of(moment, timeline, saved)
    says = dict.fromkeys(beat.say for beat in moment.segment.beats)
    coming = sentences.coming_after(timeline, moment.index)
    beside = (
        Words(Rank.PHASE, face.phase, GLANCE_ARCMIN, as_long_as=tuple(says)),
        Words(Rank.SMALL, face.small),
    )
    apart = (
        *_where(moment),
        Words(Rank.KEY, sentences.next_sentence(moment)),
        Words(Rank.NEXT, coming.text, lead=coming.lead),
    )
    return face.number, beside, apart


def _in_a_gap(moment: Moment) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    segment = moment.segment
    place = sentences.place_sentence(segment)
    dose = " · ".join(part for part in (sentences.dose_sentence(segment), place) if part)
    beside = (
        Words(Rank.PHASE, sentences.gap_title(segment), GLANCE_ARCMIN),
        Words(Rank.SMALL, dose),
    )
    lead = tr_in("comes next", "Next") if segment.kind is SegmentKind.REST else ""
    apart = (
        Words(Rank.NEXT, segment.exercise.name, lead=lead),
        Words(Rank.SIDE, sentences.side_sentence(segment), GLANCE_ARCMIN),
        Words(Rank.KEY, sentences.equipment_sentence(segment)),
    )
    return beside, apart


def _where(moment: Moment) -> tuple[Words, ...]:
    segment = moment.segment
    return (
        Words(Rank.NAME, segment.exercise.name),
        Words(Rank.SIDE, sentences.side_sentence(segment), GLANCE_ARCMIN),
    )


def _present(words: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple(one for one in words if one.text)
