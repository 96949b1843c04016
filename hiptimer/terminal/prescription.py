"""A prescription that was read, in lines for a terminal and as plain values for a program."""

from collections.abc import Iterator, Mapping

from hiptimer.model.exercise import Exercise
from hiptimer.model.prescription.prescribed import PrescribedStep, Prescription
from hiptimer.model.words import number_words, plural


def prescription_lines(
    prescription: Prescription, exercises: Mapping[str, Exercise]
) -> Iterator[str]:
    for number, step in enumerate(prescription.steps, 1):
        exercise = exercises[step.exercise]
        said = ", ".join(_amounts(step, exercise)) or "its own amount"
        yield f"{number}. {exercise.name}: {said}"
    for remark in prescription.remarks:
        yield f"Note: {_quoted(remark.text, remark.why)}"
    for told in prescription.not_understood:
        yield f"Not understood: {_quoted(told.text, told.why)}"


def prescription_table(prescription: Prescription) -> dict[str, object]:
    """As `hiptimer parse --json` prints it."""
    fields = ("exercise", "sets", "reps", "hold_s", "tempo", "rest_s", "per_side")
    told = (("not_understood", prescription.not_understood), ("remarks", prescription.remarks))
    return {
        "steps": [{name: getattr(step, name) for name in fields} for step in prescription.steps],
        **{name: [{"text": t.text, "why": t.why} for t in texts] for name, texts in told},
    }


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


def _quoted(text: str, why: str) -> str:
    """The reason, after the words it is about unless it has them."""
    shown = f'"{_one_line(text)}"'
    return why if shown in why else f"{shown}. {why}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
