"""A plan for the tests, laid out from the example routine."""

from examples import BAND_CLAM, EXERCISES, ROUTINE

from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine
from hiptimer.model.timeline import Timeline
from hiptimer.model.words import amount_words, dose_words
from hiptimer.ui.today.plan import MoveRow, RoutineCard, TodayPlan
from hiptimer.workout.layout import Timing, lay_out

OTHERS = tuple(
    RoutineCard(id=f"other-{n}", name=f"Routine {n}", seconds=60.0 * n, needs="nothing to fetch")
    for n in range(1, 7)
)


def timeline(routine: Routine = ROUTINE) -> Timeline:
    return lay_out(routine, EXERCISES, Timing(Gaps(), PhraseTable(), {}), {})


def moves(routine: Routine) -> tuple[MoveRow, ...]:
    rows = []
    for number, step in enumerate(routine.steps):
        exercise = EXERCISES[step.exercise]
        family = [e for e in EXERCISES.values() if e.family == exercise.family]
        variations = tuple(sorted(family, key=lambda e: e.level))
        rows.append(
            MoveRow(
                step=number,
                exercise=exercise,
                dose=amount_words(step.dose(exercise)),
                variations=variations,
                doses=tuple(dose_words(step.dose(e)) for e in variations),
                is_changed=step.exercise == BAND_CLAM.id,
            )
        )
    return tuple(rows)


def plan(routine: Routine = ROUTINE, message: str | None = None) -> TodayPlan:
    laid_out = timeline(routine)
    return TodayPlan(
        routine=routine,
        moves=moves(routine),
        seconds=laid_out.seconds,
        finish="done at 07:24",
        fetch="nothing to fetch",
        before_run=True,
        others=OTHERS,
        message=message,
        timeline=laid_out,
    )
