"""A performance with everything around it on paper: journal, loudspeaker and clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec
from examples import EXERCISES

from hiptimer.model.cue import Cue, Sound
from hiptimer.model.exercise import Exercise
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine, Step
from hiptimer.model.session import Pause, Session, SetRecord, Status
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.performance import Performance, World

START = datetime(2026, 3, 1, 6, 30, tzinfo=UTC)


@dataclass
class Paper:
    """A journal on paper: the session as a reader of it would have it."""

    session: Session | None = None
    sets: dict[tuple[int, int], SetRecord] = field(default_factory=dict)
    pauses: list[Pause] = field(default_factory=list)
    writes: int = 0

    def begin(self, session: Session) -> None:
        self.session = session
        self.sets = {(s.n, s.attempt): s for s in session.sets}

    def save_set(self, session_id: str, record: SetRecord) -> None:
        self.writes += 1
        self.sets[(record.n, record.attempt)] = record

    def replace_plan(self, session_id: str, records: tuple[SetRecord, ...]) -> None:
        begun = {key: s for key, s in self.sets.items() if s.started_at is not None}
        self.sets = {**begun, **{(s.n, s.attempt): s for s in records}}

    def save_pause(self, session_id: str, pause: Pause) -> None:
        self.pauses.append(pause)

    def finish(self, session_id: str, status: Status, ended_at: datetime) -> None:
        assert self.session is not None
        self.session = msgspec.structs.replace(self.session, status=status, ended_at=ended_at)


@dataclass
class Loudspeaker:
    """Remembers what would sound, as instants on the clock."""

    heard: list[tuple[float, Sound]] = field(default_factory=list)
    clock: "Clock | None" = None
    dozes: int = 0
    """How often it was told that what comes next may come late."""

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        self.heard += [(round(due + c.at - offset, 3), c.sound) for c in cues if c.at >= offset]

    def doze(self) -> None:
        self.dozes += 1

    def stop_all(self) -> None:
        assert self.clock is not None
        self.heard = [(at, tone) for at, tone in self.heard if at <= self.clock.now]


@dataclass
class Clock:
    now: float = 1000.0
    speed: float = 1.0
    asleep_s: float = 0.0
    missed_s: float | None = None

    def __call__(self) -> float:
        return self.now

    def wall(self) -> datetime:
        return START + timedelta(seconds=(self.now - 1000) / self.speed + self.asleep_s)

    def sleep(self, seconds: float) -> None:
        """The machine is suspended: the clock stands still."""
        self.asleep_s += seconds
        self.missed_s = seconds

    def slept(self) -> float | None:
        missed_s, self.missed_s = self.missed_s, None
        return missed_s


class Stage:
    """A performance with everything around it on paper."""

    def __init__(
        self,
        *steps: Step,
        speed: float = 1.0,
        phrases: PhraseTable | None = None,
        my_pace: bool = False,
    ) -> None:
        timing = Timing(Gaps(), phrases or PhraseTable(), {})
        routine = Routine(id="r", name="R", when="", steps=steps)
        self._set(routine, EXERCISES, timing, speed, my_pace=my_pace)

    @classmethod
    def of(
        cls, routine: Routine, known: Mapping[str, Exercise], timing: Timing, *, my_pace: bool
    ) -> "Stage":
        """A stage for any routine."""
        stage = cls.__new__(cls)
        stage._set(routine, known, timing, 1.0, my_pace=my_pace)
        return stage

    def _set(
        self,
        routine: Routine,
        known: Mapping[str, Exercise],
        timing: Timing,
        speed: float,
        *,
        my_pace: bool,
    ) -> None:
        self.clock = Clock(speed=speed)
        self.paper = Paper()
        self.speaker = Loudspeaker(clock=self.clock)
        self.show = Performance(
            routine,
            lay_out(routine, known, timing, {}),
            known,
            timing,
            session_id="id",
            world=World(
                clock=self.clock,
                wall=self.clock.wall,
                utc_offset_s=3600,
                slept=self.clock.slept,
                speed=speed,
            ),
            journal=self.paper,
            speaker=self.speaker,
            my_pace=my_pace,
        )

    def pass_time(self, seconds: float, step: float = 0.5) -> None:
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(end, self.clock.now + step)
            self.show.look()

    def done(self) -> list[tuple[object, ...]]:
        return [
            (s.exercise.id, s.side.value, s.attempt, s.reps, s.hold_s, s.outcome.value)
            for s in sorted(self.paper.sets.values(), key=lambda s: (s.n, s.attempt))
        ]
