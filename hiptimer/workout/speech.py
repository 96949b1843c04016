"""Every phrase the coach can say, word for word: the keys of the voice's clips."""

from collections.abc import Iterable, Iterator

import msgspec

from hiptimer.model.exercise import Exercise, PhaseKind, Position
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.routine import Routine
from hiptimer.model.side import Side
from hiptimer.model.words import FETCH_SAYS, PUT_AWAY_SAYS, side_sentence

GET_READY = "Get ready."
SWITCH_SIDES = "Switch sides."
LAST_SET = "Last set."
REST = "Rest."
NEXT = "Next:"
LAST_ONE = "Last one."
HALFWAY = "Halfway."
TEN_SECONDS = "Ten seconds."
PAUSED = "Paused."
GOING_ON = "Going on."
DONE = "Done."

SIDE_SAYS = {Side.LEFT: "Left side.", Side.RIGHT: "Right side."}

POSITION_SAYS = {
    Position.SIDE_LYING: "Lie on your side.",
    Position.SUPINE: "Lie on your back.",
    Position.PRONE: "Lie face down.",
    Position.QUADRUPED: "On your hands and knees.",
    Position.HALF_KNEELING: "Kneel on one knee.",
    Position.SEATED: "Sit down.",
    Position.STANDING: "Stand up.",
}

COUNTS = (
    "One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine.", "Ten.",
    "Eleven.", "Twelve.", "Thirteen.", "Fourteen.", "Fifteen.", "Sixteen.", "Seventeen.",
    "Eighteen.", "Nineteen.", "Twenty.", "Twenty-one.", "Twenty-two.", "Twenty-three.",
    "Twenty-four.", "Twenty-five.", "Twenty-six.", "Twenty-seven.", "Twenty-eight.",
    "Twenty-nine.", "Thirty.",
)  # fmt: skip

TENS = (
    *("Ten.", "Twenty.", "Thirty.", "Forty.", "Fifty.", "Sixty.", "Seventy.", "Eighty."),
    *("Ninety.", "One hundred.", "One hundred and ten.", "One hundred and twenty."),
)
"""Seconds of a hold that has no planned end."""

ALWAYS = (
    GET_READY,
    SWITCH_SIDES,
    LAST_SET,
    REST,
    NEXT,
    LAST_ONE,
    HALFWAY,
    TEN_SECONDS,
    PAUSED,
    GOING_ON,
    DONE,
    *SIDE_SAYS.values(),
    *POSITION_SAYS.values(),
    *FETCH_SAYS.values(),
    *PUT_AWAY_SAYS.values(),
    *COUNTS,
    *TENS,
)


class Speech(msgspec.Struct, frozen=True):
    """What can be said, and how much of it shall be. `turn` sets which form cues begin.

    `by_rep`: each rep waits for the person, so each sounds for itself.
    """

    phrases: PhraseTable = PhraseTable()
    level: VoiceLevel = VoiceLevel.NORMAL
    turn: int = 0
    by_rep: bool = False

    @property
    def is_silent(self) -> bool:
        return self.level is VoiceLevel.TONES or not self.phrases.seconds_by_phrase

    @property
    def helps(self) -> bool:
        """Whether more is said than what is needed."""
        return self.level in (VoiceLevel.NORMAL, VoiceLevel.TALKATIVE)

    @property
    def is_talkative(self) -> bool:
        return self.level is VoiceLevel.TALKATIVE


def name_says(name: str) -> str:
    """How the name of an exercise or a routine is said."""
    return f"{name}."


def side_says(exercise: Exercise, side: Side) -> str:
    """What to do for a side; empty for both."""
    return side_sentence(exercise, side) or SIDE_SAYS.get(side, "")


def word_says(word: str) -> str:
    """How a phase's own word or a form cue is said."""
    return f"{word[:1].upper()}{word[1:]}."


def count_says(number: int) -> str:
    """Empty beyond what is counted aloud."""
    return COUNTS[number - 1] if number <= len(COUNTS) else ""


def phrases_of(exercises: Iterable[Exercise], routines: Iterable[Routine]) -> tuple[str, ...]:
    """Every phrase that a workout of these may say, each once, in a steady order."""
    found = [*ALWAYS, *(name_says(routine.name) for routine in routines)]
    for exercise in exercises:
        found += own_phrases(exercise)
    return tuple(dict.fromkeys(found))


def own_phrases(exercise: Exercise) -> Iterator[str]:
    """What is said of one exercise alone."""
    text = exercise.text
    sides = (Side.LEFT, Side.RIGHT) if exercise.per_side else ()
    yield name_says(exercise.name)
    yield from (side_says(exercise, side) for side in sides)
    if text.setup_says:
        yield text.setup_says
    yield from (word_says(p.say) for p in exercise.phases if p.kind is not PhaseKind.PAUSE)
    yield from (word_says(cue) for cue in text.cues)
