"""A prescription that was read, in lines for a terminal and as plain values for a program."""

from collections.abc import Iterator, Mapping

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.prescription.prescribed import Prescription
from hiptimer.model.prescription.telling import amount_words_of, quoted


def prescription_lines(
    prescription: Prescription, exercises: Mapping[str, Exercise]
) -> Iterator[str]:
    for number, step in enumerate(prescription.steps, 1):
        exercise = exercises[step.exercise]
        yield f"{number}. {exercise.name}: {amount_words_of(step, exercise)}"
    for remark in prescription.remarks:
        yield tr("Note: {text}", text=_quoted(remark.text, remark.why))
    for told in prescription.not_understood:
        yield tr("Not understood: {text}", text=_quoted(told.text, told.why))


def prescription_table(prescription: Prescription) -> dict[str, object]:
    """As `hiptimer parse --json` prints it."""
    fields = ("exercise", "sets", "reps", "hold_s", "tempo", "rest_s", "per_side")
    told = (("not_understood", prescription.not_understood), ("remarks", prescription.remarks))
    return {
        "steps": [{name: getattr(step, name) for name in fields} for step in prescription.steps],
        **{name: [{"text": t.text, "why": t.why} for t in texts] for name, texts in told},
    }


def _quoted(text: str, why: str) -> str:
    """The reason, after the words it is about unless it has them."""
    shown = quoted(text)
    return why if shown in why else f"{shown}. {why}"
