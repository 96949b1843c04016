"""A routine trimmed to the time there is."""

import time
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from examples import BRIDGE, CLAM, EXERCISES
from hypothesis import given
from hypothesis import strategies as st
from strategies import exercises as some_exercise
from strategies import timings

from hiptimer.audio.voice import Voice
from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.exercise import Exercise
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.workout.fitting import Fitted, LeftOut, Part, fit
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.left_out import left_out_words

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = read_catalogue(ASSETS, None)
BUILT_IN = CATALOGUE.routines
SPOKEN = Timing(Gaps(), Voice.read(ASSETS / "voice" / "en").table, {})
PLAIN = Timing(Gaps(), PhraseTable(), {})
MOST_S = 1e-5  # of rounding


def routine(*steps: Step, rounds: int = 1) -> Routine:
    return Routine(id="r", name="R", when="", steps=steps, rounds=rounds)


def fitted(whole: Routine, seconds: float, known: dict[str, Exercise] = EXERCISES) -> Fitted:
    return fit(whole, known, seconds, PLAIN, {})


def restored(fitted: Fitted, whole: Routine) -> Routine:
    """What is left of the routine with everything that was left out put back."""
    assert fitted.routine is not None
    steps = list(fitted.routine.steps)
    rounds = fitted.routine.rounds
    for part in fitted.left_out:
        if part.part is Part.ROUNDS:
            rounds = int(part.was)
        elif part.part is Part.EXERCISE:
            steps.append(whole.steps[part.step or 0])
        else:
            name = {Part.SETS: "sets", Part.REPS: "reps", Part.HOLD: "hold_s"}[part.part]
            value = part.was if part.part is Part.HOLD else int(part.was)
            place = part.step or 0
            steps[place] = msgspec.structs.replace(steps[place], **{name: value})
    return msgspec.structs.replace(fitted.routine, steps=tuple(steps), rounds=rounds)


def explicit(routine: Routine, known: dict[str, Exercise]) -> Routine:
    """The same routine with every dose written out."""
    steps = []
    for step in routine.steps:
        dose = step.dose(known[step.exercise])
        steps.append(msgspec.structs.replace(step, reps=dose.reps, hold_s=dose.hold_s))
    return msgspec.structs.replace(routine, steps=tuple(steps))


def check_laws(
    whole: Routine, known: dict[str, Exercise], seconds: float, timing: Timing
) -> Fitted:
    """What holds for whatever routine and whatever time."""
    found = fit(whole, known, seconds, timing, {})
    if found.routine is None:
        assert found.seconds > seconds
        assert not found.left_out
        return found
    timeline = lay_out(found.routine, known, timing, {})
    assert timeline.seconds <= seconds + MOST_S
    assert found.seconds == pytest.approx(timeline.seconds, abs=MOST_S)
    done = Counter((s.step, s.round, s.set, s.reps, s.hold_s, s.side) for s in timeline.work)
    for *work, side in done:
        assert side is Side.BOTH or done[(*work, side)] == done[(*work, side.other)]
    assert explicit(restored(found, whole), known) == explicit(whole, known)
    assert bool(left_out_words(found)) == (found.routine != whole)
    for part in found.left_out:
        assert part.now < part.was
        assert part.part is not Part.REPS or part.now >= 6
        assert part.part is not Part.HOLD or part.now >= 15
    return found


LENGTHS = {
    id_: lay_out(routine, CATALOGUE.exercises, SPOKEN, {}).seconds
    for id_, routine in BUILT_IN.items()
}
MINUTES = [(id_, n) for id_, s in LENGTHS.items() for n in range(2, int(s // 60) + 2)]


@pytest.mark.parametrize(("routine_id", "minutes"), MINUTES)
def test_every_routine_fits_into_every_minute_or_says_that_nothing_does(
    routine_id: str, minutes: int
) -> None:
    whole = BUILT_IN[routine_id]
    found = check_laws(whole, dict(CATALOGUE.exercises), minutes * 60, SPOKEN)
    assert found.routine is not None
    assert (found.routine == whole) == (LENGTHS[routine_id] <= minutes * 60)


@pytest.mark.parametrize("routine_id", BUILT_IN)
def test_when_nothing_fits_it_is_the_least_that_is_told(routine_id: str) -> None:
    whole = BUILT_IN[routine_id]
    nothing = fit(whole, CATALOGUE.exercises, 10, SPOKEN, {})
    assert nothing.routine is None
    least = fit(whole, CATALOGUE.exercises, nothing.seconds, SPOKEN, {}).routine
    assert least is not None
    assert len(least.steps) == 1


@st.composite
def large_routines(draw: st.DrawFn) -> tuple[Routine, dict[str, Exercise]]:
    """With enough of everything to be trimmed."""
    known = {e.id: e for e in (draw(some_exercise(n)) for n in range(draw(st.integers(1, 3))))}
    amounts = st.none() | st.integers(1, 25)
    steps = tuple(
        Step(
            draw(st.sampled_from(sorted(known))),
            sets=draw(st.integers(1, 4)),
            reps=draw(amounts),
            hold_s=draw(st.none() | st.floats(1, 90)),
        )
        for _ in range(draw(st.integers(1, 5)))
    )
    return msgspec.structs.replace(routine(*steps, rounds=draw(st.integers(1, 4)))), known


@given(st.data(), st.floats(0, 1))
def test_the_laws_hold_for_any_routine(data: st.DataObject, share: float) -> None:
    whole, known = data.draw(large_routines())
    timing = data.draw(timings(known))
    check_laws(whole, known, share * lay_out(whole, known, timing, {}).seconds, timing)


@given(st.data(), st.floats(0, 400), st.floats(0, 400))
def test_more_time_never_means_fewer_exercises(
    data: st.DataObject, some_s: float, more_s: float
) -> None:
    whole, known = data.draw(large_routines())
    less, more = (fit(whole, known, s, PLAIN, {}).routine for s in (some_s, some_s + more_s))
    assert (len(less.steps) if less else 0) <= (len(more.steps) if more else 0)


BRIDGES = Step("bridge-basic", sets=3, reps=10, rest_s=0)
# 12 s to the mat, 50 s a set, 4 s between sets and rounds.
SET_S, GAP_S, FIRST_S = 50, 4, 12


def length(sets: int) -> int:
    return FIRST_S + sets * SET_S + (sets - 1) * GAP_S


def test_what_fits_whole_stays_as_it_is() -> None:
    whole = routine(BRIDGES, rounds=2)
    assert fitted(whole, length(6)) == Fitted(whole, length(6))


def test_rounds_go_first_and_what_they_free_is_not_trimmed_further() -> None:
    found = fitted(routine(BRIDGES, rounds=3), length(9) - 1)
    assert found.routine == routine(BRIDGES, rounds=2)
    assert found.left_out == (LeftOut(Part.ROUNDS, 3, 2),)


def test_then_sets_go_evenly() -> None:
    two = routine(BRIDGES, BRIDGES, rounds=2)
    found = fitted(two, length(5))
    assert found.routine is not None
    assert (found.routine.rounds, [s.sets for s in found.routine.steps]) == (1, [3, 2])
    found = fitted(two, length(4))
    assert found.routine is not None
    assert [s.sets for s in found.routine.steps] == [2, 2]


def test_then_reps_go_evenly_down_to_six() -> None:
    two = routine(BRIDGES, BRIDGES)
    found = fitted(two, length(2) - 20)
    assert found.routine is not None
    assert [(s.sets, s.reps) for s in found.routine.steps] == [(1, 8), (1, 8)]
    found = fitted(two, length(2) - 21)
    assert found.routine is not None
    assert [s.reps for s in found.routine.steps] == [8, 7]


def test_then_exercises_go_from_the_end_and_their_time_comes_back() -> None:
    two = routine(BRIDGES, msgspec.structs.replace(BRIDGES, exercise="clam-basic"))
    found = fitted(two, length(2))
    assert found.routine == routine(msgspec.structs.replace(BRIDGES, sets=2))
    assert left_out_words(found) == "2 instead of 3 sets · without Clamshell"


def test_an_exercise_below_the_least_stays_as_it_is() -> None:
    known = {
        "few": msgspec.structs.replace(BRIDGE, id="few"),
        "many": msgspec.structs.replace(CLAM, id="many"),
    }
    whole = routine(Step("few", reps=3), Step("many", reps=9))
    found = fitted(whole, 12 + 15 + 8 + 8 + 2 * 30, known)
    assert found.routine == routine(Step("few", reps=3), Step("many", reps=6))


def test_a_hold_loses_five_seconds_at_a_time_down_to_fifteen() -> None:
    whole = routine(Step("bridge-hold", hold_s=32))
    ways_s = FIRST_S + 6
    told = [(found, fitted(whole, ways_s + found).left_out) for found in (31, 26, 16, 15)]
    assert [parts[0].now for _, parts in told] == [27, 22, 15, 15]
    assert fitted(whole, ways_s + 14.9).routine is None


@pytest.mark.parametrize(
    ("whole", "seconds", "words"),
    [
        (routine(BRIDGES, rounds=3), length(3), "2 of 3 rounds left out"),
        (routine(BRIDGES, BRIDGES), length(5), "2 instead of 3 sets in Glute bridge"),
        (routine(BRIDGES, BRIDGES), length(2) - 40, "1 instead of 3 sets · 6 instead of 10 reps"),
        (
            routine(BRIDGES, BRIDGES),
            length(2) - 35,
            "1 instead of 3 sets · 6 or 7 instead of 10 reps",
        ),
        (
            routine(BRIDGES, Step("bridge-hold"), rounds=2),
            length(1) + GAP_S + 6 + 25,
            "1 of 2 rounds left out · 1 instead of 3 sets · 25 instead of 30 s",
        ),
    ],
)
def test_what_was_left_out_is_told_in_words(whole: Routine, seconds: float, words: str) -> None:
    assert left_out_words(fitted(whole, seconds)) == words


def test_names_with_commas_are_kept_apart() -> None:
    clam = Step("clam-basic", reps=6)
    band = Step("clam-band", reps=6)
    found = fitted(routine(Step("bridge-basic", reps=6), clam, band), FIRST_S + 30)
    assert left_out_words(found) == "without Clamshell; and Clamshell, banded"


def test_the_longest_routine_there_can_be_is_fitted_at_once() -> None:
    ids = sorted(CATALOGUE.exercises)
    steps = tuple(Step(ids[n % len(ids)], sets=20, reps=200, hold_s=600) for n in range(100))
    whole = routine(*steps, rounds=20)
    taken = []
    for seconds in (60 * 60, 60 * 600):
        start = time.perf_counter()
        assert fit(whole, CATALOGUE.exercises, seconds, SPOKEN, {}).routine is not None
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.4  # some 0.06 on a machine with nothing else to do
