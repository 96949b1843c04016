from itertools import pairwise

import msgspec
import pytest
from examples import EXERCISES, ROUTINE
from plans import timeline
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from hiptimer.ui.today.course import Course, lanes


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_the_stretches_of_all_lanes_tile_the_time(rounds: int) -> None:
    laid_out = timeline(msgspec.structs.replace(ROUTINE, rounds=rounds))
    found = lanes(laid_out)
    stretches = sorted((s for lane in found for s in lane.stretches), key=lambda s: s.start)
    assert stretches[0].start == 0
    assert stretches[-1].end == pytest.approx(laid_out.seconds)
    assert all(one.end == other.start for one, other in pairwise(stretches))
    assert [lane.name for lane in found] == [EXERCISES[s.exercise].name for s in ROUTINE.steps]
    assert [len(lane.stretches) for lane in found] == [rounds] * len(ROUTINE.steps)


def test_both_sides_are_seen_as_work() -> None:
    bridge, _, clam = lanes(timeline())
    assert len(bridge.stretches[0].work) == 1
    assert len(clam.stretches[0].work) == 2


def test_the_picture_is_told_in_words_too(qtbot: QtBot, dressed: None) -> None:
    course = Course()
    qtbot.addWidget(course)
    course.show_timeline(timeline())
    told = QAccessible.queryAccessibleInterface(course).text(QAccessible.Text.Description)
    for step in ROUTINE.steps:
        assert EXERCISES[step.exercise].name in told


@pytest.mark.parametrize("size", [(260, 220), (560, 400)])
def test_it_paints_at_every_size(qtbot: QtBot, dressed: None, size: tuple[int, int]) -> None:
    course = Course()
    qtbot.addWidget(course)
    course.resize(*size)
    empty = course.grab().toImage()
    course.show_timeline(timeline())
    assert course.grab().toImage() != empty
