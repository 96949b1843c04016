"""Every built-in routine can be made in the editor from nothing, with keys and clicks alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.cli.program import main
from hiptimer.model.reading import read_routine
from hiptimer.model.routine import Step
from hiptimer.model.words import number_words
from hiptimer.paths import paths_under
from hiptimer.ui.editor.adding import ExercisePicker
from hiptimer.ui.editor.page import EditorPage
from hiptimer.ui.editor.sides import WHOLE

ROUTINES = Path(__file__).parents[2] / "assets" / "routines"
CTRL = Qt.KeyboardModifier.ControlModifier


class Maker:
    """Somebody before the editor, who sees only its widgets."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        window.rooms.edit_routine()
        self.page: EditorPage = window.main.findChild(EditorPage)

    def make(self, file: Path) -> None:
        wanted = read_routine(file)
        for step in wanted.steps:
            self._add(step)
        self.page.sides.titles.segments[WHOLE].click()
        whole = self.page.sides.whole
        for field in ("name", "when", "note"):
            self._type(getattr(whole, field), getattr(wanted, field))
        if not wanted.before_run:
            whole.before_run.click()
        if wanted.rounds > 1:
            self._type(whole.rounds.amount, str(wanted.rounds))
            self._type(whole.round_rest.amount, number_words(wanted.round_rest_s))

    def _add(self, step: Step) -> None:
        self._qtbot.keyClick(self.page.steps, Qt.Key.Key_N, CTRL)
        picker = next(p for p in self._window.main.findChildren(ExercisePicker) if p.isVisible())
        exercise = self._window._home.catalogue.exercises[step.exercise]
        self._type(picker.any.search, exercise.name)
        next(row for row in picker.rows if row.exercise.id == step.exercise).click()
        fields = self.page.sides.step.fields
        self._type(fields.sets.amount, str(step.sets))
        for field, amount in (
            (fields.reps, step.reps),
            (fields.hold, step.hold_s),
            (fields.rest, step.rest_s),
        ):
            if amount is not None:
                self._type(field.amount, number_words(amount))
        for field, seconds in zip(fields.tempo.amounts, step.tempo_s or (), strict=False):
            self._type(field.amount, number_words(seconds))

    def _type(self, field: QWidget, words: str) -> None:
        """Over what stands there, as after Tab; only into what can be seen."""
        self._qtbot.waitUntil(field.isVisible)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
        self._qtbot.keyClicks(field, words)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    window = window_for(qapp, Home(paths_under(tmp_path / "data")))
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    yield window
    window.close()


@pytest.mark.parametrize("file", sorted(ROUTINES.glob("*.toml")), ids=lambda file: file.stem)
def test_a_routine_made_from_nothing_is_the_built_in(
    window: Window, qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    maker = Maker(window, qtbot)
    maker.make(file)
    maker.page.save.click()
    (saved,) = (tmp_path / "data" / "routines").glob("*.toml")
    wanted = read_routine(file)
    assert replace(read_routine(saved), id=wanted.id) == wanted
    checked = CliRunner().invoke(main, ["--data-dir", str(tmp_path / "data"), "check", str(saved)])
    assert checked.exit_code == 0, checked.output
    while maker.page.editing.changes.can_undo:
        maker.page.undo.click()
    assert not maker.page.editing.draft.steps


def test_there_are_twelve() -> None:
    assert len(list(ROUTINES.glob("*.toml"))) == 12
