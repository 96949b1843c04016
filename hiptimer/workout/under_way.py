"""The workout under way: which segment, how far into it, and what comes due as time passes."""

from hiptimer.model.event import Event, Finished, RepFinished, SegmentStarted
from hiptimer.model.exercise import PhaseKind
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Beat, Segment, SegmentKind, Timeline
from hiptimer.workout.attempt import Attempt, end_beat, end_of_rep
from hiptimer.workout.hand import Hand
from hiptimer.workout.my_pace import MyPace


class UnderWay:
    """What the player commands. `seen` is the last look, `commanded_at` the last command.

    Each move returns the events of it.
    """

    def __init__(self, timeline: Timeline, *, my_pace: bool) -> None:
        self.timeline = timeline
        self.state = PlayState.READY
        self.index = 0
        self.hand = Hand()
        self.my_pace = MyPace(my_pace)
        self.attempt = Attempt(1)
        self.begun: dict[int, int] = {}  # attempts so far by the number of the set
        self.seen = float("-inf")
        self.commanded_at = float("-inf")
        self.paused_at = 0.0

    @property
    def segment(self) -> Segment:
        return self.timeline.segments[self.index]

    @property
    def inside(self) -> float:
        """Seconds into the segment at the last look."""
        return self.hand.at(self.seen) - self.segment.start

    @property
    def reps_begun(self) -> int:
        """Finished reps and the one in progress; 0 outside a set."""
        if self.segment.kind is not SegmentKind.WORK:
            return 0
        return self.attempt.reps + (0 if self.my_pace.waits else 1)

    @property
    def is_paced_by_person(self) -> bool:
        """As in `Moment.is_paced_by_person`, at the last look."""
        is_going = self.state is PlayState.RUNNING and not self.hand.countdown_left(self.seen)
        return self.my_pace.is_on and is_going and self.segment.is_reps

    def look(self, now: float) -> tuple[Event, ...]:
        """Let time pass until `now`."""
        self.seen = now = max(now, self.seen)
        events: list[Event] = []
        while self.state is PlayState.RUNNING and not self.my_pace.waits:
            # start + seconds may round to a hair past the end, where the next segment begins.
            due = min(self.segment.start + self.attempt.next_due(self.segment), self.segment.end)
            if due > self.hand.at(now):
                break
            # What a command cut short may lie a rounding before the command, or past this look.
            at = max(self.hand.instant(due), self.commanded_at)
            events += self._happen(min(at, now))
        return tuple(events)

    def moment(self, now: float, pace: float) -> Moment:
        now = max(now, self.seen)
        segment = self.segment
        place = min(max(self.hand.at(now), segment.start), segment.end)
        inside = max(place - segment.start, self._least_inside())
        is_paused = self.state is PlayState.PAUSED
        beat = self._beat(inside)
        resuming_s = self.hand.countdown_left(now)
        return Moment(
            state=self.state,
            index=self.index,
            segment=segment,
            position=inside,
            resuming_s=resuming_s,
            beat=beat,
            fraction=min(1.0, (inside - beat.start) / beat.seconds) if beat else 0.0,
            left_s=_left(segment, beat, inside),
            total_left_s=self.timeline.seconds - place + resuming_s,
            pace=pace,
            attempt=self.attempt.number,
            my_pace=self.my_pace.is_on,
            waited_s=self.my_pace.waited_s(self.paused_at if is_paused else now),
        )

    def begin(self, index: int, at: float) -> tuple[Event, ...]:
        self.index = index
        self.my_pace.begin(at)
        segment = self.segment
        begun = self.begun.get(segment.n, 0)
        if segment.kind is SegmentKind.WORK:
            begun = self.begun[segment.n] = begun + 1
        self.attempt = Attempt(max(1, begun))
        return (SegmentStarted(at, segment, self.attempt.number),)

    def go_on_after_rep(self, at: float) -> tuple[Event, ...]:
        """From the end of the last finished rep to the next, or out of the set."""
        segment, reps = self.segment, self.attempt.reps
        self.my_pace.begin(at)
        if reps == segment.reps:
            return (self.attempt.end(segment, at), *self.next(at))
        self.hand.run(segment.start + end_of_rep(segment, reps), at)
        return ()

    def next(self, at: float, *, jumped: bool = True) -> tuple[Event, ...]:
        """To the segment after this; `jumped` when its time has not come by itself."""
        if self.index + 1 == len(self.timeline.segments):
            self.hand.stand(self.timeline.seconds)
            self.state = PlayState.DONE
            return (Finished(at, stopped=False),)
        if jumped:
            return self.jump(self.index + 1, at)
        return self.begin(self.index + 1, at)

    def jump(self, index: int, at: float, inside: float = 0.0) -> tuple[Event, ...]:
        position = self.timeline.segments[index].start + inside
        if self.state is PlayState.RUNNING:
            self.hand.run(position, at)
        else:
            self.hand.stand(position)
        return self.begin(index, at)

    def cut(self, *, is_taken: bool = False) -> tuple[Event, ...]:
        """End the segment at the last look, with what was done of it; `is_taken` as the result."""
        return self.attempt.cut(self.segment, self.seen, self.inside, is_taken=is_taken)

    def _happen(self, at: float) -> tuple[Event, ...]:
        event = self.attempt.come_due(self.segment, at)
        if event is None:
            return (self.attempt.end(self.segment, at), *self.next(at, jumped=False))
        if isinstance(event, RepFinished) and self.my_pace.is_on:
            self.hand.stand(self.segment.start + end_of_rep(self.segment, event.reps))
            self.my_pace.wait(at)
        return (event,)

    def _least_inside(self) -> float:
        """A rep begun by a press begins a rounding before the end of the one before, or after."""
        is_set = self.segment.is_reps and self.attempt.reps
        return end_of_rep(self.segment, self.attempt.reps) if is_set else 0.0

    def _beat(self, inside: float) -> Beat | None:
        """Where one rep ends the next begins: while it waits, it is still in the one that ended."""
        if self.my_pace.waits:
            return end_beat(self.segment, self.attempt.reps)
        return self.segment.beat_at(inside)


def _left(segment: Segment, beat: Beat | None, inside: float) -> float:
    if beat is not None and segment.hold_s is not None and beat.kind is PhaseKind.HOLD:
        return beat.end - inside
    return segment.seconds - inside
