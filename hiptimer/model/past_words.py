"""How past sessions are said on the screen: figures in all, the goal, days, left and right."""

from collections.abc import Sequence
from datetime import date

from hiptimer.model.past import Amount, DayTotal, Overview, Range, Streak, Trained
from hiptimer.model.session import Pain
from hiptimer.model.side import Side
from hiptimer.model.words import (
    MONTHS,
    WEEKDAYS,
    duration_words,
    minutes_words,
    place_words,
    plural,
)

# A difference below this share of the larger side is none that a person would notice.
NEARLY = 0.05


def overview_words(overview: Overview) -> str:
    """Such as "118 sessions · 11 h 20 min · best streak 9 weeks"."""
    parts = [plural(overview.sessions, "session")]
    if overview.sessions:
        parts.append(minutes_words(overview.seconds))
    if overview.streak.best > 1:
        parts.append(f"best streak {plural(overview.streak.best, 'week')}")
    return " · ".join(parts)


def goal_words(streak: Streak) -> str:
    """Such as "2 of 3 this week · 4 weeks in a row"; a streak that ended is no word's worth."""
    return " · ".join(part for part in (_this_week(streak), _run(streak)) if part)


def _this_week(streak: Streak) -> str:
    if streak.this_week > streak.goal:
        return f"{streak.this_week} this week, goal {streak.goal}"
    return f"{streak.this_week} of {streak.goal} this week"


def _run(streak: Streak) -> str:
    if streak.weeks > 1:
        return f"{streak.weeks} weeks in a row"
    if streak.weeks == 1:
        return "goal met" if streak.this_week >= streak.goal else "goal met last week"
    return "a new streak can start here" if streak.best > 1 else ""


def day_words(day: date, total: DayTotal | None, today: date) -> str:
    """Such as "Fri 3 Nov: 2 sessions, 11 min", "Today: no session"."""
    name = "Today" if day == today else short_date_words(day, today)
    if total is None or not total.sessions:
        return f"{name}: no session"
    return f"{name}: {plural(total.sessions, 'session')}, {minutes_words(total.seconds)}"


def short_date_words(day: date, today: date) -> str:
    """Such as "Fri 3 Nov"; with the year where it is not this or the last twelve months."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if (today - day).days < 330 else f"{words} {day.year}"


def range_name(range_: Range) -> str:
    """Such as "the last 12 weeks", to follow "in"."""
    return {
        Range.MONTH: "the last 30 days",
        Range.TWELVE_WEEKS: "the last 12 weeks",
        Range.YEAR: "the last year",
        Range.ALL: "all",
    }[range_]


def range_title(range_: Range) -> str:
    """Such as "Last 12 weeks", to stand alone."""
    words = "all of the past" if range_ is Range.ALL else range_name(range_).removeprefix("the ")
    return words.capitalize()


def sides_of(trained: Sequence[Trained]) -> tuple[Amount, Amount]:
    """What was done on the left and on the right alone."""
    left, right = [one.left for one in trained], [one.right for one in trained]
    return _sum(left), _sum(right)


def balance_words(left: Amount, right: Amount) -> str:
    """Such as "Left 412 · Right 398 reps, nearly even"; holds where there are no reps."""
    if left.reps or right.reps:
        verdict = _verdict(left.reps, right.reps, plural(abs(left.reps - right.reps), "rep"))
        return f"Left {left.reps} · Right {plural(right.reps, 'rep')}, {verdict}"
    if round(left.hold_s) or round(right.hold_s):
        more = duration_words(abs(left.hold_s - right.hold_s))
        verdict = _verdict(round(left.hold_s), round(right.hold_s), more)
        both = f"Left {duration_words(left.hold_s)} · Right {duration_words(right.hold_s)}"
        return f"{both} held, {verdict}"
    return "Nothing was done on one side alone"


def _verdict(left: int, right: int, more: str) -> str:
    if left == right:
        return "even"
    if abs(left - right) <= NEARLY * max(left, right):
        return "nearly even"
    return f"{more} more on the {'left' if left > right else 'right'}"


def _sum(amounts: Sequence[Amount]) -> Amount:
    return Amount(sum(one.reps for one in amounts), sum(one.hold_s for one in amounts))


def pain_words(pain: Sequence[Pain]) -> str:
    """Such as "Pain 3 of 10: knee, left"; the worst one, empty where nothing hurt."""
    worst = max(pain, key=_score, default=None)
    if worst is None or not worst.score:
        return ""
    side = "" if worst.side is Side.BOTH else f", {worst.side.value}"
    return f"Pain {worst.score} of 10: {place_words(worst.place).lower()}{side}"


def _score(pain: Pain) -> int:
    return pain.score
