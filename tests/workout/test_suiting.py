from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer import resources
from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.workout.suiting import Suited, missing_for, sore_for, suited
from hiptimer.workout.suiting_words import nothing_left, sentences, why_words

CATALOGUE: Catalogue = read_catalogue(resources.assets(), None)
EXERCISES = CATALOGUE.exercises
EVERYTHING = tuple(Equipment)


def suit(
    routine_id: str,
    equipment: tuple[Equipment, ...] | None = None,
    sore: tuple[Complaint, ...] = (),
) -> Suited:
    return suited(CATALOGUE.routines[routine_id], EXERCISES, equipment, sore)


def swaps(result: Suited) -> dict[str, str | None]:
    return {c.exercise.id: c.replacement.id if c.replacement else None for c in result.changes}


@pytest.mark.parametrize("routine_id", sorted(CATALOGUE.routines))
def test_a_routine_that_suits_stays_as_it_is(routine_id: str) -> None:
    routine = CATALOGUE.routines[routine_id]
    for equipment in (None, EVERYTHING):
        result = suit(routine_id, equipment)
        assert result.routine is routine
        assert result.changes == ()
        assert result.places == tuple(range(len(routine.steps)))


@pytest.mark.parametrize(
    ("routine_id", "equipment", "sore", "expected"),
    [
        ("mini-band", (), (), {"clam-band": "clam-basic", "bridge-band": "bridge-basic"}),
        ("stability-ball", (Equipment.CUSHION,), (), {"bridge-ball": "bridge-basic"}),
        ("gentle-restart", (), (), {"wall-press": "single-leg-stand"}),
        ("lunge-matrix", None, (Complaint.OUTER_HIP,), {"lunge-curtsy": "lunge-reverse"}),
        ("tight-hip-stretches", None, (Complaint.OUTER_HIP,), {"stretch-side-lean": None}),
        ("basic-three", None, (Complaint.OUTER_HIP,), {"clam-basic": "single-leg-stand"}),
        # Its easier one needs the same hand on the floor, the one below that does not.
        ("hip-flow", None, (Complaint.SHOULDER,), {"flow-angled-bird-dog": "quad-hip-extension"}),
    ],
)
def test_the_nearest_that_fits_stands_in(
    routine_id: str,
    equipment: tuple[Equipment, ...] | None,
    sore: tuple[Complaint, ...],
    expected: dict[str, str | None],
) -> None:
    assert expected.items() <= swaps(suit(routine_id, equipment, sore)).items()


def test_what_only_may_be_used_does_not_change_a_routine() -> None:
    assert suit("hip-extension", (Equipment.STEP,)).changes == ()


def test_a_step_keeps_its_sets_and_asks_no_more_reps() -> None:
    routine = CATALOGUE.routines["mini-band"]
    result = suit("mini-band", ())
    assert result.routine is not None
    for place, step in zip(result.places, result.routine.steps, strict=True):
        was = routine.steps[place]
        assert step.sets == was.sets
        if step.reps is not None and was.reps is not None:
            assert step.reps <= was.reps


def test_every_change_says_what_speaks_against_the_exercise() -> None:
    result = suit("mini-band", (), (Complaint.OUTER_HIP,))
    by_id = {change.exercise.id: change for change in result.changes}
    assert why_words(by_id["clam-band"]) == "no mini band and sore outer hip"
    assert why_words(by_id["band-march"]) == "no mini band"
    assert sentences(suit("tight-hip-stretches", None, (Complaint.OUTER_HIP,)).changes) == (
        "Sore outer hip: Side-lean stretch left out.",
    )


def test_nothing_left_is_told() -> None:
    result = suit("hip-flow", (), tuple(Complaint))
    assert result.routine is None
    assert result.places == ()
    assert all(change.replacement is None for change in result.changes)
    words = nothing_left("Hip flow", (Complaint.KNEECAP, Complaint.GROIN, Complaint.BALANCE))
    assert words == "Nothing of Hip flow is left: sore kneecap and groin and unsure balance."


def check_law(
    routine_id: str, equipment: frozenset[Equipment] | None, sore: frozenset[Complaint]
) -> None:
    """Nothing unfit, nothing harder for a sore place, nothing unsaid, each step in its order."""
    routine = CATALOGUE.routines[routine_id]
    result = suited(routine, EXERCISES, equipment, sore)
    at_hand = set(CATALOGUE.needs_of(routine)) if equipment is None else equipment
    steps = result.routine.steps if result.routine is not None else ()
    assert len(steps) == len(result.places)
    assert list(result.places) == sorted(set(result.places))
    changed = {change.step: change for change in result.changes}
    for place, step in zip(result.places, steps, strict=True):
        exercise = EXERCISES[step.exercise]
        assert not missing_for(exercise, at_hand)
        assert not sore_for(exercise, sore)
        if place not in changed:
            assert step == routine.steps[place]
    left_out = {n for n, change in changed.items() if change.replacement is None}
    assert left_out == set(range(len(routine.steps))) - set(result.places)
    for change in result.changes:
        assert change.missing or change.sore
        if change.sore and change.replacement is not None:
            assert change.replacement.level <= change.exercise.level
    names = [step.exercise for step in steps]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("routine_id", sorted(CATALOGUE.routines))
def test_law_for_every_thing_and_complaint_alone_and_in_pairs(routine_id: str) -> None:
    things = [None, frozenset(), *(frozenset({thing}) for thing in Equipment)]
    places = [frozenset(pair) for pair in product(Complaint, repeat=2)]
    for equipment, sore in product(things, [frozenset(), *places]):
        check_law(routine_id, equipment, sore)


@given(
    st.sampled_from(sorted(CATALOGUE.routines)),
    st.none() | st.frozensets(st.sampled_from(Equipment)),
    st.frozensets(st.sampled_from(Complaint)),
)
def test_law_for_any_equipment_and_any_complaints(
    routine_id: str, equipment: frozenset[Equipment] | None, sore: frozenset[Complaint]
) -> None:
    check_law(routine_id, equipment, sore)


@given(st.frozensets(st.sampled_from(Equipment)), st.frozensets(st.sampled_from(Complaint)))
def test_a_suited_routine_suits(
    equipment: frozenset[Equipment], sore: frozenset[Complaint]
) -> None:
    for routine in CATALOGUE.routines.values():
        once = suited(routine, EXERCISES, equipment, sore).routine
        if once is not None:
            assert suited(once, EXERCISES, equipment, sore).changes == ()
