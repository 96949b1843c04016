"""What was trained: reps and held seconds, apart, from the most to the least."""

from collections.abc import Sequence

from hiptimer.model.past import Trained
from hiptimer.model.words import duration_words, muscle_words, plural
from hiptimer.ui.history.charts.chart import Group, Heading, Row, RowChart, Stop
from hiptimer.ui.history.charts.kinds import ChartKind

EMPTY = {
    ChartKind.EXERCISES: "No exercise done in this time. What you do is counted here by itself.",
    ChartKind.MUSCLES: "Nothing trained in this time. Each exercise counts for its main muscles.",
}
TITLES = {
    ChartKind.EXERCISES: "What you did",
    ChartKind.MUSCLES: "What you trained",
}


def trained_chart(kind: ChartKind, trained: Sequence[Trained], dates: str) -> RowChart:
    """Of exercises or of muscles; `dates` says the range in words."""
    done = [one for one in trained if one.total.reps or round(one.total.hold_s)]
    if not done:
        return RowChart(Heading(TITLES[kind], dates, empty=EMPTY[kind]))
    groups = (_group("Reps", kind, done), _group("Held", kind, done))
    return RowChart(_heading(kind, done, dates), tuple(group for group in groups if group.rows))


def _group(name: str, kind: ChartKind, trained: Sequence[Trained]) -> Group:
    amounts = [(_amount(one, name), one) for one in trained]
    listed = sorted(
        ((amount, one) for amount, one in amounts if round(amount)),
        key=lambda pair: (-pair[0], pair[1].name),
    )
    most = listed[0][0] if listed else 1.0
    return Group(name, tuple(_row(one, amount, most, name, kind) for amount, one in listed))


def _amount(trained: Trained, name: str) -> float:
    return float(trained.total.reps) if name == "Reps" else trained.total.hold_s


def _row(one: Trained, amount: float, most: float, name: str, kind: ChartKind) -> Row:
    is_reps = name == "Reps"
    figure = plural(round(amount), "rep") if is_reps else duration_words(amount)
    label = muscle_words(one.id) if kind is ChartKind.MUSCLES else one.name
    words = f"{label}: {figure}{'' if is_reps else ' held'}{_sides(one, name)}"
    key = one.id if kind is ChartKind.EXERCISES else ""
    return Row(label, Stop(words, key), (amount / most,), (figure,))


def _sides(one: Trained, name: str) -> str:
    """Such as ", left 120, right 112, both 20"; empty where no side was worked alone."""
    parts = [("left", one.left), ("right", one.right), ("both", one.both)]
    if name == "Reps":
        said = [(side, amount.reps, str(amount.reps)) for side, amount in parts]
    else:
        said = [
            (side, round(amount.hold_s), duration_words(amount.hold_s)) for side, amount in parts
        ]
    if not (said[0][1] or said[1][1]):
        return ""
    return "".join(f", {side} {words}" for side, amount, words in said if amount)


def _heading(kind: ChartKind, trained: Sequence[Trained], dates: str) -> Heading:
    if kind is ChartKind.MUSCLES:
        return Heading(
            TITLES[kind],
            dates,
            f"{plural(len(trained), 'muscle')}. An exercise counts for each of its main muscles.",
        )
    reps = sum(one.total.reps for one in trained)
    held = sum(one.total.hold_s for one in trained)
    parts = [plural(reps, "rep")] if reps else []
    parts += [f"{duration_words(held)} held"] if round(held) else []
    said = f"{plural(len(trained), 'exercise')}: {' and '.join(parts)}."
    return Heading(TITLES[kind], dates, said, hint="Choose one to see its story.")
