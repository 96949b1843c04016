"""What is said before a set: in the get-ready and in the rest.

Phrases follow each other. The gap was made long enough for what must be said; the rest is said
where it fits whole.
"""

from collections.abc import Iterator

from hiptimer.model.cue import Cue, Phrase
from hiptimer.model.language import tr
from hiptimer.model.timeline import Change, SegmentKind, Timeline
from hiptimer.workout.announcing import (
    COUNTDOWN_S,
    EXTRA,
    FRILL,
    LEAD_IN_S,
    NAME,
    PLACE,
    Item,
    announcement,
    fitting,
    in_turn,
)
from hiptimer.workout.coach import form_cue_left_over
from hiptimer.workout.speech import (
    GET_READY,
    GOING_ON,
    LAST_SET,
    NEXT,
    REST,
    SWITCH_SIDES,
    Speech,
    name_says,
)

AFTER_A_KEY_S = 0.3
REST_AT_S = 1.0  # the bell that ends an exercise has faded by then


def said_in_get_ready(
    timeline: Timeline, index: int, speech: Speech, since: float, *, goes_on: bool
) -> Iterator[Cue]:
    """The announcement, from `since` seconds on, as far as it fits before the countdown."""
    gap = timeline.segments[index]
    items = [*announcement(gap, speech)]
    if goes_on:
        items.insert(0, Item(EXTRA, (Phrase(tr(GOING_ON)),)))
    elif since == 0:
        items = [*_openings(timeline, index, speech), *items]
        cue = form_cue_left_over(timeline, index + 1, speech)
        items += [Item(FRILL, (Phrase(cue),))] if cue else []
    start = max(LEAD_IN_S, since + AFTER_A_KEY_S if since else 0.0)
    room_s = gap.seconds - COUNTDOWN_S - start
    return in_turn(fitting(items, room_s, speech), start, speech)


def _openings(timeline: Timeline, index: int, speech: Speech) -> Iterator[Item]:
    """What may come before the name."""
    gap = timeline.segments[index]
    if gap.change is Change.FIRST:
        yield Item(FRILL, (Phrase(tr(GET_READY)),))
        if speech.helps:
            yield Item(EXTRA, (Phrase(name_says(timeline.title)),))
    if speech.helps and _is_second_side(timeline, index):
        yield Item(EXTRA, (Phrase(tr(SWITCH_SIDES)),))
    elif speech.helps and gap.sets > 1 and gap.set == gap.sets:
        yield Item(EXTRA, (Phrase(tr(LAST_SET)),))


def _is_second_side(timeline: Timeline, index: int) -> bool:
    gap = timeline.segments[index]
    works = (s for s in reversed(timeline.segments[:index]) if s.kind is SegmentKind.WORK)
    before = next(works, None)
    if before is None or before.exercise.id != gap.exercise.id:
        return False
    return (before.step, before.round, before.set) == (gap.step, gap.round, gap.set)


def said_in_rest(timeline: Timeline, index: int, speech: Speech, since: float) -> Iterator[Cue]:
    """That it is a rest, and what comes next."""
    rest = timeline.segments[index]
    name = name_says(rest.exercise.name)
    items = [] if since else [Item(PLACE, (Phrase(tr(REST)),))]
    if name in speech.phrases:
        items.append(Item(NAME, (Phrase(tr(NEXT)), Phrase(name))))
    start = since + AFTER_A_KEY_S if since else REST_AT_S
    return in_turn(fitting(items, rest.seconds - start, speech), start, speech)
