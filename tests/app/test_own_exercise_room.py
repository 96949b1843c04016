"""Exercises of one's own, made in the real window and then used like any other."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.exercises_page import one_set
from hiptimer.app.home import Home, Past
from hiptimer.app.own_exercise_room import OwnExerciseRoom
from hiptimer.app.shelf import ShelfError
from hiptimer.app.window import Window
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise, Motion
from hiptimer.model.joint import Joint
from hiptimer.model.reading import read_poses
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.paths import Paths, paths_under
from hiptimer.ui.own_exercise.page import OwnExercisePage
from hiptimer.workout.player import Player
from hiptimer.workout.speech import phrases_of


class Opened:
    """The window on its Exercises page."""

    def __init__(self, window: Window, paths: Paths, qtbot: QtBot) -> None:
        self.window, self.paths, self.qtbot = window, paths, qtbot
        self.home = window._home
        self.rooms = window.rooms
        self.begin_anew()

    def begin_anew(self) -> None:
        """Nothing of the person's own is there."""
        shutil.rmtree(self.paths.own_catalogue, ignore_errors=True)
        self.home.reread_catalogue()
        self.rooms.house.shelf.changed.emit()
        self.window.main.show_pages()
        self.window.main.show_page("exercises")

    @property
    def room(self) -> OwnExerciseRoom:
        room = self.rooms._own_exercise
        assert room is not None
        return room

    @property
    def page(self) -> OwnExercisePage:
        return self.room.page

    @property
    def exercises(self):
        pages = self.window.pages
        assert pages._exercises is not None
        return pages._exercises.page

    def make(self, name: str, like: str = "clam-band") -> None:
        """Begin a new exercise and type its name."""
        self.rooms.write_exercise(like=like)
        self.page.name_part.name.setFocus()
        QTest.keyClicks(self.page.name_part.name, name)

    def save(self) -> str:
        """Press Save; the id of what was saved."""
        with self.qtbot.waitSignal(self.room.saved) as saved:
            self.page.save.click()
        return saved.args[0]

    def exercise(self, exercise_id: str) -> Exercise:
        return self.home.catalogue.exercises[exercise_id]

    def file(self, kind: str, exercise_id: str) -> Path:
        return self.paths.own_catalogue / kind / f"{exercise_id}.toml"


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """One for all tests: opening it takes seconds, and it does not go away at once."""
    window = window_for(qapp, Home(paths_under(tmp_path_factory.mktemp("own"))))
    window.show()
    window.main.activateWindow()
    assert QTest.qWaitForWindowActive(window.main)
    yield window
    window.close()


@pytest.fixture
def opened(window: Window, qtbot: QtBot) -> Opened:
    qtbot.waitUntil(lambda: window.backstage.own_voice is not None)
    return Opened(window, window._home.paths, qtbot)


def check_usable(opened: Opened, exercise_id: str) -> None:
    """It lays out, plays to its end, draws in every phase, has a picture and is announced."""
    exercise = opened.exercise(exercise_id)
    routine = one_set(exercise_id)
    timeline = opened.home.lay_out(routine, Past())
    player = Player(timeline, opened.home.settings.gaps)
    player.start(0.0)
    player.advance(timeline.seconds + 1)
    assert player.state.value == "done"
    motion = opened.window.backstage.made_figures().motion(exercise_id)
    assert motion is not None
    for phase in range(len(exercise.phases)):
        for side in Side:
            at = [motion.at_phase(phase, fraction, 1, side) for fraction in (0.0, 0.5, 1.0)]
            assert all(set(frame.body.joints) == set(Joint) for frame in at)
    album = opened.window._album
    size = QSize(60, 40)
    opened.qtbot.waitUntil(lambda: album.picture(exercise_id, size, 1.0) is not None)
    assert exercise.name in " ".join(phrases_of([exercise], ()))


def test_made_on_the_page_it_is_used_like_any_other(opened: Opened) -> None:
    opened.exercises.choose("clam-band")
    opened.exercises.new.click()
    page = opened.page
    assert page.isVisible()
    assert page.name_part.like.value == "clam-band"
    assert page.name_part.name.hasFocus()
    QTest.keyClicks(page.name_part.name, "Clamshell with a pause")
    page.dose.reps.setFocus()
    page.dose.reps.selectAll()
    QTest.keyClicks(page.dose.reps, "8")
    page.movement.rows[1].seconds.selectAll()
    QTest.keyClicks(page.movement.rows[1].seconds, "2,5")
    page.words.cues.setPlainText("Pause at the top\n\nBreathe")
    exercise_id = opened.save()
    assert exercise_id == "clamshell-with-a-pause"
    exercise = opened.exercise(exercise_id)
    assert exercise.dose.reps == 8
    assert exercise.dose.tempo_s == (2, 2.5, 2, 0)
    assert exercise.text.cues == ("Pause at the top", "Breathe")
    assert opened.window.main.page == "exercises"
    assert not page.isVisible()
    assert opened.exercises.chosen_id == exercise_id
    assert opened.exercises.detail.remove.isVisible()
    check_usable(opened, exercise_id)


def test_the_command_line_finds_nothing_wrong_with_it(opened: Opened) -> None:
    opened.make("Wide clam")
    exercise_id = opened.save()
    files = [str(opened.file(kind, exercise_id)) for kind in ("exercises", "poses")]
    command = [sys.executable, "-m", "hiptimer", "check", *files]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("name", "exercise_id"),
    [("Pont élevé", "pont-eleve"), ("한 다리", "own"), ("Bridge 🦵🏽", "bridge"), ("🦵", "own")],
)
def test_a_name_in_any_script(opened: Opened, name: str, exercise_id: str) -> None:
    opened.make("", like="bridge-basic")
    opened.page.name_part.name.insert(name)
    opened.page.name_part.name.textEdited.emit(name)
    assert opened.save() == exercise_id
    assert opened.exercise(exercise_id).name == name
    assert Home(opened.paths).catalogue.exercises[exercise_id] == opened.exercise(exercise_id)
    check_usable(opened, exercise_id)


def test_what_is_wrong_is_told_and_nothing_is_saved(opened: Opened) -> None:
    opened.make("x" * 41)
    page = opened.page
    page.words.how.setPlainText("")
    page.dose.reps.selectAll()
    QTest.keyClicks(page.dose.reps, "500")
    page.save.click()
    assert page.isVisible()
    assert page.name_part.name.hasFocus()
    name = page.name_part.fields["name"]
    assert name.fault.text() == "At most 40 characters: these are 41."
    assert name.control.accessibleDescription() == name.fault.text()
    assert page.words.fields["how"].fault.isVisibleTo(page)
    assert page.dose.fields["reps"].fault.text() == "From 1 to 200."
    assert page.news.text() == "3 things to put right before it can be saved."
    assert not (opened.paths.own_catalogue / "exercises").exists()


def test_the_figure_moves_in_its_tempo(opened: Opened) -> None:
    opened.make("Slow clam")
    figure = opened.page.figure
    assert figure.is_moving
    first = figure.view.frame
    opened.qtbot.waitUntil(lambda: figure.view.frame != first)
    opened.save()
    assert not figure.is_moving


def test_reps_become_a_hold_and_phases_come_and_go(opened: Opened) -> None:
    opened.make("Held clam")
    page = opened.page
    page.dose.counted.segments[1].click()
    page.dose.hold.selectAll()
    QTest.keyClicks(page.dose.hold, "25")
    assert [row.kind.value for row in page.movement.rows] == ["enter", "hold", "leave"]
    assert not page.movement.rows[1].seconds.isEnabled()
    page.movement.rows[2].add.click()
    assert len(page.movement.rows) == 4
    page.movement.rows[3].pose.pick("closed")
    exercise = opened.exercise(opened.save())
    assert exercise.motion is Motion.HOLD
    assert exercise.dose.hold_s == 25
    assert len(exercise.phases) == 4
    check_usable(opened, exercise.id)


def test_tab_walks_the_form_as_it_is_read(opened: Opened) -> None:
    opened.make("Clam")
    page = opened.page
    page.movement.rows[0].add.click()
    last = page.movement.rows[-1]
    opened.qtbot.waitUntil(last.isVisible)
    heights: list[int] = []
    page.name_part.name.setFocus()
    content = page.form.widget()
    while (now := QApplication.focusWidget()) is not None and content.isAncestorOf(now):
        heights.append(now.mapTo(content, QPoint(0, 0)).y())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert len(heights) > 50
    # Two fields of one row may differ a little in where they begin.
    assert all(after > before - 60 for before, after in pairwise(heights))


def test_every_control_has_a_name_for_a_screen_reader(opened: Opened) -> None:
    opened.make("Clam")
    page = opened.page
    for control in page.form.widget().findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisibleTo(page):
            text = getattr(control, "text", lambda: "")()
            assert control.accessibleName() or text, control


def test_a_borrowed_and_a_written_pose(opened: Opened) -> None:
    opened.make("Bridge, feet wide", like="bridge-basic")
    poses = opened.page.poses
    poses.lender.pick("bridge-single")
    poses.lent.pick("up")
    poses.borrow.click()
    assert poses.pose.value == "up 2"
    poses.joint.pick("ankle_left")
    before = [place.number for place in poses.places]
    poses.places[0].setFocus()
    poses.places[0].selectAll()
    QTest.keyClicks(poses.places[0], f"{before[0] + 5:g}")
    QTest.keyClick(poses.places[0], Qt.Key.Key_Return)
    assert opened.page.movement_again.isVisible()
    assert not opened.page.figure.is_moving
    opened.page.movement_again.click()
    assert opened.page.figure.is_moving
    for index in (0, 1):
        opened.page.movement.rows[index].pose.pick("up 2")
    exercise = opened.exercise(opened.save())
    assert "up 2" in exercise.pose_names
    kept = read_poses(opened.file("poses", exercise.id))
    assert kept.keys() == exercise.pose_names
    moved = kept["up 2"].points[Joint.ANKLE_LEFT][0] * 100
    assert moved == pytest.approx(before[0] + 5, abs=0.2)
    check_usable(opened, exercise.id)


def test_another_one_to_be_like_keeps_what_was_written(opened: Opened) -> None:
    opened.make("Mine", like="clam-band")
    page = opened.page
    page.words.how.setPlainText("In my own way.")
    page.name_part.like.pick("bridge-ball")
    exercise = opened.exercise(opened.save())
    assert exercise.name == "Mine"
    assert exercise.text.how == "In my own way."
    assert exercise.needs == (Equipment.STABILITY_BALL,)
    assert exercise.text.setup == opened.exercise("bridge-ball").text.setup
    check_usable(opened, exercise.id)


def test_leaving_asks_where_something_would_be_lost(opened: Opened) -> None:
    opened.rooms.write_exercise(like="clam-band")
    opened.page.back.click()
    assert not opened.page.isVisible()
    opened.make("Half made")
    opened.page.back.click()
    asking = opened.room._asking
    assert asking is not None
    assert asking.isVisible()
    asking.no.click()
    assert opened.page.isVisible()
    opened.page.back.click()
    asking = opened.room._asking
    assert asking is not None
    asking.yes.click()
    assert not opened.page.isVisible()
    assert "half-made" not in opened.home.catalogue.exercises


def test_the_question_whether_to_leave_is_not_answered_by_one_key_too_many(opened: Opened) -> None:
    opened.make("Half made")
    opened.page.back.click()
    asking = opened.room._asking
    assert asking is not None
    opened.qtbot.waitUntil(asking.no.hasFocus)
    QTest.keyClick(asking.no, Qt.Key.Key_Return)
    assert opened.page.isVisible()
    assert opened.page.name_part.name.text() == "Half made"


def test_closing_the_window_asks_first_too(opened: Opened) -> None:
    window = opened.window.main
    opened.make("Half made")
    window.close()
    asking = opened.room._asking
    assert asking is not None
    asking.no.click()
    assert window.isVisible()
    assert opened.page.isVisible()
    opened.page.back.click()
    asking = opened.room._asking
    assert asking is not None
    asking.yes.click()
    assert window.isVisible()  # the wish to close it is no longer open
    opened.make("Half made")
    with opened.qtbot.waitSignal(opened.rooms.may_close):
        window.close()
        asking = opened.room._asking
        assert asking is not None
        opened.rooms.may_close.disconnect(opened.window._closing.go_on)
        asking.yes.click()
    opened.rooms.may_close.connect(opened.window._closing.go_on)


def test_no_file_takes_the_place_of_a_half_made_exercise(opened: Opened) -> None:
    opened.make("Half made")
    assert not opened.window.may_take_files()
    opened.save()
    assert opened.window.may_take_files()


def test_changed_and_removed_and_brought_back(opened: Opened) -> None:
    opened.make("Clam of mine")
    exercise_id = opened.save()
    opened.exercises.detail.edit.click()
    assert opened.page.title.text() == "Change Clam of mine"
    opened.page.dose.sets.selectAll()
    QTest.keyClicks(opened.page.dose.sets, "5")
    assert opened.save() == exercise_id
    assert opened.exercise(exercise_id).dose.sets == 5
    opened.exercises.detail.remove.click()
    assert exercise_id not in opened.home.catalogue.exercises
    assert not opened.file("poses", exercise_id).exists()
    assert opened.exercises.news.words == "Clam of mine is removed."
    opened.exercises.undo_wished.emit()
    assert opened.exercise(exercise_id).dose.sets == 5
    check_usable(opened, exercise_id)


def test_what_a_routine_uses_is_not_removed(opened: Opened) -> None:
    opened.make("Clam of mine")
    exercise_id = opened.save()
    shelf = opened.rooms.house.shelf
    steps = (Step(exercise_id, reps=4),)
    shelf.save_routine(Routine(id="monday", name="Monday", when="", steps=steps))
    opened.exercises.choose(exercise_id)
    opened.exercises.detail.remove.click()
    assert opened.exercises.news.words == (
        "Clam of mine is part of Monday. Take it out there first."
    )
    assert exercise_id in opened.home.catalogue.exercises


def test_what_a_routine_counts_in_reps_does_not_become_a_hold(opened: Opened) -> None:
    opened.make("Clam of mine")
    exercise_id = opened.save()
    steps = (Step(exercise_id, reps=4),)
    opened.rooms.house.shelf.save_routine(Routine(id="monday", name="Monday", when="", steps=steps))
    opened.rooms.write_exercise(exercise_id)
    opened.page.dose.counted.segments[1].click()
    opened.page.save.click()
    assert opened.page.isVisible()
    assert "Monday" in opened.page.trouble.text()
    assert not opened.exercise(exercise_id).is_hold
    opened.page.dose.counted.segments[0].click()
    assert opened.page.trouble.text() == ""
    assert opened.save() == exercise_id


def test_those_that_name_a_removed_one_as_easier_name_none(opened: Opened) -> None:
    opened.make("First")
    first = opened.save()
    opened.make("Second")
    opened.page.ladder.easier.pick(first)
    second = opened.save()
    assert opened.exercise(second).easier_id == first
    before = opened.rooms.house.shelf.remove_exercise(first)
    assert opened.exercise(second).easier_id is None
    assert opened.home.catalogue.problems == ()
    opened.rooms.house.shelf.take_back(before)
    assert opened.exercise(second).easier_id == first


def test_over_a_built_in_one_and_back(opened: Opened) -> None:
    usual = opened.exercise("clam-band")
    look = opened.window.backstage.made_figures().motion("clam-band")
    opened.rooms.write_exercise("clam-band")
    opened.page.dose.rest.selectAll()
    QTest.keyClicks(opened.page.dose.rest, "45 s")
    opened.page.movement.rows[0].pose.pick("closed")
    assert opened.save() == "clam-band"
    assert opened.exercise("clam-band").dose.rest_s == 45
    assert opened.window.backstage.made_figures().motion("clam-band") is not look
    check_usable(opened, "clam-band")
    assert opened.rooms.house.shelf.owns_exercise("clam-band")
    opened.rooms.house.shelf.remove_exercise("clam-band")
    assert opened.exercise("clam-band") == usual
    check_usable(opened, "clam-band")


def test_a_folder_in_the_way_is_told(opened: Opened) -> None:
    opened.paths.own_catalogue.mkdir(parents=True, exist_ok=True)
    (opened.paths.own_catalogue / "exercises").write_text("no folder")
    opened.make("Clam of mine")
    opened.page.save.click()
    assert opened.page.isVisible()
    assert re.match(
        "Clam of mine could not be saved. .*: there is a file", opened.page.trouble.text()
    )
    assert not opened.file("poses", "clam-of-mine").exists()
    with pytest.raises(ShelfError):
        opened.rooms.house.shelf.save_exercise(opened.exercise("clam-band"), {})
