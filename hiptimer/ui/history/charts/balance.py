"""Left against right, exercise by exercise and in all."""

from collections.abc import Callable, Sequence

from hiptimer.model.language import later, tr
from hiptimer.model.past import Amount, Trained
from hiptimer.model.past_words import more_words
from hiptimer.model.time_words import duration_words
from hiptimer.model.words import reps_words
from hiptimer.ui.history.charts.chart import Group, Heading, Row, RowChart, Stop

TITLE = later("Left and right")
EMPTY = later(
    "Nothing done one side at a time in this time. Exercises with a left and a right count here."
)
Part = Callable[[Amount], float]


def balance_chart(trained: Sequence[Trained], dates: str) -> RowChart:
    """Only what was done on one side at a time; `dates` says the range in words."""
    sided = [one for one in trained if _reps(one.left) or _reps(one.right)]
    held = [one for one in trained if _held(one.left) or _held(one.right)]
    if not sided and not held:
        return RowChart(Heading(tr(TITLE), dates, empty=tr(EMPTY)))
    totals = [
        _row(tr("Reps"), "", _sum(sided, _reps), "reps"),
        _row(tr("Held"), "", _sum(held, _held), "s"),
    ]
    present = tuple(row for row, list_ in zip(totals, (sided, held), strict=True) if list_)
    groups = (
        Group(tr("In all"), present),
        Group(tr("Reps by exercise"), _rows(sided, _reps, "reps")),
        Group(tr("Held by exercise"), _rows(held, _held, "s")),
    )
    summary = ". ".join(row.stop.words for row in present) + "."
    return RowChart(
        Heading(tr(TITLE), dates, summary), tuple(group for group in groups if group.rows)
    )


def _reps(amount: Amount) -> float:
    return float(amount.reps)


def _held(amount: Amount) -> float:
    return float(round(amount.hold_s))


def _sum(trained: Sequence[Trained], part: Part) -> tuple[float, float]:
    return sum(part(one.left) for one in trained), sum(part(one.right) for one in trained)


def _rows(trained: Sequence[Trained], part: Part, unit: str) -> tuple[Row, ...]:
    """The most done first; all bars on one scale."""
    listed = sorted(trained, key=lambda one: (-part(one.left) - part(one.right), one.name))
    most = max((max(part(one.left), part(one.right)) for one in listed), default=1.0)
    return tuple(
        _row(one.name, one.id, (part(one.left), part(one.right)), unit, most) for one in listed
    )


def _row(name: str, key: str, pair: tuple[float, float], unit: str, most: float = 0.0) -> Row:
    """`pair` is left and right; a bar of `most` is as long as there is room."""
    left, right = pair
    scale = most or max(left, right, 1.0)
    figures = (_figure(left, unit), _figure(right, unit))
    # L: {name} is an exercise or "Reps", {right} is such as "12 reps" or "30 s".
    words = tr(
        "{name}: left {left}, right {right}",
        name=name,
        left=figures[0],
        right=_with_unit(right, unit),
    )
    return Row(
        name=name,
        stop=Stop(words, key),
        lengths=(left / scale, right / scale),
        figures=figures,
        verdict=_verdict(left, right, unit),
    )


def _verdict(left: float, right: float, unit: str) -> str:
    """Such as "8 reps more on the left", or "even"."""
    if left == right:
        return tr("even")
    return more_words(left, right, _with_unit(abs(left - right), unit))


def _figure(value: float, unit: str) -> str:
    return f"{round(value)}" if unit == "reps" else duration_words(value)


def _with_unit(value: float, unit: str) -> str:
    return reps_words(round(value)) if unit == "reps" else duration_words(value)
