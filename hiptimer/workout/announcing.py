"""What must be said before a set: its name, its side, its position and what to fetch."""

from hiptimer.model.exercise import Equipment, Exercise, Position
from hiptimer.model.side import Side
from hiptimer.model.timeline import Change
from hiptimer.model.words import equipment_sentences, side_sentence

LEAD_IN_S = 0.3
COUNTDOWN_S = 3.0

POSITION_SAYS = {
    Position.SIDE_LYING: "Lie on your side.",
    Position.SUPINE: "Lie on your back.",
    Position.PRONE: "Lie face down.",
    Position.QUADRUPED: "On your hands and knees.",
    Position.HALF_KNEELING: "Kneel on one knee.",
    Position.SEATED: "Sit down.",
    Position.STANDING: "Stand up.",
}


def announcement(
    exercise: Exercise,
    side: Side,
    change: Change,
    fetch: tuple[Equipment, ...],
    put_away: tuple[Equipment, ...],
) -> tuple[str, ...]:
    """The phrases of a get-ready in the order in which they are said."""
    phrases = [*equipment_sentences(fetch, put_away), exercise.name]
    if change in (Change.FIRST, Change.NEW_POSITION):
        phrases.append(POSITION_SAYS[exercise.position])
    sentence = side_sentence(exercise, side)
    return (*phrases, sentence) if sentence else tuple(phrases)
