"""What offers follow from, each in one sentence made of the facts."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from hiptimer.model.performed import Feeling, Performed, SideDone
from hiptimer.model.session import Place
from hiptimer.model.side import Side
from hiptimer.model.words import NUMBERS, number_words, place_words, side_name
from hiptimer.workout.safety import STRONG_PAIN

# Only so much of the past is looked at that more is not known for certain.
KNOWN_WEEKS, KNOWN_SESSIONS = 3, 10


def ready_words(stretch: Sequence[Performed]) -> str:
    """Such as "Two whole sessions rated easy, no pain, three weeks at this level.".

    `stretch` are all sessions at this level, newest first; the first two are those that decide.
    """
    worst = max(one.felt.worst for one in stretch[:2])
    pain = f"pain no more than {worst}" if worst else "no pain"
    return f"Two whole sessions rated easy, {pain}, {_time_words(stretch)} at this level."


def _time_words(stretch: Sequence[Performed]) -> str:
    weeks = (stretch[0].day - stretch[-1].day).days // 7
    if weeks >= 2:
        if weeks > KNOWN_WEEKS:
            return f"more than {NUMBERS[KNOWN_WEEKS]} weeks"
        return f"{NUMBERS[weeks]} weeks"
    if len(stretch) > KNOWN_SESSIONS:
        return f"more than {NUMBERS[KNOWN_SESSIONS]} sessions"
    return f"{NUMBERS[len(stretch)]} sessions"


def pain_words(felt: Feeling, day: date, today: date) -> str:
    """Such as "Knee pain of 5 out of 10 in the last session."."""
    when = "today" if day == today else "in the last session"
    front = next((p for p in felt.pain if p.place is Place.FRONT_OF_HIP and p.score > 0), None)
    if front is not None and front.score < STRONG_PAIN:
        return f"Pain at the front of the hip or groin {when}."
    worst = max(felt.pain, key=attrgetter("score")) if front is None else front
    return f"{place_words(worst.place)}: pain {worst.score} out of 10 {when}."


def hurt_words() -> str:
    return "It hurt after the last session."


def too_much_words() -> str:
    return "Rated too much twice in a row."


def failed_words(last: Performed) -> str:
    """Such as "Not done whole twice in a row, 6 of 10 reps on the left last time."."""
    side = next((s for s in last.sides if not s.is_whole), last.weaker)
    told = _done_words(side)
    where = "" if side.side is Side.BOTH else f" on the {side_name(side.side).lower()}"
    return f"Not done whole twice in a row, {told}{where} last time."


def _done_words(side: SideDone) -> str:
    if side.planned_hold_s is not None:
        return f"{round(side.hold_s)} of {number_words(side.planned_hold_s)} s"
    return f"{side.reps} of {side.planned_reps or 0} reps"


def break_words(last: date, today: date) -> str:
    """Such as "Three weeks without a workout."."""
    weeks = (today - last).days // 7
    told = NUMBERS[weeks].capitalize() if weeks < len(NUMBERS) else str(weeks)
    return f"{told} weeks without a workout."
