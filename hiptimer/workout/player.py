"""The player: told the time, it says what happened since the last look and where we are.

It never sleeps and knows no screen and no sound. `now` is any clock that never goes back, in
seconds. Late, early, merged or repeated looks change nothing: what is due follows from the
timeline and the commands alone.
"""

from collections.abc import Mapping

from hiptimer.model.event import Event, Finished, Paused, Resumed, Started
from hiptimer.model.gaps import Gaps
from hiptimer.model.language import tr
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.workout.edits import halved, with_more, with_pace
from hiptimer.workout.going_back import get_ready_before
from hiptimer.workout.going_on import place_to_go_on
from hiptimer.workout.swap import kept_of, place_in_pause
from hiptimer.workout.under_way import UnderWay

PACE_STEP = 0.05
SLOWEST, FASTEST = 0.75, 1.5


class PlayerError(Exception):
    """A command that the player's state forbids."""


class Player:
    """One workout. States: ready, running and paused in turn, done.

    Every command takes the time, first catches up to it, and returns all events since the last
    look. If catching up ends the workout the command is moot and does nothing more.

    With `my_pace` each rep of a set waits at its end until `next_rep`; gaps, rests and holds go
    on by the clock as ever.
    """

    def __init__(
        self,
        timeline: Timeline,
        gaps: Gaps,
        paces: Mapping[str, float] | None = None,
        *,
        my_pace: bool = False,
    ) -> None:
        if not timeline.segments:
            raise PlayerError(tr("There is nothing to do in this routine."))
        self._gaps = gaps
        self._paces = dict(paces or {})
        self._run = UnderWay(timeline, my_pace=my_pace)

    @property
    def state(self) -> PlayState:
        return self._run.state

    @property
    def timeline(self) -> Timeline:
        return self._run.timeline

    @property
    def index(self) -> int:
        return self._run.index

    @property
    def segment(self) -> Segment:
        return self._run.segment

    @property
    def paces(self) -> Mapping[str, float]:
        """Pace by exercise id, as changed so far."""
        return dict(self._paces)

    @property
    def pace(self) -> float:
        return self._paces.get(self.segment.exercise.id, 1.0)

    @property
    def my_pace(self) -> bool:
        return self._run.my_pace.is_on

    @property
    def begun_n(self) -> int:
        """The highest number of a set begun so far, 0 before the first."""
        return max(self._run.begun, default=0)

    def starts_at(self, index: int) -> float:
        """The instant at which segment `index` begins if nothing is pressed; only while running
        and not waiting for the person.
        """
        return self._run.hand.instant(self.timeline.segments[index].start)

    # --- looking ---

    def advance(self, now: float) -> tuple[Event, ...]:
        """The events since the last look, in order, each with the instant at which it was due."""
        return self._run.look(now)

    def moment(self, now: float) -> Moment:
        """Where we are. It changes nothing: call `advance` first."""
        return self._run.moment(now, self.pace)

    # --- commands ---

    def start(self, now: float) -> tuple[Event, ...]:
        self._allow(PlayState.READY)
        run = self._run
        run.seen = now = max(now, run.seen)
        run.state = PlayState.RUNNING
        run.hand.run(0.0, now)
        return (Started(now), *run.begin(0, now))

    def pause(self, now: float) -> tuple[Event, ...]:
        self._allow(PlayState.RUNNING)
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE:
            return events
        run.hand.stand(run.hand.at(run.seen))
        run.paused_at = run.seen
        run.state = PlayState.PAUSED
        return (*events, Paused(run.seen))

    def resume(self, now: float) -> tuple[Event, ...]:
        """Go on, after a countdown where work was under way; a wait for the person goes on."""
        self._allow(PlayState.PAUSED)
        run = self._run
        run.seen = run.commanded_at = now = max(now, run.seen)
        run.state = PlayState.RUNNING
        paused_s = now - run.paused_at
        if run.my_pace.waits:
            run.my_pace.wait(now)
            return (Resumed(now, 0.0, paused_s),)
        reps = run.attempt.reps
        going_on = place_to_go_on(run.timeline, run.index, run.inside, reps, self._gaps)
        run.timeline = going_on.timeline
        run.hand.run(run.segment.start + going_on.inside, now, going_on.countdown_s)
        run.my_pace.begin(now + going_on.countdown_s)
        return (Resumed(now, going_on.countdown_s, paused_s),)

    def hears_next_rep(self, now: float) -> bool:
        """Whether `next_rep` would do something; call `advance` first.

        It does nothing outside a set of reps at my pace, in the countdown after a pause, and for
        a second press at once.
        """
        run = self._run
        return run.is_paced_by_person and run.my_pace.hears(max(now, run.seen))

    def next_rep(self, now: float) -> tuple[Event, ...]:
        """At my pace: end the rep in progress, if one is, and begin the next, or end the set."""
        run = self._run
        events = self._catch_up(now)
        if not self.hears_next_rep(now):
            return events
        if not run.my_pace.waits:
            finished = run.attempt.come_due(run.segment, run.seen)
            events = events if finished is None else (*events, finished)
        return (*events, *run.go_on_after_rep(run.seen))

    def set_my_pace(self, on: bool, now: float) -> tuple[Event, ...]:
        """Let reps wait for the person from now on, or no longer."""
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE:
            return events
        run.my_pace.is_on = on
        if on or not run.my_pace.waits:
            return events
        if run.state is PlayState.RUNNING:
            return (*events, *run.go_on_after_rep(run.seen))
        run.my_pace.begin(run.seen)
        return events

    def skip(self, now: float) -> tuple[Event, ...]:
        """End this segment here; the rest of it is skipped."""
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE:
            return events
        return (*events, *run.cut(), *run.next(run.seen))

    def stopped_here(self, now: float) -> tuple[Event, ...]:
        """End this set with what was done of it; in a rest or get-ready nothing happens."""
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE or run.segment.kind is not SegmentKind.WORK:
            return events
        return (*events, *run.cut(is_taken=True), *run.next(run.seen))

    def back(self, now: float) -> tuple[Event, ...]:
        """To the get-ready of the set in hand, or from a get-ready to that of the set before."""
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE:
            return events
        target = get_ready_before(run.timeline, run.index)
        return (*events, *run.cut(), *run.jump(target, run.seen))

    def more(self, now: float) -> tuple[Event, ...]:
        """10 s more of a hold, rest or get-ready; one rep more in a set."""
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE or run.attempt.hold_ended:
            return events
        run.timeline = run.timeline.with_segment(run.index, with_more(run.segment, self.pace))
        return events

    def halve(self, now: float) -> tuple[Event, ...]:
        """Half the reps or seconds of the set in hand and of its other side still to come."""
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE:
            return events
        run.timeline = halved(run.timeline, run.index, run.reps_begun, run.inside)
        return events

    def slower(self, now: float) -> tuple[Event, ...]:
        return self._change_pace(now, -PACE_STEP)

    def faster(self, now: float) -> tuple[Event, ...]:
        return self._change_pace(now, PACE_STEP)

    def replace(self, timeline: Timeline) -> tuple[Event, ...]:
        """At the last look, end what is in hand and go on in `timeline` of `with_exercise`.

        `timeline` must be the same in what stays (see `kept_of`); else PlayerError.
        """
        self._allow(PlayState.RUNNING, PlayState.PAUSED)
        run = self._run
        before, kept = run.timeline, kept_of(run.timeline, run.index)
        if timeline.segments[:kept] != before.segments[:kept]:
            raise PlayerError("The new timeline does not begin with what was done.")
        place = (kept, 0.0)
        if run.segment.kind is not SegmentKind.WORK:
            place = place_in_pause(before, run.index, run.inside, timeline)
        cut = run.cut()
        run.commanded_at = run.seen
        run.timeline = timeline
        return (*cut, *run.jump(place[0], run.seen, place[1]))

    def stop(self, now: float) -> tuple[Event, ...]:
        """End the workout here; what was done stays."""
        run = self._run
        was_begun = run.state is not PlayState.READY
        events = self._catch_up(now) if was_begun else ()
        if run.state is PlayState.DONE:
            return events
        cut = run.cut() if was_begun else ()
        run.seen = max(now, run.seen)
        paused_s = run.seen - run.paused_at if run.state is PlayState.PAUSED else 0.0
        run.hand.stand(run.segment.start)
        run.state = PlayState.DONE
        return (*events, *cut, Finished(run.seen, stopped=True, paused_s=paused_s))

    # --- inside ---

    def _allow(self, *states: PlayState) -> None:
        if self.state not in states:
            raise PlayerError(f"This cannot be done while the workout is {self.state.value}.")

    def _catch_up(self, now: float) -> tuple[Event, ...]:
        self._allow(PlayState.RUNNING, PlayState.PAUSED)
        events = self.advance(now)
        self._run.commanded_at = self._run.seen
        return events

    def _change_pace(self, now: float, by: float) -> tuple[Event, ...]:
        run = self._run
        events = self._catch_up(now)
        if run.state is PlayState.DONE:
            return events
        pace = round(min(FASTEST, max(SLOWEST, self.pace + by)), 2)
        self._paces[self.segment.exercise.id] = pace
        run.timeline = with_pace(run.timeline, run.index, run.reps_begun, pace)
        return events
