"""What is missing or wrong in an exercise that is being made, told beside the field it is in."""

import re
from collections.abc import Iterator, Mapping

from hiptimer.model.exercise import Exercise, PhaseKind
from hiptimer.model.language import tr
from hiptimer.model.laws import SHORTEST_REP_S, SIDE_WORDS
from hiptimer.model.own_exercise import OwnExercise, cleaned, cleaned_lines
from hiptimer.model.words import number_words

LONGEST_NAME, LONGEST_LINE = 40, 200
LONGEST_SETUP_SAYS, LONGEST_SIDE_SAYS = 60, 100
MOST_SETS, MOST_REPS = 20, 200
LONGEST_PHASE_S, LONGEST_HOLD_S, LONGEST_REST_S = 60.0, 600.0, 600.0
MOST_PHASES = 12

Said = tuple[str, str]
"""A field, and what is to be done about it."""


def own_faults(
    own: OwnExercise, exercise_id: str, known: Mapping[str, Exercise]
) -> Mapping[str, str]:
    """What keeps it from being saved, by field; nothing when it may be.

    Phases are `phases.0.name` and so on; what is wrong with all of them together is `phases`.
    """
    faults: dict[str, str] = {}
    for field, words in (
        *_name_faults(own, exercise_id, known),
        *_word_faults(own),
        *_side_faults(own),
        *_dose_faults(own),
        *_phase_faults(own),
        *_link_faults(own, exercise_id, known),
    ):
        faults.setdefault(field, words)
    return faults


def _name_faults(
    own: OwnExercise, exercise_id: str, known: Mapping[str, Exercise]
) -> Iterator[Said]:
    name = cleaned(own.name)
    yield from _one_line("name", name, LONGEST_NAME, tr("Give it a name."))
    same = (e for e in known.values() if e.id != exercise_id)
    if any(e.name.casefold() == name.casefold() for e in same):
        yield "name", tr("There is already an exercise of this name.")


def _word_faults(own: OwnExercise) -> Iterator[Said]:
    yield from _one_line("setup", own.setup, LONGEST_LINE, tr("Say how to get into place."))
    yield from _one_line("how", own.how, LONGEST_LINE, tr("Say how it is done."))
    yield from _one_line("setup_says", own.setup_says, LONGEST_SETUP_SAYS)
    yield from _one_line("caution", own.caution, LONGEST_LINE)
    for field, lines in (("cues", own.cues), ("avoid", own.avoid)):
        for line in cleaned_lines(lines):
            yield from _one_line(field, line, LONGEST_LINE)


def _one_line(field: str, words: str, longest: int, missing: str = "") -> Iterator[Said]:
    words = cleaned(words)
    if missing and not words:
        yield field, missing
    if len(words) > longest:
        yield field, tr("At most {most} characters: these are {n}.", most=longest, n=len(words))


def _side_faults(own: OwnExercise) -> Iterator[Said]:
    if not own.per_side:
        return
    says = cleaned(own.side_says)
    yield from _one_line(
        "side_says", says, LONGEST_SIDE_SAYS, tr("Say which leg moves, such as {Side} leg lifts.")
    )
    words = re.findall(r"{(\w*)}", says)
    if re.search("[{}]", re.sub(r"{\w*}", "", says)) or not set(words) <= set(SIDE_WORDS):
        yield "side_says", tr("In braces only {side}, {Side} and {other} are understood.")
    elif says and not words:
        yield (
            "side_says",
            tr("Use {side}, {Side} or {other}, so that left and right are told apart."),
        )


def _dose_faults(own: OwnExercise) -> Iterator[Said]:
    yield from _between("sets", own.sets, 1, MOST_SETS)
    yield from _between("rest_s", own.rest_s, 0, LONGEST_REST_S)
    if own.is_hold:
        if not 0 < own.hold_s <= LONGEST_HOLD_S:
            yield "hold_s", tr("More than 0, at most {most}.", most=number_words(LONGEST_HOLD_S))
    else:
        yield from _between("reps", own.reps, 1, MOST_REPS)


def _between(field: str, number: float, least: float, most: float) -> Iterator[Said]:
    if not least <= number <= most:
        yield (
            field,
            tr("From {least} to {most}.", least=number_words(least), most=number_words(most)),
        )


def _phase_faults(own: OwnExercise) -> Iterator[Said]:
    if not own.phases:
        yield "phases", tr("A movement needs at least one phase.")
    if len(own.phases) > MOST_PHASES:
        yield "phases", tr("At most {n} phases.", n=MOST_PHASES)
    for index, phase in enumerate(own.phases):
        field = f"phases.{index}"
        yield from _one_line(
            f"{field}.name", phase.name, LONGEST_NAME, tr("Give the phase a name.")
        )
        yield from _one_line(f"{field}.say", phase.say, LONGEST_NAME, tr("Say what is shown."))
        if phase.to_pose not in own.poses or not set(phase.through) <= own.poses.keys():
            yield f"{field}.to_pose", tr("Choose a pose.")
        if not (own.is_hold and phase.kind is PhaseKind.HOLD):
            yield from _between(f"{field}.seconds", phase.seconds, 0, LONGEST_PHASE_S)
    if own.is_entered and own.start not in own.poses:
        yield "start", tr("Choose a pose.")
    held = sum(phase.kind is PhaseKind.HOLD for phase in own.phases)
    if own.is_hold and held != 1:
        yield "phases", tr("A hold needs exactly one phase that is held.")
    if not own.is_hold and sum(phase.seconds for phase in own.phases) < SHORTEST_REP_S:
        yield (
            "phases",
            tr("A rep must last at least {seconds} s.", seconds=number_words(SHORTEST_REP_S)),
        )


def _link_faults(
    own: OwnExercise, exercise_id: str, known: Mapping[str, Exercise]
) -> Iterator[Said]:
    for field, other in (("easier_id", own.easier_id), ("harder_id", own.harder_id)):
        if other is not None and other not in known:
            yield field, tr("There is no such exercise any more.")
        elif other == exercise_id:
            yield field, tr("Choose another exercise than this one.")
    if own.harder_id is not None and own.harder_id == own.easier_id:
        yield "harder_id", tr("It cannot be easier and harder at once.")
