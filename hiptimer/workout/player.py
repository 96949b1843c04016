"""The player: told the time, it says what happened since the last look and where we are.

It never sleeps and knows no screen and no sound. `now` is any clock that never goes back, in
seconds. Late, early, merged or repeated looks change nothing: what is due follows from the
timeline alone.
"""

from collections.abc import Mapping

from hiptimer.model.event import Event, Finished, Paused, Resumed, SegmentStarted, Started
from hiptimer.model.exercise import PhaseKind
from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Beat, Segment, SegmentKind, Timeline
from hiptimer.workout.attempt import Attempt
from hiptimer.workout.edits import (
    halved,
    with_longer_gap,
    with_longer_hold,
    with_pace,
    with_reps,
)
from hiptimer.workout.going_on import place_to_go_on

MORE_S = 10.0
PACE_STEP = 0.05
SLOWEST, FASTEST = 0.75, 1.5


class PlayerError(Exception):
    """A command that the player's state forbids."""


class Player:
    """One workout. States: ready, running and paused in turn, done.

    Every command takes the time, first catches up to it, and returns all events since the last
    look. If catching up ends the workout the command is moot and does nothing more.
    """

    def __init__(
        self, timeline: Timeline, gaps: Gaps, paces: Mapping[str, float] | None = None
    ) -> None:
        if not timeline.segments:
            raise PlayerError("There is nothing to do in this routine.")
        self._timeline = timeline
        self._gaps = gaps
        self._paces = dict(paces or {})
        self._state = PlayState.READY
        self._index = 0
        self._position = 0.0  # on the timeline; valid while not running
        self._origin = 0.0  # the instant at which the timeline's 0 lies; valid while running
        self._goes_on_at = 0.0  # running, but standing still until then
        self._paused_at = 0.0
        self._commanded_at = float("-inf")
        self._seen = float("-inf")
        self._begun: dict[int, int] = {}  # attempts so far by the number of the set
        self._attempt = Attempt(1)

    @property
    def state(self) -> PlayState:
        return self._state

    @property
    def timeline(self) -> Timeline:
        return self._timeline

    @property
    def index(self) -> int:
        return self._index

    @property
    def segment(self) -> Segment:
        return self._timeline.segments[self._index]

    @property
    def paces(self) -> Mapping[str, float]:
        """Pace by exercise id, as changed so far."""
        return dict(self._paces)

    @property
    def pace(self) -> float:
        return self._paces.get(self.segment.exercise.id, 1.0)

    def starts_at(self, index: int) -> float:
        """The instant at which segment `index` begins if nothing is pressed; only while running."""
        return self._origin + self._timeline.segments[index].start

    # --- looking ---

    def advance(self, now: float) -> tuple[Event, ...]:
        """The events since the last look, in order, each with the instant at which it was due."""
        self._seen = now = max(now, self._seen)
        events: list[Event] = []
        while self._state is PlayState.RUNNING:
            # start + seconds may round to a hair past the end, where the next segment begins.
            due = min(self.segment.start + self._attempt.next_due(self.segment), self.segment.end)
            if due > self._position_at(now):
                break
            # What a command cut short may lie a rounding before the command, or past this look.
            at = max(self._origin + due, self._commanded_at)
            events += self._happen(min(at, now))
        return tuple(events)

    def moment(self, now: float) -> Moment:
        """Where we are. It changes nothing: call `advance` first."""
        now = max(now, self._seen)
        segment = self.segment
        running = self._state is PlayState.RUNNING
        place = min(max(self._position_at(now), segment.start), segment.end)
        inside = place - segment.start
        beat = segment.beat_at(inside)
        resuming_s = max(0.0, self._goes_on_at - now) if running else 0.0
        return Moment(
            state=self._state,
            index=self._index,
            segment=segment,
            position=inside,
            resuming_s=resuming_s,
            beat=beat,
            fraction=min(1.0, (inside - beat.start) / beat.seconds) if beat else 0.0,
            left_s=_left(segment, beat, inside),
            total_left_s=self._timeline.seconds - place + resuming_s,
            pace=self.pace,
            attempt=self._attempt.number,
        )

    # --- commands ---

    def start(self, now: float) -> tuple[Event, ...]:
        self._allow(PlayState.READY)
        self._seen = now = max(now, self._seen)
        self._state = PlayState.RUNNING
        self._origin = now
        self._goes_on_at = now
        return (Started(now), *self._begin(0, now))

    def pause(self, now: float) -> tuple[Event, ...]:
        self._allow(PlayState.RUNNING)
        events = self.advance(now)
        if self._state is PlayState.DONE:
            return events
        self._position = self._position_at(self._seen)
        self._paused_at = self._commanded_at = self._seen
        self._state = PlayState.PAUSED
        return (*events, Paused(self._seen))

    def resume(self, now: float) -> tuple[Event, ...]:
        self._allow(PlayState.PAUSED)
        self._seen = self._commanded_at = now = max(now, self._seen)
        going_on = place_to_go_on(
            self._timeline, self._index, self._inside(now), self._attempt.reps, self._gaps
        )
        self._timeline = going_on.timeline
        self._position = self.segment.start + going_on.inside
        self._state = PlayState.RUNNING
        self._go_on(now, going_on.countdown_s)
        return (Resumed(now, going_on.countdown_s, now - self._paused_at),)

    def skip(self, now: float) -> tuple[Event, ...]:
        """End this segment here; the rest of it is skipped."""
        events = self._catch_up(now)
        if self._state is PlayState.DONE:
            return events
        return (*events, *self._cut(self._seen), *self._next(self._seen))

    def stopped_here(self, now: float) -> tuple[Event, ...]:
        """End this set with what was done of it; in a rest or get-ready nothing happens."""
        events = self._catch_up(now)
        if self._state is PlayState.DONE or self.segment.kind is not SegmentKind.WORK:
            return events
        return (*events, *self.skip(now))

    def back(self, now: float) -> tuple[Event, ...]:
        """To the get-ready of the set in hand, or from a get-ready to that of the set before."""
        events = self._catch_up(now)
        if self._state is PlayState.DONE:
            return events
        was_work = self.segment.kind is SegmentKind.WORK
        cut = self._cut(self._seen)
        n = self.segment.n if was_work else max(1, self.segment.n - 1)
        return (*events, *cut, *self._jump(self._get_ready_of(n), self._seen))

    def more(self, now: float) -> tuple[Event, ...]:
        """10 s more of a hold, rest or get-ready; one rep more in a set."""
        events = self._catch_up(now)
        if self._state is PlayState.DONE:
            return events
        segment = self.segment
        if segment.kind is not SegmentKind.WORK:
            longer = with_longer_gap(segment, MORE_S)
        elif segment.reps is not None:
            longer = with_reps(segment, segment.reps + 1, segment.reps, self.pace)
        elif not self._attempt.hold_ended:
            longer = with_longer_hold(segment, MORE_S)
        else:
            return events
        self._timeline = self._timeline.with_segment(self._index, longer)
        return events

    def halve(self, now: float) -> tuple[Event, ...]:
        """Half the reps or seconds of the set in hand and of its other side still to come."""
        events = self._catch_up(now)
        if self._state is PlayState.DONE:
            return events
        inside = self._inside(self._seen)
        self._timeline = halved(self._timeline, self._index, self._attempt.reps, inside)
        return events

    def slower(self, now: float) -> tuple[Event, ...]:
        return self._change_pace(now, -PACE_STEP)

    def faster(self, now: float) -> tuple[Event, ...]:
        return self._change_pace(now, PACE_STEP)

    def replace(self, timeline: Timeline) -> tuple[Event, ...]:
        """At the last look, end this segment and go on in `timeline` after the same segment.

        `timeline` must be the same up to and with the segment in hand; else PlayerError.
        """
        self._allow(PlayState.RUNNING, PlayState.PAUSED)
        upto = self._index + 1
        if timeline.segments[:upto] != self._timeline.segments[:upto]:
            raise PlayerError("The new timeline does not begin with what was done.")
        cut = self._cut(self._seen)
        self._timeline = timeline
        return (*cut, *self._next(self._seen))

    def stop(self, now: float) -> tuple[Event, ...]:
        """End the workout here; what was done stays."""
        events = self._catch_up(now) if self._state is not PlayState.READY else ()
        if self._state is PlayState.DONE:
            return events
        cut = self._cut(self._seen) if self._state is not PlayState.READY else ()
        self._seen = max(now, self._seen)
        paused_s = self._seen - self._paused_at if self._state is PlayState.PAUSED else 0.0
        self._position = self.segment.start
        self._state = PlayState.DONE
        return (*events, *cut, Finished(self._seen, stopped=True, paused_s=paused_s))

    # --- inside ---

    def _allow(self, *states: PlayState) -> None:
        if self._state not in states:
            raise PlayerError(f"This cannot be done while the workout is {self._state.value}.")

    def _catch_up(self, now: float) -> tuple[Event, ...]:
        self._allow(PlayState.RUNNING, PlayState.PAUSED)
        events = self.advance(now)
        self._commanded_at = self._seen
        return events

    def _position_at(self, now: float) -> float:
        if self._state is not PlayState.RUNNING:
            return self._position
        return max(now, self._goes_on_at) - self._origin

    def _go_on(self, now: float, countdown_s: float) -> None:
        self._goes_on_at = now + countdown_s
        self._origin = self._goes_on_at - self._position

    def _inside(self, now: float) -> float:
        return self._position_at(now) - self.segment.start

    def _happen(self, at: float) -> tuple[Event, ...]:
        event = self._attempt.come_due(self.segment, at)
        if event is not None:
            return (event,)
        return (self._attempt.end(self.segment, at), *self._next(at, jumped=False))

    def _begin(self, index: int, at: float) -> tuple[Event, ...]:
        self._index = index
        segment = self.segment
        begun = self._begun.get(segment.n, 0)
        if segment.kind is SegmentKind.WORK:
            begun = self._begun[segment.n] = begun + 1
        self._attempt = Attempt(max(1, begun))
        return (SegmentStarted(at, segment, self._attempt.number),)

    def _next(self, at: float, *, jumped: bool = True) -> tuple[Event, ...]:
        if self._index + 1 == len(self._timeline.segments):
            self._position = self._timeline.seconds
            self._state = PlayState.DONE
            return (Finished(at, stopped=False),)
        if jumped:
            return self._jump(self._index + 1, at)
        return self._begin(self._index + 1, at)

    def _jump(self, index: int, at: float) -> tuple[Event, ...]:
        self._position = self._timeline.segments[index].start
        if self._state is PlayState.RUNNING:
            self._go_on(at, 0.0)
        return self._begin(index, at)

    def _cut(self, at: float) -> tuple[Event, ...]:
        return self._attempt.cut(self.segment, at, self._inside(at))

    def _change_pace(self, now: float, by: float) -> tuple[Event, ...]:
        events = self._catch_up(now)
        if self._state is PlayState.DONE:
            return events
        pace = round(min(FASTEST, max(SLOWEST, self.pace + by)), 2)
        self._paces[self.segment.exercise.id] = pace
        rep = self._attempt.reps + 1 if self.segment.kind is SegmentKind.WORK else 0
        self._timeline = with_pace(self._timeline, self._index, rep, pace)
        return events

    def _get_ready_of(self, n: int) -> int:
        return next(
            i
            for i, s in reversed(tuple(enumerate(self._timeline.segments)))
            if s.n == n and s.kind is SegmentKind.GET_READY
        )


def _left(segment: Segment, beat: Beat | None, inside: float) -> float:
    if beat is not None and segment.hold_s is not None and beat.kind is PhaseKind.HOLD:
        return beat.end - inside
    return segment.seconds - inside
