"""When each set was done and for how long, as far as a session tells."""

from datetime import datetime, timedelta

import msgspec

from hiptimer.model.event import Outcome
from hiptimer.model.session import Session, SetRecord


class Stretch(msgspec.Struct, frozen=True):
    """A set with the seconds it took, and the seconds of rest from its end to the next one."""

    record: SetRecord
    begun: datetime
    seconds: float
    rest_s: float = 0.0

    @property
    def end(self) -> datetime:
        return self.begun + timedelta(seconds=self.seconds)


def stretches_of(session: Session) -> tuple[Stretch, ...]:
    """The sets that were done and count, as they were begun.

    How long a hold was held is known. A set of reps took its reps at the tempo, but not into the
    next set; without a tempo it lasted until then.
    """
    done = sorted(
        ((record.started_at, record) for record in session.counting_sets if record.started_at),
        key=lambda each: (each[0], each[1].n),
    )
    done = [(begun, record) for begun, record in done if _was_done(record)]
    ends = [begun for begun, _ in done[1:]]
    ends += [max(begun, session.ended_at or begun) for begun, _ in done[-1:]]
    stretches = []
    for (begun, record), following in zip(done, ends, strict=True):
        room = (following - begun).total_seconds()
        seconds = _seconds(record, room)
        is_last = record is done[-1][1]
        rest_s = 0.0 if is_last else max(0.0, room - seconds)
        stretches.append(Stretch(record, begun, seconds, rest_s))
    return tuple(stretches)


def _was_done(record: SetRecord) -> bool:
    return record.outcome is not Outcome.SKIPPED or bool(record.done_reps or record.done_hold_s)


def _seconds(record: SetRecord, room: float) -> float:
    if record.done_hold_s:
        return record.done_hold_s
    at_tempo = (record.reps or 0) * sum(record.planned.tempo_s or ())
    return min(at_tempo, room) if at_tempo else room
