"""Make the sample history in `sessions/sample`: twelve weeks of one runner, a file a session.

`make sample` runs it. The same comes out every time: dates are fixed, chance has a seed; only
the catalogue of exercises may change what comes out.
"""

import random
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
from msgspec.structs import replace

from hiptimer import resources
from hiptimer.history.interchange import session_to_json
from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.event import Outcome
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.session import (
    After,
    Corrected,
    Pain,
    Pause,
    Place,
    Rating,
    RoutineRef,
    Session,
    SetRecord,
    Sign,
    Status,
)
from hiptimer.model.side import Side
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.record import planned_sets

SEED = 20261114
FIRST_MONDAY = datetime(2026, 8, 24, tzinfo=UTC)
_GAP_S = 11.0


class Told(msgspec.Struct, frozen=True):
    """What is special about one day; the rest is ordinary."""

    note: str = ""
    effort: float | None = None
    pain: tuple[Pain, ...] = ()
    signs: tuple[Sign, ...] = ()
    after: After | None = None
    stops_after: int | None = None
    status: Status = Status.COMPLETE
    corrected: Mapping[int, Corrected] = {}
    goes_back_to: int | None = None
    pause: Pause | None = None
    swapped_from: str | None = None
    is_deleted: bool = False
    speed: float = 1.0


class Day(msgspec.Struct, frozen=True):
    """`day` counts from the first Monday, `hour` is the person's own clock, `ahead_h` of UTC."""

    day: int
    hour: float
    ahead_h: int
    routine: str
    told: Told = Told()


_RUN, _FLOW, _STRETCH, _SHORT = (
    "pre-run-activation",
    "hip-flow",
    "tight-hip-stretches",
    "two-minute-primer",
)
_KNEE = Pain(Place.KNEE, Side.LEFT, 2)

# Two weeks are missed: the fourth (work) and the eighth (a cold). In the seventh the runner is in
# Seoul; clocks in Europe go back on the Sunday of the ninth, day 62.
DAYS = (
    Day(0, 6.6, 2, _SHORT, Told("First try. Short, but done.", 1.0)),
    Day(1, 6.5, 2, _RUN, Told("Wobbly on the left", 4.0)),
    Day(3, 6.7, 2, _RUN, Told(stops_after=5, status=Status.STOPPED, effort=3.0)),
    Day(5, 8.2, 2, _RUN, Told("Long run after it: legs felt awake", 3.0)),
    Day(7, 6.5, 2, _RUN, Told(effort=3.0)),
    Day(9, 6.6, 2, _RUN, Told(corrected={3: Corrected(reps=8), 4: Corrected(reps=8)})),
    Day(9, 20.5, 2, _FLOW, Told("Evening, quiet")),
    Day(12, 8.9, 2, _RUN, Told(effort=2.0, pause=Pause(95.0, 42.5))),
    Day(14, 6.4, 2, _RUN, Told("Café first, then this.\nThen 8 km.", 2.0)),
    Day(16, 6.6, 2, _RUN, Told(goes_back_to=4, effort=3.0)),
    Day(17, 6.5, 2, _RUN, Told("Started by mistake", is_deleted=True, stops_after=1)),
    Day(19, 8.0, 2, _RUN, Told(effort=2.0)),
    Day(20, 19.0, 2, _STRETCH),
    Day(28, 6.5, 2, _RUN, Told("Back after a busy week", 4.0, after=After.FINE)),
    Day(30, 6.6, 2, _RUN, Told(pain=(_KNEE,), effort=4.0, after=After.SORE)),
    Day(31, 21.0, 2, _STRETCH, Told("À refaire — felt good")),
    Day(33, 8.5, 2, _RUN, Told(effort=3.0)),
    Day(35, 6.5, 2, _RUN, Told("Harder clamshells today", 5.0)),
    Day(37, 6.7, 2, _RUN, Told(effort=4.0, corrected={2: Corrected(hold_s=24.0)})),
    Day(38, 20.4, 2, _FLOW),
    Day(40, 8.1, 2, _RUN, Told(effort=3.0)),
    Day(42, 6.5, 9, _RUN, Told("호텔 방에서. 한강까지 달렸다 🏃‍♀️", 3.0)),
    Day(44, 6.2, 9, _RUN, Told("Jet lag, slow", 5.0, pause=Pause(61.25, 128.0))),
    Day(46, 23.9, 9, _STRETCH, Told("Past midnight by the end")),
    Day(47, 7.5, 9, _RUN, Told(effort=2.0)),
    Day(56, 6.8, 2, _SHORT, Told("After a cold: easy does it", 2.0)),
    Day(58, 6.6, 2, _RUN, Told(stops_after=6, status=Status.INTERRUPTED)),
    Day(59, 6.6, 2, _RUN, Told(speed=60.0, note="Only looking how it goes")),
    Day(61, 8.3, 2, _RUN, Told(effort=3.0)),
    Day(62, 2.75, 2, _STRETCH, Told("Could not sleep. The clock went back meanwhile")),
    Day(63, 6.5, 1, _RUN, Told("Dark mornings now 🌒", 3.0)),
    Day(65, 6.5, 1, _RUN, Told(effort=3.0, swapped_from="clam-raised")),
    Day(66, 20.0, 1, _FLOW, Told(effort=2.0)),
    Day(68, 8.4, 1, _RUN, Told(effort=3.0)),
    Day(70, 6.5, 1, _RUN, Told(effort=3.0, goes_back_to=6)),
    Day(
        72,
        6.6,
        1,
        _RUN,
        Told(
            "Pinching in front of the hip.\nNo run today, walked instead.",
            5.0,
            pain=(Pain(Place.FRONT_OF_HIP, Side.RIGHT, 3),),
            signs=(Sign.LIMPING,),
            after=After.HURT,
            stops_after=4,
            status=Status.STOPPED,
        ),
    ),
    Day(74, 19.5, 1, _STRETCH, Told("Better")),
    Day(75, 9.0, 1, _RUN, Told(pain=(Pain(Place.FRONT_OF_HIP, Side.RIGHT, 1),), effort=3.0)),
    Day(77, 6.5, 1, _RUN, Told("All fine again", 2.0, after=After.FINE)),
    Day(79, 6.5, 1, _RUN, Told(effort=3.0)),
    Day(80, 20.2, 1, _FLOW),
    Day(82, 8.3, 1, _RUN, Told("Left and right the same. Zoë joined 🎉", 2.0)),
)

# What the clamshell of the routine is from which day on.
_CLAMS = ((0, "clam-basic"), (28, "clam-high"), (63, "clam-raised"))


def sample(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Names of files and what is in them."""
    chance = random.Random(SEED)
    for day in DAYS:
        session = _session(day, catalogue, chance)
        local = session.started_at + timedelta(seconds=session.utc_offset_s)
        yield f"{local:%Y-%m-%d}-{session.id[:8]}.json", session_to_json(session)


def _session(day: Day, catalogue: Catalogue, chance: random.Random) -> Session:
    told = day.told
    started_at = FIRST_MONDAY + timedelta(
        days=day.day, hours=day.hour - day.ahead_h, seconds=int(chance.random() * 900)
    )
    sets = _performed(_planned(day, catalogue), day, started_at, chance)
    last = max(one.started_at or started_at for one in sets)
    ended_at = last + timedelta(seconds=34 + int(chance.random() * 20))
    is_told = bool(told.note or told.effort or told.pain or told.corrected)
    told_at = ended_at + timedelta(seconds=50)
    morning_after = told_at + timedelta(hours=23)
    routine = catalogue.routines[day.routine]
    return Session(
        id=str(UUID(int=chance.getrandbits(128), version=4)),
        status=told.status,
        speed=told.speed,
        routine=RoutineRef(routine.id, routine.name),
        started_at=started_at,
        utc_offset_s=day.ahead_h * 3600,
        ended_at=ended_at,
        edited_at=morning_after if told.after else told_at if is_told else None,
        deleted_at=ended_at + timedelta(seconds=90) if told.is_deleted else None,
        effort=told.effort,
        effort_at=None if told.effort is None else told_at,
        note=told.note,
        note_at=told_at if told.note else None,
        pain=told.pain,
        signs=told.signs,
        pain_at=told_at if told.pain or told.signs else None,
        after=told.after,
        after_at=None if told.after is None else morning_after,
        pauses=() if told.pause is None else (told.pause,),
        sets=sets,
    )


def _planned(day: Day, catalogue: Catalogue) -> tuple[SetRecord, ...]:
    """The routine as it was planned that day, with the clamshell of that time."""
    routine = catalogue.routines[day.routine]
    [*_, clam] = [id_ for since, id_ in _CLAMS if since <= day.day]
    if day.told.swapped_from is not None:
        clam = "clam-basic"
    for number, step in enumerate(routine.steps):
        if step.exercise == "clam-basic" and clam != step.exercise:
            routine = routine.with_exercise(number, catalogue.exercises[clam])
    # The side that goes first changes from one time to the next.
    first = Side.LEFT if day.day % 2 else Side.RIGHT
    sides = {step.exercise: first for step in routine.steps}
    timeline = lay_out(routine, catalogue.exercises, Timing(Gaps(), PhraseTable(), {}), sides)
    return planned_sets(timeline)


def _performed(
    planned: tuple[SetRecord, ...], day: Day, started_at: datetime, chance: random.Random
) -> tuple[SetRecord, ...]:
    told = day.told
    sets: list[SetRecord] = []
    at_s = _GAP_S
    for record in planned:
        if told.stops_after is not None and record.n > told.stops_after:
            sets.append(record)
            continue
        if told.pause is not None and sets and at_s >= told.pause.at_s > at_s - 60:
            at_s += told.pause.for_s
        done = _done(record, day, started_at + timedelta(seconds=round(at_s, 1)), chance)
        if record.n == told.goes_back_to:
            sets.append(_broken_off(done))
            at_s += _GAP_S
            again = started_at + timedelta(seconds=round(at_s, 1))
            done = replace(done, attempt=2, started_at=again)
        sets.append(done)
        at_s += _seconds(record) / told.speed + _GAP_S + round(3 * chance.random(), 1)
    return tuple(sets)


def _done(record: SetRecord, day: Day, at: datetime, chance: random.Random) -> SetRecord:
    """The set as it went: the left side is weaker at first, and catches up over the weeks."""
    told, planned = day.told, record.planned
    is_short = record.n == told.stops_after
    is_weak = record.side is Side.LEFT and chance.random() < 0.5 - day.day / 120
    missing = 4 if is_short else 2 if is_weak else 0
    reps = None if planned.reps is None else max(1, planned.reps - missing)
    hold_s = None if planned.hold_s is None else round(planned.hold_s * (1 - missing / 10), 1)
    is_swapped = told.swapped_from is not None and record.exercise.family == "clamshell"
    return replace(
        record,
        reps=reps,
        hold_s=hold_s,
        corrected=told.corrected.get(record.n),
        swapped_from=told.swapped_from if is_swapped else None,
        outcome=Outcome.PARTIAL if missing else Outcome.DONE,
        started_at=at,
        rating=_rating(record, day),
    )


def _rating(record: SetRecord, day: Day) -> Rating | None:
    """Said about every other session, and of new exercises that they are too much."""
    if day.day % 2 == 0 or day.told.effort is None:
        return None
    since = max(since for since, _ in _CLAMS if since <= day.day)
    if record.exercise.family == "clamshell" and day.day - since < 8:
        return Rating.TOO_MUCH
    return Rating.EASY if record.exercise.level == 1 and day.day > 30 else Rating.RIGHT


def _broken_off(done: SetRecord) -> SetRecord:
    reps = None if done.reps is None else 2
    hold_s = None if done.hold_s is None else 5.0
    return replace(done, reps=reps, hold_s=hold_s, outcome=Outcome.PARTIAL, corrected=None)


def _seconds(record: SetRecord) -> float:
    planned = record.planned
    if planned.reps is not None and planned.tempo_s is not None:
        return planned.reps * sum(planned.tempo_s)
    return planned.hold_s or 0.0


def shipped_catalogue() -> Catalogue:
    return read_catalogue(resources.assets(), own=None)


def main() -> None:
    folder = resources.sessions() / "sample"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    count = 0
    for name, data in sample(shipped_catalogue()):
        (folder / name).write_bytes(data)
        count += 1
    sys.stdout.write(f"{count} sessions in {folder}\n")


if __name__ == "__main__":
    main()
