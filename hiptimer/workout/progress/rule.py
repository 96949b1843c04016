"""Which offer to make for a routine, one at a time: what has become too much comes first."""

from collections.abc import Collection, Iterator

from hiptimer.model.performed import Performed
from hiptimer.model.routine import Routine, Step
from hiptimer.workout.progress.gentler import gentler_offer, step_back, urgency
from hiptimer.workout.progress.harder import harder_offer
from hiptimer.workout.progress.offer import BACK, Kind, Offer
from hiptimer.workout.progress.reasons import break_words
from hiptimer.workout.progress.situation import Situation

GENTLE = "gentle-restart"


def offer_for(
    routine: Routine,
    situation: Situation,
    *,
    can_restart: bool = False,
    only: Collection[str] | None = None,
) -> Offer | None:
    """The one offer for a routine now, or None. It never decides: it is for a person to answer.

    With `can_restart` a gentle routine can be taken today instead of this one. With `only` just
    these exercises are looked at.
    """
    if situation.is_after_a_break:
        return _after_a_break(routine, situation, can_restart=can_restart)
    taken = {step.exercise for step in routine.steps}
    steps = [step for step in routine.steps if only is None or step.exercise in only]
    back = [
        (offer, urgency(situation.exercises[step.exercise], past[0]))
        for step, past in _with_past(steps, situation)
        if (offer := gentler_offer(step, past, taken, situation)) is not None
    ]
    if back:
        return max(back, key=lambda found: found[1])[0]
    harder = [
        offer
        for step, past in _with_past(steps, situation)
        if (offer := harder_offer(step, past, taken, situation)) is not None
    ]
    return max(harder, key=lambda offer: _worth(offer, situation), default=None)


def _worth(offer: Offer, situation: Situation) -> tuple[bool, bool]:
    """A new level is worth more than more of the same, and that is most on the way to a level."""
    leads_on = situation.exercises[offer.now.exercise].harder_id is not None
    return offer.kind is Kind.LEVEL_UP, leads_on


def _with_past(
    steps: Collection[Step], situation: Situation
) -> Iterator[tuple[Step, tuple[Performed, ...]]]:
    """The steps of which something was done that counts."""
    for step in steps:
        all_of_it = situation.lately.performed.get(step.exercise, ())
        past = tuple(one for one in all_of_it if one.counts)
        if past:
            yield step, past


def _after_a_break(routine: Routine, situation: Situation, *, can_restart: bool) -> Offer | None:
    """Begin again with the gentle routine, or with the hardest exercise a level down."""
    reason = break_words(situation.lately.days[0], situation.today)
    if can_restart and routine.id != GENTLE:
        if situation.was_restart_declined:
            return None
        return Offer(kind=Kind.RESTART, reason=reason, now=routine.steps[0])
    taken = {step.exercise for step in routine.steps}
    back = situation.last_back
    if routine.id == GENTLE or (back is not None and back > situation.lately.days[0]):
        return None
    steps = sorted(routine.steps, key=lambda s: situation.exercises[s.exercise].level, reverse=True)
    offers = (
        step_back(step, None, taken, situation, reason)
        for step in steps
        if not situation.was_declined(BACK, step.exercise)
    )
    return next((offer for offer in offers if offer is not None), None)
