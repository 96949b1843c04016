"""What the charts of exercises, muscles and sides say."""

from past_figures import exercises, muscles

from hiptimer.model.past import Amount, Trained
from hiptimer.ui.history.charts.balance import balance_chart
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.charts.trained import trained_chart

CLAM = Trained("clam", "Clamshell", left=Amount(120), right=Amount(112))
BRIDGE = Trained("bridge", "Bridge", both=Amount(300))
PLANK = Trained("plank", "Side plank", left=Amount(0, 61.0), right=Amount(0, 90.0))


def test_reps_and_held_seconds_are_apart_and_the_most_comes_first() -> None:
    chart = trained_chart(ChartKind.EXERCISES, [CLAM, BRIDGE, PLANK], "this year")
    reps, held = chart.groups
    assert (reps.name, held.name) == ("Reps", "Held")
    assert [(row.name, row.figures) for row in reps.rows] == [
        ("Bridge", ("300 reps",)),
        ("Clamshell", ("232 reps",)),
    ]
    assert reps.rows[0].lengths == (1.0,)
    assert reps.rows[1].lengths == (232 / 300,)
    assert [row.figures for row in held.rows] == [("2 min 31 s",)]
    assert chart.heading.summary == "3 exercises: 532 reps and 2 min 31 s held."


def test_a_row_says_its_sides_and_stands_for_its_exercise() -> None:
    chart = trained_chart(ChartKind.EXERCISES, [CLAM, PLANK], "")
    assert [stop.words for stop in chart.stops] == [
        "Clamshell: 232 reps, left 120, right 112",
        "Side plank: 2 min 31 s held, left 1 min 1 s, right 1 min 30 s",
    ]
    assert [stop.key for stop in chart.stops] == ["clam", "plank"]


def test_muscles_lead_nowhere_and_begin_with_a_capital() -> None:
    chart = trained_chart(ChartKind.MUSCLES, muscles(), "")
    assert {stop.key for stop in chart.stops} == {""}
    assert {"Gluteus medius", "Tensor fasciae latae"} <= {row.name for row in chart.rows}


def test_nothing_trained_helps_with_words() -> None:
    nothing = [Trained("a", "A")]
    for kind in (ChartKind.EXERCISES, ChartKind.MUSCLES):
        assert trained_chart(kind, nothing, "").heading.empty
    assert balance_chart([BRIDGE], "").heading.empty


def test_left_against_right_in_words() -> None:
    chart = balance_chart([CLAM, BRIDGE, PLANK], "")
    assert [group.name for group in chart.groups] == [
        "In all",
        "Reps by exercise",
        "Held by exercise",
    ]
    assert [(row.name, row.figures, row.verdict) for row in chart.rows] == [
        ("Reps", ("120", "112"), "8 reps more on the left"),
        ("Held", ("1 min 1 s", "1 min 30 s"), "29 s more on the right"),
        ("Clamshell", ("120", "112"), "8 reps more on the left"),
        ("Side plank", ("1 min 1 s", "1 min 30 s"), "29 s more on the right"),
    ]
    assert chart.stops[2].words == "Clamshell: left 120, right 112 reps"
    assert chart.rows[2].lengths == (1.0, 112 / 120)


def test_even_sides_are_called_even() -> None:
    chart = balance_chart([Trained("a", "A", left=Amount(5), right=Amount(5))], "")
    assert {row.verdict for row in chart.rows} == {"even"}


def test_totals_are_the_sums_of_the_rows() -> None:
    some = exercises()
    chart = balance_chart(some, "")
    left = sum(one.left.reps for one in some)
    right = sum(one.right.reps for one in some)
    assert chart.rows[0].figures == (str(left), str(right))
    assert all(0 <= length <= 1 for row in chart.rows for length in row.lengths)
