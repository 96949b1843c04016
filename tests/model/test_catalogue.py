"""The laws of the built-in catalogue, over the real files."""

import re
from pathlib import Path

import pytest

from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import (
    Exercise,
    LiesOn,
    Motion,
    PhaseKind,
    Position,
)
from hiptimer.model.laws import equipment_of
from hiptimer.model.prop import Ball, Band

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = read_catalogue(ASSETS, None)
EXERCISES = tuple(CATALOGUE.exercises.values())
ROUTINES = tuple(CATALOGUE.routines.values())

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)


@pytest.fixture
def catalogue() -> Catalogue:
    return CATALOGUE


def climb(exercise: Exercise, field: str) -> list[str]:
    """The ids met when following `easier_id` or `harder_id`, up to the first met twice."""
    met: list[str] = []
    current: str | None = exercise.id
    while current is not None and current not in met:
        met.append(current)
        current = getattr(CATALOGUE.exercises[current], field)
    return met if current is None else [*met, current]


def test_all_files_are_read() -> None:
    assert CATALOGUE.problems == ()
    assert len(EXERCISES) == 52
    assert len(ROUTINES) == 12
    assert len(list((ASSETS / "poses").glob("*.toml"))) == 52


@each_exercise
def test_the_dose_and_the_phases_agree(exercise: Exercise) -> None:
    seconds = tuple(phase.seconds for phase in exercise.phases)
    kinds = [phase.kind for phase in exercise.phases]
    if exercise.is_hold:
        assert kinds == [PhaseKind.ENTER, PhaseKind.HOLD, PhaseKind.LEAVE]
        assert seconds[1] == exercise.dose.hold_s
        assert min(seconds) > 0
    else:
        assert kinds == [PhaseKind.WORK, PhaseKind.HOLD, PhaseKind.BACK, PhaseKind.PAUSE]
        assert seconds == exercise.dose.tempo_s


@each_exercise
def test_a_phase_begins_where_the_one_before_ended(exercise: Exercise) -> None:
    ends = [phase.to_pose for phase in exercise.phases]
    assert [phase.from_pose for phase in exercise.phases] == [ends[-1], *ends[:-1]]


@each_exercise
def test_a_still_phase_stays_in_its_pose(exercise: Exercise) -> None:
    for phase in exercise.phases:
        if phase.kind in (PhaseKind.HOLD, PhaseKind.PAUSE):
            assert phase.from_pose == phase.to_pose
            assert phase.through == ()


@each_exercise
def test_harder_is_never_an_easier_level(exercise: Exercise) -> None:
    if exercise.harder_id:
        assert CATALOGUE.exercises[exercise.harder_id].level >= exercise.level
    if exercise.easier_id:
        assert CATALOGUE.exercises[exercise.easier_id].level <= exercise.level


@each_exercise
def test_easier_never_needs_more_equipment(exercise: Exercise) -> None:
    if exercise.easier_id:
        assert set(CATALOGUE.exercises[exercise.easier_id].needs) <= set(exercise.needs)


@each_exercise
@pytest.mark.parametrize("field", ["easier_id", "harder_id"])
def test_easier_and_harder_never_go_round_in_circles(exercise: Exercise, field: str) -> None:
    met = climb(exercise, field)
    assert len(set(met)) == len(met)


@each_exercise
def test_no_exercise_is_both_easier_and_harder(exercise: Exercise) -> None:
    above, below = climb(exercise, "harder_id"), climb(exercise, "easier_id")
    assert set(above) & set(below) == {exercise.id}


@each_exercise
def test_one_sided_exercises_tell_the_side_in_words(exercise: Exercise) -> None:
    says = exercise.text.side_says
    assert bool(says) == exercise.per_side
    left = says.format(side="left", other="right", Side="Left")
    right = says.format(side="right", other="left", Side="Right")
    assert (left != right) == exercise.per_side


@each_exercise
def test_side_lying_ones_say_which_side_is_below(exercise: Exercise) -> None:
    assert (exercise.lies_on is not LiesOn.NONE) == (exercise.position is Position.SIDE_LYING)


@each_exercise
def test_the_words_are_short_enough_to_read_and_to_say(exercise: Exercise) -> None:
    text = exercise.text
    assert 3 <= len(text.name) <= 26
    assert len(text.setup) <= 90
    assert len(text.how) <= 110
    assert len(text.caution) <= 100
    assert text.cues
    assert all(len(cue) <= 40 for cue in text.cues)
    assert text.avoid
    assert all(len(line) <= 45 for line in text.avoid)
    assert all(len(phase.say) <= 18 for phase in exercise.phases)


@each_exercise
def test_the_words_are_plain(exercise: Exercise) -> None:
    text = exercise.text
    lines = (text.name, text.setup, text.how, *text.cues, *text.avoid, text.caution)
    for line in (*lines, *(phase.say for phase in exercise.phases)):
        assert not re.search(r"[\[\]()!;]|\d/\d|treat|prevent|switch(es)? on|activat", line), line
        assert line == line.strip()
    for sentences in (text.setup, text.how, text.caution):
        assert not sentences or sentences.endswith(".")


def test_names_are_told_apart() -> None:
    names = [exercise.name.casefold() for exercise in EXERCISES]
    assert len(set(names)) == len(names)


@each_exercise
def test_props_are_things_the_exercise_asks_for(exercise: Exercise) -> None:
    things = {equipment_of(prop) for prop in exercise.props}
    assert things <= {*exercise.needs, *exercise.optional}
    assert set(exercise.needs) <= things


@each_exercise
def test_a_band_is_round_something_and_a_ball_has_a_place_in_every_pose(
    exercise: Exercise,
) -> None:
    poses = {phase.to_pose for phase in exercise.phases}
    bands = [prop for prop in exercise.props if isinstance(prop, Band)]
    assert len(bands) == (Equipment.MINI_BAND in exercise.needs)
    for prop in exercise.props:
        if isinstance(prop, Ball):
            assert set(prop.centres) == poses
            assert all(y == prop.radius for _, y, _ in prop.centres.values())


@each_exercise
def test_only_walks_travel(exercise: Exercise) -> None:
    assert any(exercise.travel) == (exercise.motion is Motion.WALK)


def test_every_exercise_has_its_numbers_for_fit_files() -> None:
    unnamed = {e.id for e in EXERCISES if e.fit is None or e.fit.name_id is None}
    assert unnamed == {"glute-squeeze", "hip-hike"}


def test_families_go_from_easy_to_hard(catalogue: Catalogue) -> None:
    clamshells = [exercise.id for exercise in catalogue.family("clamshell")]
    assert clamshells[0] == "clam-basic"
    assert clamshells[-1] == "clam-straight"
    for family in {exercise.family for exercise in EXERCISES}:
        levels = [exercise.level for exercise in catalogue.family(family)]
        assert levels == sorted(levels)
        assert levels[0] == 1
    assert catalogue.family("no-such-family") == ()


def test_the_equipment_of_a_routine_comes_in_the_order_of_need(catalogue: Catalogue) -> None:
    ball = catalogue.routines["stability-ball"]
    assert catalogue.needs_of(ball) == (Equipment.CUSHION, Equipment.STABILITY_BALL)
    assert catalogue.needs_of(catalogue.routines["pre-run-activation"]) == ()


def test_pre_run_activation_keeps_its_doses() -> None:
    steps = CATALOGUE.routines["pre-run-activation"].steps
    assert [(s.exercise, s.sets, s.reps, s.hold_s) for s in steps] == [
        ("bridge-basic", 1, 10, None),
        ("bridge-hold", 1, None, 30),
        ("clam-basic", 1, 10, None),
        ("quad-hip-extension", 1, 8, None),
        ("lunge-side", 1, 5, None),
    ]
    assert CATALOGUE.routines["pre-run-activation"].rounds == 1


def test_basic_three_goes_three_rounds() -> None:
    routine = CATALOGUE.routines["basic-three"]
    assert (routine.rounds, routine.round_rest_s) == (3, 20)
    assert [step.exercise for step in routine.steps] == ["clam-basic", "bridge-hold", "lunge-side"]


def test_stretches_are_not_offered_before_a_run() -> None:
    for routine in ROUTINES:
        families = {CATALOGUE.exercises[step.exercise].family for step in routine.steps}
        if families == {"stretch"}:
            assert not routine.before_run
    after = {routine.id for routine in ROUTINES if not routine.before_run}
    assert after == {"basic-three", "hip-flow", "tight-hip-stretches", "full-hip-15"}


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda r: r.id)
def test_routines_are_said_in_short(routine) -> None:
    assert 3 <= len(routine.name) <= 26
    assert routine.when.endswith(".")
    assert len(routine.when) <= 70
    assert len(routine.note) <= 90
    for step in routine.steps:
        dose = step.dose(CATALOGUE.exercises[step.exercise])
        assert (dose.reps is None) != (dose.hold_s is None)
