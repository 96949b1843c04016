"""Minutes a week, and whether the week had as many sessions as the goal asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hiptimer.model.language import later, tr, tr_in, tr_n
from hiptimer.model.past import WeekTotal
from hiptimer.model.time_words import duration_words, minutes_words
from hiptimer.ui.history.charts.chart import (
    Bar,
    Heading,
    Key,
    Mark,
    Shape,
    Stop,
    Strip,
    Tick,
    TimeChart,
    said_of,
)
from hiptimer.ui.history.charts.periods import Grain, grain_for, labels, range_words
from hiptimer.ui.history.charts.scale import ticks_for, top_for
from hiptimer.ui.theme import Tone

EMPTY = later("No session in this time. Each one you finish adds its minutes here.")
TITLES = {
    Grain.WEEK: later("Minutes a week"),
    Grain.MONTH: later("Minutes a month"),
    Grain.YEAR: later("Minutes a year"),
}
NOW = {
    Grain.WEEK: later("This week"),
    Grain.MONTH: later("This month"),
    Grain.YEAR: later("This year"),
}
TO_THURSDAY = timedelta(days=3)
TO_SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week, or the weeks of a month or a year. `met` are those that reached the goal."""

    start: date
    weeks: int
    met: int
    sessions: int
    seconds: float
    met_seconds: float
    is_now: bool


def weeks_chart(weeks: Sequence[WeekTotal], goal: int, today: date | None = None) -> TimeChart:
    """`weeks` in order without gaps, the last of them this week; `goal` in sessions a week.

    `today` ends the dates in words, else the Sunday of the last week does.

    Weeks become months when there are more than 60, and years when there are more than 60 months.
    """
    if not any(week.sessions for week in weeks):
        return TimeChart(Heading(tr(TITLES[Grain.WEEK]), empty=tr(EMPTY)))
    grain = grain_for(weeks[0].monday, weeks[-1].monday)
    stretches = _stretches(weeks, goal, grain)
    top = top_for(max(stretch.seconds for stretch in stretches) / 60)
    return TimeChart(
        heading=_heading(_dates(weeks, today), stretches, goal, grain),
        stops=tuple(Stop(_words(stretch, goal, grain)) for stretch in stretches),
        places=tuple(float(place) for place in range(len(stretches))),
        left=-0.5,
        right=len(stretches) - 0.5,
        top=top,
        ticks=_ticks(stretches, grain),
        left_ticks=ticks_for(top),
        bars=tuple(bar for place, one in enumerate(stretches) for bar in _bars(place, one)),
        strips=(Strip(_strip_name(goal, grain), _marks(stretches, grain)),),
    )


def _stretches(weeks: Sequence[WeekTotal], goal: int, grain: Grain) -> list[Stretch]:
    grouped: dict[date, list[WeekTotal]] = {}
    for week in weeks:
        grouped.setdefault(grain.start(_middle(week.monday)), []).append(week)
    return [
        _stretch(start, part, goal, is_now=weeks[-1] in part) for start, part in grouped.items()
    ]


def _middle(monday: date) -> date:
    """A day of the month and the year that most of the week lies in."""
    return monday + min(TO_THURSDAY, date.max - monday)


def _stretch(start: date, part: Sequence[WeekTotal], goal: int, *, is_now: bool) -> Stretch:
    met = [week for week in part if week.sessions >= goal]
    return Stretch(
        start=start,
        weeks=len(part),
        met=len(met),
        sessions=sum(week.sessions for week in part),
        seconds=sum(week.seconds for week in part),
        met_seconds=sum(week.seconds for week in met),
        is_now=is_now,
    )


def _bars(place: int, stretch: Stretch) -> list[Bar]:
    """What was done in weeks that met the goal is full and stands below the rest."""
    tone = Tone.WORK if stretch.is_now else Tone.ACCENT
    met, whole = stretch.met_seconds / 60, stretch.seconds / 60
    bars = [Bar(place, met, tone)] if met else []
    return bars + ([Bar(place, whole, tone, bottom=met, full=False)] if whole > met else [])


def _marks(stretches: Sequence[Stretch], grain: Grain) -> tuple[Mark, ...]:
    """In each place a count: of sessions for a week, of weeks that met the goal otherwise."""
    return tuple(
        Mark(
            x=place,
            y=0,
            shape=Shape.DISC if one.met == one.weeks else Shape.RING,
            tone=Tone.ACCENT,
            words=str(one.sessions if grain is Grain.WEEK else one.met),
        )
        for place, one in enumerate(stretches)
        if one.sessions
    )


def _strip_name(goal: int, grain: Grain) -> str:
    if grain is Grain.WEEK:
        return tr("goal {goal}", goal=goal)
    # L: Before a row of numbers: in how many weeks the goal was met.
    return tr_in("weeks", "met")


def _ticks(stretches: Sequence[Stretch], grain: Grain) -> tuple[Tick, ...]:
    written = labels([stretch.start for stretch in stretches])
    last = len(stretches) - 1
    is_by_day = bool(written) and written[-1][0] == last and len(written) == last + 1
    if grain is Grain.WEEK and is_by_day:
        written[-1] = (last, tr("this week"))
    return tuple(Tick(place, words) for place, words in written)


def _words(stretch: Stretch, goal: int, grain: Grain) -> str:
    name = tr(NOW[grain]) if stretch.is_now else grain.words(stretch.start)
    if not stretch.sessions:
        return said_of(name, tr("no session"))
    done = tr_n(
        "{length} in {n} session",
        "{length} in {n} sessions",
        stretch.sessions,
        length=minutes_words(stretch.seconds),
    )
    if grain is Grain.WEEK:
        return said_of(name, done, _week_verdict(stretch, goal))
    verdict = tr_n(
        "goal met in {met} of {n} week",
        "goal met in {met} of {n} weeks",
        stretch.weeks,
        met=stretch.met,
    )
    return said_of(name, done, verdict)


def _week_verdict(stretch: Stretch, goal: int) -> str:
    if stretch.met:
        return tr("goal met")
    # L: n is a number of sessions.
    return tr_n(
        "{n} short of the goal of {goal}",
        "{n} short of the goal of {goal}",
        goal - stretch.sessions,
        goal=goal,
    )


def _dates(weeks: Sequence[WeekTotal], today: date | None) -> str:
    last = weeks[-1].monday
    return range_words(weeks[0].monday, today or last + min(TO_SUNDAY, date.max - last))


def _heading(dates: str, stretches: Sequence[Stretch], goal: int, grain: Grain) -> Heading:
    counted = tr("numbers: sessions")
    if grain is not Grain.WEEK:
        # L: What the numbers in a row below the chart count.
        counted = tr("numbers: weeks that met it")
    reached = tr_n("goal of {n} session a week met", "goal of {n} sessions a week met", goal)
    return Heading(
        title=tr(TITLES[grain]),
        range_words=dates,
        summary=f"{_length_sentence(stretches)} {_goal_sentence(stretches)}",
        legend=(
            Key(Shape.DISC, Tone.ACCENT, reached),
            # L: The goal of so many sessions a week.
            Key(Shape.RING, Tone.ACCENT, tr("not met")),
            Key(Shape.NONE, Tone.MUTED, counted),
        ),
    )


def _length_sentence(stretches: Sequence[Stretch]) -> str:
    length = duration_words(sum(stretch.seconds for stretch in stretches))
    sessions = sum(stretch.sessions for stretch in stretches)
    return tr_n("{length} in {n} session.", "{length} in {n} sessions.", sessions, length=length)


def _goal_sentence(stretches: Sequence[Stretch]) -> str:
    met = sum(stretch.met for stretch in stretches)
    weeks = sum(stretch.weeks for stretch in stretches)
    return tr_n("Goal met in {met} of {n} week.", "Goal met in {met} of {n} weeks.", weeks, met=met)
