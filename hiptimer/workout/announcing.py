"""What must be said before a set: what to fetch, its name, its side, its position, its setup."""

from collections.abc import Iterable, Iterator

import msgspec

from hiptimer.model.cue import Cue, Phrase, Sound, Tone
from hiptimer.model.exercise import Position
from hiptimer.model.language import tr
from hiptimer.model.side import Side
from hiptimer.model.timeline import Change, Segment
from hiptimer.model.words import equipment_sentences
from hiptimer.workout.speech import POSITION_SAYS, Speech, name_says, side_says

# The sound that ended the set before rings on into the get-ready; the voice waits for it.
LEAD_IN_S = 0.7
COUNTDOWN_S = 3.0
PAUSE_S = 0.2
"""Between two phrases."""

LYING = (Position.SIDE_LYING, Position.SUPINE, Position.PRONE)
SIDE_TONES = {Side.LEFT: Tone.LEFT, Side.RIGHT: Tone.RIGHT}
TONE_S = {Tone.LEFT: 0.42, Tone.RIGHT: 0.42, Tone.GET_READY: 0.62}
"""How long the tones of an announcement last; the next phrase waits for them."""


class Item(msgspec.Struct, frozen=True):
    """Sounds that belong together. Where time is short, the higher ranks go first."""

    rank: int
    sounds: tuple[Sound, ...]


NAME, PLACE, SETUP, EXTRA, FRILL = range(5)
"""Ranks. Name and side are never dropped where the gap was made for them."""


def announcement(gap: Segment, speech: Speech) -> tuple[Item, ...]:
    """What the get-ready `gap` must hold, in the order in which it is said."""
    return tuple(_items(gap, speech)) if not speech.is_silent else ()


def announcement_seconds(gap: Segment, speech: Speech) -> float:
    """How long the get-ready must be, with lead-in and countdown."""
    items = [sayable(item, speech) for item in announcement(gap, speech)]
    spoken_s = sum(item_seconds(item, speech) for item in items)
    return LEAD_IN_S + spoken_s + COUNTDOWN_S


def _items(gap: Segment, speech: Speech) -> Iterator[Item]:
    for sentence in equipment_sentences(gap.fetch, gap.put_away):
        yield Item(PLACE, (Phrase(sentence),))
    name = name_says(gap.exercise.name)
    yield Item(NAME, (Phrase(name) if name in speech.phrases else Tone.GET_READY,))
    side = side_says(gap.exercise, gap.side)
    position = tr(POSITION_SAYS[gap.exercise.position])
    if _is_position_news(gap) and not _says_to_lie(side, gap.exercise.position, position):
        yield Item(PLACE, (Phrase(position),))
    if side:
        yield Item(NAME, (SIDE_TONES[gap.side], Phrase(side)))
    if gap.is_new and speech.helps and gap.exercise.text.setup_says:
        yield Item(SETUP, (Phrase(gap.exercise.text.setup_says),))


def _is_position_news(gap: Segment) -> bool:
    """Whoever starts the workout stands already."""
    stands = gap.exercise.position is Position.STANDING
    return gap.change is Change.NEW_POSITION or (gap.change is Change.FIRST and not stands)


def _says_to_lie(side: str, position: Position, says: str) -> bool:
    """Whether the words for a side begin as the position's do: "Lie on your right side, …"."""
    return position in LYING and side.startswith(says.partition(" ")[0])


def sayable(item: Item, speech: Speech) -> Item:
    """The item without the phrases that have no clip."""
    sounds = tuple(s for s in item.sounds if isinstance(s, Tone) or s.text in speech.phrases)
    return Item(item.rank, sounds)


def item_seconds(item: Item, speech: Speech) -> float:
    """With the pause after each of its sounds."""
    return sum(_seconds(sound, speech) + PAUSE_S for sound in item.sounds)


def fitting(items: Iterable[Item], room_s: float, speech: Speech) -> list[Item]:
    """What can be said in `room_s` seconds: the items of the highest rank go until it fits."""
    kept = [item for item in (sayable(i, speech) for i in items) if item.sounds]
    while kept and sum(item_seconds(i, speech) for i in kept) > room_s + 1e-6:
        rank = max(item.rank for item in kept)
        last = max(n for n, item in enumerate(kept) if item.rank == rank)
        del kept[last]
    return kept


def in_turn(items: Iterable[Item], start: float, speech: Speech) -> Iterator[Cue]:
    """The items as cues, one after the other."""
    at = start
    for item in items:
        for sound in item.sounds:
            yield Cue(at, sound)
            at += _seconds(sound, speech) + PAUSE_S


def _seconds(sound: Sound, speech: Speech) -> float:
    return TONE_S[sound] if isinstance(sound, Tone) else speech.phrases.seconds(sound.text)
