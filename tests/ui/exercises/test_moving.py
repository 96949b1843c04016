"""The figure on the Exercises page: it moves while it is seen, turns over, and can stand still."""

import pytest
from moving import exercise_of, motion_of
from pytestqt.qtbot import QtBot

from hiptimer.figure.motion import Motion
from hiptimer.model.side import Side
from hiptimer.ui.exercises.moving import MOST_MOMENTS, MovingFigure
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.figure.guide import TURN_S
from hiptimer.ui.theme import Theme


class Clock:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def motion(exercise_id: str) -> Motion | None:
    return None if exercise_id == "bridge-basic" else motion_of(exercise_id)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def figure(qtbot: QtBot, dressed: None, light: Theme, clock: Clock) -> MovingFigure:
    figure = MovingFigure(motion, figure_colours(light), now=clock)
    qtbot.addWidget(figure)
    figure.resize(600, 300)
    return figure


def test_it_moves_only_while_it_is_seen(qtbot: QtBot, figure: MovingFigure, clock: Clock) -> None:
    figure.show_exercise(exercise_of("clam-basic"), is_still=False)
    assert not figure.is_moving
    figure.show()
    assert figure.is_moving
    first = figure.view.frame
    clock.seconds += 4.0
    qtbot.waitUntil(lambda: figure.view.frame != first)
    figure.hide()
    assert not figure.is_moving


def test_who_wants_stillness_sees_the_moments_side_by_side(figure: MovingFigure) -> None:
    figure.show_exercise(exercise_of("clam-basic"), is_still=True)
    figure.show()
    assert not figure.is_moving
    assert figure.moments.isVisible()
    moments = motion_of("clam-basic").key_moments(Side.LEFT)
    assert figure.moments.frames == moments[:MOST_MOMENTS]
    figure.turn()
    assert figure.moments.frames == motion_of("clam-basic").key_moments(Side.RIGHT)[:MOST_MOMENTS]


def test_it_turns_over_and_goes_on_with_the_other_side(
    qtbot: QtBot, figure: MovingFigure, clock: Clock
) -> None:
    figure.show_exercise(exercise_of("clam-basic"), is_still=False)
    figure.show()
    figure.turn()
    assert figure.side is Side.RIGHT
    assert figure.view.frame == motion_of("clam-basic").turning(0.0, Side.LEFT, Side.RIGHT)
    clock.seconds += TURN_S + 1.0
    wanted = motion_of("clam-basic").get_ready(1.0, Side.RIGHT)
    qtbot.waitUntil(lambda: figure.view.frame == wanted)


def test_what_has_no_sides_does_not_turn(figure: MovingFigure) -> None:
    figure.show_exercise(exercise_of("bridge-hold"), is_still=False)
    figure.turn()
    assert figure.side is Side.BOTH


def test_an_exercise_without_poses_shows_nothing_and_stands_still(figure: MovingFigure) -> None:
    figure.show()
    figure.show_exercise(exercise_of("bridge-basic"), is_still=False)
    assert figure.view.frame is None
    assert not figure.is_moving
