"""What Today shows, and what a person can wish for there."""

import msgspec

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr_in
from hiptimer.model.routine import Routine, Step
from hiptimer.model.timeline import Timeline

# How many of the other routines there is room for.
OTHERS = 4


class Stock(msgspec.Struct, frozen=True):
    """Every exercise that could be put into a routine, and the equipment `at_hand`, None for
    any.
    """

    exercises: tuple[Exercise, ...] = ()
    at_hand: tuple[Equipment, ...] | None = None


class MoveRow(msgspec.Struct, frozen=True, kw_only=True):
    """One move of the routine. `step` counts from 0; `dose` is said before the name ("10 ×").

    `variations` are the exercises of its family from easy to hard, itself among them, and
    `doses` what each of them would be done for here ("10 reps"), in the same order;
    `is_changed` tells that it stands in for another exercise this time. `kept` is the step as
    the routine has it, from which any other exercise takes its dose.
    """

    step: int
    exercise: Exercise
    dose: str
    variations: tuple[Exercise, ...]
    doses: tuple[str, ...] = ()
    is_changed: bool = False
    kept: Step | None = None


class RoutineCard(msgspec.Struct, frozen=True, kw_only=True):
    """A routine in short: its length in seconds and what to fetch for it, in words.

    `picture` is the exercise that shows best what it is about. `when`, `note`, `rounds`, `moves`
    ("10 × Clamshell, each side") and their `exercises`, by id, are for the routines page.
    `is_own`: there is a file of the person's own for it; `is_built_in`: the program brings it.
    `suited` says what is swapped or left out when it is done here, and `offered` what could be to
    do without what is not at hand; it `goes_without` that because the person said so.
    """

    id: str
    name: str
    seconds: float
    needs: str
    when: str = ""
    note: str = ""
    rounds: int = 1
    moves: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    picture: str = ""
    is_own: bool = False
    is_built_in: bool = True
    suited: str = ""
    offered: str = ""
    goes_without: bool = False

    @property
    def mark(self) -> str:
        """What sets it apart from the built-in ones, in words; empty for those."""
        if not self.is_own:
            return ""
        return (
            tr_in("a routine", "Changed by you")
            if self.is_built_in
            else tr_in("a routine", "Your own")
        )


class TodayPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The proposed routine as it would be done now.

    `finish` is said as in "done at 07:24", `fetch` as in "nothing to fetch". `message` is one
    quiet line about something that is not as usual. `timeline` draws the course of the time.
    Of `others` at most OTHERS are shown. A move may be changed to any exercise of the `stock`.
    `fitted` says what became of the routine when there is less time for it, "" otherwise, and
    `minutes` are those it could be fitted to.
    `suited` says what was swapped or left out for what is sore or not at hand, and why; it
    `goes_without` equipment because the person said so. `safety` takes the place of the usual
    words about pain, and with `leaves_run` the page does not invite to a run.
    """

    routine: Routine
    moves: tuple[MoveRow, ...]
    seconds: float
    finish: str
    fetch: str
    before_run: bool
    others: tuple[RoutineCard, ...]
    message: str | None = None
    timeline: Timeline | None = None
    fitted: str = ""
    minutes: tuple[int, ...] = ()
    stock: Stock = Stock()
    suited: str = ""
    goes_without: bool = False
    safety: str = ""
    leaves_run: bool = False


class VariationChoice(msgspec.Struct, frozen=True):
    """Another exercise for step number `step` (from 0), this time only or from now on."""

    step: int
    exercise_id: str
    for_good: bool


class Trial(msgspec.Struct, frozen=True):
    """How long it would take, and what would be left out; or why that cannot be."""

    words: str
    left_out: str = ""
    can_be_used: bool = False
