"""What the workout view says about a moment, as plain sentences."""

import msgspec

from hiptimer.model import words
from hiptimer.model.exercise import PhaseKind
from hiptimer.model.language import tr, tr_in
from hiptimer.model.moment import Moment
from hiptimer.model.timeline import Segment, SegmentKind, Timeline


class Coming(msgspec.Struct, frozen=True):
    """What is next: a muted word before it, and the words that matter."""

    lead: str
    text: str


def side_sentence(segment: Segment) -> str:
    """What to do for the side of a segment; empty when both sides work."""
    return words.side_words(segment.exercise, segment.side)


def playing_sentence(segment: Segment) -> str:
    """What the desktop shows as playing: "Clamshell · Lie on your right side · set 2 of 3"."""
    title = "" if segment.kind is SegmentKind.WORK else gap_title(segment)
    parts = (title, segment.exercise.name, side_sentence(segment), place_sentence(segment))
    return " · ".join(part for part in parts if part)


def gap_title(segment: Segment) -> str:
    if segment.kind is SegmentKind.REST:
        return tr_in("between two sets", "Rest")
    return tr("Get ready")


def equipment_sentence(segment: Segment) -> str:
    """What to take, walk to or lay aside before the work; empty for nothing."""
    return " ".join(words.equipment_sentences(segment.fetch, segment.put_away))


def dose_sentence(segment: Segment) -> str:
    """Such as "10 reps", "30 s hold"."""
    if segment.counts_up:
        is_hold = segment.hold_s is not None
        return tr("As long as form holds") if is_hold else tr("As many as form holds")
    if segment.hold_s is not None:
        return tr("{seconds} s hold", seconds=words.number_words(segment.hold_s))
    return words.reps_words(segment.reps or 0)


def tempo_sentence(segment: Segment) -> str:
    """The phases with their seconds, such as "open 2 s · hold 1 s"; empty for a hold."""
    if segment.hold_s is not None:
        return ""
    pairs = zip(segment.exercise.phases, segment.tempo_s, strict=False)
    return " · ".join(
        tr("{phase} {seconds} s", phase=phase.name, seconds=words.number_words(seconds))
        for phase, seconds in pairs
        if seconds
    )


def place_sentence(segment: Segment) -> str:
    """Such as "set 2 of 3", "round 1 of 3"; empty where there is only one."""
    parts = []
    if segment.sets > 1:
        parts.append(tr("set {n} of {of}", n=segment.set, of=segment.sets))
    if segment.rounds > 1:
        parts.append(tr("round {n} of {of}", n=segment.round, of=segment.rounds))
    return " · ".join(parts)


def small_print(moment: Moment, saved: int) -> str:
    """The line under the phase, such as "of 10 · set 2 of 3 · pace 90 %"."""
    segment = moment.segment
    if segment.counts_up:
        # L: the key to press when the person cannot hold on well any more
        return tr("↓ when form goes")
    if segment.hold_s is not None:
        parts = [tr("of {seconds} s", seconds=words.number_words(segment.hold_s))]
    else:
        # L: of so many reps, under the number of the rep
        parts = [tr("of {reps}", reps=segment.reps or 0)]
    parts.append(place_sentence(segment))
    if segment.hold_s is not None and saved:
        parts.append(tr_in("a hold", "saved"))
    if moment.my_pace and segment.is_reps:
        parts.append(tr("my pace"))
    elif round(moment.pace * 100) != 100:
        parts.append(pace_words(moment.pace))
    return " · ".join(part for part in parts if part)


def pace_words(pace: float) -> str:
    return tr("pace {percent} %", percent=round(pace * 100))


def my_pace_words(on: bool) -> str:
    """What it means for the person, for a screen reader."""
    if on:
        return tr("My pace: Space begins the next rep.")
    return tr("Reps go on by the clock.")


def next_sentence(moment: Moment) -> str:
    """What a press means in a set of reps at my pace; empty elsewhere."""
    if not moment.is_paced_by_person:
        return ""
    is_last = moment.rep == moment.segment.reps
    return tr("Space: set done") if is_last else tr("Space: next rep")


def coming_after(timeline: Timeline, index: int) -> Coming:
    """What follows the work segment at `index`."""
    here = timeline.segments[index]
    works = (s for s in timeline.segments[index + 1 :] if s.kind is SegmentKind.WORK)
    following = next(works, None)
    if following is None:
        # L: "Then" stands before "you are done", in another colour
        return Coming(tr_in("before: you are done", "Then"), tr_in("after: Then", "you are done"))
    # L: stands before an exercise, a side, a round or a set
    lead = tr_in("comes next", "Next")
    if following.exercise.id != here.exercise.id:
        return Coming(lead, following.exercise.name)
    if following.side is not here.side and side_sentence(following):
        return Coming(lead, side_sentence(following))
    if following.round != here.round:
        return Coming(lead, tr("Round {n} of {of}", n=following.round, of=following.rounds))
    return Coming(lead, tr("Set {n} of {of}", n=following.set, of=following.sets))


def again_sentence(moment: Moment) -> str:
    """Where the workout goes on after a pause."""
    segment = moment.segment
    if segment.kind is not SegmentKind.WORK:
        is_rest = segment.kind is SegmentKind.REST
        return tr("Rest goes on") if is_rest else tr("Get ready goes on")
    if moment.is_waiting:
        is_last = moment.rep == segment.reps
        return tr("All reps are done") if is_last else tr("Rep {n} is next", n=moment.rep + 1)
    if segment.hold_s is None:
        return tr("Rep {n} starts again", n=max(1, moment.rep))
    if segment.counts_up:
        return tr("{seconds} s so far", seconds=held_so_far(moment))
    if moment.beat is not None and moment.beat.kind is PhaseKind.HOLD:
        return tr("{seconds} s of the hold are left", seconds=seconds_up(moment.left_s))
    return tr("The hold goes on")


def held_so_far(moment: Moment) -> int:
    """Whole seconds of the hold that have passed; all of them on the way out."""
    beat = moment.beat
    if beat is None or beat.kind is PhaseKind.ENTER:
        return 0
    if beat.kind is PhaseKind.LEAVE:
        return int(moment.segment.hold_s or 0)
    return int(moment.position - beat.start + 1e-6)


def seconds_up(seconds: float) -> int:
    """Whole seconds as a countdown shows them: 0.1 s left is still 1."""
    whole = int(seconds)
    return whole + 1 if seconds - whole > 1e-6 else max(0, whole)


def form_cue(segment: Segment) -> str:
    """One hint a set, a different one for each set and side in turn."""
    cues = segment.exercise.text.cues
    return cues[(segment.n - 1) % len(cues)] if cues else ""


def announcement(segment: Segment) -> str:
    """The step in one breath, for a screen reader."""
    parts = [segment.exercise.name, side_sentence(segment)]
    if segment.kind is SegmentKind.WORK:
        parts.append(dose_sentence(segment))
    else:
        parts = [gap_title(segment), *parts, equipment_sentence(segment), dose_sentence(segment)]
    return ". ".join(part for part in parts if part) + "."
