"""One go at a segment: how much of it is done, what comes due next, and what it amounts to."""

from dataclasses import dataclass

from hiptimer.model.event import HoldEnded, Outcome, RepFinished, SegmentEnded
from hiptimer.model.timeline import Beat, Segment, SegmentKind
from hiptimer.workout.edits import hold_index


@dataclass(slots=True)
class Attempt:
    """`inside` is always in seconds from the start of the segment.

    The segment is handed in at each call, since it may grow while it is being done.
    """

    number: int
    reps: int = 0
    hold_ended: bool = False

    def next_due(self, segment: Segment) -> float:
        """Where in the segment the next rep or the hold ends, else where the segment does."""
        if self._holding(segment):
            return segment.beats[hold_index(segment)].end
        if self._repeating(segment):
            return end_of_rep(segment, self.reps + 1)
        return segment.seconds

    def come_due(self, segment: Segment, at: float) -> RepFinished | HoldEnded | None:
        """Count what `next_due` promised; None when it is the end of the segment."""
        if self._holding(segment):
            self.hold_ended = True
            held = segment.beats[hold_index(segment)].seconds
            return HoldEnded(at, segment, self.number, held)
        if self._repeating(segment):
            self.reps += 1
            return RepFinished(at, segment, self.number, self.reps)
        return None

    def end(self, segment: Segment, at: float) -> SegmentEnded:
        """The segment ran to its end."""
        held = held_seconds(segment, segment.seconds)
        return SegmentEnded(at, segment, self.number, Outcome.DONE, self.reps, held)

    def cut(
        self, segment: Segment, at: float, inside: float, *, is_taken: bool
    ) -> tuple[HoldEnded | SegmentEnded, ...]:
        """The segment ends before its time: what was done of it stays. A set without a planned end
        is done with it where the person takes it as the result.
        """
        held = held_seconds(segment, inside)
        outcome = self._outcome(segment, held, is_taken=is_taken)
        ended = SegmentEnded(at, segment, self.number, outcome, self.reps, held)
        if self._holding(segment) and held > 0:
            self.hold_ended = True
            return (HoldEnded(at, segment, self.number, held), ended)
        return (ended,)

    def _outcome(self, segment: Segment, held: float, *, is_taken: bool) -> Outcome:
        if segment.kind is not SegmentKind.WORK or self.hold_ended or self.reps == segment.reps:
            return Outcome.DONE
        if not self.reps and held <= 0:
            return Outcome.SKIPPED
        return Outcome.DONE if segment.counts_up and is_taken else Outcome.PARTIAL

    def _holding(self, segment: Segment) -> bool:
        return _is_hold(segment) and not self.hold_ended

    def _repeating(self, segment: Segment) -> bool:
        return segment.is_reps and self.reps < (segment.reps or 0)


def _is_hold(segment: Segment) -> bool:
    return segment.kind is SegmentKind.WORK and segment.hold_s is not None


def held_seconds(segment: Segment, inside: float) -> float:
    """How much of the hold has passed at `inside`; 0 in a segment without a hold."""
    if not _is_hold(segment):
        return 0.0
    beat = segment.beats[hold_index(segment)]
    return min(max(inside - beat.start, 0.0), beat.seconds)


def end_beat(segment: Segment, rep: int) -> Beat:
    """The phase with which a rep ends."""
    return next(beat for beat in reversed(segment.beats) if beat.rep == rep)


def end_of_rep(segment: Segment, rep: int) -> float:
    return max(beat.end for beat in segment.beats if beat.rep == rep)


def start_of_rep(segment: Segment, rep: int) -> float:
    return min(beat.start for beat in segment.beats if beat.rep == rep)
