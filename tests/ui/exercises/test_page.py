"""The Exercises page by itself: what is shown, where the keys lead, what fits."""

import pytest
from examples import BAND_CLAM, BRIDGE, BRIDGE_HOLD, CLAM
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.sought import Sought
from hiptimer.ui.exercises.ladder import About, Ladder, Link, Offer, Place, Rung
from hiptimer.ui.exercises.page import ExercisesPage
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.main_window import SMALLEST
from hiptimer.ui.theme import Theme
from hiptimer.ui.widgets.icons import IconSet

FAMILIES = (("clamshell", "Clamshells"), ("bridge", "Bridges"))
EVERY_FAMILY = (
    *FAMILIES,
    *(("lunge", "Lunges"), ("band", "Bands"), ("standing", "Standing")),
    *(("quadruped", "All fours, planks"), ("mobility", "Mobility"), ("stretch", "Stretches")),
)
LADDERS = (
    Ladder("Clamshells", (Rung(CLAM, "10 reps", "42 ×"), Rung(BAND_CLAM, "8 reps", "your level"))),
    Ladder("Bridges", (Rung(BRIDGE, "10 reps"), Rung(BRIDGE_HOLD, "30 s hold"))),
)


def no_motion(exercise_id: str) -> Motion | None:
    return None


def about(exercise: Exercise) -> About:
    return About(exercise=exercise, facts="Gluteus medius", amounts=("3 sets",), record=("Never",))


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet, light: Theme) -> ExercisesPage:
    page = ExercisesPage(icons, no_motion, figure_colours(light))
    qtbot.addWidget(page)
    page.resize(1192, 800)
    page.show_filters(Sought(), FAMILIES, (), None, is_hiding=False)
    page.show_ladders(LADDERS)
    page.show_about(about(CLAM), is_still=True)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_it_opens_on_the_ladder_and_arrows_pass_the_titles(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    assert page.list.hasFocus()
    walked = [page.chosen_id]
    for _ in range(4):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        walked.append(page.chosen_id)
    assert walked == ["clam-basic", "clam-band", "bridge-basic", "bridge-hold", "bridge-hold"]
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    assert page.chosen_id == "clam-basic"
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert page.chosen_id == "clam-basic"


def test_a_family_alone_needs_no_title(page: ExercisesPage) -> None:
    assert page.list.model().rowCount() == 6
    page.show_ladders(LADDERS[1:])
    assert page.list.model().rowCount() == 2
    assert page.chosen_id == "bridge-basic"


def test_who_was_chosen_stays_chosen(page: ExercisesPage) -> None:
    page.choose("bridge-hold")
    page.show_ladders(LADDERS[1:])
    assert page.chosen_id == "bridge-hold"


def test_a_screen_reader_hears_all_of_a_row(page: ExercisesPage) -> None:
    said = page.list.model().index(1, 0).data()
    assert said == "Level 1, Clamshell, 10 reps, 42 ×"


def test_links_are_there_only_where_they_lead(page: ExercisesPage) -> None:
    assert not page.detail.easier.isVisible()
    harder = Link("clam-band", "Clamshell, banded")
    shown = About(exercise=CLAM, facts="", amounts=(), record=(), harder=harder)
    page.show_about(shown, is_still=True)
    assert page.detail.harder.isVisible()
    assert page.detail.harder.text() == "Harder: Clamshell, banded"


def test_long_names_of_both_links_go_below_one_another(page: ExercisesPage) -> None:
    page.resize(SMALLEST.width() - 88, SMALLEST.height())
    shown = About(
        exercise=CLAM,
        facts="",
        amounts=(),
        record=(),
        easier=Link("easy", "Side plank on the knees, short"),
        harder=Link("hard", "Side plank with the upper leg lifted"),
    )
    page.show_about(shown, is_still=True)
    QApplication.processEvents()
    detail = page.detail
    for part in (detail.easier, detail.harder, detail.other_side):
        assert detail.rect().contains(part.mapTo(detail, part.rect().bottomRight()))
    assert detail.easier.y() < detail.harder.y()


def test_the_other_side_is_told_in_words(qtbot: QtBot, page: ExercisesPage) -> None:
    assert "Lie on your right side, left leg on top." in words(page)
    page.detail.other_side.click()
    assert "Lie on your left side, right leg on top." in words(page)
    page.show_about(about(BRIDGE), is_still=True)
    assert not page.detail.other_side.isVisible()


def words(page: ExercisesPage) -> set[str]:
    QApplication.processEvents()
    return {label.text() for label in page.detail.findChildren(QLabel) if label.isVisible()}


def test_tab_goes_as_the_page_is_read(qtbot: QtBot, page: ExercisesPage) -> None:
    stops: list[QWidget] = []
    page.narrowing.no_lying.setFocus(Qt.FocusReason.TabFocusReason)
    while (stop := page.focusWidget()) not in stops:
        assert stop is not None
        stops.append(stop)
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
    narrowing = page.narrowing
    assert stops == [
        *(narrowing.no_lying, narrowing.position, narrowing.muscle, narrowing.search, page.new),
        *(page.families.chips[0], page.equipment.nothing, *page.equipment.things),
        *(page.list, page.detail.other_side, page.detail.try_now, page.detail.use),
    ]


def test_arrows_walk_the_families(qtbot: QtBot, page: ExercisesPage) -> None:
    page.families.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.sought) as told:
        qtbot.keyClick(page.families.chips[0], Qt.Key.Key_Right)
    assert told.args == [Sought(family="clamshell")]


def test_a_place_is_told_and_esc_closes_the_question(qtbot: QtBot, page: ExercisesPage) -> None:
    place = Place("own", None, "At the end")
    page.show_offers("Clamshell", (Offer("My hips", True, (place,)),))
    picker = page.picker
    assert picker is not None
    assert picker.rows[0].accessibleName() == "My hips: At the end"
    with qtbot.waitSignal(page.placed) as told:
        picker.rows[0].click()
    assert told.args == [place]
    assert page.picker is None
    page.show_offers("Clamshell", ())
    assert page.picker is not None
    qtbot.keyClick(page.picker, Qt.Key.Key_Escape)
    assert page.picker is None
    assert page.list.hasFocus()


def test_everything_fits_the_smallest_window(qtbot: QtBot, page: ExercisesPage) -> None:
    page.show_filters(Sought(), EVERY_FAMILY, (), (), is_hiding=True)
    page.resize(SMALLEST.width() - 88, SMALLEST.height())
    QApplication.processEvents()
    assert page.width() == SMALLEST.width() - 88
    for row in (page.families.chips, (page.equipment.nothing, page.equipment.hides)):
        assert len({chip.y() for chip in row}) == 1
    for part in (page.new, page.detail.try_now, page.detail.use):
        corner = part.mapTo(page, part.rect().bottomRight())
        assert page.rect().contains(corner)
    assert page.list.height() >= 3 * 72
