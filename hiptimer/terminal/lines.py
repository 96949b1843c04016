"""A workout in lines of text."""

from datetime import datetime

from hiptimer.model.event import Event, Finished, Paused, Resumed, SegmentStarted
from hiptimer.model.language import tr, tr_in, tr_n
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.time_words import duration_words, finish_words, short_duration
from hiptimer.model.timeline import Segment, SegmentKind
from hiptimer.model.words import equipment_sentences, number_words, reps_words, side_words

WIDTH = 24


def title_line(name: str, seconds: float, speed: float, now: datetime) -> str:
    """The first line: the routine, how long it takes and when it is done."""
    parts = [name, duration_words(seconds), finish_words(now, seconds / speed)]
    if speed != 1:
        parts.append(tr("speed {speed}, for trying out", speed=number_words(speed)))
    return " · ".join(parts)


def event_line(event: Event) -> str | None:
    """The line for something that happened, None when it needs none."""
    match event:
        case SegmentStarted(segment=segment):
            return segment_line(segment)
        case Paused():
            return tr("Paused")
        case Resumed(countdown_s=countdown_s):
            if not countdown_s:
                return tr("Going on")
            return tr("Going on in {seconds} s", seconds=number_words(countdown_s))
        case Finished(stopped=stopped):
            return tr_in("a workout", "Stopped") if stopped else tr_in("a workout", "Done")
        case _:
            return None


def segment_line(segment: Segment) -> str:
    seconds = number_words(round(segment.seconds, 1))
    if segment.kind is SegmentKind.REST:
        return tr("Rest {seconds} s, next {name}", seconds=seconds, name=_what(segment))
    if segment.kind is SegmentKind.GET_READY:
        equipment = equipment_sentences(segment.fetch, segment.put_away)
        get_ready = tr("Get ready {seconds} s", seconds=seconds)
        return " · ".join([get_ready, _what(segment), *equipment])
    parts = [_what(segment), _dose(segment)]
    if segment.sets > 1:
        parts.append(tr("set {n} of {of}", n=segment.set, of=segment.sets))
    if segment.rounds > 1:
        parts.append(tr("round {n} of {of}", n=segment.round, of=segment.rounds))
    return " · ".join(parts)


def saved_line(reps: int | None, hold_s: float | None) -> str | None:
    """What is on disk of a set by now, None while it is nothing."""
    if hold_s:
        return "  " + tr("saved: {seconds} s held", seconds=number_words(hold_s))
    return "  " + tr_n("saved: {n} rep", "saved: {n} reps", reps) if reps else None


def live_line(moment: Moment, now: datetime, speed: float) -> str:
    """The one line that changes: what to do now, how much is left."""
    left = _left(moment, short_duration(moment.total_left_s))
    finish = finish_words(now, moment.total_left_s / speed, is_guess=moment.my_pace)
    return f"{_now(moment)}  {_bar(moment)}  {left} · {finish}"


def _left(moment: Moment, time: str) -> str:
    if moment.segment.counts_up:
        return tr("at most {time} left", time=time)
    return tr("about {time} left", time=time) if moment.my_pace else tr("{time} left", time=time)


def _now(moment: Moment) -> str:
    segment, beat = moment.segment, moment.beat
    if moment.state is PlayState.PAUSED:
        return tr("{name}: paused, Space goes on", name=segment.exercise.name)
    if moment.resuming_s > 0:
        return tr("Going on in {count}", count=_count(moment.resuming_s))
    if beat is None:
        return _gap(segment, _count(moment.left_s))
    if segment.counts_up:
        return f"{_what(segment)}: {beat.say} {_so_far(moment)}"
    if segment.reps is None:
        return f"{_what(segment)}: {beat.say} {_count(moment.left_s)}"
    done = tr("{n} of {of}", n=moment.rep, of=segment.reps)
    doing = tr("Space: go on") if moment.is_waiting else beat.say
    return f"{_what(segment)}: {done} {doing}"


def _gap(segment: Segment, count: int) -> str:
    # L: {count} are the seconds that are left, {name} is what comes next.
    if segment.kind is SegmentKind.REST:
        return tr("Rest {count}: {name}", count=count, name=_what(segment))
    return tr("Get ready {count}: {name}", count=count, name=_what(segment))


def _so_far(moment: Moment) -> str:
    """Of a set without a planned end."""
    if moment.segment.reps is not None:
        return tr("{reps}, ↓ when form goes", reps=moment.rep)
    return tr("{seconds} s, ↓ when form goes", seconds=int(moment.position))


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
        return tr("hold {seconds} s", seconds=number_words(segment.hold_s))
    return reps_words(segment.reps or 0)
