"""Making and changing exercises of the person's own, over the whole window."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal

from hiptimer.app.house import House
from hiptimer.app.shelf import ShelfError
from hiptimer.figure.colours import FigureColours
from hiptimer.figure.motion import Motion
from hiptimer.figure.posing import with_point
from hiptimer.model.exercise import Exercise, Phase, PhaseKind
from hiptimer.model.exercise import Motion as Movement
from hiptimer.model.language import tr
from hiptimer.model.own_exercise import (
    OwnExercise,
    borrowed,
    borrowed_anew,
    made,
    opened,
    used_poses,
)
from hiptimer.model.own_faults import own_faults
from hiptimer.model.pose import Pose
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.figure.stillness import wants_stillness
from hiptimer.ui.history.agree_dialog import AgreeDialog, Asked
from hiptimer.ui.own_exercise.page import OwnExercisePage

USUAL_LIKE = "clam-basic"
# No exercise has it: an id may not begin with a space.
NO_ID = " new"


class OwnExerciseRoom(QObject):
    """`saved` carries the id of an exercise that was saved; `left` comes when the page is.
    `may_close` comes when the window was to be closed and what is unsaved may be lost.
    """

    left = Signal()
    saved = Signal(str)
    may_close = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._home = house.home
        self._id = ""
        self._own: OwnExercise | None = None
        self._before: OwnExercise | None = None
        self._faults: Mapping[str, str] = {}
        self._pose = ""
        self._drawn: tuple[Exercise, Mapping[str, Pose]] | None = None
        self._motion_drawn: Motion | None = None
        self._asking: AgreeDialog | None = None
        self._is_closing = False
        self.page = OwnExercisePage(house.figures().poses, with_point, self._colours())
        house.album.emptied.connect(self._dress)
        self._join()

    def _join(self) -> None:
        page = self.page
        page.edited.connect(self._take)
        page.like_wished.connect(self._borrow)
        page.pose_shown.connect(self._look_at)
        page.save_wished.connect(self.save)
        page.left.connect(self.leave)

    # --- beginning ---

    def open(self, exercise_id: str = "", like: str = "") -> None:
        """Change an exercise, or with "" make a new one like another.

        A built-in one that is changed is kept as the person's own and shown in its place.
        """
        exercises = self._home.catalogue.exercises
        source = exercises.get(exercise_id) or exercises.get(like) or self._usual()
        poses = None if source is None else self._house.figures().poses(source.id)
        if source is None or poses is None:
            self.left.emit()
            return
        is_new = source.id != exercise_id
        self._id = "" if is_new else exercise_id
        self._own = borrowed(source, poses) if is_new else opened(source, poses)
        self._before = self._own
        self._drawn = None
        title = tr("New exercise") if is_new else tr("Change {exercise}", exercise=source.name)
        self.page.begin(title, is_new=is_new)
        self._look_at("")
        self._show()
        self._house.main.show_full(self.page)
        self.page.focus_first()

    def _usual(self) -> Exercise | None:
        """What a new exercise is like to begin with."""
        exercises = self._home.catalogue.exercises
        drawn = (e for e in exercises.values() if self._house.figures().poses(e.id) is not None)
        return exercises.get(USUAL_LIKE) or next(drawn, None)

    # --- changing ---

    @property
    def is_open(self) -> bool:
        """Whether an exercise is being made."""
        return self._own is not None

    @property
    def is_changed(self) -> bool:
        return self._own != self._before

    def _take(self, own: OwnExercise) -> None:
        self._own = own
        self.page.tell_trouble("")
        self._show()

    def _borrow(self, exercise_id: str) -> None:
        """Begin with another exercise; what was written already stays."""
        exercise = self._home.catalogue.exercises.get(exercise_id)
        poses = self._house.figures().poses(exercise_id)
        if exercise is None or poses is None or self._own is None:
            words = tr("This exercise has no poses to borrow. Choose another one.")
            self.page.tell_trouble(words)
            return
        self._pose = ""
        untouched = not self.is_changed
        self._take(borrowed_anew(self._own, exercise, poses))
        if untouched:
            self._before = self._own

    def _look_at(self, pose: str) -> None:
        self._pose = pose
        self.page.show_looked_at(bool(pose))
        self._draw()

    # --- showing ---

    def _show(self) -> None:
        if self._own is None:
            return
        known = self._home.catalogue.exercises
        self._faults = own_faults(self._own, self._id or NO_ID, known)
        self.page.show_own(self._own, known)
        self.page.show_faults(self._faults)
        self._draw()

    def _draw(self) -> None:
        if self._own is None:
            return
        exercise = made(self._own, self._id or NO_ID, self._home.catalogue.exercises)
        is_still = wants_stillness(self._home.settings.motion)
        if self._pose in self._own.poses:
            exercise, is_still = _standing(exercise, self._pose), True
        motion = self._motion(self._own, exercise)
        self.page.figure.show_motion(exercise, motion, is_still=is_still)

    def _motion(self, own: OwnExercise, exercise: Exercise) -> Motion | None:
        """Its motion, or None while there is none. Words alone do not make another one."""
        drawn = (replace(exercise, text=own.like.text, dose=own.like.dose), own.poses)
        if drawn != self._drawn:
            self._drawn = drawn
            self._motion_drawn = self._made_motion(own, exercise)
        return self._motion_drawn

    def _made_motion(self, own: OwnExercise, exercise: Exercise) -> Motion | None:
        if not exercise.phases or not exercise.pose_names <= own.poses.keys():
            return None
        poses = used_poses(own, exercise)
        return Motion(exercise, poses, mirror_front=self._home.settings.mirror_front)

    def _colours(self) -> FigureColours:
        theme = self._house.theme()
        return figure_colours(theme, theme.card)

    def _dress(self) -> None:
        self.page.wear(self._colours())

    # --- saving and leaving ---

    def save(self) -> None:
        """Keep it and leave, or show what is in the way."""
        own = self._own
        if own is None:
            return
        if self._faults:
            self.page.go_to_first(self._faults)
            return
        exercise_id = self._id or self._house.shelf.free_exercise_id(own.name)
        exercise = made(own, exercise_id, self._home.catalogue.exercises)
        try:
            self._house.shelf.save_exercise(exercise, used_poses(own, exercise))
        except ShelfError as error:
            self.page.tell_trouble(str(error))
            return
        self._close()
        self.saved.emit(exercise_id)

    def asks_before_closing(self) -> bool:
        """Whether the window must wait, since it is asked now whether what is unsaved may go."""
        if not self.is_open:
            return False
        self.page.take_numbers()
        if not self.is_changed:
            return False
        self._is_closing = True
        self._ask()
        return True

    def leave(self) -> None:
        """Ask first, when something would be lost."""
        if self.is_changed:
            self._ask()
        else:
            self._close()

    def _ask(self) -> None:
        asked = Asked(
            tr("Leave without saving?"),
            (tr("What you changed in this exercise is not saved and will be lost."),),
            verb=tr("Leave without saving"),
        )
        self._asking = AgreeDialog(asked, self.page)
        self._asking.agreed.connect(self._close)
        self._asking.rejected.connect(self._stay)
        self._asking.open()
        self._asking.no.setFocus(Qt.FocusReason.TabFocusReason)  # one key too many loses nothing

    def _stay(self) -> None:
        self._is_closing = False

    def _close(self) -> None:
        self._own = self._before = None
        self.page.figure.show_motion(None, None, is_still=True)
        is_closing, self._is_closing = self._is_closing, False
        if is_closing:
            self.may_close.emit()
        else:
            self.left.emit()


def _standing(exercise: Exercise, pose: str) -> Exercise:
    """The exercise as nothing but one pose."""
    phase = Phase("pose", PhaseKind.PAUSE, 1.0, "pose", pose, pose)
    return replace(
        exercise, motion=Movement.CYCLE, start=pose, phases=(phase,), travel=(0.0, 0.0, 0.0)
    )
