"""The session record as it grows: told what happened, it says which sets changed."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from hiptimer.model.event import (
    Event,
    HoldEnded,
    Outcome,
    RepFinished,
    SegmentEnded,
    SegmentStarted,
)
from hiptimer.model.exercise import Exercise
from hiptimer.model.session import ExerciseRef, Planned, SetRecord
from hiptimer.model.side import Side
from hiptimer.model.timeline import Segment, SegmentKind, Timeline


def exercise_ref(exercise: Exercise) -> ExerciseRef:
    return ExerciseRef(
        exercise.id,
        exercise.name,
        exercise.family,
        exercise.level,
        tuple(str(muscle) for muscle in exercise.muscles.primary),
    )


def planned_sets(timeline: Timeline, from_n: int = 1) -> tuple[SetRecord, ...]:
    """The sets of a timeline from number `from_n` on as they stand before they are begun."""
    return tuple(_planned(segment) for segment in timeline.work if segment.n >= from_n)


def _planned(segment: Segment) -> SetRecord:
    return SetRecord(
        n=segment.n,
        exercise=exercise_ref(segment.exercise),
        step=segment.step + 1,
        round=segment.round,
        set=segment.set,
        side=segment.side,
        planned=_dose(segment),
        # Else nothing would tell what is counted in a set that was not begun.
        hold_s=0.0 if segment.counts_up and segment.hold_s is not None else None,
        swapped_from=segment.swapped_from,
    )


def _dose(segment: Segment) -> Planned:
    """A set without a planned end is planned for nothing."""
    if segment.counts_up:
        return Planned(tempo_s=segment.tempo_s or None)
    return Planned(segment.reps, segment.tempo_s or None, segment.hold_s)


class Record:
    """The sets of one session by number and attempt. `to_utc` turns a player's instant to UTC."""

    def __init__(self, timeline: Timeline, to_utc: Callable[[float], datetime]) -> None:
        self._to_utc = to_utc
        self._plan = {record.n: record for record in planned_sets(timeline)}
        self._begun: dict[tuple[int, int], SetRecord] = {}

    @property
    def sets(self) -> tuple[SetRecord, ...]:
        """All sets: each attempt that was begun, and the rest of the plan."""
        return tuple(sorted([*self._begun.values(), *self._open()], key=_order))

    def replan(self, timeline: Timeline) -> tuple[SetRecord, ...]:
        """The timeline changed: the sets not yet begun, as they are planned now."""
        self._plan = {record.n: record for record in planned_sets(timeline)}
        return self._open()

    def _open(self) -> tuple[SetRecord, ...]:
        """The planned sets of which there is nothing yet.

        A set that was gone back to may stand in the plan once more, under a new number. Before it
        is begun again it is no attempt that could count in the place of what was done of it.
        """
        begun = {n for n, _ in self._begun}
        places = {_place(record) for record in self._begun.values()}
        plan = self._plan.values()
        return tuple(r for r in plan if r.n not in begun and _place(r) not in places)

    def apply(self, event: Event) -> SetRecord | None:
        """The set that `event` changed, None when it changed none."""
        match event:
            case SegmentStarted(segment=segment) if segment.kind is SegmentKind.WORK:
                return self._begin(event)
            case RepFinished():
                return self._change(event, reps=event.reps, outcome=Outcome.PARTIAL)
            case HoldEnded():
                seconds = round(event.seconds, 1)
                return self._change(event, hold_s=seconds, outcome=Outcome.PARTIAL)
            case SegmentEnded(segment=segment) if segment.kind is SegmentKind.WORK:
                return self._change(event, outcome=event.outcome)
            case _:
                return None

    def _begin(self, event: SegmentStarted) -> SetRecord:
        plan = self._plan[event.segment.n]
        is_hold = event.segment.hold_s is not None
        record = msgspec.structs.replace(
            plan,
            attempt=event.attempt,
            started_at=self._to_utc(event.at),
            reps=None if is_hold else 0,
            hold_s=0.0 if is_hold else None,
        )
        self._begun[(record.n, record.attempt)] = record
        return record

    def _change(self, event: RepFinished | HoldEnded | SegmentEnded, **to: object) -> SetRecord:
        key = (event.segment.n, event.attempt)
        self._begun[key] = msgspec.structs.replace(self._begun[key], **to)
        return self._begun[key]


def _order(record: SetRecord) -> tuple[int, int]:
    return (record.n, record.attempt)


def _place(record: SetRecord) -> tuple[int, int, int, Side, str]:
    """What attempts at the same set share, as `Session.counting_sets` sees it."""
    return record.step, record.round, record.set, record.side, record.exercise.id
