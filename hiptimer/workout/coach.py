"""What is said during a set: words for the phases, counts, halves, and one form cue.

Each phrase is placed whole where no tone and no more important phrase sounds, or left out. The
tone is the beat; its word or number follows in its wake.
"""

import math
from collections.abc import Iterator, Sequence

from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.exercise import PhaseKind
from hiptimer.model.language import tr
from hiptimer.model.timeline import Beat, Segment, SegmentKind, Timeline
from hiptimer.workout.attempt import end_of_rep, start_of_rep
from hiptimer.workout.quiet import Quiet
from hiptimer.workout.speech import (
    DONE,
    HALFWAY,
    LAST_ONE,
    TEN_SECONDS,
    TENS,
    Speech,
    count_says,
    word_says,
)
from hiptimer.workout.tones import SHORTEST_HALVED_HOLD_S, tones_of

GO_RINGS_S = 0.27  # then it is 15 dB down, and a word still fits into a first phase of 1 s
TONE_S = {
    Tone.COUNT: 0.12,
    Tone.GO: GO_RINGS_S,
    Tone.WORK: 0.12,
    Tone.HOLD: 0.10,
    Tone.BACK: 0.12,
    Tone.REP_END: 0.12,
    Tone.HALFWAY: 0.30,
}
"""How long a tone within a set would mask a phrase."""

DONE_AT_S = 1.4  # the chord that ends the workout has been heard by then
BREAKS_AT = 0.6
"""The share of a set after which form usually breaks."""

SHORTEST_WITH_TEN_S = 30.0
LAST_TONES_S = 3.0


def said_in_work(
    timeline: Timeline, index: int, speech: Speech, tones: Sequence[Cue]
) -> tuple[Cue, ...]:
    """Words and counts of the set of segment `index`, in the room that `tones` leave."""
    work = timeline.segments[index]
    said = _Said(speech, tones)
    if work.hold_s is not None:
        _lead_hold(work, speech, said)
    else:
        _lead_reps(work, speech, said)
    if speech.helps:
        _correct(work, _turn(timeline, index, speech), said, by_rep=speech.by_rep)
    if speech.is_talkative and work.hold_s is None:
        _name_later_phases(work, said)
    is_open = speech.by_rep and work.is_reps
    if not is_open and not any(s.kind is SegmentKind.WORK for s in timeline.segments[index + 1 :]):
        said.add(tr(DONE), work.seconds + DONE_AT_S)
    return tuple(said.cues)


def form_cue_left_over(timeline: Timeline, index: int, speech: Speech) -> str | None:
    """A form cue for the set of segment `index`, when the set itself has no room for one."""
    work = timeline.segments[index]
    form_cues = [word_says(cue) for cue in work.exercise.text.cues]
    if not speech.helps or not form_cues:
        return None
    tones = tones_of(timeline, index, by_rep=speech.by_rep)
    said = said_in_work(timeline, index, speech, tones)
    if any(isinstance(c.sound, Phrase) and c.sound.text in form_cues for c in said):
        return None
    return form_cues[_turn(timeline, index, speech) % len(form_cues)]


class _Said:
    """What is said so far, and where there is still quiet."""

    def __init__(self, speech: Speech, tones: Sequence[Cue]) -> None:
        self._phrases = speech.phrases
        # The zero of the countdown rings into the first phase, whichever segment sounded it.
        self._quiet = Quiet([(0.0, GO_RINGS_S), *(masked(cue) for cue in tones)])
        self.cues: list[Cue] = []

    def add(self, phrase: str, earliest: float, latest: float = float("inf")) -> bool:
        """Say `phrase` whole between two times of the segment; False when that cannot be."""
        if phrase not in self._phrases:
            return False
        at = self._quiet.place(self._phrases.seconds(phrase), earliest, latest)
        if at is not None:
            self.cues.append(Cue(at, Phrase(phrase)))
        return at is not None


def masked(cue: Cue) -> tuple[float, float]:
    """The stretch in which a tone of a set leaves no room for a phrase."""
    return cue.at, cue.at + (TONE_S.get(cue.sound, 0.0) if isinstance(cue.sound, Tone) else 0.0)


def _lead_reps(work: Segment, speech: Speech, said: _Said) -> None:
    """The first rep of an exercise has the words of its phases, every later one its number.

    So has the first when its first word does not fit: no rep begins in silence.
    """
    if not speech.helps:
        return
    rep = 0
    for beat in work.beats:
        is_named = beat.rep == 1 and _has_words(work) and _name_phase(beat, said)
        if beat.rep > rep and not is_named:
            _count(work, beat, said)
        rep = beat.rep


def _has_words(work: Segment) -> bool:
    """Whether the first rep of this set is told by its words."""
    return (work.round, work.set) == (1, 1)


def _name_later_phases(work: Segment, said: _Said) -> None:
    """The phases whose words only a talkative voice repeats, in the room that all else leaves."""
    for beat in work.beats:
        if beat.rep > 1 or not _has_words(work):
            _name_phase(beat, said)


def _count(work: Segment, beat: Beat, said: _Said) -> None:
    is_last = beat.rep == work.reps and beat.rep > 1 and not work.counts_up
    if not (is_last and said.add(tr(LAST_ONE), beat.start, beat.end)):
        said.add(count_says(beat.rep), beat.start, beat.end)


def _name_phase(beat: Beat, said: _Said) -> bool:
    """False when it has no word, or the word does not fit."""
    if beat.kind is PhaseKind.PAUSE:
        return False
    return said.add(word_says(beat.say), beat.start, beat.end)


def _lead_hold(work: Segment, speech: Speech, said: _Said) -> None:
    """The way in and the hold are named where the voice helps, the way out always."""
    for beat in work.beats:
        if speech.helps or beat.kind is PhaseKind.LEAVE:
            _name_phase(beat, said)
        if work.counts_up:
            _count_seconds(beat, said)
            continue
        if beat.kind is PhaseKind.HOLD and beat.seconds >= SHORTEST_HALVED_HOLD_S:
            said.add(tr(HALFWAY), beat.start + beat.seconds / 2, beat.end - LAST_TONES_S)
        if beat.kind is PhaseKind.HOLD and beat.seconds >= SHORTEST_WITH_TEN_S and speech.helps:
            said.add(tr(TEN_SECONDS), beat.end - 10.0, beat.end - 8.0)


def _count_seconds(beat: Beat, said: _Said) -> None:
    """Every ten seconds of a hold without a planned end, so that nobody need look."""
    if beat.kind is PhaseKind.HOLD:
        for tens, phrase in enumerate(TENS, 1):
            if 10.0 * tens <= beat.seconds:
                said.add(tr(phrase), beat.start + 10.0 * tens, beat.start + 10.0 * tens + 3.0)


def _correct(work: Segment, turn: int, said: _Said, *, by_rep: bool) -> None:
    """One form cue about where form usually breaks: the one whose turn it is, if it fits."""
    cues = work.exercise.text.cues
    for i in range(len(cues)):
        form_cue = word_says(cues[(turn + i) % len(cues)])
        for earliest, latest in _breaking(work, by_rep=by_rep):
            if said.add(form_cue, earliest, latest):
                return


def _breaking(work: Segment, *, by_rep: bool) -> Iterator[tuple[float, float]]:
    """From where form usually breaks until just before the end, which has its own words.

    In one stretch, or `by_rep` in as many as there are reps in it.
    """
    hold = next((b for b in work.beats if b.kind is PhaseKind.HOLD), None)
    if work.hold_s is not None:
        if hold is not None:
            yield hold.start + BREAKS_AT * hold.seconds, hold.end - LAST_TONES_S
        return
    last = max(2, work.reps or 0) - 1
    reps = range(max(2, math.ceil(BREAKS_AT * (work.reps or 0))), last + 1)
    if by_rep:
        yield from ((start_of_rep(work, rep), end_of_rep(work, rep)) for rep in reps)
    elif reps:
        yield start_of_rep(work, reps[0]), end_of_rep(work, reps[-1])


def _turn(timeline: Timeline, index: int, speech: Speech) -> int:
    """Which of an exercise's form cues is up: another one each set."""
    exercise_id = timeline.segments[index].exercise.id
    before = [
        s
        for s in timeline.segments[:index]
        if s.kind is SegmentKind.WORK and s.exercise.id == exercise_id
    ]
    return speech.turn + len(before)
