"""The form routines take here: without what is not at hand, and sparing what is sore."""

from collections.abc import Iterable

import msgspec

from hiptimer.app.home import Home
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine
from hiptimer.model.words import equipment_words
from hiptimer.workout.safety import LEAVE_THE_RUN
from hiptimer.workout.suiting import Change, Suited, missing_for, suited
from hiptimer.workout.suiting_words import LEAVES_THE_RUN, in_short, nothing_left, sentences


class NothingLeftError(Exception):
    """Sore places leave nothing of a routine; the message says which."""


class Dressed(msgspec.Struct, frozen=True):
    """A routine as it is done here, and what is said with it: nothing where nothing was changed."""

    routine: Routine
    told: tuple[str, ...]


class Suit(msgspec.Struct, frozen=True):
    """What a routine is here: `worn` is how it is done, `offered` what could be had without the
    `missing` equipment. The two are the same while it `goes_without`.
    """

    worn: Suited
    offered: Suited
    missing: tuple[Equipment, ...]
    goes_without: bool

    @property
    def words(self) -> str:
        """What was changed and why; empty when nothing was."""
        sore = [change for change in self.worn.changes if change.sore]
        missing = [change for change in self.worn.changes if not change.sore]
        told = list(sentences(sore))
        if missing:
            things = equipment_words(self.missing)
            told.append(tr("No {things}: {changes}", things=things, changes=in_short(missing)))
        return " ".join(told)

    @property
    def offer(self) -> tuple[Change, ...]:
        """What would be changed for want of equipment; nothing when there is nothing to offer."""
        if not self.missing or self.goes_without or self.offered.routine is None:
            return ()
        return tuple(change for change in self.offered.changes if change.missing)


class Suits:
    """Asks the settings each time, and never changes a saved routine."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def suit(self, routine: Routine) -> Suit:
        """What a routine is here."""
        missing = self._missing(routine)
        offered = self._suited(routine, self._home.settings.equipment)
        is_wished = routine.id in self._home.settings.without_equipment
        goes_without = bool(missing) and is_wished and offered.routine is not None
        worn = offered if goes_without else self._suited(routine, None)
        return Suit(worn, offered, missing, goes_without)

    def worn(self, routine: Routine) -> Suited:
        """The form in which a routine is done here."""
        return self.suit(routine).worn

    def dressed(self, routine: Routine) -> Dressed:
        """What is done here of a routine, with the words for it. Raises NothingLeftError."""
        suit = self.suit(routine)
        if suit.worn.routine is None:
            raise NothingLeftError(self.nothing_left(routine))
        told = (suit.words, self.safety) if self._home.settings.sore else (suit.words,)
        return Dressed(suit.worn.routine, tuple(words for words in told if words))

    def instead(self, routine: Routine) -> Routine | None:
        """Another routine of which something is left, for the same kind of day if there is one."""
        routines = self._home.catalogue.routines.values()
        possible = [other for other in routines if self.worn(other).routine is not None]
        alike = (other for other in possible if other.before_run == routine.before_run)
        return next(alike, None) or next(iter(possible), None)

    @property
    def leaves_run(self) -> bool:
        """Whether a sore place speaks against the run itself."""
        return bool(LEAVES_THE_RUN & {*self._home.settings.sore})

    @property
    def safety(self) -> str:
        """What is told beside a routine here; empty where the usual words will do."""
        return safety_words(
            self._home.settings.sore,
            has_traffic_light=self._home.settings.pain_rule == "traffic_light",
        )

    def nothing_left(self, routine: Routine) -> str:
        """What is said when there is nothing left of a routine."""
        changes = self.worn(routine).changes
        sore = dict.fromkeys(place for change in changes for place in change.sore)
        return nothing_left(routine.name, tuple(sore))

    # --- choices ---

    def go_without(self, routine_id: str) -> None:
        """Do a routine without what is not at hand from now on."""
        ids = {*self._home.settings.without_equipment, routine_id}
        self._home.change_settings(without_equipment=tuple(sorted(ids)))

    def go_as_written(self, routine_id: str) -> None:
        """Do a routine with all it needs again."""
        ids = {*self._home.settings.without_equipment} - {routine_id}
        self._home.change_settings(without_equipment=tuple(sorted(ids)))

    def have(self, things: Iterable[Equipment]) -> None:
        """These are at hand after all."""
        had = self._home.settings.equipment
        if had is not None:
            at_hand = {*had, *things}
            self._home.change_settings(equipment=tuple(e for e in Equipment if e in at_hand))

    def _missing(self, routine: Routine) -> tuple[Equipment, ...]:
        at_hand, exercises = self._home.settings.equipment, self._home.catalogue.exercises
        if at_hand is None:
            return ()
        needs = (missing_for(exercises[step.exercise], at_hand) for step in routine.steps)
        return tuple(dict.fromkeys(thing for things in needs for thing in things))

    def _suited(self, routine: Routine, equipment: tuple[Equipment, ...] | None) -> Suited:
        return suited(routine, self._home.catalogue.exercises, equipment, self._home.settings.sore)


def safety_words(sore: Iterable[Complaint], *, has_traffic_light: bool) -> str:
    """What is told beside a suited routine; empty when nothing is sore and the rule is strict."""
    places = frozenset(sore)
    if places & LEAVES_THE_RUN:
        return tr(LEAVE_THE_RUN)
    if has_traffic_light:
        return tr(
            "Your clinician's rule: up to 3 is fine, 4 or 5 if it is back to usual within a day; "
            "from 6 on stop."
        )
    return ""
