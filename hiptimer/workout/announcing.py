"""What must be said before a set: its name, its side, its position and what to fetch."""

from hiptimer.model.exercise import Equipment, Exercise, Position
from hiptimer.model.side import Side
from hiptimer.model.timeline import Change
from hiptimer.model.words import side_sentence

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

FETCH_SAYS = {
    Equipment.MINI_BAND: "Take the mini band.",
    Equipment.STABILITY_BALL: "Take the stability ball.",
    Equipment.CUSHION: "Take the cushion.",
    Equipment.BENCH: "Go to the bench.",
    Equipment.STEP: "Go to the step.",
    Equipment.TABLE: "Go to the table.",
    Equipment.WALL: "Go to the wall.",
}

PUT_AWAY_SAYS = {
    Equipment.MINI_BAND: "Take the band off.",
    Equipment.STABILITY_BALL: "Roll the ball aside.",
    Equipment.CUSHION: "Put the cushion aside.",
}


def announcement(
    exercise: Exercise,
    side: Side,
    change: Change,
    fetch: tuple[Equipment, ...],
    put_away: tuple[Equipment, ...],
) -> tuple[str, ...]:
    """The phrases of a get-ready in the order in which they are said."""
    phrases = [PUT_AWAY_SAYS[thing] for thing in put_away if thing in PUT_AWAY_SAYS]
    phrases += [FETCH_SAYS[thing] for thing in fetch]
    phrases.append(exercise.name)
    if change in (Change.FIRST, Change.NEW_POSITION):
        phrases.append(POSITION_SAYS[exercise.position])
    sentence = side_sentence(exercise, side)
    return (*phrases, sentence) if sentence else tuple(phrases)
