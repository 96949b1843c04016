from itertools import combinations, product

import pytest

from hiptimer import resources
from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.equipment import Equipment
from hiptimer.workout.starting import WAYS, Answers, Experience, Purpose, starting

CATALOGUE = read_catalogue(resources.assets(), None)
ALL_EQUIPMENT = [
    None,
    *(things for count in range(8) for things in combinations(Equipment, count)),
]
BAND, BALL, STEP, BENCH = (
    Equipment.MINI_BAND,
    Equipment.STABILITY_BALL,
    Equipment.STEP,
    Equipment.BENCH,
)


def start_id(
    purpose: Purpose, experience: Experience, equipment: tuple[Equipment, ...] | None
) -> str:
    start = starting(
        Answers(purpose, experience, equipment), CATALOGUE.routines, CATALOGUE.exercises
    )
    assert start is not None
    return start.routine.id


@pytest.mark.parametrize(
    ("purpose", "experience", "equipment", "expected"),
    [
        (Purpose.BEFORE_RUN, Experience.NEW, (), "gentle-restart"),
        (Purpose.BEFORE_RUN, Experience.NEW, tuple(Equipment), "gentle-restart"),
        (Purpose.BEFORE_RUN, Experience.BACK, (), "gentle-restart"),
        (Purpose.BEFORE_RUN, Experience.USED, (), "pre-run-activation"),
        (Purpose.BEFORE_RUN, Experience.USED, (BAND,), "pre-run-activation"),
        (Purpose.STRENGTH, Experience.NEW, (BAND, BALL), "gentle-restart"),
        (Purpose.STRENGTH, Experience.BACK, (), "basic-three"),
        (Purpose.STRENGTH, Experience.USED, (), "basic-three"),
        (Purpose.STRENGTH, Experience.USED, None, "basic-three"),
        (Purpose.STRENGTH, Experience.USED, (BAND,), "mini-band"),
        (Purpose.STRENGTH, Experience.USED, (BALL,), "basic-three"),
        (Purpose.STRENGTH, Experience.USED, (BALL, Equipment.CUSHION), "stability-ball"),
        (Purpose.STRENGTH, Experience.USED, (BAND, STEP), "full-hip-15"),
        (Purpose.LOOSEN, Experience.NEW, (BENCH,), "tight-hip-stretches"),
        (Purpose.LOOSEN, Experience.BACK, (), "tight-hip-stretches"),
        (Purpose.LOOSEN, Experience.USED, (), "tight-hip-stretches"),
        (Purpose.LOOSEN, Experience.USED, (BENCH,), "hip-flow"),
    ],
)
def test_what_the_answers_lead_to(
    purpose: Purpose,
    experience: Experience,
    equipment: tuple[Equipment, ...] | None,
    expected: str,
) -> None:
    assert start_id(purpose, experience, equipment) == expected


@pytest.mark.parametrize(("purpose", "experience"), list(product(Purpose, Experience)))
def test_no_answers_lead_to_what_is_missing(purpose: Purpose, experience: Experience) -> None:
    for equipment in ALL_EQUIPMENT:
        answers = Answers(purpose, experience, equipment)
        start = starting(answers, CATALOGUE.routines, CATALOGUE.exercises)
        assert start is not None
        assert start.suited.routine is not None
        assert set(CATALOGUE.needs_of(start.suited.routine)) <= set(equipment or ())
        assert start.why.endswith(".")
        assert start.why.count(".") == 1
        assert start.routine.before_run or purpose is not Purpose.BEFORE_RUN


@pytest.mark.parametrize("purpose", list(Purpose))
def test_whoever_is_new_gets_gentle_moves(purpose: Purpose) -> None:
    for equipment in ALL_EQUIPMENT:
        answers = Answers(purpose, Experience.NEW, equipment)
        start = starting(answers, CATALOGUE.routines, CATALOGUE.exercises)
        assert start is not None
        assert start.suited.routine is not None
        levels = [CATALOGUE.exercises[step.exercise].level for step in start.suited.routine.steps]
        assert max(levels) <= 2
        assert start.suited.routine.rounds == 1


def test_each_pair_of_answers_leads_somewhere_and_only_to_built_in_routines() -> None:
    assert set(WAYS) == set(product(Purpose, Experience))
    assert {way.routine_id for ways in WAYS.values() for way in ways} <= set(CATALOGUE.routines)


def test_a_routine_that_cannot_be_read_is_passed_over() -> None:
    answers = Answers(Purpose.LOOSEN, Experience.USED, (BENCH,))
    others = {id_: r for id_, r in CATALOGUE.routines.items() if id_ != "hip-flow"}
    start = starting(answers, others, CATALOGUE.exercises)
    assert start is not None
    assert start.routine.id == "tight-hip-stretches"
    assert starting(answers, {}, CATALOGUE.exercises) is None
