"""The rooms over the whole window, each made when it is first entered."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.house import House
from hiptimer.model.routine import Step

if TYPE_CHECKING:
    from hiptimer.app.editor_room import EditorRoom
    from hiptimer.app.lines_room import LinesRoom
    from hiptimer.app.own_exercise_room import OwnExerciseRoom
    from hiptimer.app.self_check_room import SelfCheckRoom
    from hiptimer.app.start_room import StartRoom
    from hiptimer.app.taking_in import TakingIn
    from hiptimer.app.why_room import WhyRoom


class Rooms(QObject):
    """`start_wished` carries a Routine to start now, `chosen` the id of one to take for today;
    `left` comes when a room is left for the pages; `files_taken` carries a TakenIn;
    `suits_changed` comes when other things are at hand, or sore, than before; `exercise_saved`
    carries the id of an exercise of the person's own, `routine_left` that of a routine that was
    edited, "" without one. `may_close` comes when the window was to wait with closing.
    """

    start_wished = Signal(object)
    chosen = Signal(str)
    left = Signal()
    files_taken = Signal(object)
    suits_changed = Signal()
    exercise_saved = Signal(str)
    routine_left = Signal(str)
    may_close = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._editor: EditorRoom | None = None
        self._lines: LinesRoom | None = None
        self._taking: TakingIn | None = None
        self._self_check: SelfCheckRoom | None = None
        self._start: StartRoom | None = None
        self._why: WhyRoom | None = None
        self._own_exercise: OwnExerciseRoom | None = None

    def check_self(self) -> None:
        """Show what can be measured of oneself, and what was."""
        if self._self_check is None:
            from hiptimer.app.self_check_room import SelfCheckRoom

            self._self_check = SelfCheckRoom(self._house)
            self._self_check.start_wished.connect(self.start_wished)
            self._self_check.left.connect(self.left)
        self._self_check.open()

    def ask_where_to_start(self) -> None:
        """Ask three questions that lead to a routine."""
        if self._start is None:
            from hiptimer.app.start_room import StartRoom

            self._start = StartRoom(self._house)
            self._start.chosen.connect(self.chosen)
            self._start.suits_changed.connect(self.suits_changed)
            self._start.left.connect(self.left)
        self._start.open()

    def tell_why(self) -> None:
        """Tell why hips: the muscles, and what is known."""
        if self._why is None:
            from hiptimer.app.why_room import WhyRoom

            self._why = WhyRoom(self._house)
            self._why.left.connect(self.left)
        self._why.tell()

    def write_exercise(self, exercise_id: str = "", like: str = "") -> None:
        """Change an exercise, or with "" make a new one, like another to begin with."""
        if self._own_exercise is None:
            from hiptimer.app.own_exercise_room import OwnExerciseRoom

            self._own_exercise = OwnExerciseRoom(self._house)
            self._own_exercise.saved.connect(self.exercise_saved)
            self._own_exercise.left.connect(self.left)
            self._own_exercise.may_close.connect(self.may_close)
        self._own_exercise.open(exercise_id, like)

    def write_exercise_like(self, exercise_id: str) -> None:
        """Make a new exercise, like another to begin with."""
        self.write_exercise(like=exercise_id)

    @property
    def house(self) -> House:
        """What they share; the Exercises page lives in it too."""
        return self._house

    def edit_routine(self, routine_id: str = "", steps: tuple[Step, ...] = ()) -> None:
        """Change a routine, or with "" make a new one, with some steps to begin with."""
        if self._editor is None:
            from hiptimer.app.editor_room import EditorRoom

            self._editor = EditorRoom(self._house)
            self._editor.lines_wished.connect(self.type_lines)
            self._editor.left.connect(self.routine_left)
            self._editor.may_close.connect(self.may_close)
        self._editor.open(routine_id, steps)

    def asks_before_closing(self) -> bool:
        """Whether it is asked what to do with what is unsaved; `may_close` comes when it may."""
        rooms = (self._editor, self._own_exercise)
        return any(room is not None and room.asks_before_closing() for room in rooms)

    def close(self) -> None:
        """The program ends: keep what is unsaved for the next time."""
        if self._editor is not None:
            self._editor.close()

    def leave(self) -> None:
        """Leave what is being made, which holds nothing unsaved any more."""
        if self._editor is not None and self._editor.is_open:
            self._editor.leave()
        if self._own_exercise is not None and self._own_exercise.is_open:
            self._own_exercise.leave()

    @property
    def may_take_files(self) -> bool:
        """Not while an exercise is being made: what is dropped would take its place."""
        return self._own_exercise is None or not self._own_exercise.is_open

    def type_lines(self, text: str = "") -> None:
        """Type a physio's lines, beginning with a text or with what was left there."""
        if self._lines is None:
            from hiptimer.app.lines_room import LinesRoom

            self._lines = LinesRoom(self._house)
            self._lines.steps_taken.connect(self._take_steps)
            self._lines.left.connect(self._leave_lines)
        adds = self._editor is not None and self._editor.is_open
        self._lines.open(text, adds=adds)

    def _take_steps(self, steps: tuple[Step, ...]) -> None:
        """Into the routine that is being made, or into a new one."""
        if self._editor is not None and self._editor.is_open:
            self._editor.add(steps)
        else:
            self.edit_routine("", steps)

    def _leave_lines(self) -> None:
        if self._editor is not None and self._editor.is_open:
            self._editor.show()
        else:
            self.left.emit()

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Take in routines and exercises, or lines to be read, from files."""
        self._made_taking().take(files)

    def choose_files(self) -> None:
        """Ask which files to take in."""
        self._made_taking().choose()

    def _made_taking(self) -> "TakingIn":
        if self._taking is None:
            from hiptimer.app.taking_in import TakingIn

            self._taking = TakingIn(self._house.home, self._house.shelf, self._house.main)
            self._taking.taken.connect(self.files_taken)
            self._taking.lines_found.connect(self.type_lines)
        return self._taking
