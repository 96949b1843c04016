"""How offers are put to a person."""

from collections.abc import Mapping

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr
from hiptimer.model.routine import Step
from hiptimer.model.words import amount_words, dose_words, fetch_words, number_words
from hiptimer.workout.progress.offer import Kind, Offer
from hiptimer.workout.progress.swapped import Swap

TITLES = {
    Kind.MORE: later("Ready for a little more?"),
    Kind.STRONGER_BAND: later("Ready for a stronger band?"),
    Kind.LEVEL_UP: later("Ready to move up?"),
    Kind.FEWER: later("Rather a little less for now?"),
    Kind.LEVEL_DOWN: later("Rather an easier one for now?"),
    Kind.RESTART: later("Good to see you again."),
}
NEXT_TIMES = {
    Kind.MORE: later("For the next time, perhaps"),
    Kind.STRONGER_BAND: later("For the next time, perhaps"),
    Kind.LEVEL_UP: later("For the next time, perhaps"),
    Kind.FEWER: later("Rather less the next time"),
    Kind.LEVEL_DOWN: later("Rather easier the next time"),
    Kind.RESTART: later("Gently at first"),
}


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question in words. `exercise_id` is whose picture stands beside it; `name` and `details`
    say what it is about, "" for nothing more than the title does. Without `yes` it is only told.
    """

    title: str
    text: str = ""
    exercise_id: str = ""
    name: str = ""
    details: str = ""
    yes: str = ""
    no: str = ""

    @property
    def what(self) -> str:
        """Such as "Clamshell, high: 8 reps, in place of Clamshell"."""
        return f"{self.name}: {self.details}" if self.name else ""


def offer_words(offer: Offer, exercises: Mapping[str, Exercise]) -> Question:
    """An offer as a question. It is put the same way at the end of a workout and before one."""
    becomes = offer.becomes or offer.now
    is_restart = offer.kind is Kind.RESTART
    return Question(
        title=tr(TITLES[offer.kind]),
        text=offer.reason,
        exercise_id="quad-rock-back" if is_restart else becomes.exercise,
        name=tr("Gentle restart") if is_restart else exercises[becomes.exercise].name,
        details=_details(offer, exercises),
        yes=tr("Take it today") if is_restart else tr("Use it next time"),
        no=tr("Not today") if is_restart else tr("Stay here"),
    )


def swap_words(swap: Swap, routine_name: str) -> Question:
    """The question whether what was swapped in a workout is to stay."""
    return Question(
        title=tr("Keep {put_in} in place of {kept}?", put_in=swap.put_in.name, kept=swap.kept.name),
        text=tr(
            "You swapped them today. Kept, it is in {routine} from now on.", routine=routine_name
        ),
        exercise_id=swap.put_in.id,
        yes=tr("Keep it"),
        no=tr("Only this time"),
    )


def accepted_words(offer: Offer, exercises: Mapping[str, Exercise], routine_name: str) -> Question:
    """What an offer that was accepted leads to."""
    put = offer_words(offer, exercises)
    if offer.becomes is None:
        return Question(
            title=tr("{name}, with a stronger band.", name=put.name),
            text=tr("Take it the next time."),
        )
    return Question(
        title=f"{put.name}: {_dose(offer.becomes, exercises)}.",
        text=tr("So it is in {routine} from the next time on.", routine=routine_name),
    )


def declined_words() -> Question:
    """What an offer that was declined leads to."""
    return Question(
        title=tr("It stays as it is."), text=tr("This is not offered again for two weeks.")
    )


def outgrown_words(routine_name: str) -> Question:
    """What is said where the routine is another one since the offer was made."""
    return Question(
        title=tr("It stays as it is."),
        text=tr("{routine} was changed in the meantime.", routine=routine_name),
    )


def offer_line(offer: Offer, exercises: Mapping[str, Exercise]) -> str:
    """An offer in one line of text."""
    put = offer_words(offer, exercises)
    return f"{tr(NEXT_TIMES[offer.kind])}: {put.what}. {put.text}"


def _details(offer: Offer, exercises: Mapping[str, Exercise]) -> str:
    """Such as "12 reps in place of 10", "8 reps, with a step, in place of Wall press"."""
    now, becomes = offer.now, offer.becomes
    if offer.kind is Kind.RESTART:
        return tr("a few easy minutes to begin with")
    if becomes is None:
        return tr("{dose}, with a stronger band", dose=_dose(now, exercises))
    dose = _dose(becomes, exercises)
    if becomes.exercise == now.exercise:
        # L: Such as "12 reps in place of 10" or "40 s in place of 30 s".
        return tr("{dose} in place of {amount}", dose=dose, amount=_amount(now, exercises))
    there, then = exercises[now.exercise], exercises[becomes.exercise]
    new = tuple(need for need in then.needs if need not in there.needs)
    if not new:
        return tr("{dose}, in place of {name}", dose=dose, name=there.name)
    fetch = fetch_words(new)
    # L: Such as "8 reps, with a step, in place of Wall press".
    return tr("{dose}, {fetch}, in place of {name}", dose=dose, fetch=fetch, name=there.name)


def _dose(step: Step, exercises: Mapping[str, Exercise]) -> str:
    """Such as "10 reps", "30 s", "2 sets of 8 reps"."""
    dose = step.dose(exercises[step.exercise])
    if dose.hold_s is not None:
        return amount_words(dose)
    return dose_words(dose)


def _amount(step: Step, exercises: Mapping[str, Exercise]) -> str:
    """Of one set, in short: "10", "30 s"."""
    dose = step.dose(exercises[step.exercise])
    if dose.hold_s is None:
        return str(dose.reps)
    return tr("{seconds} s", seconds=number_words(dose.hold_s))
