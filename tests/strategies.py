"""Random routines, for laws that hold for every one of them."""

import examples
from hypothesis import strategies as st

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import (
    Dose,
    Exercise,
    LiesOn,
    Motion,
    Muscles,
    Phase,
    PhaseKind,
    Position,
    Text,
)
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.routine import Routine, Step
from hiptimer.workout.layout import Timing
from hiptimer.workout.speech import phrases_of

phase_seconds = st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 3.0])
tempos = st.tuples(*[phase_seconds] * 4).filter(any)


@st.composite
def exercises(draw: st.DrawFn, number: int) -> Exercise:
    per_side = draw(st.booleans())
    is_hold = draw(st.booleans())
    tempo = draw(tempos)
    phases = examples.rep_phases(*tempo)
    dose = Dose(
        reps=draw(st.integers(1, 6)), tempo_s=tempo, rest_s=draw(st.sampled_from([0, 5, 20]))
    )
    if is_hold:
        hold_s = draw(st.sampled_from([1.0, 4.0, 10.0, 30.0]))
        phases = (
            Phase("lift", PhaseKind.ENTER, draw(phase_seconds), "lift", "a", "b"),
            Phase("hold", PhaseKind.HOLD, hold_s, "hold", "b", "b"),
            Phase("down", PhaseKind.LEAVE, draw(phase_seconds), "down", "b", "a"),
        )
        dose = Dose(hold_s=hold_s, rest_s=5)
    return Exercise(
        id=f"exercise-{number}",
        family="family",
        level=draw(st.integers(1, 5)),
        position=draw(st.sampled_from(Position)),
        per_side=per_side,
        motion=Motion.HOLD if is_hold else Motion.CYCLE,
        start="a",
        phases=phases,
        dose=dose,
        text=Text(
            name=f"Exercise {number}",
            setup="Set up.",
            how="Move.",
            cues=("Cue",),
            avoid=("Haste",),
            side_says="{Side} leg." if per_side else "",
        ),
        muscles=Muscles(("gluteus_medius",)),
        camera=examples.CAMERA,
        lies_on=draw(st.sampled_from(LiesOn)) if per_side else LiesOn.NONE,
        needs=tuple(draw(st.sets(st.sampled_from(Equipment), max_size=2))),
    )


@st.composite
def routines(draw: st.DrawFn) -> tuple[Routine, dict[str, Exercise]]:
    """A routine and the exercises it names."""
    count = draw(st.integers(1, 3))
    known = {e.id: e for e in (draw(exercises(number)) for number in range(count))}
    steps = tuple(
        Step(draw(st.sampled_from(sorted(known))), sets=draw(st.integers(1, 2)))
        for _ in range(draw(st.integers(1, 3)))
    )
    routine = Routine(
        id="random",
        name="Random",
        when="Any time",
        steps=steps,
        rounds=draw(st.integers(1, 2)),
        round_rest_s=draw(st.sampled_from([0.0, 5.0, 30.0])),
    )
    return routine, known


@st.composite
def timings(draw: st.DrawFn, known: dict[str, Exercise]) -> Timing:
    """Random gaps, random lengths for all that can be said, random paces and talk."""
    sayable = phrases_of(known.values(), ())
    seconds = st.floats(0, 4, allow_nan=False)
    some_gap = st.floats(0, 15, allow_nan=False)
    return Timing(
        gaps=Gaps(*[draw(some_gap) for _ in range(5)], draw(st.floats(0, 5))),
        phrases=PhraseTable({phrase: draw(seconds) for phrase in sayable}),
        paces={id_: draw(st.sampled_from([0.75, 1.0, 1.5])) for id_ in known},
        voice=draw(st.sampled_from(VoiceLevel)),
    )
