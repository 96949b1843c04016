"""The routine being made, and which of its steps is looked at."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from hiptimer.model.draft import Changes, Draft
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Step

NO_PLACE = -1


class Editing(QObject):
    """Every change is made here. `changed` comes after each, taking back included.

    `place` is the step that is looked at, from 0; NO_PLACE without steps.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changes = Changes(Draft())
        self.exercises: Mapping[str, Exercise] = {}
        self.place = NO_PLACE

    def begin(self, draft: Draft, exercises: Mapping[str, Exercise]) -> None:
        """Begin anew with a routine as it is saved, or with an empty one."""
        self.changes = Changes(draft)
        self.exercises = exercises
        self.place = 0 if draft.steps else NO_PLACE
        self.changed.emit()

    @property
    def draft(self) -> Draft:
        return self.changes.draft

    @property
    def step(self) -> Step | None:
        """The step that is looked at."""
        return self.draft.steps[self.place] if self.place != NO_PLACE else None

    def look_at(self, place: int) -> None:
        self.place = place

    # --- changing ---

    def add(self, *steps: Step) -> None:
        """Put steps in after the one that is looked at, and look at the last of them."""
        draft, place = self.draft, self.place
        for step in steps:
            place += 1
            draft = draft.with_added(step, place)
        self._make(draft, place)

    def remove(self, place: int) -> None:
        draft = self.draft.without_step(place)
        self._make(draft, place)

    def move(self, place: int, to: int) -> None:
        self._make(self.draft.with_moved(place, to), to)

    def double(self) -> None:
        if self.place != NO_PLACE:
            self._make(self.draft.with_doubled(self.place), self.place + 1)

    def swap(self, exercise: Exercise) -> None:
        """Do another exercise in the step that is looked at, and keep of the dose what fits."""
        step = self.step
        if step is not None and step.exercise != exercise.id:
            self._make(self.draft.with_step(self.place, step.swapped(exercise)), self.place)

    def change_step(self, step: Step) -> None:
        """The step that is looked at is to be done otherwise."""
        before = self.step
        if before is None:
            return
        fields = [f for f in Step.__struct_fields__ if getattr(before, f) != getattr(step, f)]
        self.take(self.draft.with_step(self.place, step), f"{self.place} {' '.join(fields)}")

    def take(self, draft: Draft, about: str) -> None:
        """Changes about the same thing that follow each other are one."""
        self.changes.make(draft, about)
        self._keep_place(self.place)

    def undo(self) -> None:
        self._go_to(self.changes.undo)

    def redo(self) -> None:
        self._go_to(self.changes.redo)

    def save(self, routine_id: str) -> None:
        """It was saved under this id."""
        self.changes.save(routine_id)
        self.changed.emit()

    def _make(self, draft: Draft, place: int) -> None:
        self.changes.make(draft)
        self._keep_place(place)

    def _go_to(self, state: Callable[[], Draft]) -> None:
        before = self.draft.steps
        after = state().steps
        if before == after:
            self._keep_place(self.place)
            return
        pairs = zip(before, after, strict=False)
        same = next((n for n, (old, new) in enumerate(pairs) if old != new), len(before))
        self._keep_place(same)

    def _keep_place(self, place: int) -> None:
        self.place = min(max(place, 0), len(self.draft.steps) - 1)
        self.changed.emit()
