"""The fields of a step: as usual or of one's own, within limits, and nothing lost on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Step
from hiptimer.ui.editor.own_amount import OwnAmount
from hiptimer.ui.editor.step_fields import StepFields

ASSETS = Path(__file__).parents[3] / "assets"
CTRL = Qt.KeyboardModifier.ControlModifier


class Told:
    """The steps that were told, the last one last; shown again at once, as the page does it."""

    def __init__(self, fields: StepFields, exercise: Exercise) -> None:
        self.fields, self.exercise = fields, exercise
        self.steps: list[Step] = []
        fields.changed.connect(self.take)

    def take(self, step: Step) -> None:
        self.steps.append(step)
        self.fields.show_step(step, self.exercise)

    @property
    def last(self) -> Step:
        return self.steps[-1]


@pytest.fixture(scope="module")
def exercises() -> dict[str, Exercise]:
    return dict(read_catalogue(ASSETS, None).exercises)


@pytest.fixture
def fields(qtbot: QtBot, dressed: None) -> StepFields:
    fields = StepFields()
    qtbot.addWidget(fields)
    fields.resize(560, 400)
    with qtbot.waitActive(fields):
        fields.show()
        fields.activateWindow()
    return fields


@pytest.fixture
def clam(fields: StepFields, exercises: dict[str, Exercise]) -> Told:
    told = Told(fields, exercises["clam-basic"])
    fields.show_step(Step("clam-basic", sets=2), told.exercise)
    return told


def put(qtbot: QtBot, field: OwnAmount, words: str) -> None:
    field.amount.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(field.amount, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(field.amount, words)


def leave(field: OwnAmount) -> None:
    field.amount.clearFocus()


def test_showing_tells_nothing(clam: Told, exercises: dict[str, Exercise]) -> None:
    clam.fields.show_step(Step("clam-basic", 3, reps=5, tempo_s=(1, 1, 1, 1)), clam.exercise)
    clam.fields.show_step(Step("bridge-hold", hold_s=40), exercises["bridge-hold"])
    assert clam.steps == []


def test_what_is_not_given_is_shown_as_the_exercise_has_it(clam: Told) -> None:
    amount = clam.fields.reps.amount
    assert (amount.text(), amount.placeholderText()) == ("", "10")
    assert amount.accessibleName() == "Reps"
    assert amount.accessibleDescription() == "As usual, 10"
    assert clam.fields.reps.usual.isVisible()
    assert not clam.fields.reps.back.isVisible()


def test_a_number_that_happens_to_be_the_usual_one_is_ones_own(qtbot: QtBot, clam: Told) -> None:
    put(qtbot, clam.fields.reps, "10")
    assert clam.last == Step("clam-basic", sets=2, reps=10)
    assert clam.fields.reps.back.isVisible()


def test_there_is_a_way_back_to_the_usual(qtbot: QtBot, clam: Told) -> None:
    put(qtbot, clam.fields.reps, "12")
    qtbot.keyClick(clam.fields.reps.amount, Qt.Key.Key_Tab)
    assert clam.fields.reps.back.hasFocus()
    qtbot.keyClick(clam.fields.reps.back, Qt.Key.Key_Return)
    assert clam.last == Step("clam-basic", sets=2)
    assert clam.fields.reps.amount.hasFocus()


def test_an_emptied_field_is_as_usual(qtbot: QtBot, clam: Told) -> None:
    put(qtbot, clam.fields.rest, "25")
    assert clam.last.rest_s == 25
    qtbot.keyClick(clam.fields.rest.amount, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(clam.fields.rest.amount, Qt.Key.Key_Backspace)
    assert clam.last.rest_s is None


def test_arrows_begin_at_the_usual(qtbot: QtBot, clam: Told) -> None:
    qtbot.keyClick(clam.fields.reps.amount, Qt.Key.Key_Up)
    assert clam.last.reps == 11
    qtbot.keyClick(clam.fields.sets.amount, Qt.Key.Key_Down)
    qtbot.keyClick(clam.fields.sets.amount, Qt.Key.Key_Down)
    assert clam.last.sets == 1


def test_beyond_the_limits_the_nearest_is_taken_with_words(qtbot: QtBot, clam: Told) -> None:
    put(qtbot, clam.fields.reps, "500")
    assert clam.last.reps == 50
    assert clam.fields.reps.fault.text() == "1 to 200."
    leave(clam.fields.reps)
    assert clam.last.reps == 200
    assert clam.fields.reps.amount.text() == "200"
    assert clam.fields.reps.fault.isVisible()
    clam.fields.show_step(Step("clam-basic", reps=200), clam.exercise)
    assert not clam.fields.reps.fault.isVisible()


@pytest.mark.parametrize("words", ["", "ten", "-", "1e9"])
def test_what_is_no_number_is_taken_back(qtbot: QtBot, clam: Told, words: str) -> None:
    put(qtbot, clam.fields.sets, words or " ")
    leave(clam.fields.sets)
    assert clam.fields.sets.amount.text() in ("1", "2")
    assert all(step.sets in (1, 2) for step in clam.steps)


def test_a_phase_of_ones_own_keeps_the_others_as_they_are(qtbot: QtBot, clam: Told) -> None:
    usual = tuple(phase.seconds for phase in clam.exercise.phases)
    tempo = clam.fields.tempo
    put(qtbot, tempo.amounts[0], "3.5")
    assert clam.last.tempo_s == (3.5, *usual[1:])
    assert tempo.amounts[0].amount.text() == "3.5"
    assert tempo.amounts[1].amount.text() == "1 s"
    assert tempo.back.text() == "As usual: 2-1-2-0 s"
    tempo.back.click()
    assert clam.last.tempo_s is None


def test_a_rep_that_is_too_short_is_told_beside_and_not_lost(qtbot: QtBot, clam: Told) -> None:
    tempo = clam.fields.tempo
    for amount in tempo.amounts:
        put(qtbot, amount, "0")
    before = clam.last
    assert before.tempo_s is not None
    assert sum(before.tempo_s) >= 0.5
    assert tempo.fault.isVisible()
    clam.fields.show_step(before, clam.exercise)  # as after a change elsewhere
    assert [field.amount.text() for field in tempo.amounts[:3]] == ["0 s", "0 s", "0 s"]
    put(qtbot, tempo.amounts[3], "0.5")
    assert clam.last.tempo_s == (0, 0, 0, 0.5)
    assert not tempo.fault.isVisible()


def test_what_is_too_short_does_not_go_over_to_another_step(qtbot: QtBot, clam: Told) -> None:
    tempo = clam.fields.tempo
    for amount in tempo.amounts:
        put(qtbot, amount, "0")
    clam.fields.show_step(Step("clam-basic", tempo_s=clam.last.tempo_s), clam.exercise)
    assert not tempo.fault.isVisible()
    assert clam.last.tempo_s == tuple(field.amount.own for field in tempo.amounts)


def test_a_hold_has_seconds_and_no_reps(
    qtbot: QtBot, fields: StepFields, exercises: dict[str, Exercise]
) -> None:
    told = Told(fields, exercises["bridge-hold"])
    fields.show_step(Step("bridge-hold"), told.exercise)
    assert fields.hold.isVisible()
    assert not fields.reps.isVisible()
    assert not fields.tempo.isVisible()
    put(qtbot, fields.hold, "45 s")
    assert told.last == Step("bridge-hold", hold_s=45)


def test_rest_between_sets_is_there_with_several(qtbot: QtBot, clam: Told) -> None:
    assert clam.fields.rest.isVisible()
    put(qtbot, clam.fields.sets, "1")
    assert not clam.fields.rest.isVisible()


def test_more_decimals_than_are_taken_here_stay(clam: Told) -> None:
    step = Step("clam-basic", sets=2, rest_s=12.345)
    clam.fields.show_step(step, clam.exercise)
    clam.fields.rest.amount.setFocus()
    leave(clam.fields.rest)
    assert clam.steps == []


def test_tab_goes_in_the_order_of_reading(qtbot: QtBot, clam: Told) -> None:
    names = []
    clam.fields.sets.amount.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3 + len(clam.exercise.phases)):
        field: QWidget | None = clam.fields.focusWidget()
        assert field is not None
        names.append(field.accessibleName())
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    phases = [f"Seconds of {phase.name}" for phase in clam.exercise.phases]
    assert names == ["Sets", "Reps", "Rest between sets", *phases]
