"""What was prescribed of one exercise, in words."""

from collections.abc import Iterator

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.plain import plain
from hiptimer.model.prescription.prescribed import PrescribedStep
from hiptimer.model.words import number_words, reps_words

OWN_AMOUNT = later("its own amount")
LONGEST_QUOTE = 40


def amount_words_of(step: PrescribedStep, exercise: Exercise) -> str:
    """Such as "3 sets, 10 reps, each side, rest 30 s"."""
    return ", ".join(_amounts(step, exercise)) or tr(OWN_AMOUNT)


def quoted(words: str) -> str:
    """In quotes, on one line, with what is too long cut off."""
    line = plain(" ".join(words.split()))
    return f'"{line[: LONGEST_QUOTE - 1]}…"' if len(line) > LONGEST_QUOTE else f'"{line}"'


def _amounts(step: PrescribedStep, exercise: Exercise) -> Iterator[str]:
    if step.sets is not None:
        yield tr_n("{n} set", "{n} sets", step.sets)
    if step.reps is not None:
        yield reps_words(step.reps)
    if step.hold_s is not None:
        yield tr("hold {seconds} s", seconds=number_words(step.hold_s))
    if step.tempo is not None:
        pairs = zip(exercise.phases, step.tempo, strict=True)
        parts = " ".join(phase_words(phase.name, seconds) for phase, seconds in pairs)
        yield tr("tempo {parts}", parts=parts)
    if step.per_side:
        yield tr("each side")
    if step.rest_s is not None:
        yield tr("rest {seconds} s", seconds=number_words(step.rest_s))


def phase_words(phase: str, seconds: float) -> str:
    """A part of a rep with its length: "open 2 s"."""
    return tr("{phase} {seconds} s", phase=phase, seconds=number_words(seconds))
