"""What is heard when: the tones of a segment, and what the voice says between them.

Tones come first, since the beat is theirs; then names and sides, for which the gaps are made;
then counts, halves and last seconds; then a form cue. Nothing is said over anything else.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.language import tr
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.workout.attempt import end_of_rep, start_of_rep
from hiptimer.workout.coach import DONE_AT_S, masked, said_in_work
from hiptimer.workout.quiet import Quiet
from hiptimer.workout.saying import said_in_get_ready, said_in_rest
from hiptimer.workout.speech import DONE, GOING_ON, PAUSED, Speech
from hiptimer.workout.tones import by_time, countdown, end_tone, tones_of

AFTER_A_KEY_S = 0.3
"""A pause is heard as silence first, and then named."""


def cues_of(
    timeline: Timeline,
    index: int,
    speech: Speech,
    *,
    at_once: bool = False,
    since: float = 0.0,
    goes_on: bool = False,
) -> tuple[Cue, ...]:
    """The cues of segment `index`, by time.

    `at_once`: begun by a key without the countdown that leads to it. `since`: where in the
    segment it is taken up again; an announcement that was cut is made anew from there.
    `goes_on`: taken up after a pause.
    """
    tones = tones_of(
        timeline, index, at_once=at_once, spoken=not speech.is_silent, by_rep=speech.by_rep
    )
    if speech.is_silent:
        return tones
    kind = timeline.segments[index].kind
    said: Iterable[Cue]
    if kind is SegmentKind.GET_READY:
        said = said_in_get_ready(timeline, index, speech, since, goes_on=goes_on)
    elif kind is SegmentKind.REST:
        said = said_in_rest(timeline, index, speech, since)
    else:
        said = said_in_work(timeline, index, speech, tones)
    return by_time((*tones, *said))


def rep_cues(
    timeline: Timeline, index: int, rep: int, speech: Speech, *, at_once: bool = False
) -> tuple[Cue, ...]:
    """The cues of one rep of segment `index`, where each rep sounds for itself."""
    segment = timeline.segments[index]
    begins, ends = start_of_rep(segment, rep), end_of_rep(segment, rep)
    cues = cues_of(timeline, index, replace(speech, by_rep=True), at_once=at_once)
    return tuple(cue for cue in cues if begins <= cue.at < ends)


def set_end_cues(timeline: Timeline, index: int, speech: Speech) -> tuple[Cue, ...]:
    """What ends the set of segment `index` when each rep sounds for itself, from its end on."""
    tone = end_tone(timeline, index)
    says_done = tone is Tone.WORKOUT_END and not speech.is_silent and tr(DONE) in speech.phrases
    return (Cue(0.0, tone), *((Cue(DONE_AT_S, Phrase(tr(DONE))),) if says_done else ()))


def paused_cues(speech: Speech) -> tuple[Cue, ...]:
    """What is said when the workout is paused."""
    if speech.is_silent or tr(PAUSED) not in speech.phrases:
        return ()
    return (Cue(AFTER_A_KEY_S, Phrase(tr(PAUSED))),)


def going_on_cues(seconds: float, speech: Speech) -> tuple[Cue, ...]:
    """The countdown after a pause, told as such where there is room."""
    tones = countdown(seconds)
    said_s = speech.phrases.seconds(tr(GOING_ON))
    at = Quiet(masked(tone) for tone in tones).place(said_s, 0.0, seconds)
    if speech.is_silent or not said_s or at is None:
        return tones
    return by_time((*tones, Cue(at, Phrase(tr(GOING_ON)))))
