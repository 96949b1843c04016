"""The list of a routine's steps: order by mouse and by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.routine import Step
from hiptimer.ui.editor.steps import StepList
from hiptimer.ui.editor.steps_model import step_words
from hiptimer.ui.figure.album import Album

ASSETS = Path(__file__).parents[3] / "assets"
NAMES = ("clam-basic", "bridge-basic", "side-plank", "bird-dog")
STEPS = tuple(Step(name) for name in NAMES)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(ASSETS, None)


@pytest.fixture
def steps(qtbot: QtBot, dressed: None, catalogue: Catalogue) -> StepList:
    steps = StepList(Album())
    qtbot.addWidget(steps)
    steps.resize(400, 500)
    steps.show_steps(STEPS, catalogue.exercises, 1)
    with qtbot.waitExposed(steps):
        steps.show()
    return steps


def middle(steps: StepList, row: int, by: int = 0) -> QPoint:
    return steps.visualRect(steps.model().index(row, 0)).center() + QPoint(0, by)


def drag(steps: StepList, row: int, to: QPoint, *, lets_go: bool = True) -> None:
    view = steps.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(steps, row))
    for way in (0.5, 1.0):
        start = middle(steps, row)
        at = start + (to - start) * way
        QTest.mouseMove(view, at)
    if lets_go:
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)


@pytest.mark.parametrize(
    ("over", "by", "moved"),
    [
        (2, 10, (0, 2)),
        (2, -10, (0, 1)),
        (0, -10, (3, 0)),
        (0, 10, (3, 1)),
        (3, 200, (1, 3)),
    ],
)
def test_a_step_is_dragged_between_others(
    steps: StepList, qtbot: QtBot, over: int, by: int, moved: tuple[int, int]
) -> None:
    with qtbot.waitSignal(steps.moved) as told:
        drag(steps, moved[0], middle(steps, over, by))
    assert tuple(told.args) == moved
    assert not steps.is_dragging


@pytest.mark.parametrize("over", [(1, 10), (2, -10), (1, -10)])
def test_a_step_let_go_where_it_was_stays(
    steps: StepList, qtbot: QtBot, over: tuple[int, int]
) -> None:
    with qtbot.assertNotEmitted(steps.moved):
        drag(steps, 1, middle(steps, *over))


def test_what_is_dragged_can_be_left(steps: StepList, qtbot: QtBot) -> None:
    drag(steps, 0, middle(steps, 2, 10), lets_go=False)
    assert steps.is_dragging
    steps.let_go()
    with qtbot.assertNotEmitted(steps.moved):
        QTest.mouseRelease(steps.viewport(), Qt.MouseButton.LeftButton, pos=middle(steps, 2))


def test_a_click_chooses_and_moves_nothing(steps: StepList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(steps.moved), qtbot.waitSignal(steps.chosen) as told:
        QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=middle(steps, 3))
    assert told.args == [3]


@pytest.mark.parametrize(
    ("place", "key", "moved"),
    [
        (1, Qt.Key.Key_Up, (1, 0)),
        (1, Qt.Key.Key_Down, (1, 2)),
        (0, Qt.Key.Key_Up, None),
        (3, Qt.Key.Key_Down, None),
    ],
)
def test_alt_and_an_arrow_move_a_step(
    steps: StepList,
    catalogue: Catalogue,
    place: int,
    key: Qt.Key,
    moved: tuple[int, int] | None,
) -> None:
    told: list[tuple[int, int]] = []
    steps.moved.connect(lambda *at: told.append(at))
    steps.show_steps(STEPS, catalogue.exercises, place)
    QTest.keyClick(steps, key, ALT)
    assert told == ([] if moved is None else [moved])


def test_an_arrow_alone_walks_and_delete_removes(steps: StepList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(steps.chosen) as told:
        QTest.keyClick(steps, Qt.Key.Key_Down)
    assert told.args == [2]
    with qtbot.waitSignal(steps.removed) as removed:
        QTest.keyClick(steps, Qt.Key.Key_Delete)
    assert removed.args == [2]


def test_showing_tells_nothing(steps: StepList, qtbot: QtBot, catalogue: Catalogue) -> None:
    with qtbot.assertNotEmitted(steps.chosen):
        steps.show_steps(STEPS[:2], catalogue.exercises, 0)
        steps.show_steps((), catalogue.exercises, -1)
    QTest.keyClick(steps, Qt.Key.Key_Delete)
    QTest.keyClick(steps, Qt.Key.Key_Up, ALT)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step("clam-basic"), "10 reps each side"),
        (Step("clam-basic", sets=3, rest_s=30.0), "3 sets of 10 reps each side, 30 s rest"),
        (Step("clam-basic", sets=3, rest_s=0.0), "3 sets of 10 reps each side"),
        (Step("side-plank", hold_s=20.0), "20 s hold each side"),
    ],
)
def test_a_dose_is_told_in_words(catalogue: Catalogue, step: Step, words: str) -> None:
    assert step_words(step, catalogue.exercises[step.exercise]) == words
