"""What the amounts beside a name mean for that exercise. Nothing is settled in silence."""

from collections.abc import Mapping, Sequence

import msgspec

from hiptimer.model.exercise import Exercise, PhaseKind
from hiptimer.model.language import later, tr
from hiptimer.model.prescription.grouping import Section
from hiptimer.model.prescription.item import Found, Item
from hiptimer.model.prescription.naming import Names
from hiptimer.model.prescription.pacing import Pacing
from hiptimer.model.prescription.prescribed import (
    NotUnderstood,
    Part,
    PrescribedStep,
    Remark,
    What,
)
from hiptimer.model.prescription.taken import Taken
from hiptimer.model.prescription.vocabulary import Forms
from hiptimer.model.words import dose_words, number_words, reps_words

# A hold up to this length, counted, is taken as one in each rep.
SHORT_HOLD_S = 15


class Deciding:
    """One step, found by looking at one section. `text` is the whole that was read, `words` are
    those for the parts of a rep.
    """

    def __init__(
        self,
        section: Section,
        exercise: Exercise,
        names: Names,
        text: str,
        words: Mapping[str, Forms],
    ) -> None:
        self._section = section
        self._exercise = exercise
        self._names = names
        self._words = words
        self._taken = Taken(text)

    def step(self) -> PrescribedStep:
        name = self._section.name
        for item in (name, *self._section.more):
            self._taken.parts.append(Part(What.EXERCISE, item.start, item.end))
        sets, reps = self._first(Found.SETS), self._first(Found.REPS)
        counts = sorted(self._all(Found.COUNT, Found.NUMBER), key=self._by_likeliness)
        held = self._held()
        self._choose_form(sets, reps, counts, held)
        if self._exercise.is_hold:
            self._decide_hold(sets, reps, counts, held)
        else:
            self._decide_reps(sets, reps, counts, held)
        self._decide_rest()
        self._decide_sides()
        tempo = self._decide_tempo()
        self._tell_what_is_missing()
        parts = tuple(sorted(self._taken.parts, key=_start))
        return PrescribedStep(
            exercise=self._exercise.id,
            sets=self._taken.sets,
            reps=self._taken.reps,
            hold_s=self._taken.hold_s,
            tempo=tempo,
            rest_s=self._taken.rest_s,
            per_side=self._exercise.per_side,
            start=parts[0].start,
            end=parts[-1].end,
            parts=parts,
        )

    def told(self) -> tuple[list[NotUnderstood], list[Remark]]:
        """What there is to say, once the step is known."""
        return self._taken.strays, self._taken.remarks

    # --- looking ---

    def _all(self, *found: Found) -> list[Item]:
        return [item for item in self._section.amounts if item.found in found]

    def _first(self, *found: Found) -> Item | None:
        """The first amount of a kind; any other is told."""
        items = self._all(*found)
        for item in items[1:]:
            why = tr(
                'This is given twice: before it says "{words}".', words=self._taken.shown(items[0])
            )
            self._taken.stray(item, why)
        return items[0] if items else None

    # --- reps or hold ---

    def _choose_form(
        self, sets: Item | None, reps: Item | None, counts: Sequence[Item], held: Item | None
    ) -> None:
        """An exercise in reps may have a form that is held, and the other way round."""
        exercise = self._exercise
        if exercise.is_hold:
            is_counted = reps is not None and (sets is not None or bool(counts))
            other = self._names.rep_form(exercise.id) if is_counted else None
            why = later("With reps, so read as {name}.")
        else:
            is_held = held is not None and reps is None
            is_long = held is not None and held.value > SHORT_HOLD_S
            in_sets = sets is not None and not counts
            other = self._names.hold_form(exercise.id) if is_held and (is_long or in_sets) else None
            why = later("Held and without reps, so read as {name}.")
        if other is not None:
            self._exercise = self._names.exercises[other]
            self._taken.remark(self._section.name, tr(why, name=self._exercise.name))

    def _held(self) -> Item | None:
        """The time of the hold. A word for a hold may stand apart from it: "hold 10 x 5 s"."""
        held = self._first(Found.HOLD, Found.TIME)
        for word in self._all(Found.HOLD_WORD):
            if held is None and not self._exercise.is_hold:
                self._taken.stray(word, tr("How long to hold is not said."))
                continue
            self._taken.parts.append(Part(What.HOLD, word.start, word.end))
            if held is not None:
                held = msgspec.structs.replace(held, found=Found.HOLD)
        return held

    def _by_likeliness(self, item: Item) -> int:
        """Reps first: a number beside the name or "each side", then what is counted with "x"."""
        if item.found is Found.COUNT:
            return 1
        return 0 if self._is_beside_name_or_sides(item) else 2

    def _decide_hold(
        self, sets: Item | None, reps: Item | None, counts: list[Item], held: Item | None
    ) -> None:
        name = self._exercise.name
        if sets is not None:
            self._taken.take_sets(sets)
        if reps is not None and sets is None:
            self._taken.take_sets(
                reps, tr("{name} is held, so each rep is read as a set.", name=name)
            )
        elif reps is not None:
            self._taken.stray(
                reps,
                tr("{name} is held and has no reps. Write how many sets of how long.", name=name),
            )
        for item in counts:
            is_sets = item.found is Found.COUNT or self._is_beside_sides(item)
            if is_sets and sets is None and reps is None and self._taken.sets is None:
                self._taken.take_sets(
                    item, tr("Read as sets.") if item.found is Found.NUMBER else ""
                )
            else:
                self._taken.stray(
                    item, tr("What this number is for is not clear. For seconds, write s.")
                )
        if held is not None:
            self._taken.take_hold(held)

    def _decide_reps(
        self, sets: Item | None, reps: Item | None, counts: list[Item], held: Item | None
    ) -> None:
        if sets is not None:
            self._taken.take_sets(sets)
        if reps is not None:
            self._taken.take_reps(reps)
        unclear = held is not None and reps is None and not self._is_held_in_each(held, counts)
        for item in counts:
            self._decide_count(item, sets, reps, unclear=unclear)
        if held is not None:
            self._decide_held(held, unclear=unclear)

    def _is_held_in_each(self, held: Item, counts: Sequence[Item]) -> bool:
        """Whether a time beside a count is the hold of each rep: "10 x 5 s"."""
        if held.found is Found.HOLD:
            return held.value <= SHORT_HOLD_S or bool(counts)
        return bool(counts) and held.value <= SHORT_HOLD_S

    def _decide_count(
        self, item: Item, sets: Item | None, reps: Item | None, *, unclear: bool
    ) -> None:
        if unclear and item.found is not Found.NUMBER:
            self._taken.stray(item, tr("Whether this is sets or reps is not clear. Write which."))
        elif reps is None and self._taken.reps is None:
            is_bare = item.found is Found.NUMBER and not self._is_beside_name_or_sides(item)
            self._taken.take_reps(item, tr("Read as reps.") if is_bare else "")
        elif sets is None and self._taken.sets is None and item.found is Found.COUNT:
            self._taken.take_sets(item)
        else:
            self._taken.stray(item, tr("What this number is for is not clear."))

    def _decide_held(self, held: Item, *, unclear: bool) -> None:
        if unclear:
            self._taken.stray(
                held,
                tr(
                    "{name} is counted in reps. For a hold in each rep, say how many reps,"
                    " such as 3 x 10 x 5 s hold.",
                    name=self._exercise.name,
                ),
            )
            return
        if not any(phase.kind is PhaseKind.HOLD for phase in self._exercise.phases):
            self._taken.stray(held, tr("{name} has no hold.", name=self._exercise.name))
            return
        why = "" if held.found is Found.HOLD else tr("Read as the hold in each rep.")
        self._taken.take_rep_hold(held, why)

    def _is_beside_sides(self, item: Item) -> bool:
        """Whether "each side" follows: "10 each side" counts."""
        amounts = self._section.amounts
        after = amounts[amounts.index(item) + 1 :][:1]
        return bool(after) and after[0].found in (Found.EACH_SIDE, Found.BOTH_SIDES)

    def _is_beside_name_or_sides(self, item: Item) -> bool:
        is_before_name = self._section.name.start > item.end and not any(
            item.end < other.start < self._section.name.start for other in self._section.amounts
        )
        return is_before_name or self._is_beside_sides(item)

    # --- rest, sides, tempo ---

    def _decide_rest(self) -> None:
        rest = self._first(Found.REST)
        if rest is not None:
            self._taken.take_rest(rest)

    def _decide_sides(self) -> None:
        each = self._all(Found.EACH_SIDE)
        both = self._all(Found.BOTH_SIDES)
        name = self._exercise.name
        if self._exercise.per_side:
            for item in (*each, *both):
                self._taken.take(What.SIDES, item)
            if not each and not both:
                why = tr("{name} is done on one side, then alike on the other.", name=name)
                self._taken.remark(self._section.name, why)
            return
        for item in both:
            self._taken.take(What.SIDES, item)
        for item in each:
            self._taken.stray(
                item,
                tr("{name} is not done one side at a time, so there is no each side.", name=name),
            )

    def _decide_tempo(self) -> tuple[float, ...] | None:
        pacing = Pacing(self._exercise, self._taken.hold_s, self._words)
        for item in self._all(Found.TEMPO, Found.PACE):
            refused = pacing.take(item)
            if refused is None:
                self._taken.take(What.TEMPO, item)
            else:
                self._taken.stray(item, refused)
        for item in self._all(Found.TEMPO)[:1]:
            self._taken.remark(item, pacing.words())
        return pacing.tempo

    # --- the rest ---

    def _tell_what_is_missing(self) -> None:
        """What is not said is taken from the exercise's own dose when it is done."""
        own = self._exercise.dose
        name = self._section.name
        is_hold = self._exercise.is_hold
        amount = self._taken.hold_s if is_hold else self._taken.reps
        if self._taken.sets is None and amount is not None:
            self._taken.sets = 1
        if self._taken.sets is None and amount is None:
            why = tr("How much is not said. Its own is {dose}.", dose=dose_words(own))
            self._taken.remark(name, why)
        elif amount is None and is_hold:
            seconds = number_words(own.hold_s or 0)
            why = tr("How long is not said. Its own is {seconds} s.", seconds=seconds)
            self._taken.remark(name, why)
        elif amount is None:
            reps = reps_words(own.reps or 0)
            why = tr("How many reps is not said. Its own is {reps}.", reps=reps)
            self._taken.remark(name, why)


def _start(part: Part) -> int:
    return part.start
