"""One exercise over time: how much was done each time, at which level, and how it felt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hiptimer.model.language import later, later_in, tr, tr_in, tr_n
from hiptimer.model.past import Amount, StoryPoint
from hiptimer.model.session import Rating
from hiptimer.model.time_words import duration_words, full_date_words
from hiptimer.model.words import joined, number_words
from hiptimer.ui.history.charts.chart import (
    Bar,
    Heading,
    Key,
    Mark,
    Shape,
    Span,
    Stop,
    Strip,
    Tick,
    TimeChart,
    said_of,
)
from hiptimer.ui.history.charts.periods import (
    MOST_BARS,
    Grain,
    grain_for,
    labels,
    range_words,
)
from hiptimer.ui.history.charts.scale import ticks_for, top_for
from hiptimer.ui.theme import Tone

EMPTY = later("Not done yet. Every time you do it adds a bar here.")
NOT_CHOSEN = later("Choose one under Exercises, by a click or with Enter, to see its story.")
HARDEST = 10.0
RATINGS = {
    Rating.EASY: (Shape.DOWN, Tone.ACCENT, later_in("how an exercise felt", "easy")),
    Rating.RIGHT: (Shape.DISC, Tone.ACCENT, later_in("how an exercise felt", "just right")),
    Rating.TOO_MUCH: (Shape.UP, Tone.WORK, later_in("how an exercise felt", "too much")),
}
# What a bar is, by whether there are reps and whether there are held seconds.
EACH_BAR = {
    (True, False): later("Each bar is the reps of one session."),
    (False, True): later("Each bar is the seconds held of one session."),
    (True, True): later("Each bar is the reps or seconds held of one session."),
}
MEAN_BAR = {
    (True, False): later("Each bar is the reps a session had on average."),
    (False, True): later("Each bar is the seconds held a session had on average."),
    (True, True): later("Each bar is the reps or seconds held a session had on average."),
}


@dataclass(frozen=True, slots=True)
class Time:
    """The exercise in one session, or on average in the sessions of a stretch."""

    day: date
    name: str
    words: str
    left: Amount
    right: Amount
    both: Amount
    level: int
    exercise: str
    rating: Rating | None
    effort: float | None

    @property
    def highest_reps(self) -> float:
        return float(max(self.left.reps, self.right.reps, self.both.reps))

    @property
    def longest_hold(self) -> float:
        return max(self.left.hold_s, self.right.hold_s, self.both.hold_s)


def story_chart(name: str, points: Sequence[StoryPoint]) -> TimeChart:
    """`points` in order of time. More than 60 are put together by weeks, months or years."""
    title = tr("{exercise}: its story", exercise=name) if name else tr("Its story")
    if not points:
        return TimeChart(Heading(title, empty=tr(EMPTY if name else NOT_CHOSEN)))
    times = _times(points)
    tops = _tops(times)
    is_held = not tops[0]
    left_top = (tops[1] if is_held else tops[0]) or 1.0
    return TimeChart(
        heading=_heading(title, points, times, tops),
        stops=tuple(Stop(time.words) for time in times),
        places=tuple(float(place) for place in range(len(times))),
        left=-0.5,
        right=max(len(times), 6) - 0.5,
        top=1.0,
        ticks=tuple(Tick(at, words) for at, words in labels([time.day for time in times])),
        left_ticks=_shrunk(left_top, "s" if is_held else ""),
        right_ticks=_shrunk(tops[1], "s") if tops[1] and not is_held else (),
        bars=tuple(bar for place, time in enumerate(times) for bar in _bars(place, time, tops)),
        strips=_strips(times),
        spans=_spans(times),
        spans_name=tr("level"),
    )


def _times(points: Sequence[StoryPoint]) -> list[Time]:
    if len(points) <= MOST_BARS:
        return [_one(point) for point in points]
    grain = grain_for(points[0].day, points[-1].day)
    grouped = groupby(points, key=lambda point: (grain.start(point.day), point.exercise_id))
    return [_average(grain, start, list(part)) for (start, _id), part in grouped]


def _one(point: StoryPoint) -> Time:
    day = full_date_words(point.day)
    return Time(
        day=point.day,
        name=day,
        words=said_of(
            _at_level(day, point.level),
            _done(point),
            "" if point.rating is None else _rating_words(point.rating),
            _effort_words(point.effort),
        ),
        left=point.left,
        right=point.right,
        both=point.both,
        level=point.level,
        exercise=point.name,
        rating=point.rating,
        effort=point.effort,
    )


def _average(grain: Grain, start: date, points: Sequence[StoryPoint]) -> Time:
    """What a session of the stretch had on average; its commonest rating and mean effort."""
    ratings = [point.rating for point in points if point.rating is not None]
    efforts = [point.effort for point in points if point.effort is not None]
    # Of two that are as common, the harder one.
    rating = max(reversed(Rating), key=ratings.count) if ratings else None
    effort = round(sum(efforts) / len(efforts), 1) if efforts else None
    last = points[-1]
    left, right, both = (
        _mean([point.left for point in points]),
        _mean([point.right for point in points]),
        _mean([point.both for point in points]),
    )
    name = grain.words(start)
    times = tr_n("{n} time", "{n} times", len(points)) if len(points) > 1 else tr("once")
    # L: {rating} is such as "too much".
    mostly = "" if rating is None else tr("mostly {rating}", rating=_rating_words(rating))
    return Time(
        day=start,
        name=name,
        words=said_of(
            _at_level(name, last.level),
            times,
            # L: {amounts} is such as "left 12, right 10 reps".
            tr("on average {amounts}", amounts=_amounts(left, right, both)),
            mostly,
            _effort_words(effort),
        ),
        left=left,
        right=right,
        both=both,
        level=last.level,
        exercise=last.name,
        rating=rating,
        effort=effort,
    )


def _mean(amounts: Sequence[Amount]) -> Amount:
    """To the nearest rep."""
    size = len(amounts)
    reps = round(sum(amount.reps for amount in amounts) / size)
    return Amount(reps, sum(amount.hold_s for amount in amounts) / size)


def _at_level(when: str, level: int) -> str:
    return f"{when}, {tr('level {level}', level=level)}"


def _done(point: StoryPoint) -> str:
    words = _amounts(point.left, point.right, point.both)
    if point.sets <= 1:
        return words
    # L: {amounts} is such as "left 12, right 10 reps".
    return tr_n("{amounts} in {n} set", "{amounts} in {n} sets", point.sets, amounts=words)


def _amounts(left: Amount, right: Amount, both: Amount) -> str:
    """Such as "left 12, right 10 reps", "20 reps", "left 30 s, right 25 s held"."""
    reps = _by_side([str(amount.reps) if amount.reps else "" for amount in (left, right, both)])
    held = _by_side(
        [duration_words(a.hold_s) if round(a.hold_s) else "" for a in (left, right, both)]
    )
    # L: {amounts} is such as "left 12, right 10".
    said = [tr("{amounts} reps", amounts=reps)] if reps else []
    said += [tr("{duration} held", duration=held)] if held else []
    return joined(said) or tr("nothing counted")


def _by_side(figures: Sequence[str]) -> str:
    """`figures` of left, right and both, "" for none."""
    left, right, both = figures
    said = [
        tr("left {amount}", amount=left) if left else "",
        tr("right {amount}", amount=right) if right else "",
        both,
    ]
    return ", ".join(one for one in said if one)


def _rating_words(rating: Rating) -> str:
    return tr_in("how an exercise felt", RATINGS[rating][2])


def _effort_words(effort: float | None) -> str:
    return "" if effort is None else tr("effort {effort}", effort=number_words(effort))


def _tops(times: Sequence[Time]) -> tuple[float, float]:
    """The ends of the scales of reps and of held seconds; 0 for a unit that does not occur."""
    reps = max(time.highest_reps for time in times)
    held = max(time.longest_hold for time in times)
    return (top_for(reps) if reps else 0.0, top_for(held) if round(held) else 0.0)


def _shrunk(top: float, unit: str) -> tuple[Tick, ...]:
    return tuple(Tick(tick.at / top, tick.words) for tick in ticks_for(top, unit))


def _bars(place: int, time: Time, tops: tuple[float, float]) -> list[Bar]:
    """Left stands at the left, right at the right; held seconds beside reps have an outline."""
    bars: list[Bar] = []
    is_sided = time.left != Amount() or time.right != Amount()
    is_mixed = bool(tops[0] and tops[1])
    for amount, shift, tone in (
        (time.left, -0.19, Tone.ACCENT),
        (time.right, 0.19, Tone.REST),
        (time.both, 0.0, Tone.ACCENT),
    ):
        width = 0.34 if is_sided and shift else 0.68
        if amount.reps:
            bars.append(Bar(place + shift, amount.reps / tops[0], tone, width=width))
        elif round(amount.hold_s):
            height = amount.hold_s / tops[1]
            bars.append(Bar(place + shift, height, tone, width=width, full=not is_mixed))
    return bars


def _strips(times: Sequence[Time]) -> tuple[Strip, ...]:
    felt = tuple(
        Mark(place, 0, *RATINGS[time.rating][:2])
        for place, time in enumerate(times)
        if time.rating is not None
    )
    effort = tuple(
        Mark(place, time.effort / HARDEST, Shape.COLUMN, Tone.MUTED, number_words(time.effort))
        for place, time in enumerate(times)
        if time.effort is not None
    )
    # L: Before a row of marks that say how an exercise felt each time.
    strips = (Strip(tr("felt"), felt), Strip(tr("effort"), effort))
    return tuple(strip for strip in strips if strip.marks)


def _spans(times: Sequence[Time]) -> tuple[Span, ...]:
    """One for each run of times at one level."""
    spans: list[Span] = []
    place = 0
    for (level, name), part in groupby(times, key=lambda time: (time.level, time.exercise)):
        size = len(list(part))
        spans.append(Span(place - 0.5, place + size - 0.5, f"{level}  {name}"))
        place += size
    return tuple(spans)


def _heading(
    title: str, points: Sequence[StoryPoint], times: Sequence[Time], tops: tuple[float, float]
) -> Heading:
    legend: list[Key] = []
    if any(time.left != Amount() or time.right != Amount() for time in times):
        legend += [
            Key(Shape.SQUARE, Tone.ACCENT, tr_in("side of the body", "left")),
            Key(Shape.SQUARE, Tone.REST, tr_in("side of the body", "right")),
        ]
    if tops[0] and tops[1]:
        legend.append(Key(Shape.HOLLOW, Tone.ACCENT, tr("seconds held")))
    rated = {time.rating for time in times if time.rating is not None}
    for rating in Rating:
        if rating in rated:
            legend.append(Key(*RATINGS[rating][:2], _rating_words(rating)))
    bars = MEAN_BAR if len(times) < len(points) else EACH_BAR
    each = bars.get((bool(tops[0]), bool(tops[1])), "")
    said = " ".join(words for words in (_done_sentence(points), tr(each) if each else "") if words)
    dates = range_words(points[0].day, points[-1].day)
    return Heading(title, dates, said, legend=tuple(legend))


def _done_sentence(points: Sequence[StoryPoint]) -> str:
    """Such as "Done 12 times, level 1 to 3."."""
    first, last, times = points[0].level, points[-1].level, len(points)
    if first != last:
        return tr_n(
            "Done {n} time, level {first} to {last}.",
            "Done {n} times, level {first} to {last}.",
            times,
            first=first,
            last=last,
        )
    return tr_n("Done {n} time.", "Done {n} times.", times) if times > 1 else tr("Done once.")
