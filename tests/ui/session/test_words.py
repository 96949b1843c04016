"""How one session and its sets are said."""

import pytest
from msgspec.structs import replace

from hiptimer.model.event import Outcome
from hiptimer.model.session import (
    Corrected,
    ExerciseRef,
    Pain,
    Pause,
    Place,
    Planned,
    SetRecord,
)
from hiptimer.model.side import Side
from hiptimer.ui.session.words import (
    done_words,
    instead_words,
    pain_words,
    pauses_words,
    planned_words,
    seen_outcome,
    state_words,
    tempo_words,
    which_words,
)

SET = SetRecord(
    n=1,
    exercise=ExerciseRef("clam-basic", "Clamshell", "clamshell", 1),
    step=1,
    round=1,
    set=2,
    side=Side.LEFT,
    planned=Planned(reps=10, tempo_s=(2, 1, 2.5, 0)),
    reps=10,
    outcome=Outcome.DONE,
)
HOLD = replace(SET, planned=Planned(hold_s=30.0), reps=None, hold_s=12.4, side=Side.BOTH)


def test_a_corrected_set_says_both_numbers() -> None:
    assert done_words(SET) == "10 of 10 reps"
    assert done_words(replace(SET, corrected=Corrected(reps=9))) == "9 of 10 reps, timed 10"
    assert done_words(replace(HOLD, corrected=Corrected(hold_s=20.0))) == "20 of 30 s, timed 12"


@pytest.mark.parametrize(
    ("reps", "outcome"), [(10, Outcome.DONE), (12, Outcome.DONE), (0, Outcome.SKIPPED)]
)
def test_the_mark_goes_by_the_persons_number(reps: int, outcome: Outcome) -> None:
    partly = replace(SET, reps=4, outcome=Outcome.PARTIAL)
    assert seen_outcome(partly) is Outcome.PARTIAL
    assert seen_outcome(replace(partly, corrected=Corrected(reps=reps))) is outcome


def test_the_state_is_said_in_words_too() -> None:
    assert state_words(HOLD) == "Done"
    assert state_words(replace(SET, outcome=Outcome.SKIPPED)) == "Skipped"


def test_a_set_without_a_plan_says_its_unit_only() -> None:
    assert planned_words(replace(SET, planned=Planned())) == "reps"
    assert planned_words(replace(HOLD, planned=Planned())) == "s"
    assert planned_words(replace(SET, planned=Planned(reps=1))) == "of 1 rep"


def test_which_set() -> None:
    assert which_words(SET) == "Left, set 2"
    assert which_words(SET, numbered=False) == "Left"
    assert which_words(HOLD, numbered=False) == "Set 2"


def test_what_stood_in_is_named_as_far_as_it_is_known() -> None:
    swapped = replace(SET, swapped_from="clam-band")
    assert instead_words(swapped, {"clam-band": "Clamshell, banded"}) == (
        "Instead of Clamshell, banded"
    )
    assert instead_words(swapped, {}) == "Instead of another exercise"
    assert instead_words(SET, {}) == ""


def test_the_tempo_is_said_where_there_is_one() -> None:
    assert tempo_words([SET, SET]) == "2-1-2.5 s a rep"
    assert tempo_words([SET, HOLD]) == ""
    assert tempo_words([HOLD]) == ""


def test_pauses_and_pain() -> None:
    assert pauses_words([]) == ""
    assert pauses_words([Pause(10.0, 12.0)]) == "Paused once, 12 s"
    assert pauses_words([Pause(10.0, 30.0), Pause(50.0, 40.0)]) == "Paused 2 times, 1 min 10 s"
    assert pain_words(Pain(Place.KNEE, Side.LEFT, 3)) == "Knee, left: 3 of 10"
