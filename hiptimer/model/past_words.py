"""How past sessions are said on the screen: figures in all, the goal, days, left and right."""

from collections.abc import Sequence
from datetime import date

from hiptimer.model.language import tr, tr_in, tr_n
from hiptimer.model.past import Amount, DayTotal, Overview, Range, Streak, Trained
from hiptimer.model.session import Pain
from hiptimer.model.side import Side
from hiptimer.model.time_words import (
    duration_words,
    long_date_words,
    minutes_words,
    month_short,
    weekday_short,
)
from hiptimer.model.words import place_words, reps_words

# A difference below this share of the larger side is none that a person would notice.
NEARLY = 0.05


def sessions_words(count: int) -> str:
    """Such as "1 session", "36 sessions"."""
    return tr_n("{n} session", "{n} sessions", count)


def weeks_words(count: int) -> str:
    """Such as "1 week", "9 weeks"."""
    return tr_n("{n} week", "{n} weeks", count)


def overview_words(overview: Overview) -> str:
    """Such as "118 sessions · 11 h 20 min · best streak 9 weeks"."""
    parts = [sessions_words(overview.sessions)]
    if overview.sessions:
        parts.append(minutes_words(overview.seconds))
    if overview.streak.best > 1:
        best = overview.streak.best
        parts.append(tr_n("best streak {n} week", "best streak {n} weeks", best))
    return " · ".join(parts)


def goal_words(streak: Streak) -> str:
    """Such as "2 of 3 this week · 4 weeks in a row"; a streak that ended is no word's worth."""
    return " · ".join(part for part in (_this_week(streak), _run(streak)) if part)


def _this_week(streak: Streak) -> str:
    if streak.this_week > streak.goal:
        return tr("{done} this week, goal {goal}", done=streak.this_week, goal=streak.goal)
    return tr("{done} of {goal} this week", done=streak.this_week, goal=streak.goal)


def _run(streak: Streak) -> str:
    if streak.weeks > 1:
        return tr_n("{n} week in a row", "{n} weeks in a row", streak.weeks)
    if streak.weeks == 1:
        return tr("goal met") if streak.this_week >= streak.goal else tr("goal met last week")
    return tr("a new streak can start here") if streak.best > 1 else ""


def day_words(day: date, total: DayTotal | None, today: date) -> str:
    """Such as "Fri 3 Nov: 2 sessions, 11 min", "Today: no session"."""
    name = tr("Today") if day == today else short_date_words(day, today)
    if total is None or not total.sessions:
        return tr("{when}: no session", when=name)
    sessions, length = sessions_words(total.sessions), minutes_words(total.seconds)
    # L: {when} is a day, {sessions} is such as "2 sessions", {length} is such as "11 min".
    return tr("{when}: {sessions}, {length}", when=name, sessions=sessions, length=length)


def short_date_words(day: date, today: date) -> str:
    """Such as "Fri 3 Nov"; with the year where it is not this or the last twelve months."""
    if (today - day).days >= 330:
        return long_date_words(day)
    name, month = weekday_short(day.weekday()), month_short(day.month)
    # L: A date such as Fri 3 Nov.
    return tr("{weekday} {day} {month}", weekday=name, day=day.day, month=month)


def range_name(range_: Range) -> str:
    """Such as "the last 12 weeks", to follow "in"."""
    if range_ is Range.MONTH:
        return tr_in('after "in"', "the last 30 days")
    if range_ is Range.TWELVE_WEEKS:
        return tr_in('after "in"', "the last 12 weeks")
    if range_ is Range.YEAR:
        return tr_in('after "in"', "the last year")
    return tr_in('after "in"', "all")


def range_title(range_: Range) -> str:
    """Such as "Last 12 weeks", to stand alone."""
    if range_ is Range.MONTH:
        return tr("Last 30 days")
    if range_ is Range.TWELVE_WEEKS:
        return tr("Last 12 weeks")
    return tr("Last year") if range_ is Range.YEAR else tr("All of the past")


def sides_of(trained: Sequence[Trained]) -> tuple[Amount, Amount]:
    """What was done on the left and on the right alone."""
    left, right = [one.left for one in trained], [one.right for one in trained]
    return _sum(left), _sum(right)


def balance_words(left: Amount, right: Amount) -> str:
    """Such as "Left 412 · Right 398 reps, nearly even"; holds where there are no reps."""
    if left.reps or right.reps:
        figures = tr_n(
            "Left {left} · Right {n} rep",
            "Left {left} · Right {n} reps",
            right.reps,
            left=left.reps,
        )
        more = reps_words(abs(left.reps - right.reps))
        return f"{figures}, {even_words(left.reps, right.reps, more)}"
    if round(left.hold_s) or round(right.hold_s):
        figures = tr(
            "Left {left} · Right {right} held",
            left=duration_words(left.hold_s),
            right=duration_words(right.hold_s),
        )
        more = duration_words(abs(left.hold_s - right.hold_s))
        return f"{figures}, {even_words(round(left.hold_s), round(right.hold_s), more)}"
    return tr("Nothing was done on one side alone")


def even_words(left: float, right: float, more: str) -> str:
    """Such as "even", "8 reps more on the left", of which `more` is "8 reps"."""
    if left == right:
        return tr("even")
    if abs(left - right) <= NEARLY * max(left, right):
        return tr("nearly even")
    return more_words(left, right, more)


def more_words(left: float, right: float, more: str) -> str:
    """Such as "8 reps more on the left", of which `more` is "8 reps"."""
    # L: {amount} is such as "8 reps" or "30 s".
    if left > right:
        return tr("{amount} more on the left", amount=more)
    # L: {amount} is such as "8 reps" or "30 s".
    return tr("{amount} more on the right", amount=more)


def _sum(amounts: Sequence[Amount]) -> Amount:
    return Amount(sum(one.reps for one in amounts), sum(one.hold_s for one in amounts))


def pain_words(pain: Sequence[Pain]) -> str:
    """Such as "Pain 3 of 10: knee, left"; the worst one, empty where nothing hurt."""
    worst = max(pain, key=_score, default=None)
    if worst is None or not worst.score:
        return ""
    values = {"score": worst.score, "place": place_words(worst.place).lower()}
    if worst.side is Side.LEFT:
        return tr("Pain {score} of 10: {place}, left", **values)
    if worst.side is Side.RIGHT:
        return tr("Pain {score} of 10: {place}, right", **values)
    return tr("Pain {score} of 10: {place}", **values)


def _score(pain: Pain) -> int:
    return pain.score
