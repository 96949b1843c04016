"""A whole timeline as a person hears it, line by line, to be read before it is done."""

from hiptimer.model.cue import Cue, Phrase
from hiptimer.model.timeline import Timeline
from hiptimer.workout.cues import cues_of
from hiptimer.workout.speech import Speech


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
    return f"tone: {cue.sound.value}"


def _time(line: tuple[float, str]) -> float:
    return line[0]
