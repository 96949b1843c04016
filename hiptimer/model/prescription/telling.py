"""What was prescribed of one exercise, in words."""

from collections.abc import Iterator

from hiptimer.model.exercise import Exercise
from hiptimer.model.prescription.prescribed import PrescribedStep
from hiptimer.model.words import number_words, plural

OWN_AMOUNT = "its own amount"
LONGEST_QUOTE = 40


def amount_words_of(step: PrescribedStep, exercise: Exercise) -> str:
    """Such as "3 sets, 10 reps, each side, rest 30 s"."""
    return ", ".join(_amounts(step, exercise)) or OWN_AMOUNT


def quoted(words: str) -> str:
    """In quotes, on one line, with what is too long cut off."""
    line = " ".join(words.split())
    return f'"{line[: LONGEST_QUOTE - 1]}…"' if len(line) > LONGEST_QUOTE else f'"{line}"'


def _amounts(step: PrescribedStep, exercise: Exercise) -> Iterator[str]:
    if step.sets is not None:
        yield plural(step.sets, "set")
    if step.reps is not None:
        yield plural(step.reps, "rep")
    if step.hold_s is not None:
        yield f"hold {_seconds(step.hold_s)}"
    if step.tempo is not None:
        pairs = zip(exercise.phases, step.tempo, strict=True)
        yield "tempo " + " ".join(f"{phase.name} {_seconds(s)}" for phase, s in pairs)
    if step.per_side:
        yield "each side"
    if step.rest_s is not None:
        yield f"rest {_seconds(step.rest_s)}"


def _seconds(seconds: float) -> str:
    return f"{number_words(seconds)} s"
