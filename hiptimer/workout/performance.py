"""One performance of a routine: the player joined to its record on disk and to its sound.

Window and terminal drive the same object: they look often, pass on what the person wishes, and
show the moment. What is done reaches the journal before it reaches them.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Protocol

import msgspec
from msgspec.structs import replace

from hiptimer.model.event import Event, Finished, Paused, Resumed
from hiptimer.model.exercise import Exercise
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.routine import Routine
from hiptimer.model.session import Pause, RoutineRef, Session, SetRecord, Status
from hiptimer.model.timeline import Timeline
from hiptimer.workout.layout import Timing
from hiptimer.workout.my_pace import PRESSES_APART_S
from hiptimer.workout.player import Player, PlayerError
from hiptimer.workout.record import Record, planned_sets
from hiptimer.workout.sounding import Sounding, Speaker
from hiptimer.workout.suiting import easier_than
from hiptimer.workout.swap import with_exercise


class Journal(Protocol):
    """Where the record goes; see the history room."""

    def begin(self, session: Session) -> None: ...
    def save_set(self, session_id: str, record: SetRecord) -> None: ...
    def replace_plan(self, session_id: str, records: tuple[SetRecord, ...]) -> None: ...
    def save_pause(self, session_id: str, pause: Pause) -> None: ...
    def finish(self, session_id: str, status: Status, ended_at: datetime) -> None: ...


class World(msgspec.Struct, frozen=True, kw_only=True):
    """What a performance needs from outside.

    `clock` gives the workout's seconds, which never go back and pass `speed` times as fast as
    real ones; `wall` the time of day in UTC, which nobody sets meanwhile. `slept` says how many
    real seconds `clock` has missed in a suspend since it was last asked, None without a suspend.
    """

    clock: Callable[[], float]
    wall: Callable[[], datetime]
    utc_offset_s: int
    slept: Callable[[], float | None]
    speed: float = 1.0


class Performance:
    """Commands are as in the player; each also reaches the record and the sound.

    The exercises of the ids `unfit` are passed over on the way to an easier one.
    """

    def __init__(
        self,
        routine: Routine,
        timeline: Timeline,
        exercises: Mapping[str, Exercise],
        timing: Timing,
        *,
        session_id: str,
        world: World,
        journal: Journal,
        speaker: Speaker,
        my_pace: bool = False,
        unfit: Collection[str] = (),
    ) -> None:
        self._routine = routine
        self._exercises = exercises
        self._unfit = unfit
        self._timing = timing
        self._id = session_id
        self._world = world
        self._journal = journal
        self._player = Player(timeline, timing.gaps, timing.paces, my_pace=my_pace)
        self._sounding = Sounding(self._player, timing.speech, speaker)
        self._record = Record(timeline, self._to_utc)
        self._session: Session | None = None
        self._started_at = 0.0
        self._looked_at = 0.0
        # Real seconds that the clock has missed: in all, and before the pause there is.
        self._missed_s = 0.0
        self._missed_before_s = 0.0
        self._pressed_at = float("-inf")

    @property
    def session_id(self) -> str:
        return self._id

    @property
    def routine(self) -> Routine:
        return self._routine

    @property
    def timeline(self) -> Timeline:
        return self._player.timeline

    @property
    def state(self) -> PlayState:
        return self._player.state

    @property
    def paces(self) -> Mapping[str, float]:
        return self._player.paces

    @property
    def my_pace(self) -> bool:
        """Whether reps wait for the person."""
        return self._player.my_pace

    @property
    def speed(self) -> float:
        return self._world.speed

    @property
    def session(self) -> Session:
        """The session as it stands, with every set. Raises PlayerError before the start."""
        if self._session is None:
            raise PlayerError("This workout has not begun.")
        return replace(self._session, sets=self._record.sets)

    @property
    def has_easier(self) -> bool:
        return self._easier is not None

    @property
    def _easier(self) -> Exercise | None:
        return easier_than(self._player.segment.exercise, self._exercises, self._unfit)

    def moment(self) -> Moment:
        return self._player.moment(self._world.clock())

    # --- time passes ---

    def start(self) -> tuple[Event, ...]:
        now = self._world.clock()
        self._started_at = self._looked_at = now
        self._world.slept()  # sleep before the start is nobody's business
        self._session = self._planned_session(now)
        self._journal.begin(self._session)
        return self._take(self._player.start(now))

    def look(self) -> tuple[Event, ...]:
        """What happened since the last look. A suspend in between pauses at the last look."""
        missed_s = self._world.slept()
        if missed_s is not None and self.state is PlayState.RUNNING:
            self._sounding.quieten()
            events = self._take(self._player.pause(self._looked_at))
            self._missed_s += missed_s
            return events
        self._missed_s += missed_s or 0.0
        self._looked_at = self._world.clock()
        return self._take(self._player.advance(self._looked_at))

    # --- what the person wishes ---

    def press(self) -> tuple[Event, ...]:
        """What Space and a click mean: the next rep at my pace, elsewhere pause or go on."""
        return self._press(self.toggle_pause)

    def onward(self) -> tuple[Event, ...]:
        """What a presenter's forward key means: the next rep at my pace, elsewhere skip."""
        return self._press(self.skip)

    def toggle_pause(self) -> tuple[Event, ...]:
        paused = self.state is PlayState.PAUSED
        return self._wish(self._player.resume if paused else self._player.pause)

    def skip(self) -> tuple[Event, ...]:
        return self._wish(self._player.skip, jumps=True)

    def back(self) -> tuple[Event, ...]:
        return self._wish(self._player.back, jumps=True)

    def more(self) -> tuple[Event, ...]:
        return self._wish(self._player.more)

    def stopped_here(self) -> tuple[Event, ...]:
        return self._wish(self._player.stopped_here)

    def slower(self) -> tuple[Event, ...]:
        return self._wish(self._player.slower)

    def faster(self) -> tuple[Event, ...]:
        return self._wish(self._player.faster)

    def toggle_my_pace(self) -> tuple[Event, ...]:
        """Let reps wait for the person, or no longer."""
        events = self.look()
        if self.state is PlayState.DONE:
            return events
        self._sounding.quieten()
        told = self._player.set_my_pace(not self.my_pace, self._looked_at)
        self._sounding.end_sets(told)
        return (*events, *self._take(told))

    def halve(self) -> tuple[Event, ...]:
        return self._wish(self._player.halve)

    def easier(self) -> tuple[Event, ...]:
        """Put the easier exercise in; without one nothing happens."""
        events = self.look()
        easier = self._easier
        return events if easier is None else (*events, *self.swap(easier.id))

    def swap(self, exercise_id: str) -> tuple[Event, ...]:
        """Put another exercise in the place of the one in hand, at its own dose.

        Nothing happens for the one in hand itself, and for one that is not known.
        """
        events = self.look()
        exercise, player = self._exercises.get(exercise_id), self._player
        if self.state is PlayState.DONE or exercise in (None, player.segment.exercise):
            return events
        timing = replace(self._timing, paces=player.paces)
        timeline = with_exercise(player.timeline, player.index, exercise, timing, player.begun_n)
        self._sounding.quieten()
        events = (*events, *self._take(player.replace(timeline)))
        self._journal.replace_plan(self._id, self._record.replan(timeline))
        return events

    def stop(self) -> tuple[Event, ...]:
        """Stop and keep what was done."""
        return self._wish(self._player.stop)

    def _press(self, elsewhere: Callable[[], tuple[Event, ...]]) -> tuple[Event, ...]:
        """The next rep at my pace. A bounce of the finger that ended a set means nothing after."""
        events = self.look()
        if self._looked_at - self._pressed_at < PRESSES_APART_S:
            return events
        if not self._player.moment(self._looked_at).is_paced_by_person:
            return (*events, *elsewhere()) if self.state is not PlayState.DONE else events
        if not self._player.hears_next_rep(self._looked_at):
            return events
        self._pressed_at = self._looked_at
        self._sounding.quieten()
        told = self._player.next_rep(self._looked_at)
        self._sounding.end_sets(told)
        return (*events, *self._take(told))

    def _wish(
        self, command: Callable[[float], tuple[Event, ...]], *, jumps: bool = False
    ) -> tuple[Event, ...]:
        events = self.look()
        if self.state is PlayState.DONE:
            return events
        self._sounding.quieten()
        told = command(self._world.clock())
        if jumps:
            self._sounding.begins_at_once()
        return (*events, *self._take(told))

    # --- the record ---

    def _planned_session(self, now: float) -> Session:
        return Session(
            id=self._id,
            status=Status.RUNNING,
            speed=self._world.speed,
            routine=RoutineRef(self._routine.id, self._routine.name),
            started_at=self._to_utc(now),
            utc_offset_s=self._world.utc_offset_s,
            sets=planned_sets(self.timeline),
        )

    def _take(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        for event in events:
            changed = self._record.apply(event)
            if changed is not None:
                self._journal.save_set(self._id, changed)
            if isinstance(event, Paused):
                self._missed_before_s = self._missed_s
            if isinstance(event, Resumed):
                self._keep_pause(event.at, event.for_s)
            if isinstance(event, Finished):
                self._finish(event)
        self._sounding.follow(events, self._looked_at)
        return events

    def _keep_pause(self, ended_at: float, for_s: float) -> None:
        began, speed = ended_at - for_s - self._started_at, self._world.speed
        missed_s = self._missed_s - self._missed_before_s
        at_s = began / speed + self._missed_before_s
        pause = Pause(round(at_s, 1), round(for_s / speed + missed_s, 1))
        self._journal.save_pause(self._id, pause)
        self._session = replace(self.session, pauses=(*self.session.pauses, pause))

    def _finish(self, finished: Finished) -> None:
        if finished.paused_s > 0:
            self._keep_pause(finished.at, finished.paused_s)
        done = self.session.total_reps or self.session.total_hold_s
        # Skipped from the first set to the last it is over, but nobody would call it complete.
        status = Status.COMPLETE if done and not finished.stopped else Status.STOPPED
        ended_at = self._to_utc(finished.at)
        self._journal.finish(self._id, status, ended_at)
        self._session = replace(self.session, status=status, ended_at=ended_at)

    def _to_utc(self, at: float) -> datetime:
        ago = (self._world.clock() - at) / self._world.speed
        return self._world.wall() - timedelta(seconds=ago)
