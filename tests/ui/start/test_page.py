import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.ui.figure.album import Album
from hiptimer.ui.start.page import StartPage
from hiptimer.ui.start.proposal import ProposedStart
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.workout.starting import Answers, Experience, Purpose

PROPOSED = ProposedStart(
    name="Basic three",
    why="A few basic moves in rounds.",
    facts="9 min · three rounds",
    moves=(("clam-basic", "10 × Clamshell, each side"),),
    changes=("Sore kneecap: Split squat left out.",),
    safety="Nothing here should hurt.",
    sore=(Complaint.KNEECAP,),
)


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet) -> StartPage:
    page = StartPage(icons, Album())
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    page.ask(())
    return page


def test_three_keys_answer_everything(page: StartPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_2)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.answered) as told:
        qtbot.keyClick(page, Qt.Key.Key_3)
    assert told.args == [Answers(Purpose.STRENGTH, Experience.USED, ())]


def test_numbers_take_equipment_and_give_it_back(page: StartPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_1)
    for key in (Qt.Key.Key_1, Qt.Key.Key_7, Qt.Key.Key_3, Qt.Key.Key_1):
        qtbot.keyClick(page, key)
    assert page.at_hand.things == (Equipment.CUSHION, Equipment.WALL)
    assert page.at_hand.go_on.text() == "Go on"
    qtbot.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.answered) as told:
        qtbot.mouseClick(page.experience.choices[0], Qt.MouseButton.LeftButton)
    wall = (Equipment.CUSHION, Equipment.WALL)
    assert told.args == [Answers(Purpose.BEFORE_RUN, Experience.NEW, wall)]


def test_what_was_said_about_equipment_is_marked(page: StartPage) -> None:
    page.ask((Equipment.MINI_BAND,))
    assert page.at_hand.things == (Equipment.MINI_BAND,)


@pytest.mark.parametrize("key", [Qt.Key.Key_4, Qt.Key.Key_9, Qt.Key.Key_Return, Qt.Key.Key_A])
def test_a_key_without_a_meaning_does_nothing(page: StartPage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(page, key)
    assert page.step == 0


def test_backspace_goes_a_question_back_with_the_answer_marked(
    page: StartPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert page.step == 1
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert page.step == 0
    assert [choice.is_current for choice in page.purpose.choices] == [False, False, True]
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert page.step == 0


def test_the_proposal_says_which_why_and_what_is_spared(page: StartPage, qtbot: QtBot) -> None:
    page.show_start(PROPOSED)
    words = " ".join(label.text() for label in page.proposal.findChildren(QLabel))
    for said in (PROPOSED.name, PROPOSED.why, *PROPOSED.changes, PROPOSED.safety):
        assert said in words
    assert page.proposal.sore.chosen == (list(Complaint).index(Complaint.KNEECAP),)
    with qtbot.waitSignal(page.use_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_where_nothing_is_left_there_is_nothing_to_use(page: StartPage, qtbot: QtBot) -> None:
    page.show_start(ProposedStart(name="Hip flow", why="", facts="", moves=()))
    with qtbot.assertNotEmitted(page.use_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_a_sore_place_is_told_and_leaves_the_answers_alone(page: StartPage, qtbot: QtBot) -> None:
    page.show_start(PROPOSED)
    with qtbot.assertNotEmitted(page.answered), qtbot.waitSignal(page.sore_chosen) as told:
        page.proposal.sore.tap(0)
    assert told.args == [(Complaint.OUTER_HIP, Complaint.KNEECAP)]


def test_escape_leaves(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_every_answer_has_a_name_for_a_screen_reader(page: StartPage) -> None:
    for choice in (*page.purpose.choices, *page.experience.choices):
        assert choice.text()
        assert choice.accessibleDescription()
    assert page.at_hand.chips.chips[0].accessibleName() == "Mini band"
