"""What offers follow from, each in one sentence made of the facts."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from hiptimer.model.language import tr, tr_n
from hiptimer.model.performed import Feeling, Performed, SideDone
from hiptimer.model.session import Place
from hiptimer.model.side import Side
from hiptimer.model.words import number_words, place_words, spelled
from hiptimer.workout.safety import STRONG_PAIN

# Only so much of the past is looked at that more is not known for certain.
KNOWN_WEEKS, KNOWN_SESSIONS = 3, 10


def ready_words(stretch: Sequence[Performed]) -> str:
    """Such as "Two whole sessions rated easy, no pain, three weeks at this level.".

    `stretch` are all sessions at this level, newest first; the first two are those that decide.
    """
    worst = max(one.felt.worst for one in stretch[:2])
    time = _time_words(stretch)
    if worst:
        # L: {time} is such as "three weeks" or "more than ten sessions".
        return tr(
            "Two whole sessions rated easy, pain no more than {worst}, {time} at this level.",
            worst=worst,
            time=time,
        )
    # L: {time} is such as "three weeks" or "more than ten sessions".
    return tr("Two whole sessions rated easy, no pain, {time} at this level.", time=time)


def _time_words(stretch: Sequence[Performed]) -> str:
    weeks = (stretch[0].day - stretch[-1].day).days // 7
    if weeks >= 2:
        if weeks > KNOWN_WEEKS:
            return tr("more than {number} weeks", number=spelled(KNOWN_WEEKS))
        return tr_n("{number} week", "{number} weeks", weeks, number=spelled(weeks))
    if len(stretch) > KNOWN_SESSIONS:
        return tr("more than {number} sessions", number=spelled(KNOWN_SESSIONS))
    sessions = len(stretch)
    return tr_n("{number} session", "{number} sessions", sessions, number=spelled(sessions))


def pain_words(felt: Feeling, day: date, today: date) -> str:
    """Such as "Knee pain of 5 out of 10 in the last session."."""
    front = next((p for p in felt.pain if p.place is Place.FRONT_OF_HIP and p.score > 0), None)
    if front is not None and front.score < STRONG_PAIN:
        if day == today:
            return tr("Pain at the front of the hip or groin today.")
        return tr("Pain at the front of the hip or groin in the last session.")
    worst = max(felt.pain, key=attrgetter("score")) if front is None else front
    place, score = place_words(worst.place), worst.score
    if day == today:
        return tr("{place}: pain {score} out of 10 today.", place=place, score=score)
    return tr("{place}: pain {score} out of 10 in the last session.", place=place, score=score)


def hurt_words() -> str:
    return tr("It hurt after the last session.")


def too_much_words() -> str:
    return tr("Rated too much twice in a row.")


def failed_words(last: Performed) -> str:
    """Such as "Not done whole twice in a row, 6 of 10 reps on the left last time."."""
    side = next((s for s in last.sides if not s.is_whole), last.weaker)
    done = _done_words(side)
    # L: {done} is such as "6 of 10 reps" or "12 of 30 s".
    if side.side is Side.LEFT:
        return tr("Not done whole twice in a row, {done} on the left last time.", done=done)
    if side.side is Side.RIGHT:
        return tr("Not done whole twice in a row, {done} on the right last time.", done=done)
    return tr("Not done whole twice in a row, {done} last time.", done=done)


def _done_words(side: SideDone) -> str:
    if side.planned_hold_s is not None:
        planned = number_words(side.planned_hold_s)
        return tr("{done} of {planned} s", done=round(side.hold_s), planned=planned)
    planned_reps = side.planned_reps or 0
    return tr_n("{done} of {n} rep", "{done} of {n} reps", planned_reps, done=side.reps)


def break_words(last: date, today: date) -> str:
    """Such as "Three weeks without a workout."."""
    weeks = (today - last).days // 7
    # L: {number} is {n}, up to ten as a word that begins the sentence.
    return tr_n(
        "{number} week without a workout.",
        "{number} weeks without a workout.",
        weeks,
        number=spelled(weeks).capitalize(),
    )
