"""The poses: borrowed from another exercise, or written point by point."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.joint import Joint, Point
from hiptimer.model.language import later, tr, tr_in
from hiptimer.model.own_exercise import OwnExercise, free_pose_name, with_pose
from hiptimer.model.pose import Pose
from hiptimer.ui.fonts import regular
from hiptimer.ui.own_exercise.fields import Amount, Picker, Titled
from hiptimer.ui.own_exercise.joint_words import joint_words
from hiptimer.ui.own_exercise.movement_part import pose_choices
from hiptimer.ui.own_exercise.name_part import exercises_in_order
from hiptimer.ui.own_exercise.part import Part
from hiptimer.ui.own_exercise.pose_words import pose_words
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.label import Label

FURTHEST_CM = 300
HINT = later(
    "Choose which pose a phase ends in under Movement. Here you can add one, or move its points:"
    " bones keep their length, and hands and feet stay where they are as far as they reach."
)
AXES = (
    (later("Across"), later("To the body's left, from the middle.")),
    (later("Up"), later("Above the floor.")),
    (later("Forward"), later("Where the person faces.")),
)

PosesOf = Callable[[str], Mapping[str, Pose] | None]
"""The poses of an exercise by its id; None when there are none."""
MovePoint = Callable[[Pose, Joint, Point], Pose]
"""A pose with one point elsewhere, in metres."""


class PosesPart(Part):
    """`pose_shown` carries the name of a pose to be looked at, "" to see the movement again."""

    pose_shown = Signal(str)

    def __init__(
        self, poses_of: PosesOf, move_point: MovePoint, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Poses"), parent)
        self._poses_of = poses_of
        self._move_point = move_point
        self._lent: Mapping[str, Pose] = {}
        self.lender, self.lent = Picker(), Picker()
        self.borrow = Button(tr("Borrow pose"), size=14)
        self.pose, self.joint = Picker(), Picker()
        self.copy = Button(tr("Copy pose"), Look.QUIET, size=14)
        self.look = Chip(tr("Look at it"))
        self.places = tuple(
            Amount(-FURTHEST_CM, FURTHEST_CM, decimals=1, unit="cm", waits=True) for _ in AXES
        )
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        self.column.addWidget(Label(tr(HINT), regular(14), Tone.MUTED, wraps=True))
        lender = Titled(
            tr_in("title of a field: the exercise that a pose is taken from", "From"),
            self.lender,
            hint=tr("In the same position."),
        )
        self.add_row((lender, 1), (Titled(tr("Pose"), self.lent), 1), (self.borrow, 0))
        pose, joint = (
            Titled(tr("Pose to write"), self.pose),
            Titled(tr_in("a point of the body", "Point"), self.joint),
        )
        self.add_row((pose, 1), (joint, 1))
        titled = [
            (Titled(tr(name), place, hint=tr(hint)), 0)
            for (name, hint), place in zip(AXES, self.places, strict=True)
        ]
        self.add_row(*titled, (QWidget(), 1))
        self.add_row((self.look, 0), (self.copy, 0), (QWidget(), 1))
        self.lent.setAccessibleName(tr("Pose to borrow"))

    def _join(self) -> None:
        self.lender.picked.connect(self._choose_lender)
        self.borrow.clicked.connect(self._borrow)
        self.copy.clicked.connect(self._copy)
        self.look.clicked.connect(self._look)
        self.pose.picked.connect(self._choose_pose)
        self.joint.picked.connect(self._show_place)
        for place in self.places:
            place.typed.connect(self._move)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        super().show_own(own, known)
        position = own.like.position
        near = {id_: e for id_, e in known.items() if e.position is position}
        lender = self.lender.value
        self.lender.show_choices(exercises_in_order(near), lender if lender in near else "")
        if lender not in near:
            self._choose_lender(self.lender.value)
        now = self.pose.value if self.pose.value in own.poses else next(iter(own.poses))
        self.pose.show_choices(pose_choices(own), now)
        joints = [(joint.value, joint_words(joint)) for joint in Joint]
        self.joint.show_choices(joints, self.joint.value or Joint.PELVIS.value)
        self._show_place()

    def show_movement(self) -> None:
        """Look at the movement, not at a pose."""
        self.look.setChecked(False)
        self.pose_shown.emit("")

    def _choose_lender(self, exercise_id: str) -> None:
        poses = self._poses_of(exercise_id) if exercise_id else None
        self._lent = poses or {}
        names = [(name, pose_words(name)) for name in self._lent]
        self.lent.show_choices(names, names[0][0] if names else "")
        self.borrow.setEnabled(bool(names))

    def _borrow(self) -> None:
        if self.own is not None and self.lent.value in self._lent:
            self._add(self.lent.value, self._lent[self.lent.value])

    def _copy(self) -> None:
        if self.own is not None and self.pose.value in self.own.poses:
            self._add(self.pose.value, self.own.poses[self.pose.value], beside=self.pose.value)

    def _add(self, wished: str, pose: Pose, beside: str = "") -> None:
        """Add a pose and choose it."""
        if self.own is None:
            return
        name = free_pose_name(self.own, wished)
        added = with_pose(self.own, name, pose, beside)
        self.pose.show_choices(pose_choices(added), name)
        self.edited.emit(added)
        self.look.setChecked(True)
        self._look()

    def _choose_pose(self) -> None:
        self._show_place()
        if self.look.isChecked():
            self._look()

    def _look(self) -> None:
        self.pose_shown.emit(self.pose.value if self.look.isChecked() else "")

    def _show_place(self) -> None:
        if self.own is None or self.pose.value not in self.own.poses:
            return
        point = self.own.poses[self.pose.value].points[Joint(self.joint.value)]
        for place, metres in zip(self.places, point, strict=True):
            place.show_number(round(metres * 100, 1))

    def _move(self) -> None:
        if self.own is None or self.pose.value not in self.own.poses:
            return
        name = self.pose.value
        x, y, z = (place.number / 100 for place in self.places)
        moved = self._move_point(self.own.poses[name], Joint(self.joint.value), (x, y, z))
        self.look.setChecked(True)
        self.pose_shown.emit(name)
        self.edited.emit(with_pose(self.own, name, moved))
