"""A workout in lines of text."""

from datetime import datetime

from hiptimer.model.event import Event, Finished, Paused, Resumed, SegmentStarted
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Segment, SegmentKind
from hiptimer.model.words import (
    duration_words,
    equipment_sentences,
    finish_words,
    number_words,
    plural,
    short_duration,
    side_words,
)

WIDTH = 24


def title_line(name: str, seconds: float, speed: float, now: datetime) -> str:
    """The first line: the routine, how long it takes and when it is done."""
    finish = finish_words(now, seconds / speed)
    pace = f" · speed {number_words(speed)}, for trying out" if speed != 1 else ""
    return f"{name} · {duration_words(seconds)} · {finish}{pace}"


def event_line(event: Event) -> str | None:
    """The line for something that happened, None when it needs none."""
    match event:
        case SegmentStarted(segment=segment):
            return segment_line(segment)
        case Paused():
            return "Paused"
        case Resumed(countdown_s=countdown_s):
            return f"Going on in {number_words(countdown_s)} s" if countdown_s else "Going on"
        case Finished(stopped=stopped):
            return "Stopped" if stopped else "Done"
        case _:
            return None


def segment_line(segment: Segment) -> str:
    if segment.kind is SegmentKind.REST:
        return f"Rest {number_words(round(segment.seconds, 1))} s, next {_what(segment)}"
    if segment.kind is SegmentKind.GET_READY:
        seconds = number_words(round(segment.seconds, 1))
        equipment = equipment_sentences(segment.fetch, segment.put_away)
        return " · ".join([f"Get ready {seconds} s", _what(segment), *equipment])
    where = f"round {segment.round} of {segment.rounds}" if segment.rounds > 1 else ""
    which = f"set {segment.set} of {segment.sets}" if segment.sets > 1 else ""
    return " · ".join(part for part in (_what(segment), _dose(segment), which, where) if part)


def saved_line(reps: int | None, hold_s: float | None) -> str | None:
    """What is on disk of a set by now, None while it is nothing."""
    if hold_s:
        return f"  saved: {number_words(hold_s)} s held"
    return f"  saved: {plural(reps, 'rep')}" if reps else None


def live_line(moment: Moment, now: datetime, speed: float) -> str:
    """The one line that changes: what to do now, how much is left."""
    about = "at most " if moment.segment.counts_up else "about " if moment.my_pace else ""
    left = f"{about}{short_duration(moment.total_left_s)} left"
    finish = finish_words(now, moment.total_left_s / speed, is_guess=moment.my_pace)
    return f"{_now(moment)}  {_bar(moment)}  {left} · {finish}"


def _now(moment: Moment) -> str:
    segment, beat = moment.segment, moment.beat
    if moment.state is PlayState.PAUSED:
        return f"{segment.exercise.name}: paused, Space goes on"
    if moment.resuming_s > 0:
        return f"Going on in {_count(moment.resuming_s)}"
    if beat is None:
        word = "Rest" if segment.kind is SegmentKind.REST else "Get ready"
        return f"{word} {_count(moment.left_s)}: {_what(segment)}"
    if segment.counts_up:
        so_far = str(moment.rep) if segment.reps is not None else f"{int(moment.position)} s"
        return f"{_what(segment)}: {beat.say} {so_far}, ↓ when form goes"
    if segment.reps is None:
        return f"{_what(segment)}: {beat.say} {_count(moment.left_s)}"
    doing = "Space: go on" if moment.is_waiting else beat.say
    return f"{_what(segment)}: {moment.rep} of {segment.reps} {doing}"


def _count(seconds: float) -> int:
    """Whole seconds as people count down: 3 until two are left."""
    return max(1, int(seconds + 0.999))


def _bar(moment: Moment) -> str:
    full = round(WIDTH * min(1.0, moment.position / moment.segment.seconds))
    return "#" * full + "-" * (WIDTH - full)


def _what(segment: Segment) -> str:
    side = side_words(segment.exercise, segment.side)
    return f"{segment.exercise.name} ({side})" if side else segment.exercise.name


def _dose(segment: Segment) -> str:
    if segment.hold_s is not None:
        return f"hold {number_words(segment.hold_s)} s"
    return plural(segment.reps or 0, "rep")
