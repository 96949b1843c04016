"""Routines made and changed in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.model.catalogue import check_file
from hiptimer.model.reading import read_poses
from hiptimer.model.routine import Routine, Step
from hiptimer.paths import paths_under
from hiptimer.ui.editor.adding import ExercisePicker
from hiptimer.ui.editor.own_amount import LimitedAmount
from hiptimer.ui.editor.page import GOES_ON, EditorPage
from hiptimer.ui.prescription.panel import PrescriptionPanel
from hiptimer.ui.routines.page import RoutinesPage

CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Opened:
    """The window on its Routines page."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.home = window._home
        window.main.show_page("routines")

    @property
    def routines(self) -> RoutinesPage:
        return next(iter(self.window.main.findChildren(RoutinesPage)))

    @property
    def page(self) -> EditorPage:
        return next(iter(self.window.main.findChildren(EditorPage)))

    def new(self) -> EditorPage:
        self.routines.new.click()
        return self.page

    def edit(self, routine_id: str) -> EditorPage:
        self.window.rooms.edit_routine(routine_id)
        return self.page

    def pick(self, words: str) -> None:
        """Search in the open picker and take what is found first."""
        picker = next(p for p in self.window.main.findChildren(ExercisePicker) if p.isVisible())
        first = picker.any.search if picker.any.search.hasFocus() else picker.rows[0]
        self.type(first, words[0])
        assert picker.any.search.hasFocus()
        self.type(picker.any.search, words[1:])
        self.press(picker.any.search, Qt.Key.Key_Return)
        self.press(picker.rows[0], Qt.Key.Key_Return)

    def press(self, key_for: QWidget, key: Qt.Key, how: Qt.KeyboardModifier = PLAIN) -> None:
        self.qtbot.keyClick(key_for, key, how)

    def type(self, field: QWidget, words: str) -> None:
        self.qtbot.keyClicks(field, words)

    def routine(self, routine_id: str) -> Routine:
        return self.home.catalogue.routines[routine_id]


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    window = window_for(qapp, Home(paths_under(tmp_path / "data")))
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    yield Opened(window, qtbot)
    window.close()


def test_a_new_routine_is_named_filled_saved_and_started(opened: Opened) -> None:
    page = opened.new()
    assert page.sides.whole.name.hasFocus()
    opened.type(page.sides.whole.name, "My hips")
    opened.press(page.sides.whole.name, Qt.Key.Key_N, CTRL)
    opened.pick("clamshell")
    opened.press(page.steps, Qt.Key.Key_N, CTRL)
    opened.pick("side plank")
    assert "No exercises yet" not in page.foot.facts.text()
    opened.press(page.steps, Qt.Key.Key_S, CTRL)
    assert page.foot.news.text() == "Saved"
    assert page.isVisible()
    opened.press(page.steps, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert opened.routines.isVisible()
    assert opened.routines.chosen_id == "my-hips"
    saved = opened.routine("my-hips")
    assert saved.name == "My hips"
    assert len(saved.steps) == 2
    file = opened.window._shelf.folder / "routines" / "my-hips.toml"
    assert check_file(file, opened.home.catalogue) == ()
    opened.routines.detail.start.click()
    opened.qtbot.waitUntil(lambda: opened.window.stage.is_leading)


def test_a_built_in_routine_is_changed_by_keys_and_kept_over_it(opened: Opened) -> None:
    before = opened.routine("basic-three")
    page = opened.edit("basic-three")
    assert page.steps.hasFocus()
    first, second, third = before.steps
    opened.press(page.steps, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.editing.draft.steps == (second, first, third)
    opened.press(page.steps, Qt.Key.Key_Delete)
    assert page.editing.draft.steps == (second, third)
    opened.press(page.steps, Qt.Key.Key_D, CTRL)
    assert page.editing.draft.steps == (second, third, third)
    opened.press(page.steps, Qt.Key.Key_Z, CTRL)
    opened.press(page.steps, Qt.Key.Key_Z, CTRL)
    opened.press(page.steps, Qt.Key.Key_Y, CTRL)
    assert page.editing.draft.steps == (second, third)
    opened.press(page.steps, Qt.Key.Key_S, CTRL)
    assert opened.routine("basic-three").steps == (second, third)
    assert opened.window._shelf.owns_routine("basic-three")


def test_leaving_without_saving_is_asked_about_in_place(opened: Opened) -> None:
    page = opened.edit("basic-three")
    opened.press(page.steps, Qt.Key.Key_Delete)
    opened.press(page.steps, Qt.Key.Key_Escape)
    assert page.foot.is_asking
    assert page.foot.save.hasFocus()
    opened.press(page.foot.save, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert not page.foot.is_asking
    opened.press(page.steps, Qt.Key.Key_Escape)
    page.foot.discard.click()
    assert not page.isVisible()
    assert not opened.window._shelf.owns_routine("basic-three")
    page = opened.edit("basic-three")
    assert page.editing.draft.steps == opened.routine("basic-three").steps


def test_closing_the_window_waits_for_what_is_not_saved(opened: Opened) -> None:
    page = opened.edit("basic-three")
    opened.press(page.steps, Qt.Key.Key_Delete)
    opened.window.main.close()
    assert opened.window.main.isVisible()
    assert page.foot.is_asking
    page.foot.stay.click()
    opened.press(page.steps, Qt.Key.Key_Escape)
    page.foot.save.click()
    assert opened.window.main.isVisible()
    assert not page.isVisible()
    assert len(opened.routine("basic-three").steps) == 2
    page = opened.edit("basic-three")
    opened.press(page.steps, Qt.Key.Key_Delete)
    opened.window.main.close()
    page.foot.save.click()
    assert not opened.window.main.isVisible()
    assert len(Home(opened.home.paths).catalogue.routines["basic-three"].steps) == 1


def test_what_is_not_saved_when_the_program_is_ended_is_there_the_next_time(
    opened: Opened, qapp: QApplication, qtbot: QtBot
) -> None:
    page = opened.new()
    opened.type(page.sides.whole.name, "Half made")
    opened.window.close()  # as a signal or a logout does
    later = window_for(qapp, Home(opened.home.paths))
    qtbot.addWidget(later.main)
    again = Opened(later, qtbot)
    page = again.edit("basic-three")
    assert page.editing.changes.is_saved
    page.leave()
    page = again.new()
    assert page.editing.draft.name == page.sides.whole.name.text() == "Half made"
    assert page.foot.news.text() == GOES_ON
    assert not page.foot.news.isHidden()
    assert page.foot.trouble.isHidden()
    page.undo.click()
    assert page.editing.changes.is_saved
    page.redo.click()
    page.leave()
    assert page.foot.is_asking
    page.foot.discard.click()
    assert again.new().editing.draft.name == ""
    later.close()


def test_what_is_not_saved_of_a_routine_goes_on_with_that_one(
    opened: Opened, qapp: QApplication, qtbot: QtBot
) -> None:
    page = opened.edit("basic-three")
    opened.press(page.steps, Qt.Key.Key_Delete)
    left = page.editing.draft.steps
    opened.window.close()
    later = window_for(qapp, Home(opened.home.paths))
    qtbot.addWidget(later.main)
    again = Opened(later, qtbot)
    assert again.new().editing.changes.is_saved
    page = again.edit("basic-three")
    assert page.editing.draft.steps == left
    assert page.title.text() == "Edit routine"
    page.save.click()
    later.close()
    last = Opened(window_for(qapp, Home(opened.home.paths)), qtbot)
    qtbot.addWidget(last.window.main)
    assert last.routine("basic-three").steps == left
    assert last.edit("basic-three").editing.changes.is_saved
    last.window.close()


def test_lines_are_typed_into_the_routine_that_is_being_made(opened: Opened) -> None:
    page = opened.edit("basic-three")
    before = page.editing.draft.steps
    page.lines.click()
    (panel,) = opened.window.main.findChildren(PrescriptionPanel)
    opened.type(panel.text_box, "clamshell 2x10")
    opened.press(panel.text_box, Qt.Key.Key_Escape)
    opened.qtbot.waitUntil(page.isVisible)
    page.lines.click()
    assert panel.take.text() == "Add to the routine"
    panel.take.click()
    opened.qtbot.waitUntil(page.isVisible)
    steps = page.editing.draft.steps
    assert len(steps) == len(before) + 1
    assert steps[1].sets == 2


def test_another_exercise_takes_the_place_of_a_step(opened: Opened) -> None:
    page = opened.edit("basic-three")
    first = page.editing.draft.steps[0]
    page.sides.step.swap.click()
    opened.pick("side plank")
    swapped = page.editing.draft.steps[0]
    assert swapped.exercise != first.exercise
    assert swapped.sets == first.sets


def test_what_is_missing_is_said_and_led_to(opened: Opened) -> None:
    page = opened.new()
    assert page.foot.trouble.text() == "Give it a name. Add an exercise."
    page.save.click()
    assert page.sides.whole.name.hasFocus()
    opened.type(page.sides.whole.name, "Hips")
    assert page.foot.trouble.text() == "Add an exercise."
    opened.press(page.sides.whole.name, Qt.Key.Key_Z, CTRL)
    assert page.sides.whole.name.text() == ""
    assert page.editing.changes.is_saved


def test_an_exercise_that_goes_meanwhile_is_told_and_swapped(opened: Opened) -> None:
    shelf = opened.window._shelf
    exercise = opened.home.catalogue.exercises["clam-basic"]
    poses = read_poses(resources.assets() / "poses" / "clam-basic.toml")
    kept = shelf.save_exercise(structs.replace(exercise, id="my-clam"), poses)
    opened.window.rooms.edit_routine("basic-three", (Step("my-clam"), Step("bridge-basic")))
    page = opened.page
    shelf.take_back(kept)
    row = page.steps.model().index(1, 0).data()
    assert row == "2. my-clam: not here any more"
    assert "not here any more: my-clam." in page.foot.trouble.text()
    assert "No exercises yet" not in page.foot.facts.text()
    page.steps.choose(1)
    assert not page.sides.step.fields.isVisible()
    assert page.sides.step.none.isVisible()
    opened.press(page.steps, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    opened.press(page.steps, Qt.Key.Key_S, CTRL)
    assert not page.editing.changes.is_saved
    page.sides.step.swap.click()
    opened.pick("side plank")
    assert page.sides.step.fields.isVisible()
    assert page.foot.trouble.text() == ""
    opened.press(page.steps, Qt.Key.Key_S, CTRL)
    assert page.editing.changes.is_saved


def test_what_cannot_be_written_is_told_and_stays(opened: Opened) -> None:
    opened.home.paths.data.mkdir(parents=True, exist_ok=True)
    (opened.home.paths.data / "routines").write_text("a file where a folder should be")
    page = opened.edit("basic-three")
    opened.press(page.steps, Qt.Key.Key_Delete)
    opened.press(page.steps, Qt.Key.Key_S, CTRL)
    assert "could not be saved" in page.foot.trouble.text()
    assert not page.editing.changes.is_saved


def test_the_script_is_what_will_be_said(opened: Opened) -> None:
    page = opened.edit("basic-three")
    page.sides.turn_to(2)
    lines = page.sides.script._model.rows
    assert lines
    assert [at for at, _ in lines] == sorted(at for at, _ in lines)
    opened.press(page.steps, Qt.Key.Key_Delete)
    assert len(page.sides.script._model.rows) < len(lines)


def test_every_routine_can_be_made_from_nothing(opened: Opened) -> None:
    built_in = dict(opened.home.catalogue.routines)
    for wanted in built_in.values():
        page = opened.new()
        whole = page.sides.whole
        opened.type(whole.name, wanted.name)
        opened.type(whole.when, wanted.when)
        opened.type(whole.note, wanted.note)
        if page.editing.draft.before_run != wanted.before_run:
            whole.before_run.click()
        put(whole.rounds.amount, wanted.rounds)
        if wanted.rounds > 1:
            put(whole.round_rest.amount, wanted.round_rest_s)
        for step in wanted.steps:
            make_step(page, step)
        page.save.click()
        page.leave()
        made = opened.routine(opened.routines.chosen_id)
        assert made.id not in built_in
        assert means(made, opened.home) == means(wanted, opened.home)
        file = opened.window._shelf.folder / "routines" / f"{made.id}.toml"
        assert check_file(file, opened.home.catalogue) == ()


def put(amount: LimitedAmount, number: float) -> None:
    amount.setFocus()
    amount.selectAll()
    QTest.keyClicks(amount, f"{number:g}")


def make_step(page: EditorPage, step: Step) -> None:
    """Add an exercise and give its dose, through the fields of the page."""
    exercise = page.editing.exercises[step.exercise]
    page._add(exercise)
    fields, dose = page.sides.step.fields, step.dose(exercise)
    put(fields.sets.amount, dose.sets)
    if dose.hold_s is not None:
        put(fields.hold.amount, dose.hold_s)
    else:
        put(fields.reps.amount, dose.reps or 0)
    if dose.sets > 1:
        put(fields.rest.amount, dose.rest_s)
    for field, seconds in zip(fields.tempo.amounts, dose.tempo_s or (), strict=False):
        put(field.amount, seconds)


def means(routine: Routine, home: Home) -> tuple[object, ...]:
    """All that a routine is, but its id; the rest after a single set is none."""
    doses = []
    for step in routine.steps:
        dose = step.dose(home.catalogue.exercises[step.exercise])
        doses.append(structs.replace(dose, rest_s=dose.rest_s if dose.sets > 1 else 0.0))
    whole = structs.replace(routine, id="any", steps=routine.steps[:1])
    return structs.asdict(whole) | {"steps": 0}, tuple(s.exercise for s in routine.steps), doses
