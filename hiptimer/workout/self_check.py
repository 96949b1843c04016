"""The self-check as a routine whose sets have no planned end, and the results in its sessions."""

from collections.abc import Iterable, Mapping

import msgspec

from hiptimer.model.event import Outcome
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.past import counts
from hiptimer.model.routine import Routine, Step
from hiptimer.model.self_check import MEASURES, SELF_CHECK, Measure, Result
from hiptimer.model.session import Session, SetRecord
from hiptimer.model.side import Side
from hiptimer.model.time_words import local_time
from hiptimer.model.timeline import Timeline


def self_check_routine(exercises: Mapping[str, Exercise]) -> Routine | None:
    """The measures whose exercises there are; None without any."""
    steps = tuple(_step(measure) for measure in MEASURES if _is_there(measure, exercises))
    if not steps:
        return None
    return Routine(
        id=SELF_CHECK,
        name=tr("Self-check"),
        when=tr("Every few weeks, rested, on a day without a hard run."),
        steps=steps,
        before_run=False,
    )


def _is_there(measure: Measure, exercises: Mapping[str, Exercise]) -> bool:
    exercise = exercises.get(measure.exercise_id)
    return exercise is not None and exercise.is_hold == measure.is_held and exercise.per_side


def _step(measure: Measure) -> Step:
    if measure.is_held:
        return Step(measure.exercise_id, hold_s=measure.most)
    return Step(measure.exercise_id, reps=measure.most)


def without_end(timeline: Timeline) -> Timeline:
    """The timeline with every set lasting until the person stops it, at most as long as planned."""
    return timeline.with_segments(
        tuple(msgspec.structs.replace(segment, counts_up=True) for segment in timeline.segments)
    )


def results(sessions: Iterable[Session]) -> Mapping[str, tuple[Result, ...]]:
    """By exercise what each self-check gave, oldest first. Only what a person did counts."""
    checks = [s for s in sessions if s.routine.id == SELF_CHECK and counts(s)]
    ordered = sorted(checks, key=_start)
    return {
        measure.exercise_id: tuple(
            result for session in ordered if (result := _result(session, measure)) is not None
        )
        for measure in MEASURES
    }


def _start(session: Session) -> float:
    return session.started_at.timestamp()


def _result(session: Session, measure: Measure) -> Result | None:
    sides = {
        record.side: _reached(record, measure)
        for record in session.counting_sets
        if record.exercise.id == measure.exercise_id and _is_taken(record)
    }
    left, right = sides.get(Side.LEFT), sides.get(Side.RIGHT)
    if not left and not right:
        return None
    day = local_time(session.started_at, session.utc_offset_s).date()
    return Result(day, left or None, right or None)


def _is_taken(record: SetRecord) -> bool:
    """Whether it ended as a result, by its own or set right, and was not just left."""
    return record.outcome is Outcome.DONE or record.corrected is not None


def _reached(record: SetRecord, measure: Measure) -> float:
    return record.done_hold_s if measure.is_held else float(record.done_reps)
