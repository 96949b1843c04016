"""The Exercises page over a real catalogue, history and settings."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.app.exercises_page import TRY_ID, Exercises, one_set
from hiptimer.app.figures import Figures
from hiptimer.app.home import Home
from hiptimer.app.house import House
from hiptimer.app.shelf import Shelf
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.equipment import Equipment
from hiptimer.model.event import Outcome
from hiptimer.model.session import ExerciseRef, Planned, RoutineRef, Session, SetRecord, Status
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind
from hiptimer.paths import paths_under
from hiptimer.ui.exercises.ladder import Rung, Standing
from hiptimer.ui.exercises.rows import ROW_ROLE
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.main_window import MainWindow, PageEntry
from hiptimer.ui.theme import Theme, apply_theme, read_theme
from hiptimer.ui.widgets.icons import IconSet

START = datetime(2025, 11, 20, 6, 12, tzinfo=UTC)
TODAY = date(2025, 11, 21)
CLAM = ExerciseRef("clam-high", "Clamshell, high", "clamshell", 2)


def session() -> Session:
    sets = tuple(
        SetRecord(
            n=n, exercise=CLAM, step=1, round=1, set=1, side=side, planned=Planned(reps=10),
            reps=10, outcome=Outcome.DONE, started_at=START + timedelta(seconds=30 * n),
        )
        for n, side in enumerate((Side.LEFT, Side.RIGHT), start=1)
    )  # fmt: skip
    return Session(
        id=str(UUID(int=1)), status=Status.COMPLETE, speed=1.0, routine=RoutineRef("own", "Own"),
        started_at=START, utc_offset_s=3600, ended_at=START + timedelta(seconds=90), sets=sets,
    )  # fmt: skip


class Room:
    """The page joined to everything in a folder of its own."""

    def __init__(self, folder: Path, qtbot: QtBot, theme: Theme) -> None:
        self.home = Home(paths_under(folder))
        self.shelf = Shelf(self.home)
        icons = IconSet(resources.assets() / "icons")
        main = MainWindow(icons)
        main.furnish((PageEntry("none", "None", "sun"),), "none")
        main.open_pages({"none": QWidget})
        main.show_page("none")
        self._theme = theme
        self._figures = Figures(self.home)
        house = House(
            self.home, self.shelf, main, icons, Album(), self._give_figures, self._give_theme
        )
        qtbot.addWidget(main)
        self.exercises = Exercises(house, today=self._give_today)
        self.page = self.exercises.page
        qtbot.addWidget(self.page)
        self.page.resize(1192, 800)

    def _give_figures(self) -> Figures:
        return self._figures

    def _give_theme(self) -> Theme:
        return self._theme

    def _give_today(self) -> date:
        return TODAY

    def open(self, qtbot: QtBot) -> None:
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.exercises.refresh()

    def keep(self, session: Session) -> None:
        store = Store(open_history(self.home.paths.history_file, now=START).connection)
        store.take_in(session)
        store.close()

    def rungs(self) -> dict[str, Rung]:
        model = self.page.list.model()
        rows = (model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount()))
        return {row.exercise.id: row for row in rows if isinstance(row, Rung)}

    def words(self) -> str:
        # A layout shows new widgets in the next round of events only.
        QApplication.processEvents()
        labels = self.page.detail.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    theme = read_theme(resources.asset_bytes("themes/light.toml"))
    apply_theme(qapp, theme, load_fonts(resources.assets() / "fonts"))
    room = Room(tmp_path / "data", qtbot, theme)
    yield room
    room.exercises.close()


def test_every_exercise_is_on_a_ladder_easy_to_hard(qtbot: QtBot, room: Room) -> None:
    room.open(qtbot)
    rungs = room.rungs()
    assert set(rungs) == set(room.home.catalogue.exercises)
    clams = [r.exercise.level for r in rungs.values() if r.exercise.family == "clamshell"]
    assert clams == sorted(clams)
    assert room.page.chosen_id == "clam-basic"
    assert "Not done yet." in room.words()


def test_what_was_done_is_read_beside_the_window(qtbot: QtBot, room: Room) -> None:
    room.keep(session())
    room.open(qtbot)
    qtbot.waitUntil(lambda: room.rungs()["clam-high"].standing is Standing.YOURS, timeout=10_000)
    assert room.rungs()["clam-high"].told == "your level"
    assert room.page.choose("clam-high")
    assert "Done in 1 session, last yesterday" in room.words()
    assert "Left: 10 reps\nRight: 10 reps\nMost in a set: 10 reps" in room.words()


def test_what_is_at_hand_is_remembered_and_mutes_the_rest(qtbot: QtBot, room: Room) -> None:
    room.open(qtbot)
    chips = room.page.equipment
    assert not chips.hides.isVisible()
    with qtbot.waitSignal(room.exercises.equipment_changed):
        chips.nothing.click()
    assert room.home.settings.equipment == ()
    assert Home(room.home.paths).settings.equipment == ()
    assert room.rungs()["clam-band"].lacks == "Needs a mini band, not at hand"
    chips.things[0].click()
    assert room.home.settings.equipment == (Equipment.MINI_BAND,)
    assert not chips.nothing.isChecked()
    assert room.rungs()["clam-band"].lacks == ""
    chips.hides.click()
    assert "clam-band" in room.rungs()
    assert "bridge-ball" not in room.rungs()
    chips.things[0].click()
    chips.nothing.click()
    assert room.home.settings.equipment is None
    assert set(room.rungs()) == set(room.home.catalogue.exercises)


def test_filters_narrow_and_nothing_found_is_told_with_the_way_back(
    qtbot: QtBot, room: Room
) -> None:
    room.open(qtbot)
    page = room.page
    page.narrowing.no_lying.click()
    assert "clam-basic" not in room.rungs()
    page.families.chips[1].click()
    assert page.nothing.isVisible()
    assert not page.detail.isVisible()
    page.nothing.clear.click()
    assert set(room.rungs()) == set(room.home.catalogue.exercises)
    assert not page.narrowing.no_lying.isChecked()
    assert page.families.chips[0].isChecked()


def test_words_search_from_any_place_and_esc_clears_them(qtbot: QtBot, room: Room) -> None:
    room.open(qtbot)
    search = room.page.narrowing.search
    qtbot.keyClick(room.page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()
    qtbot.keyClicks(search, "side plank")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert set(room.rungs()) == {"side-plank-knees", "side-plank", "side-plank-leg-lift"}
    assert room.page.list.hasFocus()
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(room.rungs()) == len(room.home.catalogue.exercises)


def test_a_link_leads_through_filters_that_leave_its_end_out(qtbot: QtBot, room: Room) -> None:
    room.open(qtbot)
    room.page.choose("clam-raised")
    qtbot.keyClicks(room.page.narrowing.search, "feet up")
    qtbot.keyClick(room.page.narrowing.search, Qt.Key.Key_Return)
    assert set(room.rungs()) == {"clam-raised"}
    room.page.detail.harder.click()
    assert room.page.chosen_id == "side-leg-raise"
    room.page.detail.easier.click()
    assert room.page.chosen_id == "clam-high"


def test_try_it_now_is_one_set_on_each_side_and_is_not_saved(qtbot: QtBot, room: Room) -> None:
    room.open(qtbot)
    with qtbot.waitSignal(room.exercises.start_wished) as told:
        qtbot.keyClick(room.page.list, Qt.Key.Key_Return)
    assert told.args == [one_set("clam-basic")]
    timeline = room.home.lay_out(one_set("clam-basic"), room.home.read_past())
    work = [s for s in timeline.segments if s.kind is SegmentKind.WORK]
    assert sorted(s.side for s in work) == [Side.LEFT, Side.RIGHT]
    assert TRY_ID not in room.home.catalogue.routines


def test_it_is_put_into_a_routine_by_keyboard_and_taken_out_again(qtbot: QtBot, room: Room) -> None:
    room.open(qtbot)
    room.page.choose("clam-band")
    before = room.home.catalogue.routines["basic-three"]
    room.page.detail.use.setFocus()
    qtbot.keyClick(room.page.detail.use, Qt.Key.Key_Return)
    picker = room.page.picker
    assert picker is not None
    assert picker.rows[0].hasFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.keyClick(picker.rows[1], Qt.Key.Key_Return)
    assert room.page.news.words == "Clamshell, banded is now the last move of Basic three."
    assert room.page.detail.use.hasFocus()
    assert room.home.catalogue.routines["basic-three"].steps[-1].exercise == "clam-band"
    room.page.undo_wished.emit()
    assert room.home.catalogue.routines["basic-three"] == before
    assert room.page.news.words == "Basic three is as it was before."


def test_only_exercises_of_ones_own_can_be_edited(qtbot: QtBot, room: Room) -> None:
    room.open(qtbot)
    assert not room.page.detail.edit.isVisible()
    folder = room.home.paths.own_catalogue / "exercises"
    folder.mkdir(parents=True)
    built_in = resources.assets() / "exercises" / "clam-basic.toml"
    (folder / "clam-basic.toml").write_bytes(built_in.read_bytes())
    room.exercises.refresh()
    assert room.page.detail.edit.isVisible()
    with qtbot.waitSignal(room.exercises.edit_wished) as told:
        room.page.detail.edit.click()
    assert told.args == ["clam-basic"]
