"""Text that is pasted is taken as far as it fits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from hiptimer.ui.widgets.bounded_edit import BoundedEdit

MOST = 12
# What Qt itself leaves out or makes a line's end of is not what this is about.
WORDS = st.text(st.sampled_from("ab \n🦵é"), max_size=2 * MOST)


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def paste(edit: BoundedEdit, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    edit.insertFromMimeData(data)


@pytest.fixture
def edit(qtbot: QtBot) -> BoundedEdit:
    edit = BoundedEdit(MOST)
    qtbot.addWidget(edit)
    return edit


@given(WORDS, st.integers(0, MOST), st.integers(0, MOST), WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_never_holds_more_and_takes_all_that_fits(
    edit: BoundedEdit, before: str, start: int, end: int, words: str
) -> None:
    edit.setPlainText("")
    paste(edit, before)
    held = edit.toPlainText()
    assert before.startswith(held)
    assert units(held) <= MOST
    cursor = edit.textCursor()
    cursor.setPosition(units(held[:start]))
    cursor.setPosition(units(held[:end]), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    room = edit.room()
    rest = units(held) - cursor.selectionEnd() + cursor.selectionStart()
    assert room == MOST - rest
    paste(edit, words)
    assert units(edit.toPlainText()) <= MOST
    if 0 < units(words) <= room:
        assert units(edit.toPlainText()) == rest + units(words)


def test_what_there_is_stays_when_there_is_no_room(edit: BoundedEdit) -> None:
    paste(edit, "x" * 1000)
    assert edit.toPlainText() == "x" * MOST
    paste(edit, "more")
    assert edit.toPlainText() == "x" * MOST
    edit.undo()
    assert edit.toPlainText() == ""
