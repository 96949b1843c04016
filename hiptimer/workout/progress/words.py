"""How offers are put to a person."""

from collections.abc import Mapping

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Step
from hiptimer.model.words import amount_words, dose_words, fetch_words, number_words
from hiptimer.workout.progress.offer import Kind, Offer
from hiptimer.workout.progress.swapped import Swap

TITLES = {
    Kind.MORE: "Ready for a little more?",
    Kind.STRONGER_BAND: "Ready for a stronger band?",
    Kind.LEVEL_UP: "Ready to move up?",
    Kind.FEWER: "Rather a little less for now?",
    Kind.LEVEL_DOWN: "Rather an easier one for now?",
    Kind.RESTART: "Good to see you again.",
}
NEXT_TIMES = {
    Kind.MORE: "For the next time, perhaps",
    Kind.STRONGER_BAND: "For the next time, perhaps",
    Kind.LEVEL_UP: "For the next time, perhaps",
    Kind.FEWER: "Rather less the next time",
    Kind.LEVEL_DOWN: "Rather easier the next time",
    Kind.RESTART: "Gently at first",
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
        title=TITLES[offer.kind],
        text=offer.reason,
        exercise_id="quad-rock-back" if is_restart else becomes.exercise,
        name="Gentle restart" if is_restart else exercises[becomes.exercise].name,
        details=_details(offer, exercises),
        yes="Take it today" if is_restart else "Use it next time",
        no="Not today" if is_restart else "Stay here",
    )


def swap_words(swap: Swap, routine_name: str) -> Question:
    """The question whether what was swapped in a workout is to stay."""
    return Question(
        title=f"Keep {swap.put_in.name} in place of {swap.kept.name}?",
        text=f"You swapped them today. Kept, it is in {routine_name} from now on.",
        exercise_id=swap.put_in.id,
        yes="Keep it",
        no="Only this time",
    )


def accepted_words(offer: Offer, exercises: Mapping[str, Exercise], routine_name: str) -> Question:
    """What an offer that was accepted leads to."""
    put = offer_words(offer, exercises)
    if offer.becomes is None:
        return Question(title=f"{put.name}, with a stronger band.", text="Take it the next time.")
    return Question(
        title=f"{put.name}: {_dose(offer.becomes, exercises)}.",
        text=f"So it is in {routine_name} from the next time on.",
    )


def declined_words() -> Question:
    """What an offer that was declined leads to."""
    return Question(title="It stays as it is.", text="This is not offered again for two weeks.")


def outgrown_words(routine_name: str) -> Question:
    """What is said where the routine is another one since the offer was made."""
    return Question(title="It stays as it is.", text=f"{routine_name} was changed in the meantime.")


def offer_line(offer: Offer, exercises: Mapping[str, Exercise]) -> str:
    """An offer in one line of text."""
    put = offer_words(offer, exercises)
    return f"{NEXT_TIMES[offer.kind]}: {put.what}. {put.text}"


def _details(offer: Offer, exercises: Mapping[str, Exercise]) -> str:
    """Such as "12 reps in place of 10", "8 reps, with a step, in place of Wall press"."""
    now, becomes = offer.now, offer.becomes
    if offer.kind is Kind.RESTART:
        return "a few easy minutes to begin with"
    if becomes is None:
        return f"{_dose(now, exercises)}, with a stronger band"
    if becomes.exercise == now.exercise:
        return f"{_dose(becomes, exercises)} in place of {_amount(now, exercises)}"
    there, then = exercises[now.exercise], exercises[becomes.exercise]
    new = tuple(need for need in then.needs if need not in there.needs)
    fetch = f", {fetch_words(new)}" if new else ""
    return f"{_dose(becomes, exercises)}{fetch}, in place of {there.name}"


def _dose(step: Step, exercises: Mapping[str, Exercise]) -> str:
    """Such as "10 reps", "30 s", "2 sets of 8 reps"."""
    dose = step.dose(exercises[step.exercise])
    if dose.hold_s is not None:
        return amount_words(dose)
    return dose_words(dose)


def _amount(step: Step, exercises: Mapping[str, Exercise]) -> str:
    """Of one set, in short: "10", "30 s"."""
    dose = step.dose(exercises[step.exercise])
    return str(dose.reps) if dose.hold_s is None else f"{number_words(dose.hold_s)} s"
