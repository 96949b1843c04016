"""What the workout view says about a moment, as plain sentences."""

import msgspec

from hiptimer.model import words
from hiptimer.model.exercise import PhaseKind
from hiptimer.model.moment import Moment
from hiptimer.model.timeline import Segment, SegmentKind, Timeline


class Coming(msgspec.Struct, frozen=True):
    """What is next: a muted word before it, and the words that matter."""

    lead: str
    text: str


def side_sentence(segment: Segment) -> str:
    """What to do for the side of a segment; empty when both sides work."""
    return words.side_words(segment.exercise, segment.side)


def gap_title(segment: Segment) -> str:
    return "Rest" if segment.kind is SegmentKind.REST else "Get ready"


def equipment_sentence(segment: Segment) -> str:
    """What to take, walk to or lay aside before the work; empty for nothing."""
    return " ".join(words.equipment_sentences(segment.fetch, segment.put_away))


def dose_sentence(segment: Segment) -> str:
    """Such as "10 reps", "30 s hold"."""
    if segment.counts_up:
        return "As long as form holds" if segment.hold_s is not None else "As many as form holds"
    if segment.hold_s is not None:
        return f"{words.number_words(segment.hold_s)} s hold"
    return words.plural(segment.reps or 0, "rep")


def tempo_sentence(segment: Segment) -> str:
    """The phases with their seconds, such as "open 2 s · hold 1 s"; empty for a hold."""
    if segment.hold_s is not None:
        return ""
    pairs = zip(segment.exercise.phases, segment.tempo_s, strict=False)
    return " · ".join(
        f"{phase.name} {words.number_words(seconds)} s" for phase, seconds in pairs if seconds
    )


def place_sentence(segment: Segment) -> str:
    """Such as "set 2 of 3", "round 1 of 3"; empty where there is only one."""
    parts = []
    if segment.sets > 1:
        parts.append(f"set {segment.set} of {segment.sets}")
    if segment.rounds > 1:
        parts.append(f"round {segment.round} of {segment.rounds}")
    return " · ".join(parts)


def small_print(moment: Moment, saved: int) -> str:
    """The line under the phase, such as "of 10 · set 2 of 3 · pace 90 %"."""
    segment = moment.segment
    if segment.counts_up:
        return "↓ when form goes"
    if segment.hold_s is not None:
        parts = [f"of {words.number_words(segment.hold_s)} s"]
    else:
        parts = [f"of {segment.reps or 0}"]
    parts.append(place_sentence(segment))
    if segment.hold_s is not None and saved:
        parts.append("saved")
    if moment.my_pace and segment.is_reps:
        parts.append("my pace")
    elif round(moment.pace * 100) != 100:
        parts.append(pace_words(moment.pace))
    return " · ".join(part for part in parts if part)


def pace_words(pace: float) -> str:
    return f"pace {round(pace * 100)} %"


def my_pace_words(on: bool) -> str:
    """What it means for the person, for a screen reader."""
    return "My pace: Space begins the next rep." if on else "Reps go on by the clock."


def next_sentence(moment: Moment) -> str:
    """What a press means in a set of reps at my pace; empty elsewhere."""
    if not moment.is_paced_by_person:
        return ""
    return "Space: set done" if moment.rep == moment.segment.reps else "Space: next rep"


def coming_after(timeline: Timeline, index: int) -> Coming:
    """What follows the work segment at `index`."""
    here = timeline.segments[index]
    later = (s for s in timeline.segments[index + 1 :] if s.kind is SegmentKind.WORK)
    following = next(later, None)
    if following is None:
        return Coming("Then", "you are done")
    if following.exercise.id != here.exercise.id:
        return Coming("Next", following.exercise.name)
    if following.side is not here.side and side_sentence(following):
        return Coming("Next", side_sentence(following))
    if following.round != here.round:
        return Coming("Next", f"Round {following.round} of {following.rounds}")
    return Coming("Next", f"Set {following.set} of {following.sets}")


def again_sentence(moment: Moment) -> str:
    """Where the workout goes on after a pause."""
    segment = moment.segment
    if segment.kind is not SegmentKind.WORK:
        return f"{gap_title(segment)} goes on"
    if moment.is_waiting:
        is_last = moment.rep == segment.reps
        return "All reps are done" if is_last else f"Rep {moment.rep + 1} is next"
    if segment.hold_s is None:
        return f"Rep {max(1, moment.rep)} starts again"
    if segment.counts_up:
        return f"{held_so_far(moment)} s so far"
    if moment.beat is not None and moment.beat.kind is PhaseKind.HOLD:
        return f"{seconds_up(moment.left_s)} s of the hold are left"
    return "The hold goes on"


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
