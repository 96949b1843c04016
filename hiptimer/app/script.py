"""The lines a voice is given: every phrase of a catalogue, and how fast it is said."""

from collections.abc import Iterable, Mapping

from hiptimer.audio.lines import Line
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine
from hiptimer.workout.speech import phrases_of, word_says

CUE_SPEED = 1.1
CUE_WITHIN_S = 1.5
"""A form cue is said between two tones of a rep, which are some 1.7 s apart."""


def lines_of(
    exercises: Iterable[Exercise], routines: Iterable[Routine], respelt: Mapping[str, str]
) -> tuple[Line, ...]:
    """One line for each phrase, in a steady order."""
    exercises = tuple(exercises)
    cues = {word_says(cue) for exercise in exercises for cue in exercise.text.cues}
    phrases = phrases_of(exercises, routines)
    return tuple(_line(phrase, phrase in cues, respelt.get(phrase, "")) for phrase in phrases)


def _line(phrase: str, is_cue: bool, given: str) -> Line:
    if is_cue:
        return Line(phrase, given, speed=CUE_SPEED, within_s=CUE_WITHIN_S)
    return Line(phrase, given)
