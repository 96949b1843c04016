"""The page at the end with real widgets: correct, rate, describe, leave."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from examples import BAND_CLAM, BRIDGE, BRIDGE_HOLD, CLAM, EXERCISES
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.model.event import Outcome
from hiptimer.model.exercise import Exercise
from hiptimer.model.session import (
    Corrected,
    ExerciseRef,
    Pain,
    Place,
    Planned,
    Rating,
    RoutineRef,
    Session,
    SetRecord,
    Sign,
    Status,
)
from hiptimer.model.side import Side
from hiptimer.ui.done.page import DonePage, Note
from hiptimer.ui.done.sets import SetCell, grouped
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.telling.wishes import Correction, Description
from hiptimer.ui.theme import apply_theme, read_theme

ASSETS = Path(__file__).parents[2] / "assets"
SIGNALS = ("corrected", "rated", "described", "delete_wished", "undo_wished", "closed")
STARTED = datetime(2025, 11, 3, 6, 18, tzinfo=UTC)
ADVICE = "Leave the run for today. See a clinician about groin pain."


def record(n: int, exercise: Exercise, side: Side, **more: object) -> SetRecord:
    is_hold = exercise.is_hold
    done = SetRecord(
        n=n,
        exercise=ExerciseRef(exercise.id, exercise.name, exercise.family, exercise.level),
        step=n,
        round=1,
        set=1,
        side=side,
        planned=Planned(hold_s=30.0) if is_hold else Planned(reps=10),
        reps=None if is_hold else 10,
        hold_s=30.0 if is_hold else None,
        outcome=Outcome.DONE,
    )
    return msgspec.structs.replace(done, **more)


def session(**more: object) -> Session:
    whole = Session(
        id="one",
        status=Status.COMPLETE,
        speed=1.0,
        routine=RoutineRef("pre-run-activation", "Pre-run activation"),
        started_at=STARTED,
        utc_offset_s=3600,
        ended_at=STARTED + timedelta(seconds=362),
        sets=(
            record(1, BRIDGE, Side.BOTH),
            record(2, BRIDGE_HOLD, Side.BOTH),
            record(3, CLAM, Side.LEFT, step=3),
            record(4, CLAM, Side.RIGHT, step=3, reps=6, outcome=Outcome.PARTIAL),
        ),
    )
    return msgspec.structs.replace(whole, **more)


class Told:
    def __init__(self, page: DonePage) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in SIGNALS:
            getattr(page, name).connect(self._listener(name))

    def _listener(self, name: str) -> Callable[..., None]:
        def listen(*carried: object) -> None:
            self.all.append((name, *carried))

        return listen


@pytest.fixture(scope="module", autouse=True)
def dressed(qapp: QApplication) -> None:
    theme = read_theme((ASSETS / "themes" / "light.toml").read_bytes())
    apply_theme(qapp, theme, load_fonts(ASSETS / "fonts"))


@pytest.fixture
def page(qtbot: QtBot) -> DonePage:
    page = DonePage(Album())
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    qtbot.waitExposed(page)
    page.show_session(session(), EXERCISES, True)
    return page


def press(page: DonePage, name: str) -> None:
    QTest.mouseClick(named(page, name), Qt.MouseButton.LeftButton)


def named(page: DonePage, name: str) -> QAbstractButton:
    """The shown button that a person or a screen reader knows by this name."""
    QApplication.processEvents()
    found = [
        button
        for button in page.findChildren(QAbstractButton)
        if name in (button.accessibleName(), button.text()) and not button.isHidden()
    ]
    assert len(found) == 1, (name, len(found))
    return found[0]


def shown_texts(page: DonePage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_whole_session_before_a_run(page: DonePage) -> None:
    texts = shown_texts(page)
    assert "Done. Go run." in texts
    assert "Pre-run activation · 6 min 2 s · 26 reps · 30 s held" in texts
    assert "6 of 10 reps" in texts


@pytest.mark.parametrize(
    ("status", "before_run", "words"),
    [
        (Status.COMPLETE, False, "Done."),
        (Status.STOPPED, True, "Stopped early."),
        (Status.INTERRUPTED, True, "Stopped early."),
    ],
)
def test_other_endings_do_not_send_to_run(
    page: DonePage, status: Status, before_run: bool, words: str
) -> None:
    page.show_session(session(status=status), EXERCISES, before_run)
    assert words in shown_texts(page)
    assert not any("Go run" in text for text in shown_texts(page))


def test_saved_is_said_only_when_it_is(page: DonePage) -> None:
    assert "Saving…" in shown_texts(page)
    page.show_saved(True)
    assert "Saved" in shown_texts(page)
    page.show_saved(False, "The disk is full.")
    assert "The disk is full." in shown_texts(page)
    assert "Saved" not in shown_texts(page)


def test_advice_takes_the_place_of_go_run(page: DonePage) -> None:
    page.show_advice(ADVICE)
    texts = shown_texts(page)
    assert "Leave the run for today." in texts
    assert "See a clinician about groin pain." in texts
    assert not any("Go run" in text for text in texts)
    page.show_advice(None)
    assert "Done. Go run." in shown_texts(page)


def test_the_headline_is_the_largest_words(page: DonePage) -> None:
    for advice in (None, ADVICE):
        page.show_advice(advice)
        labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
        largest = max(labels, key=lambda label: label.font().pixelSize())
        assert largest.text() in ("Done. Go run.", "Leave the run for today.")


def test_correcting_reps(page: DonePage) -> None:
    told = Told(page)
    press(page, "Clamshell, right: more")
    press(page, "Clamshell, right: more")
    press(page, "Clamshell, left: less")
    assert told.all == [
        ("corrected", Correction(4, 1, Corrected(reps=7))),
        ("corrected", Correction(4, 1, Corrected(reps=8))),
        ("corrected", Correction(3, 1, Corrected(reps=9))),
    ]
    assert "8 of 10 reps" in shown_texts(page)


def test_correcting_a_hold_goes_by_five_seconds_and_with_shift_by_one(page: DonePage) -> None:
    short = record(2, BRIDGE_HOLD, Side.BOTH, hold_s=12.4, attempt=2)
    page.show_session(session(sets=(short,)), EXERCISES, True)
    told = Told(page)
    press(page, "Glute bridge hold, both: more")
    press(page, "Glute bridge hold, both: less")
    QTest.mouseClick(
        named(page, "Glute bridge hold, both: less"),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
    )
    assert told.all == [
        ("corrected", Correction(2, 2, Corrected(hold_s=seconds))) for seconds in (15.0, 10.0, 9.0)
    ]


def test_nothing_goes_below_zero(page: DonePage) -> None:
    page.show_session(session(sets=(record(1, BRIDGE, Side.BOTH, reps=1),)), EXERCISES, True)
    told = Told(page)
    for _ in range(3):
        press(page, "Glute bridge, both: less")
    assert told.all == [("corrected", Correction(1, 1, Corrected(reps=0)))]


def test_rating_an_exercise_and_taking_it_back(page: DonePage) -> None:
    told = Told(page)
    press(page, "Clamshell: easy")
    press(page, "Clamshell: too much")
    press(page, "Clamshell: too much")
    assert told.all == [
        ("rated", ("clam-basic", Rating.EASY)),
        ("rated", ("clam-basic", Rating.TOO_MUCH)),
        ("rated", ("clam-basic", None)),
    ]


def test_effort_has_nothing_chosen_beforehand_and_can_be_taken_back(page: DonePage) -> None:
    told = Told(page)
    efforts = [b for b in page.findChildren(QAbstractButton) if "Effort" in b.accessibleName()]
    assert len(efforts) == 11
    assert not any(button.isChecked() for button in efforts)
    press(page, "Effort 5, hard")
    press(page, "Effort 0, nothing")
    press(page, "Effort 0, nothing")
    assert told.all == [
        ("described", Description(effort=5.0)),
        ("described", Description(effort=0.0)),
        ("described", Description()),
    ]


def test_pain_is_told_with_the_first_tap_on_a_place(page: DonePage) -> None:
    told = Told(page)
    press(page, "Knee")
    press(page, "Knee, pain 4 of 10")
    press(page, "Knee, left")
    press(page, "Limping")
    knee = Place.KNEE
    assert [one[1] for one in told.all] == [
        Description(pain=(Pain(knee, Side.BOTH, 1),)),
        Description(pain=(Pain(knee, Side.BOTH, 4),)),
        Description(pain=(Pain(knee, Side.LEFT, 4),)),
        Description(pain=(Pain(knee, Side.LEFT, 4),), signs=(Sign.LIMPING,)),
    ]
    press(page, "Knee")
    assert told.all[-1] == ("described", Description(signs=(Sign.LIMPING,)))


def test_a_score_stays_when_it_is_tapped_again(page: DonePage) -> None:
    press(page, "Outer hip")
    told = Told(page)
    press(page, "Outer hip, pain 1 of 10")
    assert told.all == []
    assert named(page, "Outer hip, pain 1 of 10").isChecked()


def test_a_note_is_told_when_its_field_is_left_and_enter_stays_in_the_field(
    page: DonePage,
) -> None:
    told = Told(page)
    note = page.findChild(Note)
    assert isinstance(note, Note)
    note.setFocus()
    QTest.keyClicks(note, "Tight left hip")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert told.all == [("described", Description(note="Tight left hip"))]
    assert not note.hasFocus()


def test_leaving_tells_a_note_that_was_not_told_yet(page: DonePage) -> None:
    told = Told(page)
    note = page.findChild(Note)
    assert isinstance(note, Note)
    note.setText("Good")
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert told.all == [("described", Description(note="Good")), ("closed",)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_esc_close_the_page(page: DonePage, key: Qt.Key) -> None:
    told = Told(page)
    QTest.keyClick(page, key)
    assert told.all == [("closed",)]


def test_what_was_said_before_is_shown_without_being_told_again(page: DonePage) -> None:
    told = Told(page)
    said = session(
        effort=7.0,
        note="Hot day",
        pain=(Pain(Place.BUTTOCK, Side.RIGHT, 3),),
        signs=(Sign.NUMBNESS,),
        sets=(record(1, BRIDGE, Side.BOTH, rating=Rating.RIGHT, corrected=Corrected(reps=8)),),
    )
    page.show_session(said, EXERCISES, True)
    assert told.all == []
    for name in ("Effort 7, very hard", "Buttock", "Buttock, right", "Buttock, pain 3 of 10"):
        assert named(page, name).isChecked(), name
    assert named(page, "Numbness").isChecked()
    assert named(page, "Glute bridge: right").isChecked()
    assert "8 of 10 reps" in shown_texts(page)


def test_the_next_session_starts_clean(page: DonePage) -> None:
    press(page, "Knee")
    press(page, "Effort 5, hard")
    page.show_advice(ADVICE)
    page.show_session(session(), EXERCISES, True)
    assert not named(page, "Knee").isChecked()
    assert not named(page, "Effort 5, hard").isChecked()
    assert "Done. Go run." in shown_texts(page)


def test_deleting_offers_the_way_back(page: DonePage) -> None:
    told = Told(page)
    actions = {action.text(): action for action in page.findChildren(QAction)}
    actions["Delete this session"].trigger()
    page.show_deleted(True)
    assert "Deleted." in shown_texts(page)
    press(page, "Undo")
    page.show_deleted(False)
    assert "Done. Go run." in shown_texts(page)
    assert told.all == [("delete_wished",), ("undo_wished",)]


def test_a_swapped_exercise_names_the_one_it_stands_for(page: DonePage) -> None:
    swapped = record(1, CLAM, Side.LEFT, swapped_from=BAND_CLAM.id)
    page.show_session(session(sets=(swapped,)), EXERCISES, True)
    assert "In place of Clamshell, banded" in shown_texts(page)


def test_of_several_attempts_only_the_last_is_shown() -> None:
    first = record(3, CLAM, Side.LEFT, step=3)
    again = record(3, CLAM, Side.LEFT, step=3, attempt=2, reps=4)
    (group,) = grouped(session(sets=(first, again)))
    assert [[one.attempt for one in row] for row in group.rows] == [[2]]


def test_every_button_has_a_name_and_takes_the_focus_by_tab(page: DonePage) -> None:
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("size", [(960, 600), (1280, 800), (1920, 1080)])
def test_nothing_is_wider_than_the_window(
    page: DonePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.waitUntil(lambda: (page.width(), page.height()) == size)
    press(page, "Front of hip or groin")
    QApplication.processEvents()
    for part in (*page.findChildren(SetCell), *page.findChildren(QAbstractButton)):
        assert isinstance(part, QWidget)
        if part.isVisible():
            right = part.mapTo(page, part.rect().topRight()).x()
            assert right < page.width(), part


def test_the_common_case_needs_no_scrolling_at_1280_by_800(page: DonePage) -> None:
    QApplication.processEvents()
    last = max(
        button.mapTo(page, button.rect().bottomLeft()).y()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
    )
    assert last < page.height()
