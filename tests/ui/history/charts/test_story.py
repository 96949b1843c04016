import pytest
from past_figures import story

from hiptimer.model.past import Amount
from hiptimer.ui.history.charts.chart import Shape
from hiptimer.ui.history.charts.story import story_chart
from hiptimer.ui.theme import Tone


def test_each_session_has_its_left_at_the_left_and_its_right_at_the_right() -> None:
    points = story(3)
    chart = story_chart("Clamshell", points)
    for place, point in enumerate(points):
        left, right = chart.bars[2 * place : 2 * place + 2]
        assert left.x < place < right.x
        assert (left.tone, right.tone) == (Tone.ACCENT, Tone.REST)
        assert left.top / right.top == pytest.approx(point.left.reps / point.right.reps)


def test_a_session_says_all_of_it() -> None:
    words = [stop.words for stop in story_chart("Clamshell", story(6)).stops]
    assert words[0] == "8 Nov 2025, level 1: left 14, right 14 reps in 2 sets, just right"
    assert all("level" in line and "reps" in line for line in words)


def test_levels_are_spans_that_cover_everything() -> None:
    chart = story_chart("Clamshell", story(9))
    assert [span.words for span in chart.spans] == [
        "1  Clamshell",
        "2  Clamshell, banded",
        "3  Clamshell, raised feet",
    ]
    assert [(span.start, span.end) for span in chart.spans] == [(-0.5, 2.5), (2.5, 5.5), (5.5, 8.5)]
    assert "level 1 to 3" in chart.heading.summary


def test_reps_and_seconds_have_a_scale_each_and_look_different() -> None:
    chart = story_chart("Clamshell", story(10, held_from=5))
    assert chart.right_ticks[-1].words == "60 s"
    assert chart.left_ticks[-1].words == "25"
    assert all(bar.full for bar in chart.bars[:10])
    assert not any(bar.full for bar in chart.bars[10:])
    assert all(bar.top <= 1 for bar in chart.bars)


def test_only_holds_have_one_scale_of_seconds() -> None:
    chart = story_chart("Plank", story(4, held_from=0))
    assert chart.right_ticks == ()
    assert chart.left_ticks[-1].words.endswith(" s")
    assert all(bar.full for bar in chart.bars)


def test_ratings_differ_by_shape() -> None:
    chart = story_chart("Clamshell", story(30))
    felt = next(strip for strip in chart.strips if strip.name == "felt")
    assert {mark.shape for mark in felt.marks} == {Shape.DOWN, Shape.DISC, Shape.UP}


def test_more_than_sixty_sessions_become_means_of_weeks_or_months() -> None:
    points = story(300)
    chart = story_chart("Clamshell", points)
    assert len(chart.places) <= 60
    assert "on average" in chart.heading.summary
    assert "times, on average left" in chart.stops[1].words
    highest = max(max(p.left.reps, p.right.reps) for p in points)
    top = float(chart.left_ticks[-1].words)
    assert max(bar.top for bar in chart.bars) * top <= highest


def test_what_was_skipped_throughout_has_a_place_without_a_bar() -> None:
    import msgspec

    nothing = msgspec.structs.replace(story(1)[0], left=Amount(), right=Amount())
    chart = story_chart("Clamshell", [nothing])
    assert chart.heading.summary == "Done once."
    assert chart.bars == ()
    assert "nothing counted" in chart.stops[0].words


def test_no_story_yet_helps_with_words() -> None:
    assert "Exercises" in story_chart("", []).heading.empty
    assert story_chart("Clamshell", []).heading.empty.startswith("Not done yet")
