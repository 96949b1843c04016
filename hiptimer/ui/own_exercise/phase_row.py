"""One phase of a rep: its name, its seconds, what is shown meanwhile and the pose it ends in."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.exercise import PhaseKind
from hiptimer.model.language import later_in, tr, tr_in
from hiptimer.model.own_exercise import KINDS_OF_HOLD, KINDS_OF_REPS, OwnExercise, OwnPhase
from hiptimer.model.own_faults import LONGEST_PHASE_S
from hiptimer.ui.own_exercise.fields import Amount, Picker, Titled, Words
from hiptimer.ui.own_exercise.part import Choices
from hiptimer.ui.widgets.button import Button, Look

KIND_WORDS: Mapping[PhaseKind, str] = {
    PhaseKind.WORK: later_in("kind of a phase", "Work"),
    PhaseKind.HOLD: later_in("kind of a phase", "Hold"),
    PhaseKind.BACK: later_in("kind of a phase", "Back"),
    PhaseKind.PAUSE: later_in("kind of a phase", "Pause"),
    PhaseKind.ENTER: later_in("kind of a phase", "Way in"),
    PhaseKind.LEAVE: later_in("kind of a phase", "Way out"),
}


class PhaseRow(QWidget):
    """Phase `index` (from 0). `edited` carries the index and the OwnPhase as it was changed,
    `pose_picked` the index and the name of the pose it shall end in; the others the index.
    """

    edited = Signal(int, object)
    pose_picked = Signal(int, str)
    added = Signal(int)
    removed = Signal(int)

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._phase: OwnPhase | None = None
        self.name, self.say = Words(), Words()
        self.kind, self.pose = Picker(), Picker()
        self.seconds = Amount(0, LONGEST_PHASE_S, step=0.5, decimals=2, unit="s")
        self.add = Button(tr("Add after"), Look.QUIET, size=14)
        self.remove = Button(tr("Remove"), Look.QUIET, size=14)
        self.add.setAccessibleName(tr("Add a phase after phase {n}", n=index + 1))
        self.remove.setAccessibleName(tr("Remove phase {n}", n=index + 1))
        self.fields = {
            "name": Titled(tr("Phase"), self.name),
            "seconds": Titled(tr("Seconds"), self.seconds),
            "kind": Titled(tr("Kind"), self.kind),
            "say": Titled(tr_in("words that are shown", "Shown"), self.say),
            "to_pose": Titled(tr("Ends in pose"), self.pose),
        }
        for words, control in (
            (tr("Phase {n}, name", n=index + 1), self.name),
            (tr("Phase {n}, seconds", n=index + 1), self.seconds),
            (tr("Phase {n}, kind", n=index + 1), self.kind),
            (tr("Phase {n}, words shown", n=index + 1), self.say),
            (tr("Phase {n}, ends in pose", n=index + 1), self.pose),
        ):
            control.setAccessibleName(words)
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        for row in (top, bottom):
            row.setSpacing(16)
        top.addWidget(self.fields["name"], 1)
        top.addWidget(self.fields["kind"], 1)
        top.addWidget(self.fields["seconds"])
        bottom.addWidget(self.fields["say"], 1)
        bottom.addWidget(self.fields["to_pose"], 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        holder = QWidget()
        holder.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(104)
        bottom.addWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(bottom)

    def _join(self) -> None:
        self.name.textEdited.connect(self._take_name)
        self.say.textEdited.connect(self._take_say)
        self.kind.picked.connect(self._take_kind)
        self.seconds.typed.connect(self._take_seconds)
        self.pose.picked.connect(self._take_pose)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def show_phase(self, own: OwnExercise, poses: Choices) -> None:
        phase = self._phase = own.phases[self._index]
        kinds = KINDS_OF_HOLD if own.is_hold else KINDS_OF_REPS
        kinds = kinds if phase.kind in kinds else (*kinds, phase.kind)
        self.name.show_words(phase.name)
        self.say.show_words(phase.say)
        self.kind.show_choices(
            [(kind.value, tr_in("kind of a phase", KIND_WORDS[kind])) for kind in kinds], phase.kind
        )
        is_dose = own.is_hold and phase.kind is PhaseKind.HOLD
        self.seconds.setEnabled(not is_dose)
        self.seconds.show_number(own.hold_s if is_dose else phase.seconds)
        self.pose.show_choices(poses, phase.to_pose)
        self.remove.setVisible(len(own.phases) > 1)

    def _take_name(self, words: str) -> None:
        if self._phase is not None:
            self.edited.emit(self._index, replace(self._phase, name=words))

    def _take_say(self, words: str) -> None:
        if self._phase is not None:
            self.edited.emit(self._index, replace(self._phase, say=words))

    def _take_kind(self, kind: str) -> None:
        if self._phase is not None:
            self.edited.emit(self._index, replace(self._phase, kind=PhaseKind(kind)))

    def _take_seconds(self, seconds: float) -> None:
        if self._phase is not None:
            self.edited.emit(self._index, replace(self._phase, seconds=seconds))

    def _take_pose(self, pose: str) -> None:
        self.pose_picked.emit(self._index, pose)

    def _add(self) -> None:
        self.added.emit(self._index)

    def _remove(self) -> None:
        self.removed.emit(self._index)
