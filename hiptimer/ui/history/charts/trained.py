"""What was trained: reps and held seconds, apart, from the most to the least."""

from collections.abc import Sequence

from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.past import Amount, Trained
from hiptimer.model.time_words import duration_words
from hiptimer.model.words import joined, muscle_words, reps_words
from hiptimer.ui.history.charts.chart import Group, Heading, Row, RowChart, Stop, said_of
from hiptimer.ui.history.charts.kinds import ChartKind

EMPTY = {
    ChartKind.EXERCISES: later(
        "No exercise done in this time. What you do is counted here by itself."
    ),
    ChartKind.MUSCLES: later(
        "Nothing trained in this time. Each exercise counts for its main muscles."
    ),
}
TITLES = {
    ChartKind.EXERCISES: later("What you did"),
    ChartKind.MUSCLES: later("What you trained"),
}


def trained_chart(kind: ChartKind, trained: Sequence[Trained], dates: str) -> RowChart:
    """Of exercises or of muscles; `dates` says the range in words."""
    done = [one for one in trained if one.total.reps or round(one.total.hold_s)]
    if not done:
        return RowChart(Heading(tr(TITLES[kind]), dates, empty=tr(EMPTY[kind])))
    groups = (_group(kind, done, is_reps=True), _group(kind, done, is_reps=False))
    return RowChart(_heading(kind, done, dates), tuple(group for group in groups if group.rows))


def _group(kind: ChartKind, trained: Sequence[Trained], *, is_reps: bool) -> Group:
    amounts = [(_amount(one.total, is_reps=is_reps), one) for one in trained]
    listed = sorted(
        ((amount, one) for amount, one in amounts if round(amount)),
        key=lambda pair: (-pair[0], pair[1].name),
    )
    most = listed[0][0] if listed else 1.0
    rows = tuple(_row(one, amount / most, kind, is_reps=is_reps) for amount, one in listed)
    return Group(tr("Reps") if is_reps else tr("Held"), rows)


def _amount(amount: Amount, *, is_reps: bool) -> float:
    return float(amount.reps) if is_reps else amount.hold_s


def _row(one: Trained, length: float, kind: ChartKind, *, is_reps: bool) -> Row:
    if is_reps:
        said = figure = reps_words(one.total.reps)
    else:
        figure = duration_words(one.total.hold_s)
        said = tr("{duration} held", duration=figure)
    label = muscle_words(one.id) if kind is ChartKind.MUSCLES else one.name
    key = one.id if kind is ChartKind.EXERCISES else ""
    words = said_of(label, said, *_sides(one, is_reps=is_reps))
    return Row(label, Stop(words, key), (length,), (figure,))


def _sides(one: Trained, *, is_reps: bool) -> list[str]:
    """Such as "left 120", "right 112", "both 20"; nothing where no side was worked alone."""
    left, right, both = (
        round(_amount(amount, is_reps=is_reps)) for amount in (one.left, one.right, one.both)
    )
    if not (left or right):
        return []
    said = []
    if left:
        said.append(tr("left {amount}", amount=_figure(one.left, is_reps=is_reps)))
    if right:
        said.append(tr("right {amount}", amount=_figure(one.right, is_reps=is_reps)))
    if both:
        # L: Done with both sides at once.
        said.append(tr("both {amount}", amount=_figure(one.both, is_reps=is_reps)))
    return said


def _figure(amount: Amount, *, is_reps: bool) -> str:
    return str(amount.reps) if is_reps else duration_words(amount.hold_s)


def _heading(kind: ChartKind, trained: Sequence[Trained], dates: str) -> Heading:
    title = tr(TITLES[kind])
    if kind is ChartKind.MUSCLES:
        said = tr_n(
            "{n} muscle. An exercise counts for each of its main muscles.",
            "{n} muscles. An exercise counts for each of its main muscles.",
            len(trained),
        )
        return Heading(title, dates, said)
    reps = sum(one.total.reps for one in trained)
    held = sum(one.total.hold_s for one in trained)
    parts = [reps_words(reps)] if reps else []
    parts += [tr("{duration} held", duration=duration_words(held))] if round(held) else []
    # L: {amounts} is such as "120 reps and 6 min held".
    said = tr_n(
        "{n} exercise: {amounts}.", "{n} exercises: {amounts}.", len(trained), amounts=joined(parts)
    )
    return Heading(title, dates, said, hint=tr("Choose one to see its story."))
