"""The movement: the phases of a rep in their order, and the pose it begins in."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.own_exercise import (
    OwnExercise,
    OwnPhase,
    ending_in,
    with_phase_after,
    without_phase,
)
from hiptimer.model.time_words import duration_words
from hiptimer.model.words import number_words
from hiptimer.ui.fonts import medium, regular
from hiptimer.ui.own_exercise.fields import Picker, Titled
from hiptimer.ui.own_exercise.part import Choices, Part
from hiptimer.ui.own_exercise.phase_row import PhaseRow
from hiptimer.ui.own_exercise.pose_words import pose_words
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear


class MovementPart(Part):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Movement"), parent)
        self.rows: tuple[PhaseRow, ...] = ()
        self._length = Label("", regular(14), Tone.MUTED, wraps=True)
        self._fault = Label("", medium(14), Tone.WORK_TEXT, wraps=True)
        self.start = Picker()
        self.fields["start"] = Titled(tr("Get ready in pose"), self.start)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.column.addWidget(self._length)
        self.column.addWidget(self._fault)
        self.column.addWidget(self.fields["start"])
        self.column.addLayout(self._column)
        self.start.picked.connect(self._take_start)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        super().show_own(own, known)
        if len(own.phases) != len(self.rows):
            self._make_rows(len(own.phases))
        poses = pose_choices(own)
        for row in self.rows:
            row.show_phase(own, poses)
        self.start.show_choices(poses, own.start)
        self.fields["start"].setVisible(own.is_entered)
        self._length.setText(_length_words(own))

    def show_faults(self, faults: Mapping[str, str]) -> None:
        super().show_faults(faults)
        self._fault.setText(faults.get("phases", ""))
        self._fault.setVisible("phases" in faults)
        for index, row in enumerate(self.rows):
            for name, field in row.fields.items():
                field.tell(faults.get(f"phases.{index}.{name}", ""))

    def first_of(self, faults: Mapping[str, str]) -> QWidget | None:
        for index, row in enumerate(self.rows):
            for name, field in row.fields.items():
                if f"phases.{index}.{name}" in faults:
                    return field.control
        if "phases" in faults and self.rows:
            return self.rows[0].seconds
        return super().first_of(faults)

    def _make_rows(self, count: int) -> None:
        clear(self._column)
        self.rows = tuple(PhaseRow(index) for index in range(count))
        for row in self.rows:
            row.edited.connect(self._take_phase)
            row.pose_picked.connect(self._take_pose)
            row.added.connect(self._add)
            row.removed.connect(self._remove)
            self._column.addWidget(row)

    def _take_phase(self, index: int, phase: OwnPhase) -> None:
        if self.own is not None:
            phases = (*self.own.phases[:index], phase, *self.own.phases[index + 1 :])
            self.edited.emit(replace(self.own, phases=phases))

    def _take_pose(self, index: int, pose: str) -> None:
        if self.own is not None and self.own.phases[index].to_pose != pose:
            self.edited.emit(ending_in(self.own, index, pose))

    def _take_start(self, pose: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, start=pose))

    def _add(self, index: int) -> None:
        if self.own is not None:
            self.edited.emit(with_phase_after(self.own, index))

    def _remove(self, index: int) -> None:
        if self.own is not None:
            self.edited.emit(without_phase(self.own, index))


def pose_choices(own: OwnExercise) -> Choices:
    return [(name, pose_words(name)) for name in own.poses]


def _length_words(own: OwnExercise) -> str:
    if own.is_hold:
        return tr(
            "Each phase begins where the one before it ends. Held for {seconds} s.",
            seconds=number_words(own.hold_s),
        )
    rep_s = sum(phase.seconds for phase in own.phases)
    set_s = duration_words(rep_s * own.reps)
    return tr(
        "Each phase begins where the one before it ends. One rep takes {seconds} s,"
        " a set {length}. A phase of 0 s is left out.",
        seconds=number_words(rep_s),
        length=set_s,
    )
