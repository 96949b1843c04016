"""Minutes a week, and whether the week had as many sessions as the goal asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hiptimer.model.past import WeekTotal
from hiptimer.model.words import duration_words, minutes_words, plural
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
)
from hiptimer.ui.history.charts.periods import Grain, grain_for, labels, range_words
from hiptimer.ui.history.charts.scale import ticks_for, top_for
from hiptimer.ui.theme import Tone

EMPTY = "No session in this time. Each one you finish adds its minutes here."
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
        return TimeChart(Heading("Minutes a week", empty=EMPTY))
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
    return f"goal {goal}" if grain is Grain.WEEK else "met"


def _ticks(stretches: Sequence[Stretch], grain: Grain) -> tuple[Tick, ...]:
    written = labels([stretch.start for stretch in stretches])
    last = len(stretches) - 1
    is_by_day = bool(written) and written[-1][0] == last and len(written) == last + 1
    if grain is Grain.WEEK and is_by_day:
        written[-1] = (last, "this week")
    return tuple(Tick(place, words) for place, words in written)


def _words(stretch: Stretch, goal: int, grain: Grain) -> str:
    name = f"This {grain}" if stretch.is_now else grain.words(stretch.start)
    if not stretch.sessions:
        return f"{name}: no session"
    done = f"{minutes_words(stretch.seconds)} in {plural(stretch.sessions, 'session')}"
    if grain is Grain.WEEK:
        verdict = _week_verdict(stretch, goal)
    else:
        verdict = f"goal met in {stretch.met} of {plural(stretch.weeks, 'week')}"
    return f"{name}: {done}, {verdict}"


def _week_verdict(stretch: Stretch, goal: int) -> str:
    if stretch.met:
        return "goal met"
    return f"{goal - stretch.sessions} short of the goal of {goal}"


def _dates(weeks: Sequence[WeekTotal], today: date | None) -> str:
    last = weeks[-1].monday
    return range_words(weeks[0].monday, today or last + min(TO_SUNDAY, date.max - last))


def _heading(dates: str, stretches: Sequence[Stretch], goal: int, grain: Grain) -> Heading:
    met = sum(stretch.met for stretch in stretches)
    sessions = plural(sum(stretch.sessions for stretch in stretches), "session")
    length = duration_words(sum(stretch.seconds for stretch in stretches))
    over = sum(stretch.weeks for stretch in stretches)
    counted = "sessions" if grain is Grain.WEEK else "weeks that met it"
    return Heading(
        title=f"Minutes a {grain}",
        range_words=dates,
        summary=f"{length} in {sessions}. Goal met in {met} of {plural(over, 'week')}.",
        legend=(
            Key(Shape.DISC, Tone.ACCENT, f"goal of {plural(goal, 'session')} a week met"),
            Key(Shape.RING, Tone.ACCENT, "not met"),
            Key(Shape.NONE, Tone.MUTED, f"numbers: {counted}"),
        ),
    )
