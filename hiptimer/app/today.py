"""What Today shows: the routine for today with the changes of this time, and the others."""

import logging
from collections import Counter
from collections.abc import Mapping
from itertools import islice

from hiptimer.app.home import Home, Past
from hiptimer.app.moves import move_row, move_words, stock
from hiptimer.app.now import local_now
from hiptimer.app.shelf import Shelf, ShelfError
from hiptimer.app.suits import Suit, Suits
from hiptimer.app.time_left import TimeThere
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine, Step
from hiptimer.model.session import Session
from hiptimer.model.time_words import finish_words
from hiptimer.model.timeline import Timeline
from hiptimer.model.words import amount_words, equipment_words, fetch_words
from hiptimer.ui.today.plan import OTHERS, MoveRow, RoutineCard, TodayPlan, VariationChoice
from hiptimer.workout.again import as_then
from hiptimer.workout.suiting_words import in_short

log = logging.getLogger(__name__)


class Today:
    """The choice for today. `routine` is what would start now, None when there is none."""

    def __init__(self, home: Home, shelf: Shelf, past: Past) -> None:
        self._home = home
        self._shelf = shelf
        self.past = past
        self.time = TimeThere(home)
        self._usual = home.proposed(past)
        self._exercises: dict[int, str] = {}
        self._problem: str | None = None
        self._emptied = ""
        self.suits = Suits(home)
        self._settle()

    @property
    def routine(self) -> Routine | None:
        """The routine with the variations chosen for this time, as far as there is time for it."""
        whole = self.whole
        return None if whole is None else self.time.routine(whole, self.past)

    @property
    def whole(self) -> Routine | None:
        """The routine with the variations chosen for this time, however long it takes."""
        suit = self.suit
        return None if suit is None else suit.worn.routine

    @property
    def suit(self) -> Suit | None:
        """What was made of it for want of equipment and for sore places."""
        chosen = self._chosen()
        return None if chosen is None else self.suits.suit(chosen)

    def _chosen(self) -> Routine | None:
        """The routine with the variations chosen for this time, whatever is sore or missing."""
        routine = self._usual
        if routine is not None:
            for number, exercise_id in self._exercises.items():
                exercise = self._home.catalogue.exercises[exercise_id]
                routine = routine.with_exercise(number, exercise)
        return routine

    def finish(self, timeline: Timeline) -> str:
        """When it would be over; a guess where reps wait for the person."""
        is_guess = self._home.settings.my_pace and any(s.is_reps for s in timeline.work)
        return finish_words(local_now(), timeline.seconds, is_guess=is_guess)

    def timeline(self, routine: Routine) -> Timeline:
        return self._home.lay_out(routine, self.past)

    def look_back(self, past: Past) -> None:
        """The history changed: propose anew, without the changes that were for one time."""
        self.past = past
        self.time.forget()
        self._usual = self._home.proposed(past)
        self._exercises = {}
        self._settle()

    def look_again(self) -> None:
        """Routines changed: what is chosen stays as far as it is still there."""
        before, routines = self._usual, self._home.catalogue.routines
        usual = routines.get(before.id) if before is not None else None
        self._usual = usual or self._home.proposed(self.past)
        self._exercises = {
            number: exercise_id
            for number, exercise_id in self._exercises.items()
            if before is not None and self._still_stands(number, before.steps[number], exercise_id)
        }
        self._settle()

    def _still_stands(self, number: int, before: Step, exercise_id: str) -> bool:
        """Whether what was chosen in the place of a step can be done there still."""
        steps = self._usual.steps[number:] if self._usual is not None else ()
        is_same = bool(steps) and steps[0].exercise == before.exercise
        return is_same and exercise_id in self._home.catalogue.exercises

    def choose(self, routine_id: str, exercises: Mapping[int, str] | None = None) -> None:
        """Take another routine for today, with other `exercises` for some of its steps."""
        usual = self._usual = self._home.catalogue.routines[routine_id]
        self._exercises = {
            number: exercise_id
            for number, exercise_id in (exercises or {}).items()
            if usual.steps[number].exercise != exercise_id
        }
        self._settle()

    def _settle(self) -> None:
        """Where sore places leave nothing of the routine, take another and say so."""
        usual = self._usual
        self._emptied = ""
        if usual is not None and self.whole is None:
            self._exercises = {}
            if self.whole is None:
                self._emptied = self.suits.nothing_left(usual)
                self._usual = self.suits.instead(usual)

    def repeat(self, session: Session) -> None:
        """Take the routine of a session, each step with the exercise it ended with then."""
        catalogue = self._home.catalogue
        routine = catalogue.routines[session.routine.id]
        self.choose(routine.id, as_then(routine, session, catalogue.exercises))

    def vary(self, choice: VariationChoice) -> None:
        """Another exercise for one step, for this time or for good."""
        usual = self._usual
        if usual is None:
            return
        if usual.steps[choice.step].exercise == choice.exercise_id:
            self._exercises.pop(choice.step, None)
            self._settle()
            return
        self._exercises[choice.step] = choice.exercise_id
        if choice.for_good:
            exercise = self._home.catalogue.exercises[choice.exercise_id]
            self._keep(usual.with_exercise(choice.step, exercise), choice.step)
        self._settle()

    def _keep(self, routine: Routine, step: int) -> None:
        """Save the routine, of which one step changed, as the person's own."""
        try:
            self._shelf.save_routine(routine)
        except ShelfError as error:
            log.warning("%s", error)
            self._problem = tr("The change holds for now, but it could not be saved.")
            return
        self._usual = routine
        self._exercises.pop(step, None)

    def go_without(self) -> None:
        """Do the routine without what is not at hand, from now on."""
        if self._usual is not None:
            self.suits.go_without(self._usual.id)

    def go_as_written(self) -> None:
        """Do the routine with all that it needs again."""
        if self._usual is not None:
            self.suits.go_as_written(self._usual.id)

    # --- for the pages ---

    def plan(self) -> TodayPlan | None:
        """All that Today shows; None when there is no routine at all."""
        routine, whole, suit = self.routine, self.whole, self.suit
        if routine is None or whole is None or suit is None:
            return None
        timeline = self.timeline(routine)
        others = (r for r in self._home.catalogue.routines.values() if r.id != routine.id)
        return TodayPlan(
            routine=routine,
            # What there is no time for is left out from the end.
            moves=tuple(map(self._move, suit.worn.places, routine.steps)),
            seconds=timeline.seconds,
            finish=self.finish(timeline),
            fetch=fetch_words(self._home.catalogue.needs_of(routine)),
            before_run=routine.before_run,
            others=tuple(self._card(r) for r in islice(others, OTHERS)),
            message=self._message(),
            timeline=timeline,
            fitted=self.time.words(whole, self.past),
            minutes=self.time.offered(whole, self.past),
            stock=stock(self._home),
            suited=suit.words,
            goes_without=suit.goes_without,
            safety=self.suits.safety,
            leaves_run=self.suits.leaves_run,
        )

    def _move(self, number: int, step: Step) -> MoveRow:
        kept = step if self._usual is None else self._usual.steps[number]
        return move_row(self._home, number, kept, step, is_changed=number in self._exercises)

    def _message(self) -> str | None:
        return self._problem or self._emptied or next(iter(self._home.problems), None)

    def cards(self) -> tuple[RoutineCard, ...]:
        """Every routine in short."""
        return tuple(self._card(r) for r in self._home.catalogue.routines.values())

    def _card(self, routine: Routine) -> RoutineCard:
        suit = self.suits.suit(routine)
        return RoutineCard(
            id=routine.id,
            name=routine.name,
            seconds=self.timeline(routine).seconds,
            needs=equipment_words(self._home.catalogue.needs_of(routine)),
            when=routine.when,
            note=routine.note,
            rounds=routine.rounds,
            moves=tuple(self._move_words(step) for step in routine.steps),
            exercises=tuple(step.exercise for step in routine.steps),
            picture=self._picture_of(routine),
            is_own=self._shelf.owns_routine(routine.id),
            is_built_in=self._shelf.is_built_in(routine.id),
            suited=suit.words,
            offered=in_short(suit.offer) if suit.offer else "",
            goes_without=suit.goes_without,
        )

    def _picture_of(self, routine: Routine) -> str:
        """The exercise that sets the routine apart: of those the fewest others have, the last,
        since the first ones warm up.
        """
        routines = self._home.catalogue.routines.values()
        times = Counter(name for r in routines for name in {s.exercise for s in r.steps})
        names = [step.exercise for step in reversed(routine.steps)]
        return min(names, key=lambda name: times[name])

    def _move_words(self, step: Step) -> str:
        exercise = self._home.catalogue.exercises[step.exercise]
        amount = amount_words(step.dose(exercise))
        return move_words(amount, exercise.name, per_side=exercise.per_side)
