"""Over random histories no offer breaks its own limits. Judged anew here, from the facts alone."""

from datetime import date

import msgspec
from histories import CATALOGUE, EXERCISES, TODAY, days_ago, did, lately, routine
from hypothesis import given, settings
from hypothesis import strategies as st

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.laws import routine_faults
from hiptimer.model.performed import Feeling, Performed
from hiptimer.model.routine import Routine, Step
from hiptimer.model.session import After, Place, Rating, Sign
from hiptimer.model.side import Side
from hiptimer.workout.progress.offer import Kind, Offer
from hiptimer.workout.progress.rule import offer_for
from hiptimer.workout.progress.situation import Situation

STEPS = sorted({step for r in CATALOGUE.routines.values() for step in r.steps}, key=repr)
# Where more is not offered any more, so that the next level is.
TOPS = [msgspec.structs.replace(step, reps=12) if step.reps else step for step in STEPS]


ONE_SIDE = (Side.LEFT, Side.RIGHT)
SELDOM = st.integers(0, 14).map(lambda number: number == 0)


@st.composite
def performances(draw: st.DrawFn, plan: Routine) -> tuple[Performed, ...]:
    """Regular, easy and whole but for a few, so that there is something to offer."""
    found = []
    every = draw(st.integers(1, 6))
    start = draw(st.sampled_from((0, 0, 0, 1, 3, 13, 14, 30, -1, -40)))
    for step in plan.steps:
        dose = step.dose(EXERCISES[step.exercise])
        of = dose.hold_s or dose.reps or 1
        odd = draw(st.sets(st.integers(0, 9), max_size=3))
        for number in range(draw(st.integers(0, 10))):
            days = start + number * every
            if number in odd:
                found.append(draw(odd_ones(days, step, of)))
            else:
                found.append(did(days, step.exercise, of=of, sets=dose.sets))
    return tuple(found)


@st.composite
def odd_ones(draw: st.DrawFn, days: int, step: Step, of: float) -> Performed:
    is_in_turn = EXERCISES[step.exercise].per_side
    return did(
        days + draw(st.sampled_from((0, 0, 1, 14))),
        step.exercise,
        of=draw(st.sampled_from((of, of, max(1, of - 2), of + 2))),
        left=draw(st.sampled_from((None, of - 1))),
        rating=draw(st.sampled_from((*Rating, None))),
        pain=draw(st.sampled_from((0, 0, 1, 3, 4, 9))),
        place=draw(st.sampled_from(Place)),
        sign=draw(st.sampled_from(Sign)) if draw(SELDOM) else None,
        after=draw(st.sampled_from((None, *After))),
        counts=not draw(SELDOM),
        sets=draw(st.sampled_from((step.sets, step.sets, 1))),
        only=draw(st.sampled_from(ONE_SIDE)) if draw(SELDOM) and is_in_turn else None,
    )


NAMES = tuple(f"{way}:{id_}" for way in ("up", "band", "back", "restart") for id_ in EXERCISES)
SAID = st.dictionaries(st.sampled_from(NAMES), st.integers(-3, 40).map(days_ago), max_size=3)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Routine, Situation]:
    one, other = draw(st.sampled_from(TOPS)), draw(st.sampled_from(STEPS))
    plan = routine(*((one,) if one.exercise == other.exercise else (one, other)))
    everything = st.sets(st.sampled_from(Equipment)).map(tuple)
    own = {f"{w}:{s.exercise}" for s in plan.steps for w in ("up", "band", "back")}
    own_said = st.dictionaries(
        st.sampled_from(sorted(own)), st.integers(0, 20).map(days_ago), max_size=1
    )
    there = Situation(
        today=TODAY,
        exercises=EXERCISES,
        lately=lately(*draw(performances(plan))),
        equipment=draw(st.none() | everything),
        sore=draw(st.just(()) | st.sets(st.sampled_from(Complaint), max_size=2).map(tuple)),
        is_strict=draw(st.booleans()),
        accepted=draw(st.just({}) | own_said | SAID),
        declined=draw(st.just({}) | own_said | SAID),
    )
    return plan, there


@settings(max_examples=300)
@given(situations(), st.booleans())
def test_no_offer_breaks_its_own_limits(
    drawn: tuple[Routine, Situation], can_restart: bool
) -> None:
    plan, there = drawn
    offer = offer_for(plan, there, can_restart=can_restart)
    if offer is None:
        return
    assert offer.now in plan.steps
    assert offer.reason.endswith(".")
    assert offer.reason.count(". ") == 0
    assert not within(there.declined.get(offer.name), 14)
    after = offer.applied(plan)
    assert not tuple(routine_faults(after, EXERCISES))
    assert len(after.steps) == len(plan.steps)
    if offer.kind.is_harder:
        check_harder(offer, plan, there)
    else:
        check_gentler(offer, there, can_restart=can_restart)
    if offer.kind in (Kind.LEVEL_UP, Kind.LEVEL_DOWN):
        check_level(offer, plan, there)


def check_harder(offer: Offer, plan: Routine, there: Situation) -> None:
    exercise = EXERCISES[offer.now.exercise]
    tomorrow = days_ago(-1)
    all_of_it = there.lately.performed[exercise.id]
    past = [one for one in all_of_it if one.counts and one.day <= tomorrow]
    last, before = past[:2]
    dose = offer.now.dose(exercise)
    for one in (last, before):
        assert one.rating is Rating.EASY
        assert is_fine(one.felt, there)
        assert len(one.sides) == 1 + exercise.per_side
        for side in one.sides:
            assert side.whole_sets >= offer.now.sets
            done = side.hold_s if exercise.is_hold else side.reps
            assert done >= (dose.hold_s or dose.reps or 0)
    assert (there.today - last.day).days < 14
    since = [one for one in past if (last.day - one.day).days >= 14]
    assert len(past) >= 6 or since
    today = [
        felt for day, felt in zip(there.lately.days, there.lately.felt, strict=True) if day >= TODAY
    ]
    assert all(is_fine(felt, there) for felt in (*today, there.lately.felt[0]))
    for name, day in there.accepted.items():
        way, _, id_ = name.partition(":")
        if way in ("up", "band") and within(day, 14):
            assert EXERCISES[id_].family == exercise.family
    if offer.kind is Kind.MORE:
        assert offer.becomes is not None
        more = offer.becomes.dose(exercise)
        if exercise.is_hold:
            assert dose.hold_s is not None
            assert more.hold_s is not None
            assert dose.hold_s < more.hold_s <= dose.hold_s + 5
        else:
            assert (dose.reps or 0) < (more.reps or 0) <= min(12, (dose.reps or 0) + 2)
    elif offer.kind is Kind.STRONGER_BAND:
        assert Equipment.MINI_BAND in exercise.needs
        assert offer.applied(plan) == plan


def check_level(offer: Offer, plan: Routine, there: Situation) -> None:
    assert offer.becomes is not None
    now, then = EXERCISES[offer.now.exercise], EXERCISES[offer.becomes.exercise]
    assert (then.level > now.level) == (offer.kind is Kind.LEVEL_UP)
    assert then.id not in {step.exercise for step in plan.steps}
    assert can_do(then, there)
    dose = offer.becomes.dose(then)
    assert (dose.reps or 0) <= (then.dose.reps or 0)
    if offer.kind is Kind.LEVEL_UP:
        assert (dose.reps or 0) <= 8
        assert dose.sets <= 2


def check_gentler(offer: Offer, there: Situation, *, can_restart: bool) -> None:
    days = there.lately.days
    is_break = bool(days) and (there.today - days[0]).days >= 14
    assert (offer.kind is Kind.RESTART) <= (is_break and can_restart)
    if offer.kind is Kind.FEWER:
        assert offer.becomes is not None
        exercise = EXERCISES[offer.now.exercise]
        now, then = offer.now.dose(exercise), offer.becomes.dose(exercise)
        assert 0 < (then.hold_s or then.reps or 0) < (now.hold_s or now.reps or 0)
    if is_break:
        return
    past = [one for one in there.lately.performed[offer.now.exercise] if one.counts]
    last = past[0]
    assert (
        last.felt.worst >= 4
        or last.felt.is_in_front
        or last.felt.after is After.HURT
        or all(one.rating is Rating.TOO_MUCH for one in past[:2])
        or not any(one.is_whole for one in past[:2])
    )


def is_fine(felt: Feeling, there: Situation) -> bool:
    most = 0 if there.is_strict else 3
    in_front = any(p.place is Place.FRONT_OF_HIP for p in felt.pain)
    hurts = in_front or any(p.score > most for p in felt.pain)
    return not hurts and not felt.signs and felt.after not in (After.SORE, After.HURT)


def can_do(exercise: Exercise, there: Situation) -> bool:
    at_hand = set(Equipment) if there.equipment is None else set(there.equipment)
    return set(exercise.needs) <= at_hand and not set(exercise.avoid_with) & set(there.sore)


def within(day: date | None, days: int) -> bool:
    return day is not None and (TODAY - day).days < days


def test_random_histories_lead_to_offers_of_every_kind() -> None:
    """The law above would hold of a rule that never offers anything."""
    kinds: set[Kind] = set()

    @settings(max_examples=300, database=None, derandomize=True)
    @given(situations(), st.booleans())
    def collect(drawn: tuple[Routine, Situation], can_restart: bool) -> None:
        offer = offer_for(*drawn, can_restart=can_restart)
        if offer is not None:
            kinds.add(offer.kind)

    collect()
    assert kinds >= {Kind.MORE, Kind.LEVEL_UP, Kind.FEWER, Kind.LEVEL_DOWN, Kind.RESTART}
