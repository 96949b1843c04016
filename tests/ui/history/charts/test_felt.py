from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from past_figures import TODAY, felt

from hiptimer.model.past import Felt
from hiptimer.ui.history.charts.chart import Shape
from hiptimer.ui.history.charts.felt import felt_chart

START = datetime.combine(date(2025, 11, 3), time(7))


def some(*said: tuple[float | None, int]) -> list[Felt]:
    return [
        Felt(str(n), START + timedelta(days=n), effort, pain)
        for n, (effort, pain) in enumerate(said)
    ]


def test_the_line_is_broken_where_nothing_was_said() -> None:
    chart = felt_chart(some((3, 0), (4, 0), (None, 0), (5, 0), (None, 2), (2, 0), (3, 0)))
    assert [[y for _, y in line.points] for line in chart.lines] == [[3, 4], [2, 3]]
    discs = [mark.y for mark in chart.marks if mark.shape is Shape.DISC]
    assert discs == [3, 4, 5, 2, 3]


def test_pain_stands_on_a_stem_and_no_pain_is_not_drawn() -> None:
    chart = felt_chart(some((3, 0), (None, 4)))
    assert [(bar.top, bar.bottom) for bar in chart.bars] == [(4, 0)]
    assert [mark.y for mark in chart.marks if mark.shape is Shape.DIAMOND] == [4]


def test_each_session_says_how_it_felt() -> None:
    chart = felt_chart(some((3, 0), (None, 4), (2.5, 0)))
    assert [stop.words for stop in chart.stops] == [
        "3 Nov 2025 07:00: effort 3, no pain noted",
        "4 Nov 2025 07:00: effort not said, pain 4",
        "5 Nov 2025 07:00: effort 2.5, no pain noted",
    ]
    words = "Effort 2.8 on average, noted in 2 of 3 sessions. Pain in 1, at worst 4."
    assert chart.heading.summary == words


def test_effort_0_is_an_effort() -> None:
    chart = felt_chart(some((0, 0), (0, 0)))
    assert not chart.heading.empty
    assert len(chart.lines) == 1


def test_nothing_said_helps_with_words() -> None:
    for nothing in ([], some((None, 0), (None, 0))):
        words = "No effort noted yet. It is asked at the end of a workout."
        assert felt_chart(nothing).heading.empty == words


def test_the_axis_goes_over_the_range_that_is_looked_at() -> None:
    chart = felt_chart(some((3, 0)), (date(2025, 10, 22), TODAY))
    assert chart.heading.range_words == "22 Oct to 21 Nov 2025"
    assert chart.left <= 0
    assert chart.right >= 31
    assert chart.places == (12 + 7 / 24,)


def test_many_sessions_become_means_with_their_spread() -> None:
    chart = felt_chart(felt(121, days_apart=1))
    assert len(chart.places) == 18
    assert chart.stops[1].words.startswith("Week of 28 Jul 2025, 7 sessions: effort ")
    assert any(bar.bottom > 0 for bar in chart.bars)


def test_ten_thousand_sessions_are_drawn_as_few_things() -> None:
    chart = felt_chart(felt(10_000))
    assert len(chart.places) <= 260
    assert len(chart.bars) + len(chart.marks) <= 3 * 260


@given(
    st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 10)), st.integers(0, 10)), max_size=300),
    st.floats(0.1, 60),
)
def test_nothing_worse_than_what_was_felt_and_nothing_hidden(
    said: list[tuple[int | None, int]], apart: float
) -> None:
    sessions = [
        Felt(str(n), START + timedelta(days=n * apart), effort, pain)
        for n, (effort, pain) in enumerate(said)
    ]
    chart = felt_chart(sessions)
    efforts = [effort for effort, _ in said if effort is not None]
    pains = [pain for _, pain in said if pain]
    shown = [mark.y for mark in chart.marks if mark.shape is Shape.DISC]
    hurt = [mark.y for mark in chart.marks if mark.shape is Shape.DIAMOND]
    assert max(hurt, default=0) == max(pains, default=0)
    assert bool(shown) == bool(efforts)
    if shown:
        assert min(efforts) <= min(shown) <= max(shown) <= max(efforts)
    assert list(chart.places) == sorted(chart.places)
    assert all(chart.left <= x <= chart.right for x in chart.places)
