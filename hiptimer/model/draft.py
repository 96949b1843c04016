"""A routine being made: it may be unfinished, and every change to it can be taken back."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from hiptimer.model.exercise import Exercise, RestSeconds
from hiptimer.model.language import tr
from hiptimer.model.laws import LONGEST_SET_S, MOST_SETS_IN_ALL, SPACES, is_too_long, routine_faults
from hiptimer.model.plain import without_controls
from hiptimer.model.routine import Routine, Step
from hiptimer.model.words import joined

MOST_STEPS = 100
LONGEST_NAME, LONGEST_WHEN, LONGEST_NOTE = 40, 200, 500
MOST_ROUNDS, MOST_SETS, MOST_REPS = 20, 20, 200
LONGEST_HOLD_S, LONGEST_REST_S, LONGEST_PHASE_S = 600.0, 600.0, 60.0

# What is typed may be too long for now, but an endless text was written by nobody.
Typed = Annotated[str, Meta(max_length=10_000)]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a routine is made of so far. `id` is empty for one that was never saved.

    Of a step, what is None is as the exercise has it.
    """

    id: str = ""
    name: Typed = ""
    when: Typed = ""
    note: Typed = ""
    before_run: bool = True
    rounds: Annotated[int, Meta(ge=1, le=MOST_ROUNDS)] = 1
    round_rest_s: RestSeconds = 0.0
    steps: Annotated[tuple[Step, ...], Meta(max_length=MOST_STEPS)] = ()

    # --- steps; places count from 0 ---

    def with_added(self, step: Step, place: int | None = None) -> "Draft":
        """With a step before `place`, or at the end; unchanged where there are MOST_STEPS."""
        if len(self.steps) >= MOST_STEPS:
            return self
        at = len(self.steps) if place is None else min(max(place, 0), len(self.steps))
        return replace(self, steps=(*self.steps[:at], step, *self.steps[at:]))

    def without_step(self, place: int) -> "Draft":
        return replace(self, steps=(*self.steps[:place], *self.steps[place + 1 :]))

    def with_moved(self, place: int, to: int) -> "Draft":
        """With the step of `place` at the place `to`; the others keep their order."""
        steps = list(self.steps)
        step = steps.pop(place)
        steps.insert(min(max(to, 0), len(steps)), step)
        return replace(self, steps=tuple(steps))

    def with_doubled(self, place: int) -> "Draft":
        """With the step of `place` once more, right after it."""
        return self.with_added(self.steps[place], place + 1)

    def with_step(self, place: int, step: Step) -> "Draft":
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    # --- what comes of it ---

    def lacks(self, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
        """What keeps it from being saved, in words for a person."""
        missing = []
        if not self.clean_name:
            missing.append(tr("Give it a name."))
        elif len(self.clean_name) > LONGEST_NAME:
            missing.append(tr("The name may have up to {n} characters.", n=LONGEST_NAME))
        if len(self.when.strip()) > LONGEST_WHEN:
            missing.append(tr("When to do it may have up to {n} characters.", n=LONGEST_WHEN))
        if len(self.note.strip()) > LONGEST_NOTE:
            missing.append(tr("The note may have up to {n} characters.", n=LONGEST_NOTE))
        if not self.steps:
            missing.append(tr("Add an exercise."))
        gone = dict.fromkeys(s.exercise for s in self.steps if s.exercise not in exercises)
        if gone:
            missing.append(
                tr("Swap or remove what is not here any more: {names}.", names=joined([*gone]))
            )
        missing += self._too_much(exercises)
        if missing:
            return tuple(missing)
        return tuple(str(fault) for fault in routine_faults(self.routine("draft"), exercises))

    def _too_much(self, exercises: Mapping[str, Exercise]) -> Iterator[str]:
        if sum(step.sets for step in self.steps) * self.rounds > MOST_SETS_IN_ALL:
            yield tr("A routine may have up to {n} sets in all rounds.", n=MOST_SETS_IN_ALL)
        known = (
            (step, exercises[step.exercise]) for step in self.steps if step.exercise in exercises
        )
        for name in dict.fromkeys(e.name for step, e in known if is_too_long(step.dose(e))):
            yield tr(
                "{exercise}: a set may last up to {n} minutes.",
                exercise=name,
                n=round(LONGEST_SET_S / 60),
            )

    @property
    def clean_name(self) -> str:
        """The name in one line, as it is saved."""
        return without_controls(" ".join(self.name.split()))

    def routine(self, id_: str) -> Routine:
        """The routine it is, under an id. Only where nothing lacks."""
        return Routine(
            id=id_,
            name=self.clean_name,
            when=without_controls(self.when, SPACES).strip(),
            note=without_controls(self.note, SPACES).strip(),
            before_run=self.before_run,
            rounds=self.rounds,
            round_rest_s=self.round_rest_s,
            steps=self.steps,
        )


def draft_of(routine: Routine) -> Draft:
    return Draft(
        id=routine.id,
        name=routine.name,
        when=routine.when,
        note=routine.note,
        before_run=routine.before_run,
        rounds=routine.rounds,
        round_rest_s=routine.round_rest_s,
        steps=routine.steps,
    )


class Changes:
    """A draft with every state it was in, so that any change can be taken back and made again.

    Changes `about` the same thing that follow each other, as letters typed into one field, are
    one; `about` is empty for a change that stands alone.
    """

    def __init__(self, draft: Draft) -> None:
        self._states = [draft]
        self._place = 0
        self._about = ""
        self._saved = draft

    @property
    def draft(self) -> Draft:
        """As it is now."""
        return self._states[self._place]

    @property
    def can_undo(self) -> bool:
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        return self._place + 1 < len(self._states)

    @property
    def is_saved(self) -> bool:
        """Whether it is as it was when it was begun or last saved."""
        return self.draft == self._saved

    def make(self, draft: Draft, about: str = "") -> None:
        """Another state; what was taken back before is gone. The same one again is no change."""
        if draft == self.draft:
            return
        goes_on = bool(about) and about == self._about and self._place > 0
        keep = self._place if goes_on else self._place + 1
        self._states = [*self._states[:keep], draft]
        self._place = len(self._states) - 1
        self._about = about

    def undo(self) -> Draft:
        """Take the last change back; without one nothing happens."""
        self._place = max(0, self._place - 1)
        self._about = ""
        return self.draft

    def redo(self) -> Draft:
        """Make the change again that was taken back last."""
        self._place = min(len(self._states) - 1, self._place + 1)
        self._about = ""
        return self.draft

    def save(self, id_: str) -> None:
        """It was saved under this id, which it has from now on in every state."""
        self._states = [replace(state, id=id_) for state in self._states]
        self._saved = self.draft
        self._about = ""
