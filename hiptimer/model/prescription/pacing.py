"""The tempo that a prescription asks of one exercise."""

from collections.abc import Mapping

from hiptimer.model.exercise import Exercise, Phase, PhaseKind
from hiptimer.model.language import later, tr
from hiptimer.model.laws import SHORTEST_REP_S
from hiptimer.model.prescription.item import Found, Item
from hiptimer.model.prescription.telling import phase_words
from hiptimer.model.prescription.tokens import plain
from hiptimer.model.prescription.vocabulary import Forms
from hiptimer.model.words import joined, number_words

LONGEST_PHASE_S = 60
TOO_SHORT = later("A rep must last at least {seconds} seconds.")


class Pacing:
    """`tempo` are the seconds of the exercise's phases, None until something was taken.

    `hold_s` is the hold in each rep that is asked for beside it; `parts` the words for the parts
    of a rep.
    """

    def __init__(
        self, exercise: Exercise, hold_s: float | None, parts: Mapping[str, Forms]
    ) -> None:
        self.tempo: tuple[float, ...] | None = None
        self._exercise = exercise
        self._hold_s = hold_s
        self._parts = parts
        self._given: set[int] = set()

    def take(self, item: Item) -> str | None:
        """Take a tempo, or the pace of one part; else why it cannot be taken."""
        if self._exercise.is_hold:
            return tr("{name} is held and has no tempo.", name=self._exercise.name)
        if not all(0 <= seconds <= LONGEST_PHASE_S for seconds in item.values):
            return tr("Each part of a rep lasts 0 to {most} seconds.", most=LONGEST_PHASE_S)
        return self._take_row(item) if item.found is Found.TEMPO else self._take_part(item)

    def words(self) -> str:
        """The tempo phase by phase: "Read as open 2 s, hold 1 s and close 2 s"."""
        if self.tempo is None:
            return ""
        pairs = zip(self._exercise.phases, self.tempo, strict=True)
        parts = [phase_words(phase.name, seconds) for phase, seconds in pairs]
        return tr("Read as {words}.", words=joined(parts))

    def _take_row(self, item: Item) -> str | None:
        phases = self._exercise.phases
        if self.tempo is not None:
            return tr("A tempo is given twice.")
        if not len(phases) - 1 <= len(item.values) <= len(phases):
            names = joined([phase.name for phase in phases])
            return tr(
                "A rep of {name} has {n} parts: {parts}.",
                name=self._exercise.name,
                n=len(phases),
                parts=names,
            )
        tempo = (*item.values, *self._own()[len(item.values) :])
        if sum(tempo) < SHORTEST_REP_S:
            return tr(TOO_SHORT, seconds=number_words(SHORTEST_REP_S))
        if any(a != b for a, b in zip(tempo, self._with_hold(tempo), strict=True)):
            return tr(
                "It does not go with a hold of {seconds} s.",
                seconds=number_words(self._hold_s or 0),
            )
        self.tempo = tempo
        return None

    def _take_part(self, item: Item) -> str | None:
        index = self._index_of(item.part)
        if index is None:
            names = joined([phase.name for phase in self._exercise.phases])
            return tr(
                "{name} has no such part. Its parts are {parts}.",
                name=self._exercise.name,
                parts=names,
            )
        if index in self._given:
            return tr("This part is given twice.")
        tempo = list(self._with_hold(self._own()) if self.tempo is None else self.tempo)
        tempo[index] = item.value
        if sum(tempo) < SHORTEST_REP_S:
            return tr(TOO_SHORT, seconds=number_words(SHORTEST_REP_S))
        self._given.add(index)
        self.tempo = tuple(tempo)
        return None

    def _own(self) -> tuple[float, ...]:
        return tuple(phase.seconds for phase in self._exercise.phases)

    def _with_hold(self, tempo: tuple[float, ...]) -> tuple[float, ...]:
        """A tempo with the hold that is asked for."""
        pairs = zip(self._exercise.phases, tempo, strict=True)
        hold_s = self._hold_s
        return tuple(
            hold_s if hold_s is not None and phase.kind is PhaseKind.HOLD else seconds
            for phase, seconds in pairs
        )

    def _index_of(self, part: str) -> int | None:
        """The phase that a word for a part of a rep is for, by its name, else by what it says."""
        phases = self._exercise.phases
        for says in (_name, _say):
            for index, phase in enumerate(phases):
                words = {*plain(says(phase)).split()}
                if phase.kind is not PhaseKind.HOLD and words & {*self._parts[part]}:
                    return index
        return None


def _name(phase: Phase) -> str:
    return phase.name


def _say(phase: Phase) -> str:
    return phase.say
