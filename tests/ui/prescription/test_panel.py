"""Typing a physio's lines: what is coloured, told, offered and taken."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QTextCharFormat
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.laws import routine_faults
from hiptimer.model.prescription.reading import Reader
from hiptimer.model.prescription.vocabulary import read_vocabulary
from hiptimer.model.routine import Routine, Step
from hiptimer.ui.figure.album import Album
from hiptimer.ui.prescription.marks import Kind, Mark, Marks
from hiptimer.ui.prescription.panel import MOST_STEPS, PrescriptionPanel
from hiptimer.ui.prescription.text_box import MOST_HELD, READ_AT_ONCE

ASSETS = Path(__file__).parents[3] / "assets"
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
EMAIL = """Hi Sam 👋🏽,

lovely to see you today! As promised, here is your plan:

 • clamshell 3x10 each side, 5 s hold, 30 s rest
 • SL bridge 2 x 8 each leg
 • side plank 2 x 30 s per side 💪
 • banana stand 3x10

Ring me if anything hurts.
Kim
"""


CATALOGUE = read_catalogue(ASSETS, None)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(CATALOGUE.exercises, read_vocabulary(ASSETS / "prescriptions/en.toml"))


@pytest.fixture
def panel(qtbot: QtBot, dressed: None, reader: Reader) -> PrescriptionPanel:
    panel = PrescriptionPanel(reader, CATALOGUE.exercises, Album())
    qtbot.addWidget(panel)
    panel.resize(1192, 700)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.setFocus()
    return panel


def shapes(panel: PrescriptionPanel) -> dict[str, list[QTextCharFormat]]:
    """The stretches of the text that are shaped, by what is written there."""
    found: dict[str, list[QTextCharFormat]] = {}
    block = panel.text_box.document().begin()
    while block.isValid():
        for one in block.layout().formats():
            line = block.text().encode("utf-16-le")
            words = line[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
            found.setdefault(words, []).append(QTextCharFormat(one.format))
        block = block.next()
    return found


def underlined(panel: PrescriptionPanel) -> str:
    waves = (w for w, fs in shapes(panel).items() if any(f.underlineStyle() == WAVE for f in fs))
    return "|".join(waves)


def test_typing_shows_the_step_at_once(qtbot: QtBot, panel: PrescriptionPanel) -> None:
    qtbot.keyClicks(panel.text_box, "clamshell 3x10 each side, 30 s rest")
    assert panel.model.data(panel.model.index(0)) == (
        "1. Clamshell: 3 sets, 10 reps, each side, rest 30 s"
    )
    assert panel.steps == (Step("clam-basic", sets=3, reps=10, rest_s=30),)


def test_what_is_understood_is_coloured_each_kind_in_its_own(panel: PrescriptionPanel) -> None:
    panel.show_text("clamshell 3x10, 30 s rest")
    colours = {words: fs[0].foreground().color().name() for words, fs in shapes(panel).items()}
    assert {"clamshell", "3", "10", "30 s rest"} <= colours.keys()
    assert len({colours["clamshell"], colours["10"], colours["30 s rest"]}) == 3
    assert underlined(panel) == ""


def test_what_is_not_understood_is_underlined_and_told_with_its_reason(
    qtbot: QtBot, panel: PrescriptionPanel
) -> None:
    panel.show_text("clamshell 3x10 each side\nbanana stand 3x10")
    assert underlined(panel) == "banana stand"
    row = panel.told.rows[0]
    assert row.show_it.text() == '"banana stand"'
    why = next(label for label in row.findChildren(QLabel))
    assert 'There is no exercise called "banana stand".' in why.text()
    assert "1 place is not understood. It is left out" in panel.told_words.text()
    name = QAccessible.queryAccessibleInterface(row.show_it).text(QAccessible.Text.Name)
    assert name.startswith('Not understood: "banana stand". There is no exercise called')
    place = panel.text_box.text.index("banana") + 2
    assert "no exercise called" in panel.text_box.why_at(place)
    assert panel.text_box.why_at(2) == ""


def test_what_is_told_stands_together_at_the_top(qtbot: QtBot, panel: PrescriptionPanel) -> None:
    panel.show_text("clamshel 3x10 foo")
    rows = panel.told.rows
    assert len(rows) == 3
    qtbot.waitUntil(lambda: rows[-1].height() == rows[-1].heightForWidth(rows[-1].width()))
    assert [row.y() for row in rows[1:]] == [row.geometry().bottom() + 1 for row in rows[:-1]]


def test_a_word_without_an_end_does_not_push_the_page_apart(
    qtbot: QtBot, panel: PrescriptionPanel
) -> None:
    panel.show_text("banana")
    before = panel.minimumSizeHint().width()
    panel.show_text("a" * 5000)
    assert panel.told.rows
    assert all(len(label.text()) < 100 for label in panel.told.findChildren(QLabel))
    assert panel.minimumSizeHint().width() == before


def test_what_was_typed_comes_back_with_undo_when_another_text_takes_its_place(
    qtbot: QtBot, panel: PrescriptionPanel
) -> None:
    qtbot.keyClicks(panel.text_box, "clamshell 3x10")
    panel.show_text("bridge 2x8\nside plank 20 s")
    assert panel.text_box.text == "bridge 2x8\nside plank 20 s"
    assert panel.text_box.textCursor().position() == 0
    qtbot.keyClick(panel.text_box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.text_box.toPlainText() == "clamshell 3x10"
    assert [row.name for row in panel.model.rows] == ["Clamshell"]


def test_a_row_leads_to_its_place_by_keyboard(qtbot: QtBot, panel: PrescriptionPanel) -> None:
    panel.show_text("👋🏽 banana stand 3x10")
    button = next(r.show_it for r in panel.told.rows if "banana" in r.show_it.text())
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert panel.text_box.textCursor().selectedText() == "banana stand"
    assert panel.text_box.hasFocus()


def test_what_may_be_meant_is_put_in_by_keyboard_and_undone(
    qtbot: QtBot, panel: PrescriptionPanel
) -> None:
    panel.show_text("🦵 lateral lunge thing 3x10")
    offers = [offer for row in panel.told.rows for offer in row.offers]
    assert offers
    name = offers[0].text()
    assert offers[0].accessibleName().startswith(f"Did you mean {name}?")
    offers[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(offers[0], Qt.Key.Key_Return)
    assert panel.text_box.text == f"🦵 {name} 3x10"
    assert panel.model.rows[0].name == name
    panel.text_box.undo()
    assert panel.text_box.toPlainText() == "🦵 lateral lunge thing 3x10"


def test_a_whole_letter_is_pasted(qtbot: QtBot, panel: PrescriptionPanel) -> None:
    data = QMimeData()
    data.setText(EMAIL)
    with qtbot.waitSignal(panel.steps_changed):
        panel.text_box.insertFromMimeData(data)
    assert [row.name for row in panel.model.rows] == [
        "Clamshell",
        "Glute bridge, single-leg",
        "Side plank",
    ]
    assert "each side" in shapes(panel)
    told = {row.show_it.text() for row in panel.told.rows}
    assert '"banana stand"' in told
    assert panel.told_words.text().endswith("They are left out of the routine.")


def pasted(panel: PrescriptionPanel, words: str) -> str:
    """What the box holds then."""
    data = QMimeData()
    data.setText(words)
    panel.text_box.insertFromMimeData(data)
    return panel.text_box.toPlainText()


def test_of_what_no_physio_writes_the_beginning_is_held(panel: PrescriptionPanel) -> None:
    line = "clamshell 3x10\n"
    held = pasted(panel, line + "x" * 1_000_000)
    assert held == line + "x" * (MOST_HELD - len(line))
    assert len(panel.steps) == 1
    told = [row.show_it.accessibleName() for row in panel.told.rows]
    assert any("up to 4,000 characters" in words for words in told)
    assert pasted(panel, "more") == held
    panel.text_box.selectAll()
    assert pasted(panel, line) == line
    panel.show_text("x" * 1_000_000)
    assert len(panel.text_box.toPlainText()) == MOST_HELD


def test_what_is_underlined_keeps_the_colours_below(panel: PrescriptionPanel) -> None:
    panel.show_text("clamshell 3x10 each side, clamshell 3x10 banana")
    name = {f.foreground().color().name() for f in shapes(panel)["clamshell"]}
    assert len(name) == 1
    marks = Marks(
        (
            Mark(0, 9, Kind.NAME),
            Mark(10, 14, Kind.AMOUNT),
            Mark(4, 20, Kind.NOT_UNDERSTOOD),
        )
    )
    panel.text_box._highlighter.show_marks(marks, panel.palette())
    found = shapes(panel)
    assert found["shell"][0].foreground() == found["clam"][0].foreground()
    assert found["3x10"][0].foreground() != found["clam"][0].foreground()
    waves = {w for w, fs in found.items() if any(f.underlineStyle() == WAVE for f in fs)}
    assert waves == {"shell", " ", "3x10", " each "}


def test_the_steps_are_taken_by_key_and_by_button(qtbot: QtBot, panel: PrescriptionPanel) -> None:
    assert not panel.take.isEnabled()
    qtbot.keyClicks(panel.text_box, "side plank 2x30s per side")
    expected = (Step("side-plank", sets=2, hold_s=30.0),)
    with qtbot.waitSignal(panel.steps_taken) as taken:
        qtbot.keyClick(panel.text_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken.args == [expected]
    with qtbot.waitSignal(panel.steps_taken) as taken:
        panel.take.click()
    assert taken.args == [expected]


def test_a_long_text_is_read_when_the_typing_pauses_or_it_is_taken(
    qtbot: QtBot, panel: PrescriptionPanel
) -> None:
    text = "side plank 2x30s per side\n" * (READ_AT_ONCE // 20)
    panel.text_box.setPlainText(text)
    assert not panel.model.rows
    assert len(panel.steps) == READ_AT_ONCE // 20
    with qtbot.waitSignal(panel.steps_changed):
        panel.text_box.appendPlainText("clamshell 3x10")
    assert panel.model.rows[-1].name == "Clamshell"


def test_more_than_a_routine_holds_is_not_taken(qtbot: QtBot, panel: PrescriptionPanel) -> None:
    panel.show_text("clamshell 3x10\n" * (MOST_STEPS + 1))
    assert not panel.take.isEnabled()
    assert f"at most {MOST_STEPS}" in panel.understood.text()
    with qtbot.assertNotEmitted(panel.steps_taken):
        panel.take_steps()


def test_files_are_left_to_the_window(panel: PrescriptionPanel) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/any/lines.txt")])
    assert not panel.text_box.canInsertFromMimeData(data)


def test_tab_leaves_the_box(qtbot: QtBot, panel: PrescriptionPanel) -> None:
    qtbot.keyClick(panel.text_box, Qt.Key.Key_Tab)
    assert panel.text_box.toPlainText() == ""
    assert not panel.text_box.hasFocus()


pieces = st.sampled_from(
    [
        "clamshell",
        "SL bridge",
        "side plank",
        "3x10",
        "each side",
        "30 s",
        "hold",
        "rest",
        "👋🏽",
        "\n",
        "\r\n",
        "\u2028",
        "\u2029",
        "\x00",
        "\t",
        "8–12",
        "2-1-2",
        ", ",
        "é́",
        "مرحبا",
        " ",
    ]
)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.lists(pieces | st.text(max_size=12), max_size=14).map("".join))
def test_any_text_is_shown_without_a_crash_and_gives_steps_that_hold(
    panel: PrescriptionPanel, text: str
) -> None:
    panel.show_text(text)
    typed = panel.text_box.text
    for words in shapes(panel):
        # A text box gives a space for one that does not break.
        plain = words.replace("\xa0", " ")
        assert plain in typed.replace("\n", "\u2028") or plain in typed
    for row in panel.told.rows:
        row.show_it.click()
    for offer in [offer for row in panel.told.rows for offer in row.offers][:1]:
        offer.click()
    if panel.steps:
        routine = Routine(id="any", name="Any", when="", steps=panel.steps[:MOST_STEPS])
        assert not list(routine_faults(routine, CATALOGUE.exercises))
