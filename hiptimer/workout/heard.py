"""A whole timeline as a person hears it, line by line, to be read before it is done."""

from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.language import later_in, tr, tr_in
from hiptimer.model.timeline import Timeline
from hiptimer.workout.cues import cues_of
from hiptimer.workout.speech import Speech

TONES = {
    Tone.GET_READY: later_in("a tone", "get ready"),
    Tone.COUNT: later_in("a tone", "count"),
    Tone.GO: later_in("a tone", "go"),
    Tone.WORK: later_in("a tone", "work"),
    Tone.HOLD: later_in("a tone", "hold"),
    Tone.BACK: later_in("a tone", "back"),
    Tone.REP_END: later_in("a tone", "rep end"),
    Tone.SIDE_END: later_in("a tone", "side end"),
    Tone.EXERCISE_END: later_in("a tone", "exercise end"),
    Tone.WORKOUT_END: later_in("a tone", "workout end"),
    Tone.HALFWAY: later_in("a tone", "halfway"),
    Tone.LEFT: later_in("a tone", "left"),
    Tone.RIGHT: later_in("a tone", "right"),
    Tone.LIE_DOWN: later_in("a tone", "lie down"),
    Tone.STAND_UP: later_in("a tone", "stand up"),
}


def heard(timeline: Timeline, speech: Speech) -> tuple[tuple[float, str], ...]:
    """What is said, by time, in seconds on the timeline; each with its words.

    Tones beat under what is said, so only those of a segment without a word are named, such as
    "tone: left".
    """
    lines: list[tuple[float, str]] = []
    for index, segment in enumerate(timeline.segments):
        cues = cues_of(timeline, index, speech)
        said = tuple(cue for cue in cues if isinstance(cue.sound, Phrase))
        lines += ((segment.start + cue.at, _words(cue)) for cue in said or cues)
    return tuple(sorted(lines, key=_time))


def _words(cue: Cue) -> str:
    if isinstance(cue.sound, Phrase):
        return cue.sound.text
    return tr("tone: {name}", name=tr_in("a tone", TONES[cue.sound]))


def _time(line: tuple[float, str]) -> float:
    return line[0]
