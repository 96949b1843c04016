"""The question about the next time, on the end page with real widgets."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from examples import CLAM
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.model.event import Outcome
from hiptimer.model.session import ExerciseRef, Planned, RoutineRef, Session, SetRecord, Status
from hiptimer.model.side import Side
from hiptimer.ui.done.page import DonePage
from hiptimer.ui.done.sets import SetsCard
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.theme import apply_theme, read_theme
from hiptimer.workout.progress.words import Question

ASSETS = Path(__file__).parents[2] / "assets"
MOVE_UP = Question(
    title="Ready to move up?",
    text="Two whole sessions rated easy, no pain, more than three weeks at this level.",
    exercise_id=CLAM.id,
    name="Clamshell, high",
    details="2 sets of 8 reps, with a mini band, in place of Clamshell",
    yes="Use it next time",
    no="Stay here",
)
TOLD = Question(title="It stays as it is.", text="This is not offered again for two weeks.")


def session() -> Session:
    clam = ExerciseRef(CLAM.id, CLAM.name, CLAM.family, CLAM.level)
    done = SetRecord(
        n=1,
        exercise=clam,
        step=1,
        round=1,
        set=1,
        side=Side.LEFT,
        planned=Planned(reps=10),
        reps=10,
        outcome=Outcome.DONE,
    )
    started = datetime(2025, 11, 3, 6, 18, tzinfo=UTC)
    return Session(
        id="one",
        status=Status.COMPLETE,
        speed=1.0,
        routine=RoutineRef("mine", "Mine"),
        started_at=started,
        utc_offset_s=0,
        ended_at=started + timedelta(minutes=6),
        sets=(done, msgspec.structs.replace(done, n=2, side=Side.RIGHT)),
    )


@pytest.fixture(autouse=True, scope="module")
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
    page.show_session(session(), {CLAM.id: CLAM}, True)
    page.setFocus()
    return page


def place(page: DonePage, part: QWidget) -> tuple[int, int, int, int]:
    QApplication.processEvents()
    corner = part.mapTo(page, QPoint(0, 0))
    return corner.x(), corner.y(), part.width(), part.height()


def shown(page: DonePage) -> list[str]:
    return [label.text() for label in page.next_card.findChildren(QLabel) if label.isVisible()]


def test_without_a_question_it_is_not_there(page: DonePage) -> None:
    assert page.next_card.isHidden()
    page.next_card.show_question(MOVE_UP)
    assert page.next_card.isVisible()
    page.next_card.show_question(None)
    assert page.next_card.isHidden()


def test_it_says_what_it_asks(page: DonePage) -> None:
    page.next_card.show_question(MOVE_UP)
    assert shown(page) == [MOVE_UP.title, MOVE_UP.text, MOVE_UP.what]
    assert page.next_card.findChildren(PictureView)
    page.next_card.show_question(TOLD)
    assert shown(page) == [TOLD.title, TOLD.text]
    assert page.next_card.yes is None


def test_it_takes_no_focus_and_enter_still_means_done(page: DonePage, qtbot: QtBot) -> None:
    page.next_card.show_question(MOVE_UP)
    assert QApplication.focusWidget() is page
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Return)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_after_an_answer_by_tab_and_enter_enter_means_done_again(
    page: DonePage, qtbot: QtBot, answer: str
) -> None:
    page.next_card.show_question(MOVE_UP)
    button = page.next_card.yes if answer == "yes" else page.next_card.no
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    told = page.next_card.accepted if answer == "yes" else page.next_card.declined
    with qtbot.waitSignal(told):
        QTest.keyClick(button, Qt.Key.Key_Return)
    page.next_card.show_question(TOLD)
    assert QApplication.focusWidget() is page
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Return)


@pytest.mark.parametrize("size", [(1280, 800), (960, 600)])
def test_nothing_that_is_pressed_moves_when_it_comes(
    page: DonePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    """It comes with the tap on a rating, and the next tap is already on its way."""
    page.resize(*size)
    qtbot.waitUntil(lambda: (page.width(), page.height()) == size)
    (sets,) = page.findChildren(SetsCard)
    before = [place(page, part.rating) for part in sets.groups]
    page.next_card.show_question(MOVE_UP)
    # Words that wrap take a second look to find their height.
    qtbot.waitUntil(lambda: [place(page, part.rating) for part in sets.groups] == before)
    assert place(page, page.next_card)[1] > before[-1][1]


@pytest.mark.parametrize("width", [960, 1080, 1280])
def test_it_fits_its_place(page: DonePage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 800)
    qtbot.waitUntil(lambda: page.width() == width)
    page.next_card.show_question(MOVE_UP)
    card = page.next_card
    x, _, card_width, _ = place(page, card)
    assert x + card_width <= width
    for button in (card.yes, card.no):
        assert button is not None
        left, _, own_width, _ = place(page, button)
        assert own_width >= button.sizeHint().width()
        assert left + own_width <= x + card_width
    for label in card.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())


def test_the_same_question_again_keeps_its_buttons(page: DonePage) -> None:
    page.next_card.show_question(MOVE_UP)
    button = page.next_card.yes
    page.next_card.show_question(msgspec.structs.replace(MOVE_UP))
    assert page.next_card.yes is button
