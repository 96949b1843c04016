"""Where a workout goes back to."""

from hiptimer.model.timeline import SegmentKind, Timeline


def get_ready_before(timeline: Timeline, index: int) -> int:
    """The get-ready of the set in hand, or from a rest or get-ready that of the set before."""
    segments = timeline.segments
    works = (i for i in range(index, -1, -1) if segments[i].kind is SegmentKind.WORK)
    work = next(works, None)
    if work is not None:
        return work - 1
    return next(i for i, s in enumerate(segments) if s.kind is SegmentKind.GET_READY)
