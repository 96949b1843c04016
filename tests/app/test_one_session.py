"""One past session on its page over a real history: what is given is on disk for others to see."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.one_session import NOT_SAVED, SAVED, OneSession
from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.history.store import Store
from hiptimer.model.called import AS_STORED, Called
from hiptimer.model.event import Outcome
from hiptimer.model.session import (
    Corrected,
    ExerciseRef,
    Pain,
    Pause,
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
from hiptimer.paths import paths_under
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.session.page import CANNOT_REPEAT, SessionPage
from hiptimer.ui.session.set_row import SetRow
from hiptimer.ui.theme import apply_theme, read_theme
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.workout.safety import LEAVE_THE_RUN

START = datetime(2025, 11, 21, 6, 12, tzinfo=UTC)
TODAY = date(2025, 11, 21)
ID = str(UUID(int=1))
CLAM = ExerciseRef("clam-basic", "Clamshell", "clamshell", 1)
PLANK = ExerciseRef("of-a-friend", "Plank of a friend", "plank", 1)


def done(n: int, exercise: ExerciseRef, side: Side, **more: object) -> SetRecord:
    values: dict[str, object] = {
        "n": n, "exercise": exercise, "step": 1, "round": 1, "set": 1, "side": side,
        "planned": Planned(reps=10), "reps": 10, "outcome": Outcome.DONE,
        "started_at": START + timedelta(seconds=30 * n),
    }  # fmt: skip
    return SetRecord(**(values | more))  # type: ignore[arg-type]


WHOLE = Session(
    id=ID,
    status=Status.STOPPED,
    speed=1.0,
    routine=RoutineRef("pre-run-activation", "Pre-run activation"),
    started_at=START,
    utc_offset_s=3600,
    ended_at=START + timedelta(seconds=362),
    effort=6.5,
    note="Café\n한강",
    pain=(Pain(Place.KNEE, Side.RIGHT, 2), Pain(Place.KNEE, Side.LEFT, 3)),
    pauses=(Pause(20.0, 40.0), Pause(90.0, 30.0)),
    sets=(
        done(1, CLAM, Side.LEFT),
        done(2, CLAM, Side.RIGHT, reps=4, outcome=Outcome.PARTIAL),
        done(2, CLAM, Side.RIGHT, reps=8, attempt=2, outcome=Outcome.PARTIAL),
        done(3, CLAM, Side.LEFT, set=2),
        done(4, PLANK, Side.BOTH, step=2, planned=Planned(hold_s=30.0), reps=None, hold_s=12.4,
             outcome=Outcome.PARTIAL),
    ),
)  # fmt: skip


class Room:
    """A page joined to a history in a folder of its own."""

    def __init__(self, folder: Path, qtbot: QtBot, called: Called = AS_STORED) -> None:
        self.home = Home(paths_under(folder))
        self.qtbot = qtbot
        icons = IconSet(resources.assets() / "icons")
        self.page = SessionPage(icons, Album())
        qtbot.addWidget(self.page)
        self.one = OneSession(self.home, self.page, lambda: TODAY, called=called)
        self.page.resize(1192, 800)

    def keep(self, session: Session) -> None:
        store = Store(open_history(self.home.paths.history_file, now=START).connection)
        store.take_in(session)
        store.close()

    def open(self, session: Session = WHOLE) -> SessionPage:
        self.keep(session)
        self.one.show(session.id)
        with self.qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.sets.finish()
        QApplication.processEvents()
        return self.page

    def saved(self, session_id: str = ID) -> Session:
        """As another connection reads it."""
        connection = open_for_reading(self.home.paths.history_file)
        assert connection is not None
        store = Store(connection)
        found = store.session(session_id)
        store.close()
        assert found is not None
        return found

    def press(self, name: str, times: int = 1) -> None:
        """Press a button that a screen reader calls so, and wait until it is saved."""
        for _ in range(times):
            with self.qtbot.waitSignal(self.one.changed, timeout=10_000):
                named(self.page, name).click()

    def row(self, n: int) -> SetRow:
        rows = [row for part in self.page.sets.parts for row in part.rows]
        return next(row for row in rows if row.record.n == n)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    theme = read_theme(resources.asset_bytes("themes/light.toml"))
    apply_theme(qapp, theme, load_fonts(resources.assets() / "fonts"))
    room = Room(tmp_path / "data", qtbot)
    yield room
    room.one.close()


def named(page: QWidget, name: str) -> QAbstractButton:
    QApplication.processEvents()
    found = [
        button
        for button in page.findChildren(QAbstractButton)
        if name in (button.accessibleName(), button.text()) and button.isVisible()
    ]
    assert len(found) == 1, (name, len(found))
    return found[0]


def words(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_it_tells_when_how_long_how_it_ended_and_the_pauses(room: Room) -> None:
    shown = words(room.open())
    assert "Fri 21 Nov 2025, 07:12" in shown
    assert "4 min 52 s · 28 reps, 12 s held" in shown
    assert "Stopped early" in shown
    assert "Paused 2 times, 1 min 10 s" in shown
    assert "6.5 of 10" in shown
    assert "Attempt 1: 4 of 10 reps. Gone back to, not counted" in shown


def test_a_trial_says_that_it_does_not_count(room: Room) -> None:
    page = room.open(replace(WHOLE, speed=60.0, status=Status.COMPLETE))
    assert "Complete. Tried at speed 60, not counted" in words(page)


def test_what_was_put_in_place_of_another_names_it(room: Room) -> None:
    easier = done(1, CLAM, Side.LEFT, swapped_from="clam-band")
    assert "Instead of Clamshell, banded" in words(room.open(replace(WHOLE, sets=(easier,))))


def test_a_correction_stands_beside_the_timed_value(room: Room) -> None:
    room.open()
    room.press("Clamshell, left, set 2: one rep less")
    kept = room.saved().sets[3]
    assert (kept.reps, kept.corrected) == (10, Corrected(reps=9))
    assert "timed 10" in words(room.row(3))
    assert room.page.status.text() == SAVED
    assert "4 min 52 s · 27 reps, 12 s held" in words(room.page)


def test_of_several_attempts_the_last_is_corrected(room: Room) -> None:
    room.open()
    room.press("Clamshell, right, set 1: one rep more")
    first, last = room.saved().sets[1:3]
    assert (first.corrected, last.corrected) == (None, Corrected(reps=9))


def test_a_hold_goes_by_five_seconds(room: Room) -> None:
    room.open()
    room.press("Plank of a friend, set 1: 5 s more")
    assert room.saved().sets[4].corrected == Corrected(hold_s=15.0)
    assert room.saved().sets[4].hold_s == 12.4


@pytest.mark.parametrize("way", ["button", "step", "typing"])
def test_a_correction_can_be_taken_back(room: Room, way: str) -> None:
    page = room.open()
    room.press("Clamshell, left, set 1: one rep less")
    assert room.saved().sets[0].corrected is not None
    if way == "button":
        room.press("Clamshell, left, set 1: take the correction back")
    elif way == "step":
        room.press("Clamshell, left, set 1: one rep more")
    else:
        type_number(room, 1, "10")
    assert room.saved().sets[0].corrected is None
    assert "timed 10" not in words(page)


def type_number(room: Room, n: int, text: str) -> None:
    field = room.row(n).field
    assert field is not None
    field.setFocus()
    field.selectAll()
    room.qtbot.keyClicks(field, text)
    with room.qtbot.waitSignal(room.one.changed, timeout=10_000):
        room.qtbot.keyClick(field, Qt.Key.Key_Return)


def test_typing_corrects_and_a_letter_does_not(room: Room) -> None:
    room.open()
    type_number(room, 1, "x7")
    assert room.saved().sets[0].corrected == Corrected(reps=7)


def test_esc_in_a_field_takes_back_what_was_typed_and_only_then_leaves(room: Room) -> None:
    page = room.open()
    field = room.row(1).field
    assert field is not None
    left: list[bool] = []
    page.closed.connect(lambda: left.append(True))
    field.setFocus()
    field.selectAll()
    room.qtbot.keyClicks(field, "3")
    room.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), left) == ("10", [])
    room.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert left == [True]
    assert room.saved().sets[0].corrected is None


def test_an_emptied_field_says_nothing(room: Room) -> None:
    room.open()
    field = room.row(1).field
    assert field is not None
    field.setFocus()
    field.selectAll()
    room.qtbot.keyClick(field, Qt.Key.Key_Delete)
    room.page.back.setFocus()
    assert field.text() == "10"
    assert room.page.session is not None
    assert room.page.session.deleted_at is None


def test_a_rating_holds_for_all_sets_of_the_exercise(room: Room) -> None:
    room.open()
    room.press("Clamshell: too much")
    assert {s.rating for s in room.saved().sets if s.exercise == CLAM} == {Rating.TOO_MUCH}
    room.press("Clamshell: too much")
    assert {s.rating for s in room.saved().sets} == {None}


def test_one_edit_leaves_all_else_as_it_was(room: Room) -> None:
    page = room.open()
    note = page.felt.note
    note.setFocus()
    note.moveCursor(QTextCursor.MoveOperation.End)
    with room.qtbot.waitSignal(room.one.changed, timeout=10_000):
        room.qtbot.keyClicks(note, "!")
        page.back.setFocus()
    kept = room.saved()
    assert kept.note == "Café\n한강!"
    assert (kept.effort, kept.pain, kept.sets) == (WHOLE.effort, WHOLE.pain, WHOLE.sets)


def test_a_note_is_saved_when_typing_rests(room: Room) -> None:
    page = room.open(replace(WHOLE, note=""))
    with room.qtbot.waitSignal(room.one.changed, timeout=10_000):
        room.qtbot.keyClicks(page.felt.note, "Good")
    assert room.saved().note == "Good"


def test_a_note_still_being_typed_is_saved_at_the_end_of_the_program(room: Room) -> None:
    page = room.open(replace(WHOLE, note=""))
    room.qtbot.keyClicks(page.felt.note, "Good")
    room.one.close()
    assert room.saved().note == "Good"


def test_effort_and_pain_are_changed_added_and_removed(room: Room) -> None:
    room.open()
    room.press("Effort 7, very hard")
    assert room.saved().effort == 7.0
    room.press("Outer hip")
    outer = Pain(Place.OUTER_HIP, Side.BOTH, 1)
    assert sorted(room.saved().pain, key=str) == sorted((*WHOLE.pain, outer), key=str)
    room.press("Outer hip, pain 4 of 10")
    assert replace(outer, score=4) in room.saved().pain
    room.press("Knee")
    assert room.saved().pain == (replace(outer, score=4),)
    room.press("Limping")
    assert room.saved().signs == (Sign.LIMPING,)


def test_pain_of_today_advises_and_pain_of_the_past_does_not(room: Room) -> None:
    page = room.open(replace(WHOLE, pain=()))
    assert LEAVE_THE_RUN not in words(page)
    room.press("Front of hip or groin")
    assert LEAVE_THE_RUN in words(page)
    earlier = replace(
        WHOLE, id=str(UUID(int=2)), started_at=START - timedelta(days=1), signs=(Sign.NUMBNESS,)
    )
    room.open(earlier)
    assert LEAVE_THE_RUN not in words(page)


def test_del_deletes_and_undo_brings_it_back_as_it_was(room: Room) -> None:
    page = room.open()
    with room.qtbot.waitSignal(room.one.changed, timeout=10_000):
        room.qtbot.keyClick(page.back, Qt.Key.Key_Delete)
    assert room.saved().deleted_at is not None
    assert "Deleted." in words(page)
    assert page.deleted_bar.undo.hasFocus()
    with room.qtbot.waitSignal(room.one.changed, timeout=10_000):
        room.qtbot.keyClick(page.deleted_bar.undo, Qt.Key.Key_Return)
    assert room.saved().deleted_at is None
    assert room.saved().sets == WHOLE.sets
    assert "Deleted." not in words(page)


def test_what_is_deleted_cannot_be_edited(room: Room) -> None:
    page = room.open()
    room.press("Delete")
    assert not page.felt.isVisible()
    assert all(row.field is None for part in page.sets.parts for row in part.rows)


def test_edits_made_before_a_deletion_are_there_after_undo(room: Room) -> None:
    room.open()
    room.press("Clamshell, left, set 1: one rep less")
    room.press("Delete")
    room.press("Undo the deletion")
    assert "timed 10" in words(room.row(1))
    assert room.saved().sets[0].corrected == Corrected(reps=9)


def test_do_it_again_tells_the_routine(room: Room) -> None:
    page = room.open()
    with room.qtbot.waitSignal(page.again_wished) as again:
        named(page, "Do Pre-run activation again").click()
    assert again.args[0].routine.id == "pre-run-activation"


def test_a_routine_that_is_gone_is_not_offered_again(room: Room) -> None:
    page = room.open(replace(WHOLE, routine=RoutineRef("gone", "Gone")))
    assert CANNOT_REPEAT in words(page)
    assert not page.again.isVisible()


def test_a_running_session_is_only_told(room: Room) -> None:
    page = room.page
    page.show_session(replace(WHOLE, status=Status.RUNNING, ended_at=None), {}, can_repeat=True)
    page.show()
    page.sets.finish()
    assert "Running now. It can be put right when it is over." in words(page)
    assert not page.felt.isVisible()
    assert not page.delete.isVisible()
    assert all(row.field is None for part in page.sets.parts for row in part.rows)
    with room.qtbot.assertNotEmitted(page.deleted):
        room.qtbot.keyClick(page, Qt.Key.Key_Delete)


def test_what_cannot_be_saved_is_told_and_shown_as_it_is(room: Room) -> None:
    page = room.open()
    connection = sqlite3.connect(room.home.paths.history_file)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("DELETE FROM session")
    connection.commit()
    connection.close()
    named(page, "Clamshell, left, set 1: one rep less").click()
    room.qtbot.waitUntil(lambda: page.status.text().startswith(NOT_SAVED), timeout=10_000)
    assert "not in the history" in page.status.text()


def test_a_busy_history_is_told_and_the_edit_comes_through(room: Room) -> None:
    page = room.open()
    other = sqlite3.connect(room.home.paths.history_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    named(page, "Clamshell, left, set 1: one rep less").click()
    room.qtbot.waitUntil(lambda: "busy" in page.status.text(), timeout=10_000)
    with room.qtbot.waitSignal(room.one.changed, timeout=10_000):
        other.execute("ROLLBACK")
    other.close()
    assert page.status.text() == SAVED
    assert room.saved().sets[0].corrected == Corrected(reps=9)


def test_a_session_that_is_not_there_is_refused_in_words(room: Room) -> None:
    room.keep(WHOLE)
    with pytest.raises(HistoryError, match="no longer"):
        room.one.show(str(UUID(int=9)))


def test_tab_goes_down_the_page_and_reaches_every_control(room: Room) -> None:
    page = room.open()
    room.press("Clamshell, left, set 1: one rep less")
    page.back.setFocus()
    met: list[QWidget] = []
    for _ in range(200):
        widget = page.focusWidget()
        assert widget is not None
        if met and widget is page.back:
            break
        met.append(widget)
        room.qtbot.keyClick(widget, Qt.Key.Key_Tab)
    wanted = {
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
    }
    # One of a bar of segments stands for all: arrows walk the others.
    missed = [w for w in wanted - set(met) if not w.property("autoExclusive")]
    assert missed == []
    names = [widget.accessibleName() for widget in met]
    assert all(name or getattr(w, "text", str)() for name, w in zip(names, met, strict=True))
    first_row = names.index("Clamshell, left, set 1: one rep less")
    assert names[first_row : first_row + 4] == [
        "Clamshell, left, set 1: one rep less",
        "Clamshell, left, set 1: reps done",
        "Clamshell, left, set 1: one rep more",
        "Clamshell, left, set 1: take the correction back",
    ]
    assert names.index("Effort 0, nothing") > names.index("Plank of a friend, set 1: 5 s more")
    assert names[-1] == "Note"


def test_esc_leaves_the_note_first(room: Room) -> None:
    page = room.open()
    left: list[bool] = []
    page.closed.connect(lambda: left.append(True))
    page.felt.note.setFocus()
    room.qtbot.keyClick(page.felt.note, Qt.Key.Key_Escape)
    assert (page.back.hasFocus(), left) == (True, [])
    room.qtbot.keyClick(page.back, Qt.Key.Key_Escape)
    assert left == [True]


def test_start_times_are_those_of_the_clock_of_then(room: Room) -> None:
    page = room.open()
    assert "07:12:30" not in words(page)
    named(page, "Show when each set was begun").click()
    assert "07:12:30" in words(page)


@pytest.mark.parametrize("size", [(872, 600), (1192, 800), (1832, 1080)])
def test_nothing_is_cut_off_at_any_size(room: Room, size: tuple[int, int]) -> None:
    page = room.open()
    room.press("Clamshell, left, set 1: one rep less")
    page.resize(*size)
    room.qtbot.waitUntil(lambda: (page.width(), page.height()) == size)
    QApplication.processEvents()
    for part in page.findChildren(QAbstractButton):
        if part.isVisible():
            right = part.mapTo(page, part.rect().topRight()).x()
            assert 0 <= right < page.width(), part.accessibleName()
            assert part.height() >= part.sizeHint().height(), part.accessibleName()


def test_a_session_of_any_length_is_shown_and_its_rows_keep_their_height(room: Room) -> None:
    many = tuple(
        done(n, replace(CLAM, id=f"clam-{n % 7}"), Side.LEFT, set=n, step=n) for n in range(1, 61)
    )
    page = room.page
    room.keep(replace(WHOLE, sets=many))
    room.one.show(ID)
    page.show()
    room.qtbot.waitUntil(lambda: sum(len(p.rows) for p in page.sets.parts) == 60)
    QApplication.processEvents()
    heights = {row.height() for part in page.sets.parts for row in part.rows}
    assert min(heights) >= 36


def test_far_more_sets_than_anybody_does_are_counted_and_not_built(room: Room) -> None:
    many = tuple(done(n, CLAM, Side.LEFT, set=n) for n in range(1, 1001))
    page = room.open(replace(WHOLE, sets=many))
    assert sum(len(part.rows) for part in page.sets.parts) == 400
    assert "600 sets more, not shown here." in words(page)


def test_names_of_another_language_are_shown_in_this_one_and_stay_as_stored(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    called = Called(
        language="es",
        exercises={"clam-basic": {"en": "Clamshell", "es": "Almeja"}},
        routines={"pre-run-activation": {"en": "Pre-run activation", "es": "Activación previa"}},
    )
    room = Room(tmp_path / "data", qtbot, called)
    page = room.open()
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert {"Activación previa", "Almeja", "Plank of a friend"} <= shown
    assert "Clamshell" not in shown
    room.press("Fine")
    room.one.close()
    saved = room.saved()
    assert saved.routine.name == "Pre-run activation"
    assert saved.sets[0].exercise.name == "Clamshell"
