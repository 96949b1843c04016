"""Sessions that the tests of this room start from, and hypothesis's way to any session."""

import string
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from hiptimer.history.merging import settled
from hiptimer.model.event import Outcome
from hiptimer.model.session import (
    After,
    Corrected,
    ExerciseRef,
    Pain,
    Pause,
    Place,
    Planned,
    Rating,
    RoutineRef,
    Session,
    SetRecord,
    Sign,
    Status,
)
from hiptimer.model.side import Side

START = datetime(2026, 3, 1, 6, 30, tzinfo=UTC)
CLAM = ExerciseRef("clam-basic", "Clamshell", "clamshell", 1, ("gluteus_medius",))
BRIDGE = ExerciseRef("bridge-basic", "Glute bridge", "bridge", 1, ("gluteus_maximus",))


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def now() -> datetime:
    return at(3600)


def planned_set(n: int, exercise: ExerciseRef = CLAM, side: Side = Side.LEFT) -> SetRecord:
    return SetRecord(
        n=n, exercise=exercise, step=n, round=1, set=1, side=side, planned=Planned(reps=10)
    )


def done_set(
    n: int,
    exercise: ExerciseRef = CLAM,
    side: Side = Side.LEFT,
    *,
    reps: int = 10,
    started_s: float | None = None,
    attempt: int = 1,
) -> SetRecord:
    return SetRecord(
        n=n,
        exercise=exercise,
        step=n,
        round=1,
        set=1,
        side=side,
        attempt=attempt,
        planned=Planned(reps=10),
        reps=reps,
        outcome=Outcome.DONE if reps == 10 else Outcome.PARTIAL,
        started_at=at(60.0 * n if started_s is None else started_s),
    )


def session(
    number: int = 1,
    *,
    sets: tuple[SetRecord, ...] | None = None,
    status: Status = Status.RUNNING,
    started_at: datetime = START,
    ended_at: datetime | None = None,
    speed: float = 1.0,
) -> Session:
    return Session(
        id=str(UUID(int=number)),
        status=status,
        speed=speed,
        routine=RoutineRef("example", "Example routine"),
        started_at=started_at,
        utc_offset_s=3600,
        ended_at=ended_at,
        sets=tuple(planned_set(n) for n in range(1, 5)) if sets is None else sets,
    )


_texts = st.text(max_size=12)
_names = st.text(string.ascii_lowercase, min_size=1, max_size=8)
_seconds = st.floats(0, 10_000, allow_nan=False)
_numbers = st.integers(1, 20)
_times = st.integers(0, 10**15).map(lambda micros: START + timedelta(microseconds=micros))
# One draw, and few moments, so that they meet.
_stamps = st.sampled_from((None, None, at(0), at(1), at(10**6)))
_exercises = st.builds(
    ExerciseRef, _names, _texts, _names, _numbers, st.lists(_names, max_size=3).map(tuple)
)
_planned = st.builds(
    Planned,
    st.none() | _numbers,
    st.none() | st.lists(_seconds, max_size=4).map(tuple),
    st.none() | _seconds,
)
_corrected = st.builds(Corrected, _numbers, st.none() | _seconds)
_records = st.builds(
    SetRecord,
    n=st.integers(1, 4),
    exercise=_exercises,
    step=_numbers,
    round=_numbers,
    set=_numbers,
    side=st.sampled_from(Side),
    attempt=st.integers(1, 2),
    planned=_planned,
    reps=st.none() | st.integers(0, 50),
    hold_s=st.none() | _seconds,
    corrected=st.none() | _corrected,
    swapped_from=st.none() | _names,
    outcome=st.sampled_from(Outcome),
    started_at=st.none() | _times,
    rating=st.none() | st.sampled_from(Rating),
    corrected_at=_stamps,
    rated_at=_stamps,
)


def _in_order(records: list[SetRecord]) -> tuple[SetRecord, ...]:
    return tuple(sorted(records, key=lambda record: (record.n, record.attempt)))


def sessions_with_id(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Session]:
    return st.builds(
        Session,
        id=ids,
        status=st.sampled_from(Status),
        speed=st.sampled_from((0.5, 1.0, 60.0)),
        routine=st.builds(RoutineRef, _names, _texts),
        started_at=_times,
        utc_offset_s=st.integers(-43_200, 50_400),
        schema=st.just(1),
        ended_at=st.none() | _times,
        edited_at=_stamps,
        deleted_at=_stamps,
        effort=st.none() | st.sampled_from((0.0, 0.5, 3.0, 10.0)),
        effort_at=_stamps,
        note=_texts,
        note_at=_stamps,
        pain_at=_stamps,
        after=st.none() | st.sampled_from(After),
        after_at=_stamps,
        pain=st.lists(
            st.builds(Pain, st.sampled_from(Place), st.sampled_from(Side), st.integers(0, 10)),
            max_size=3,
        ).map(tuple),
        signs=st.lists(st.sampled_from(Sign), max_size=2).map(tuple),
        pauses=st.lists(st.builds(Pause, _seconds, _seconds), max_size=3).map(tuple),
        sets=st.lists(_records, max_size=5, unique_by=lambda r: (r.n, r.attempt)).map(_in_order),
    ).map(settled)


any_session = sessions_with_id(st.uuids().map(str))


# --- whole histories, in which figures meet: few ids, few days, several time zones ---

_MIDNIGHT = datetime(2026, 3, 29, tzinfo=UTC)  # the night the clocks change in Europe
_near = st.one_of(
    st.integers(-30 * 86_400, 12 * 86_400).map(lambda s: _MIDNIGHT + timedelta(seconds=s)),
    st.integers(-2, 2).map(lambda us: _MIDNIGHT + timedelta(microseconds=us)),
    st.integers(-4, 4).map(lambda h: _MIDNIGHT + timedelta(hours=h)),
)
_offsets = st.sampled_from((0, 3600, 7200, -18_000, -14_400, 19_800, 50_400, -43_200))
_known = st.sampled_from(
    [
        ExerciseRef(f"{family}-{level}", f"{family} {level}{new}", family, level, muscles)
        for family, muscles in (("clam", ("outer", "deep")), ("bridge", ("back", "outer", "outer")))
        for level in (1, 2)
        for new in ("", " renamed")
    ]
)
_done_records = st.builds(
    SetRecord,
    n=st.integers(1, 4),
    exercise=_known,
    step=st.integers(1, 2),
    round=st.just(1),
    set=st.integers(1, 2),
    side=st.sampled_from(Side),
    attempt=st.integers(1, 3),
    planned=st.builds(Planned, st.none() | _numbers, st.none(), st.none() | _seconds),
    reps=st.none() | st.integers(0, 12),
    hold_s=st.none() | st.sampled_from((0.0, 4.5, 30.0, 29.999)),
    corrected=st.none()
    | st.builds(Corrected, st.integers(0, 12), st.none())
    | st.builds(Corrected, st.none(), st.sampled_from((0.0, 12.25))),
    outcome=st.sampled_from(Outcome),
    started_at=st.none() | _near,
    rating=st.none() | st.sampled_from(Rating),
)


@st.composite
def counted_sessions(draw: st.DrawFn, ids: st.SearchStrategy[str]) -> Session:
    started_at = draw(_near)
    length_s = st.floats(0, 4000, allow_nan=False)
    seen = draw(st.lists(_done_records, max_size=6, unique_by=lambda r: (r.n, r.attempt)))
    return Session(
        id=draw(ids),
        status=draw(st.sampled_from(Status)),
        speed=draw(st.sampled_from((1.0, 1.0, 1.0, 60.0))),
        routine=draw(st.sampled_from((RoutineRef("a", "Alpha"), RoutineRef("b", "Bravo")))),
        started_at=started_at,
        utc_offset_s=draw(_offsets),
        ended_at=draw(st.none() | length_s.map(lambda s: started_at + timedelta(seconds=s))),
        edited_at=draw(st.none() | _near),
        deleted_at=draw(st.none() | st.none() | _near),
        effort=draw(st.none() | st.sampled_from((0.0, 0.5, 3.0, 10.0))),
        note=draw(st.sampled_from(("", "Café", "무릎이 좋다", "first\nsecond", "🏃‍♀️ quick"))),
        pain=draw(
            st.lists(
                st.builds(Pain, st.sampled_from(Place), st.sampled_from(Side), st.integers(0, 10)),
                max_size=2,
            ).map(tuple)
        ),
        pauses=draw(st.lists(st.builds(Pause, length_s, st.floats(0, 900)), max_size=2).map(tuple)),
        sets=_in_order(seen),
    )


any_history = st.lists(counted_sessions(st.uuids().map(str)), max_size=8)
