"""Every phrase the coach can say, word for word: the keys of the voice's clips.

The constants are English. What is said, and looked up among the clips, is `tr` of them.
"""

from collections.abc import Iterable, Iterator

import msgspec

from hiptimer.model.exercise import Exercise, PhaseKind, Position
from hiptimer.model.language import later, tr
from hiptimer.model.names import FETCH_SAYS, PUT_AWAY_SAYS
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.routine import Routine
from hiptimer.model.side import Side
from hiptimer.model.words import side_sentence

GET_READY = later("Get ready.")
SWITCH_SIDES = later("Switch sides.")
LAST_SET = later("Last set.")
REST = later("Rest.")
NEXT = later("Next:")
LAST_ONE = later("Last one.")
HALFWAY = later("Halfway.")
TEN_SECONDS = later("Ten seconds.")
PAUSED = later("Paused.")
GOING_ON = later("Going on.")
DONE = later("Done.")

SIDE_SAYS = {Side.LEFT: later("Left side."), Side.RIGHT: later("Right side.")}

POSITION_SAYS = {
    Position.SIDE_LYING: later("Lie on your side."),
    Position.SUPINE: later("Lie on your back."),
    Position.PRONE: later("Lie face down."),
    Position.QUADRUPED: later("On your hands and knees."),
    Position.HALF_KNEELING: later("Kneel on one knee."),
    Position.SEATED: later("Sit down."),
    Position.STANDING: later("Stand up."),
}

COUNTS = (
    later("One."),
    later("Two."),
    later("Three."),
    later("Four."),
    later("Five."),
    later("Six."),
    later("Seven."),
    later("Eight."),
    later("Nine."),
    later("Ten."),
    later("Eleven."),
    later("Twelve."),
    later("Thirteen."),
    later("Fourteen."),
    later("Fifteen."),
    later("Sixteen."),
    later("Seventeen."),
    later("Eighteen."),
    later("Nineteen."),
    later("Twenty."),
    later("Twenty-one."),
    later("Twenty-two."),
    later("Twenty-three."),
    later("Twenty-four."),
    later("Twenty-five."),
    later("Twenty-six."),
    later("Twenty-seven."),
    later("Twenty-eight."),
    later("Twenty-nine."),
    later("Thirty."),
)

TENS = (
    later("Ten."),
    later("Twenty."),
    later("Thirty."),
    later("Forty."),
    later("Fifty."),
    later("Sixty."),
    later("Seventy."),
    later("Eighty."),
    later("Ninety."),
    later("One hundred."),
    later("One hundred and ten."),
    later("One hundred and twenty."),
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
    return side_sentence(exercise, side) or (tr(SIDE_SAYS[side]) if side in SIDE_SAYS else "")


def word_says(word: str) -> str:
    """How a phase's own word or a form cue is said."""
    return f"{word[:1].upper()}{word[1:]}."


def count_says(number: int) -> str:
    """Empty beyond what is counted aloud."""
    return tr(COUNTS[number - 1]) if number <= len(COUNTS) else ""


def phrases_of(exercises: Iterable[Exercise], routines: Iterable[Routine]) -> tuple[str, ...]:
    """Every phrase that a workout of these may say, each once, in a steady order."""
    found = [*(tr(phrase) for phrase in ALWAYS), *(name_says(routine.name) for routine in routines)]
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
