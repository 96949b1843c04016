"""Effort and the worst pain over time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.past import Felt
from hiptimer.model.past_words import sessions_words
from hiptimer.model.time_words import clock_words, full_date_words
from hiptimer.model.words import number_words, tenths_words
from hiptimer.ui.history.charts.chart import (
    Bar,
    Heading,
    Key,
    Line,
    Mark,
    Shape,
    Stop,
    Tick,
    TimeChart,
    said_of,
)
from hiptimer.ui.history.charts.periods import (
    Grain,
    grain_for,
    labels,
    range_words,
    starts,
)
from hiptimer.ui.theme import Tone

TITLE = later("How it felt")
EMPTY = later("No effort noted yet. It is asked at the end of a workout.")
HIGHEST = 10.0
MOST_SESSIONS = 120
MOST_POINTS = 260
DAY_S = 86400.0
STEM = 0.0


@dataclass(frozen=True, slots=True)
class Point:
    """A session at `x`, or all of a stretch: mean effort, how far it went, worst pain."""

    x: float
    effort: float | None
    least: float
    most: float
    pain: int
    words: str


def felt_chart(felt: Sequence[Felt], range_: tuple[date, date] | None = None) -> TimeChart:
    """`felt` in order of time; the axis goes over all of `range_`, or else as far as they do.

    Every session up to 120; of more, the finest of weeks, months and years that makes at most
    260 points: the mean effort of each with its lowest and highest, and its worst pain.
    """
    if not any(one.effort is not None or one.pain for one in felt):
        return TimeChart(Heading(tr(TITLE), empty=tr(EMPTY)))
    begin, end = felt[0].started_at.date(), felt[-1].started_at.date()
    if range_ is not None:
        begin, end = min(begin, range_[0]), max(end, range_[1])
    is_each = len(felt) <= MOST_SESSIONS
    if is_each:
        origin = begin.toordinal()
        points = [_session(one, origin) for one in felt]
        ticks = _day_ticks(begin, end)
        right = max(7.0, end.toordinal() + 1.0 - origin)
    else:
        grain = grain_for(begin, end, MOST_POINTS)
        begins = starts(grain, begin, end)
        points = _stretches(felt, grain, begins)
        ticks = tuple(Tick(float(place), words) for place, words in labels(begins))
        right = float(len(begins))
    heading = _heading(felt, range_words(begin, end), is_each=is_each)
    chart = _chart(points, right, heading)
    if not is_each:
        return replace(chart, ticks=ticks)
    # Stems only where each is a session: of whole months they would be a fence.
    stems = tuple(_stem(point) for point in points if point.pain)
    return replace(chart, ticks=ticks, bars=chart.bars + stems, slot=0.0)


def _chart(points: Sequence[Point], right: float, heading: Heading) -> TimeChart:
    margin = right * 0.012
    said = [point for point in points if point.effort is not None]
    return TimeChart(
        heading=heading,
        stops=tuple(Stop(point.words) for point in points),
        places=tuple(point.x for point in points),
        left=-margin,
        right=right + margin,
        top=HIGHEST,
        left_ticks=tuple(Tick(float(value), str(value)) for value in (0, 2, 4, 6, 8, 10)),
        bars=tuple(_spread(point) for point in said if point.most > point.least),
        lines=_lines(points),
        marks=(
            *(Mark(one.x, one.effort or 0.0, Shape.DISC, Tone.ACCENT) for one in said),
            *(Mark(p.x, p.pain, Shape.DIAMOND, Tone.WORK) for p in points if p.pain),
        ),
    )


def _spread(point: Point) -> Bar:
    return Bar(point.x, point.most, Tone.ACCENT_SOFT, bottom=point.least, width=0.8)


def _stem(point: Point) -> Bar:
    """A stem from nothing up to the pain: it stands out where it was felt."""
    return Bar(point.x, point.pain, Tone.WORK, width=STEM)


def _lines(points: Sequence[Point]) -> tuple[Line, ...]:
    """From effort to effort, broken where none was said."""
    return tuple(
        Line(tuple((point.x, point.effort or 0.0) for point in run), Tone.ACCENT)
        for is_said, part in groupby(points, key=_is_said)
        if is_said and len(run := list(part)) > 1
    )


def _is_said(point: Point) -> bool:
    return point.effort is not None


def _session(felt: Felt, origin: int) -> Point:
    started = felt.started_at
    x = started.toordinal() - origin + (started.hour * 3600 + started.minute * 60) / DAY_S
    effort = felt.effort or 0.0
    words = said_of(_when(started), _effort_words(felt.effort), _pain_words(felt.pain))
    return Point(x, felt.effort, effort, effort, felt.pain, words)


def _stretches(felt: Sequence[Felt], grain: Grain, begins: Sequence[date]) -> list[Point]:
    grouped: dict[date, list[Felt]] = {}
    for one in felt:
        grouped.setdefault(grain.start(one.started_at.date()), []).append(one)
    return [
        _stretch(place + 0.5, grain.words(start), grouped.get(start, []))
        for place, start in enumerate(begins)
    ]


def _stretch(x: float, name: str, felt: Sequence[Felt]) -> Point:
    efforts = [one.effort for one in felt if one.effort is not None]
    pain = max((one.pain for one in felt), default=0)
    if not felt:
        return Point(x, None, 0.0, 0.0, 0, said_of(name, tr("no session")))
    sessions = f"{name}, {sessions_words(len(felt))}"
    if not efforts:
        words = said_of(sessions, _effort_words(None), _pain_words(pain))
        return Point(x, None, 0.0, 0.0, pain, words)
    mean, least, most = sum(efforts) / len(efforts), min(efforts), max(efforts)
    worst = tr("worst pain {score}", score=pain) if pain else _pain_words(0)
    words = said_of(sessions, _mean_words(mean, least, most), worst)
    return Point(x, mean, least, most, pain, words)


def _when(started: datetime) -> str:
    # L: A day and a time, such as Fri 07:05.
    return tr("{day} {time}", day=full_date_words(started.date()), time=clock_words(started))


def _effort_words(effort: float | None) -> str:
    if effort is None:
        return tr("effort not said")
    return tr("effort {effort}", effort=number_words(effort))


def _mean_words(mean: float, least: float, most: float) -> str:
    if least == most:
        return tr("effort {mean} on average", mean=tenths_words(mean))
    return tr(
        "effort {mean} on average ({least} to {most})",
        mean=tenths_words(mean),
        least=number_words(least),
        most=number_words(most),
    )


def _pain_words(pain: int) -> str:
    return tr("pain {score}", score=pain) if pain else tr("no pain noted")


def _day_ticks(begin: date, end: date) -> tuple[Tick, ...]:
    """Mondays, or beginnings of months or years, by their distance from `begin`."""
    grain = grain_for(begin, end, 16)
    days = [day for day in starts(grain, begin, end) if day >= begin]
    written = labels(days) if days else []
    return tuple(Tick(float((days[at] - begin).days), words) for at, words in written)


def _heading(felt: Sequence[Felt], dates: str, *, is_each: bool) -> Heading:
    efforts = [one.effort for one in felt if one.effort is not None]
    hurt = [one for one in felt if one.pain]
    mean = tr("effort on average")
    legend = [Key(Shape.DISC, Tone.ACCENT, tr("effort") if is_each else mean)]
    if not is_each:
        legend.append(Key(Shape.SQUARE, Tone.ACCENT_SOFT, tr("lowest to highest")))
    if hurt:
        legend.append(Key(Shape.DIAMOND, Tone.WORK, tr("worst pain")))
    said = f"{_efforts_sentence(efforts, len(felt))} {_pain_sentence(hurt)}"
    return Heading(tr(TITLE), dates, said, legend=tuple(legend))


def _efforts_sentence(efforts: Sequence[float], sessions: int) -> str:
    if not efforts:
        return tr_n("No effort noted in {n} session.", "No effort noted in {n} sessions.", sessions)
    return tr_n(
        "Effort {mean} on average, noted in {noted} of {n} session.",
        "Effort {mean} on average, noted in {noted} of {n} sessions.",
        sessions,
        mean=tenths_words(sum(efforts) / len(efforts)),
        noted=len(efforts),
    )


def _pain_sentence(hurt: Sequence[Felt]) -> str:
    if not hurt:
        return tr("No pain noted.")
    worst = max(one.pain for one in hurt)
    # L: n is a number of sessions.
    return tr_n(
        "Pain in {n}, at worst {worst}.", "Pain in {n}, at worst {worst}.", len(hurt), worst=worst
    )
