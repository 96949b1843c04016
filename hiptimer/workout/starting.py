"""Where to start: the answers to three questions lead to one routine, and a sentence why.

Nothing here knows of sore places: they leave exercises out, but never choose a routine.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

import msgspec

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr
from hiptimer.model.routine import Routine
from hiptimer.workout.suiting import Suited, suited


class Purpose(StrEnum):
    """What a person wants to do this for."""

    BEFORE_RUN = "before_run"
    STRENGTH = "strength"
    LOOSEN = "loosen"


class Experience(StrEnum):
    """How new the person is to such moves."""

    NEW = "new"
    BACK = "back"
    USED = "used"


class Answers(msgspec.Struct, frozen=True):
    """`equipment` is None while the person has not said: then nothing is relied on."""

    purpose: Purpose
    experience: Experience
    equipment: tuple[Equipment, ...] | None = None


class Start(msgspec.Struct, frozen=True):
    """A routine to begin with, as it is done with what is at hand, and why this one."""

    routine: Routine
    suited: Suited
    why: str


class _Way(msgspec.Struct, frozen=True):
    routine_id: str
    why: str


GENTLE_RUN = _Way(
    "gentle-restart",
    later("Easy moves that you learn quickly; after a week or two, Pre-run activation follows."),
)
GENTLE_BACK = _Way(
    "gentle-restart",
    later("After a break, easy moves come first; go on to a longer routine after a week or two."),
)
GENTLE_STRENGTH = _Way(
    "gentle-restart",
    later(
        "Strength begins with the basic moves done well; after a week or two, Basic three follows."
    ),
)
LOOSE = _Way(
    "tight-hip-stretches",
    later("Quiet holds on the floor, for after a run or the evening, with nothing to learn first."),
)
WAYS: Mapping[tuple[Purpose, Experience], tuple[_Way, ...]] = {
    (Purpose.BEFORE_RUN, Experience.NEW): (GENTLE_RUN,),
    (Purpose.BEFORE_RUN, Experience.BACK): (GENTLE_BACK,),
    (Purpose.BEFORE_RUN, Experience.USED): (
        _Way(
            "pre-run-activation",
            later(
                "A few reps of each hip movement right before the run, about three times a week."
            ),
        ),
    ),
    (Purpose.STRENGTH, Experience.NEW): (GENTLE_STRENGTH,),
    (Purpose.STRENGTH, Experience.BACK): (
        _Way(
            "basic-three",
            later(
                "A few basic moves in rounds: enough to get back into it, "
                "and one round is fine too."
            ),
        ),
    ),
    (Purpose.STRENGTH, Experience.USED): (
        _Way(
            "full-hip-15", later("You have a step and know the moves: this one works every side.")
        ),
        _Way("mini-band", later("You have a mini band and know the moves: it makes them heavier.")),
        _Way(
            "stability-ball", later("You have a ball and know the moves: it makes bridges harder.")
        ),
        _Way("basic-three", later("Basic moves in rounds that need nothing but a mat.")),
    ),
    (Purpose.LOOSEN, Experience.NEW): (LOOSE,),
    (Purpose.LOOSEN, Experience.BACK): (LOOSE,),
    (Purpose.LOOSEN, Experience.USED): (
        _Way(
            "hip-flow", later("You have a bench: flowing moves take the hips through their range.")
        ),
        LOOSE,
    ),
}


def starting(
    answers: Answers, routines: Mapping[str, Routine], exercises: Mapping[str, Exercise]
) -> Start | None:
    """The routine to begin with: the first that needs nothing which is missing, else the first
    that has a form without it. None when none of those the answers lead to is there.
    """
    at_hand: Collection[Equipment] = answers.equipment or ()
    starts = [
        Start(routine, suited(routine, exercises, at_hand, ()), tr(way.why))
        for way in WAYS[answers.purpose, answers.experience]
        if (routine := routines.get(way.routine_id)) is not None
    ]
    whole = (start for start in starts if not start.suited.changes)
    possible = (start for start in starts if start.suited.routine is not None)
    return next(whole, None) or next(possible, None)
