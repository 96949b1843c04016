"""What is said of a whole routine, told with what it is about."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hiptimer.model.draft import LONGEST_NAME, Draft
from hiptimer.ui.editor.routine_fields import RoutineFields


class Told:
    def __init__(self, fields: RoutineFields) -> None:
        self.drafts: list[tuple[Draft, str]] = []
        fields.changed.connect(self.take)

    def take(self, draft: Draft, about: str) -> None:
        self.drafts.append((draft, about))


@pytest.fixture
def fields(qtbot: QtBot, dressed: None) -> RoutineFields:
    fields = RoutineFields()
    qtbot.addWidget(fields)
    with qtbot.waitExposed(fields):
        fields.show()
    return fields


@pytest.fixture
def told(fields: RoutineFields) -> Told:
    return Told(fields)


def test_showing_tells_nothing(fields: RoutineFields, told: Told) -> None:
    fields.show_draft(Draft(name="A", when="B", note="C", before_run=False, rounds=3))
    assert told.drafts == []
    assert fields.note.toPlainText() == "C"
    assert not fields.before_run.isChecked()


def test_each_change_says_what_it_is_about(qtbot: QtBot, fields: RoutineFields, told: Told) -> None:
    qtbot.keyClicks(fields.name, "Hi")
    qtbot.keyClicks(fields.when, "x")
    qtbot.keyClicks(fields.note, "y")
    fields.before_run.click()
    qtbot.keyClick(fields.rounds.amount, Qt.Key.Key_Up)
    qtbot.keyClick(fields.round_rest.amount, Qt.Key.Key_Up)
    abouts = [about for _, about in told.drafts]
    assert abouts == ["name", "name", "when", "note", "before_run", "rounds", "round_rest_s"]
    wanted = Draft(name="Hi", when="x", note="y", before_run=False, rounds=2, round_rest_s=5)
    assert told.drafts[-1][0] == wanted


def test_rest_between_rounds_is_there_with_several(qtbot: QtBot, fields: RoutineFields) -> None:
    assert not fields.round_rest.isVisible()
    qtbot.keyClick(fields.rounds.amount, Qt.Key.Key_Up)
    assert fields.round_rest.isVisible()
    qtbot.keyClick(fields.rounds.amount, Qt.Key.Key_Down)
    assert not fields.round_rest.isVisible()


def test_a_name_that_is_too_long_is_told_and_not_cut(qtbot: QtBot, fields: RoutineFields) -> None:
    long = "n" * (LONGEST_NAME + 1)
    fields.show_draft(Draft(name=long))
    assert fields.titled["name"].fault.text() == "41 of 40 characters."
    assert fields.name.text() == long
    qtbot.keyClick(fields.name, Qt.Key.Key_Backspace)
    assert not fields.titled["name"].fault.isVisible()
