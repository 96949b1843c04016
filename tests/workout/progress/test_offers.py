"""The rule as a table: what was done, and what is offered then."""

from typing import NamedTuple

import msgspec
import pytest
from histories import (
    CATALOGUE,
    EASY,
    EXERCISES,
    REGULAR,
    RIGHT,
    TODAY,
    TOO_MUCH,
    clam,
    days_ago,
    did,
    regularly,
    routine,
    situation,
)

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.performed import Performed
from hiptimer.model.routine import Routine, Step
from hiptimer.model.session import After, Place, Sign
from hiptimer.model.side import Side
from hiptimer.workout.progress.gentler import SPARING
from hiptimer.workout.progress.offer import Kind, Offer
from hiptimer.workout.progress.rule import offer_for
from hiptimer.workout.progress.situation import Situation

MORE, BAND, UP = Kind.MORE, Kind.STRONGER_BAND, Kind.LEVEL_UP
FEWER, DOWN = Kind.FEWER, Kind.LEVEL_DOWN
BANDS = (Equipment.MINI_BAND,)
READY = regularly(did(0), did(2))
TOP = [did(day, of=12) for day in REGULAR]
BAND_TOP = [did(day, "clam-band", of=12) for day in REGULAR]
HIGH = [did(0, "clam-high", rating=TOO_MUCH), did(2, "clam-high", rating=TOO_MUCH)]


class Row(NamedTuple):
    """A history, and the step that is offered for the one step of the routine."""

    what: str
    now: Step
    situation: Situation
    kind: Kind | None
    becomes: Step | None = None


def clams(reps: int) -> Step:
    return Step("clam-basic", reps=reps)


def hold(exercise_id: str, seconds: float) -> Step:
    return Step(exercise_id, hold_s=seconds)


TABLE = (
    # --- more of it ---
    Row("two easy, three weeks", clams(10), situation(*READY), MORE, clams(12)),
    Row("nothing done", clams(10), situation(), None),
    Row("once", clams(10), situation(did(0)), None),
    Row("two sessions in two days", clams(10), situation(did(0), did(1)), None),
    Row("five sessions in nine days", clams(10), situation(*map(did, (0, 2, 4, 6, 9))), None),
    Row("six in ten", clams(10), situation(*map(did, (0, 2, 4, 6, 8, 9))), MORE, clams(12)),
    Row("three in two weeks", clams(10), situation(*map(did, (0, 7, 14))), MORE, clams(12)),
    Row("three in 13 days", clams(10), situation(*map(did, (0, 7, 13))), None),
    Row("a break of two weeks", clams(10), situation(*map(did, (0, 2, 16, 18, 20, 22, 24))), None),
    Row("five reps", clams(5), situation(*(did(d, of=5) for d in REGULAR)), MORE, clams(7)),
    Row("eleven reps", clams(11), situation(*(did(d, of=11) for d in REGULAR)), MORE, clams(12)),
    Row("own dose", Step("clam-basic"), situation(*READY), MORE, clams(12)),
    Row("planned less", clams(12), situation(*READY), None),
    Row("fewer sets", Step("clam-basic", sets=3, reps=12), situation(*TOP), None),
    Row(
        "fewer sets once",
        Step("clam-basic", sets=2),
        situation(did(0, sets=2), did(2), *(did(day, sets=2) for day in REGULAR[2:])),
        None,
    ),
    Row("one side only", clams(10), situation(*regularly(did(0, only=Side.LEFT), did(2))), None),
    Row("planned less once", clams(10), situation(*regularly(did(0), did(2, of=8))), None),
    Row("last rated right", clams(10), situation(*regularly(did(0, rating=RIGHT), did(2))), None),
    Row("before rated right", clams(10), situation(*regularly(did(0), did(2, rating=RIGHT))), None),
    Row("not rated", clams(10), situation(*regularly(did(0, rating=None), did(2))), None),
    Row("the left short", clams(10), situation(*regularly(did(0, left=9), did(2))), None),
    Row("the right short", clams(10), situation(*regularly(did(0), did(2, right=8))), None),
    Row(
        "more than planned",
        clams(10),
        situation(*regularly(did(0, left=14), did(2))),
        MORE,
        clams(12),
    ),
    Row(
        "what does not count", clams(10), situation(*regularly(did(0, counts=False), did(2))), None
    ),
    Row(
        "a hold",
        hold("bridge-hold", 30),
        situation(*(did(d, "bridge-hold", of=30) for d in REGULAR)),
        MORE,
        hold("bridge-hold", 35),
    ),
    Row(
        "a hold near its top",
        hold("bridge-hold", 38),
        situation(*(did(d, "bridge-hold", of=38) for d in REGULAR)),
        MORE,
        hold("bridge-hold", 40),
    ),
    # --- pain and how it felt ---
    Row("pain of one", clams(10), situation(*regularly(did(0, pain=1), did(2))), None),
    Row("pain of one before", clams(10), situation(*regularly(did(0), did(2, pain=1))), None),
    Row(
        "pain of three by the light",
        clams(10),
        situation(*regularly(did(0, pain=3), did(2)), is_strict=False),
        MORE,
        clams(12),
    ),
    Row(
        "groin by the light",
        clams(10),
        situation(*regularly(did(0), did(2, pain=1, place=Place.FRONT_OF_HIP)), is_strict=False),
        None,
    ),
    Row("limping", clams(10), situation(*regularly(did(0, sign=Sign.LIMPING), did(2))), None),
    Row(
        "sore afterwards", clams(10), situation(*regularly(did(0), did(2, after=After.SORE))), None
    ),
    Row(
        "fine afterwards",
        clams(10),
        situation(*regularly(did(0), did(2, after=After.FINE))),
        MORE,
        clams(12),
    ),
    Row(
        "pain today elsewhere",
        clams(10),
        situation(*regularly(did(1), did(2)), did(0, "bridge-basic", pain=2)),
        None,
    ),
    Row(
        "pain last time elsewhere",
        clams(10),
        situation(*regularly(did(3), did(4)), did(1, "bridge-basic", pain=2)),
        None,
    ),
    Row(
        "pain elsewhere, and well since",
        clams(10),
        situation(*regularly(did(0), did(2)), did(1, "bridge-basic", pain=2)),
        MORE,
        clams(12),
    ),
    Row(
        "pain on a day that is tomorrow here",
        clams(10),
        situation(*regularly(did(0), did(2)), did(-1, "bridge-basic", pain=2)),
        None,
    ),
    Row(
        "pain yesterday, and the clock put back over it",
        clams(10),
        situation(*regularly(did(0), did(2)), did(1, pain=6), did(-40), did(-42)),
        None,
    ),
    Row(
        "pain elsewhere, and what the clock has put ahead",
        clams(10),
        situation(*regularly(did(2), did(4)), did(1, "bridge-basic", pain=2), did(-40)),
        None,
    ),
    Row(
        "only ahead of the clock",
        clams(10),
        situation(*(did(-d) for d in (30, 32, *range(34, 60, 3)))),
        None,
    ),
    # --- said before ---
    Row("declined last week", clams(10), situation(*READY, declined={"up:clam-basic": 7}), None),
    Row(
        "declined two weeks ago",
        clams(10),
        situation(*READY, declined={"up:clam-basic": 14}),
        MORE,
        clams(12),
    ),
    Row(
        "another declined",
        clams(10),
        situation(*READY, declined={"up:clam-high": 1}),
        MORE,
        clams(12),
    ),
    Row(
        "another family on its way",
        clams(10),
        situation(*READY, accepted={"up:bridge-basic": 13}),
        None,
    ),
    Row(
        "another family, two weeks on",
        clams(10),
        situation(*READY, accepted={"up:bridge-basic": 14}),
        MORE,
        clams(12),
    ),
    Row(
        "another band on its way",
        clams(10),
        situation(*READY, accepted={"band:bridge-band": 3}),
        None,
    ),
    Row(
        "the same family",
        clams(10),
        situation(*READY, accepted={"up:clam-high": 3}),
        MORE,
        clams(12),
    ),
    Row(
        "once since the last more",
        clams(10),
        situation(*READY, accepted={"up:clam-basic": 2}),
        None,
    ),
    Row("stepped back lately", clams(10), situation(*READY, accepted={"back:clam-high": 7}), None),
    # --- the next level ---
    Row("at the top", clams(12), situation(*TOP), UP, Step("clam-high", reps=8)),
    Row(
        "sets",
        Step("clam-basic", sets=3, reps=12),
        situation(*(did(day, of=12, sets=3) for day in REGULAR)),
        UP,
        Step("clam-high", sets=2, reps=8),
    ),
    Row(
        "fifteen reps",
        clams(15),
        situation(*(did(d, of=15) for d in REGULAR)),
        UP,
        Step("clam-high", reps=8),
    ),
    Row("a sore place", clams(12), situation(*TOP, sore=(Complaint.OUTER_HIP,)), None),
    Row(
        "a hold at its top",
        hold("side-plank-knees", 30),
        situation(*(did(d, "side-plank-knees", of=30) for d in REGULAR)),
        UP,
        hold("side-plank", 15),
    ),
    Row(
        "the hardest",
        Step("clam-straight", reps=12),
        situation(*(did(d, "clam-straight", of=12) for d in REGULAR)),
        None,
    ),
    Row(
        "a step to fetch",
        hold("wall-press", 30),
        situation(*(did(d, "wall-press", of=30) for d in REGULAR), equipment=(Equipment.WALL,)),
        None,
    ),
    Row(
        "a step at hand",
        hold("wall-press", 30),
        situation(*(did(d, "wall-press", of=30) for d in REGULAR), equipment=None),
        UP,
        Step("hip-hike", reps=8),
    ),
    Row(
        "a stretch",
        hold("stretch-butterfly", 30),
        situation(*(did(d, "stretch-butterfly", of=30) for d in REGULAR)),
        None,
    ),
    # --- a stronger band ---
    Row("a band that is not at hand", Step("clam-band", reps=12), situation(*BAND_TOP), None),
    Row(
        "a band at the top", Step("clam-band", reps=12), situation(*BAND_TOP, equipment=BANDS), BAND
    ),
    Row(
        "a stronger band since",
        Step("clam-band", reps=12),
        situation(*BAND_TOP, equipment=BANDS, accepted={"band:clam-band": 5}),
        UP,
        Step("side-leg-raise", reps=8),
    ),
    Row(
        "a stronger band today",
        Step("clam-band", reps=12),
        situation(*BAND_TOP, equipment=BANDS, accepted={"band:clam-band": 2}),
        None,
    ),
    Row(
        "no stronger band",
        Step("clam-band", reps=12),
        situation(*BAND_TOP, equipment=BANDS, declined={"band:clam-band": 2}),
        None,
    ),
    # --- a step back ---
    Row(
        "pain of four",
        Step("clam-high", reps=10),
        situation(did(0, "clam-high", pain=4)),
        DOWN,
        clams(10),
    ),
    Row(
        "pain of four by the light",
        Step("clam-high", reps=8),
        situation(did(0, "clam-high", of=8, pain=4), is_strict=False),
        DOWN,
        clams(8),
    ),
    Row(
        "groin",
        Step("clam-high", reps=10),
        situation(did(0, "clam-high", pain=1, place=Place.FRONT_OF_HIP)),
        DOWN,
        clams(10),
    ),
    Row(
        "hurt afterwards",
        Step("clam-high", reps=10),
        situation(did(2, "clam-high", after=After.HURT)),
        DOWN,
        clams(10),
    ),
    Row(
        "pain, and well since",
        Step("clam-high", reps=10),
        situation(did(0, "clam-high"), did(2, "clam-high", pain=6)),
        None,
    ),
    Row("twice too much", Step("clam-high", reps=10), situation(*HIGH), DOWN, clams(10)),
    Row("once too much", Step("clam-high", reps=10), situation(*HIGH[:1]), None),
    Row(
        "too much and right",
        Step("clam-high", reps=10),
        situation(HIGH[0], did(2, "clam-high", rating=RIGHT)),
        None,
    ),
    Row(
        "not whole twice",
        Step("clam-high", reps=10),
        situation(did(0, "clam-high", left=6), did(2, "clam-high", right=7)),
        DOWN,
        clams(10),
    ),
    Row(
        "not whole once",
        Step("clam-high", reps=10),
        situation(did(0, "clam-high", left=6), did(2, "clam-high")),
        None,
    ),
    Row("nothing easier", clams(10), situation(did(0, pain=5)), FEWER, clams(8)),
    Row(
        "the weaker side decides",
        clams(10),
        situation(did(0, left=5), did(2, left=4)),
        FEWER,
        clams(5),
    ),
    Row("never to nothing", clams(10), situation(did(0, left=1), did(2, left=1)), FEWER, clams(4)),
    Row("at the least", clams(4), situation(did(0, of=4, pain=5)), None),
    Row(
        "a hold that is too long",
        hold("stretch-butterfly", 30),
        situation(did(0, "stretch-butterfly", of=30, pain=5)),
        FEWER,
        hold("stretch-butterfly", 25),
    ),
    Row("stepped back already", clams(8), situation(did(0, pain=5)), None),
    Row(
        "answered for that session",
        clams(10),
        situation(did(0, pain=5), accepted={"back:bridge-march": 0}),
        None,
    ),
    Row("declined", clams(10), situation(did(0, pain=5), declined={"back:clam-basic": 0}), None),
    Row(
        "declined long ago",
        clams(10),
        situation(did(0, pain=5), declined={"back:clam-basic": 20}),
        FEWER,
        clams(8),
    ),
    Row(
        "the easier one needs something",
        Step("hip-hike", reps=8),
        situation(did(0, "hip-hike", of=8, pain=5), sore=(Complaint.BALANCE,)),
        FEWER,
        Step("hip-hike", reps=6),
    ),
    # --- two weeks off ---
    Row(
        "two weeks off",
        Step("clam-high", reps=10),
        situation(did(14, "clam-high", rating=RIGHT)),
        DOWN,
        clams(10),
    ),
    Row(
        "thirteen days off",
        Step("clam-high", reps=10),
        situation(did(13, "clam-high", rating=RIGHT)),
        None,
    ),
    Row(
        "two weeks off, and easy before",
        clams(10),
        situation(*map(did, range(14, 40, 2))),
        FEWER,
        clams(8),
    ),
    Row(
        "answered since",
        Step("clam-high", reps=10),
        situation(did(20, "clam-high"), accepted={"back:clam-high": 1}),
        None,
    ),
)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.what.replace(" ", "-"))
def test_what_was_done_leads_to_an_offer(row: Row) -> None:
    offer = offer_for(routine(row.now), row.situation)
    if row.kind is None:
        assert offer is None
    else:
        assert offer is not None
        assert (offer.kind, offer.now, offer.becomes) == (row.kind, row.now, row.becomes)


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) >= 40


def test_the_reason_is_one_sentence_made_of_the_facts() -> None:
    assert told(clam(), *READY) == (
        "Two whole sessions rated easy, no pain, three weeks at this level."
    )
    assert told(clam(), *map(did, (0, 1, 2, 4, 6, 9))) == (
        "Two whole sessions rated easy, no pain, six sessions at this level."
    )
    assert told(clam(), *map(did, range(0, 40, 3))) == (
        "Two whole sessions rated easy, no pain, more than three weeks at this level."
    )
    assert told(clam(), *map(did, range(12))) == (
        "Two whole sessions rated easy, no pain, more than ten sessions at this level."
    )
    light = situation(*regularly(did(0, pain=2), did(2)), is_strict=False)
    offer = offer_for(clam(), light)
    assert offer is not None
    assert offer.reason.startswith("Two whole sessions rated easy, pain no more than 2, ")


def told(plan: Routine, *performed: Performed) -> str:
    offer = offer_for(plan, situation(*performed))
    assert offer is not None
    return offer.reason


@pytest.mark.parametrize(
    ("performed", "words"),
    [
        ([did(0, pain=5)], "Knee: pain 5 out of 10 today."),
        ([did(3, pain=5)], "Knee: pain 5 out of 10 in the last session."),
        (
            [did(0, pain=2, place=Place.FRONT_OF_HIP)],
            "Pain at the front of the hip or groin today.",
        ),
        ([did(1, after=After.HURT)], "It hurt after the last session."),
        ([did(0, rating=TOO_MUCH), did(1, rating=TOO_MUCH)], "Rated too much twice in a row."),
        (
            [did(0, right=6), did(1, left=9)],
            "Not done whole twice in a row, 6 of 10 reps on the right last time.",
        ),
        ([did(22)], "Three weeks without a workout."),
    ],
)
def test_a_step_back_says_what_it_follows_from(performed: list[Performed], words: str) -> None:
    assert told(clam(), *performed) == words


def test_a_step_back_comes_before_something_harder() -> None:
    both = routine(Step("clam-basic", reps=10), Step("bridge-march", reps=8))
    much = [did(day, "bridge-march", of=8, rating=TOO_MUCH) for day in (0, 2)]
    offer = offer_for(both, situation(*READY, *much))
    assert offer is not None
    assert (offer.kind, offer.becomes) == (DOWN, Step("bridge-basic", reps=8))


def test_of_all_that_was_done_when_it_hurt_the_likeliest_is_eased() -> None:
    """A knee that hurts speaks against what the catalogue says is hard on knees."""
    plan = CATALOGUE.routines["pre-run-activation"]
    hurting = [did(0, step.exercise, pain=5, of=step.reps or 30) for step in plan.steps]
    offer = offer_for(plan, situation(*hurting))
    assert offer is not None
    assert set(SPARING[Place.KNEE]) & set(EXERCISES[offer.now.exercise].avoid_with)


def test_what_the_routine_has_already_is_not_offered_again() -> None:
    both = routine(Step("bridge-basic", reps=12), Step("bridge-hold", hold_s=30))
    easy = [did(day, "bridge-basic", of=12) for day in REGULAR]
    offer = offer_for(both, situation(*easy))
    assert offer is not None
    assert offer.becomes == Step("bridge-march", reps=8)


def test_after_a_break_a_gentle_routine_can_be_taken_today() -> None:
    plan = CATALOGUE.routines["pre-run-activation"]
    after = situation(did(15, of=10))
    offer = offer_for(plan, after, can_restart=True)
    assert offer is not None
    assert (offer.kind, offer.reason) == (Kind.RESTART, "Two weeks without a workout.")
    assert offer.applied(plan) == plan
    said_no = msgspec.structs.replace(after, declined={offer.name: TODAY})
    assert offer_for(plan, said_no, can_restart=True) is None
    gentle = CATALOGUE.routines["gentle-restart"]
    assert offer_for(gentle, after, can_restart=True) is None


def test_of_several_the_one_that_leads_on_is_offered() -> None:
    easy = [
        did(day, exercise_id, of=of)
        for exercise_id, of in (("glute-squeeze", 5), ("clam-basic", 10), ("split-squat", 12))
        for day in REGULAR
    ]
    squeeze, squat = Step("glute-squeeze", reps=5), Step("split-squat", reps=12)
    offer = offer_for(routine(squeeze, clams(10)), situation(*easy))
    assert offer is not None
    assert offer.becomes == clams(12)
    offer = offer_for(routine(squeeze, clams(10), squat), situation(*easy))
    assert offer is not None
    assert offer.becomes == Step("lunge-reverse", reps=8)


def test_only_what_is_asked_about_is_looked_at() -> None:
    assert offer_for(clam(), situation(*READY), only={"bridge-basic"}) is None
    assert offer_for(clam(), situation(*READY), only={"clam-basic"}) is not None


def test_accepting_changes_every_step_of_that_dose_and_nothing_else() -> None:
    other = Step("bridge-basic", reps=8)
    plan = routine(clams(10), other, clams(10), clams(5))
    offer = Offer(kind=MORE, reason="", now=clams(10), becomes=clams(12))
    assert offer.applied(plan).steps == (clams(12), other, clams(12), clams(5))
    assert offer.applied(offer.applied(plan)) == offer.applied(plan)


def test_what_is_accepted_or_declined_is_remembered_by_name() -> None:
    names = {
        MORE: "up:clam-basic",
        UP: "up:clam-basic",
        BAND: "band:clam-basic",
        FEWER: "back:clam-basic",
        DOWN: "back:clam-basic",
    }
    for kind, name in names.items():
        assert Offer(kind=kind, reason="", now=clams(10)).name == name
    assert days_ago(0) == TODAY
    assert EASY is READY[0].rating
