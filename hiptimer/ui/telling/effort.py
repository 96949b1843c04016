"""How hard a session was, on the CR10 scale."""

from hiptimer.model.language import later_in, tr, tr_in
from hiptimer.model.words import number_words
from hiptimer.ui.widgets.chips import Choice, number_choice

EFFORT_WORDS = {
    0: later_in("effort", "nothing"),
    3: later_in("effort", "moderate"),
    5: later_in("effort", "hard"),
    7: later_in("effort", "very hard"),
    10: later_in("effort", "maximal"),
}
MOST_EFFORT = 10


def effort_choice(*, width: int, height: int) -> Choice:
    """The numbers 0 to 10, none of them chosen."""
    names = tuple(map(_name, range(MOST_EFFORT + 1)))
    return number_choice(names, width=width, height=height)


def effort_scale() -> str:
    return " · ".join(f"{number} {_word(number)}" for number in EFFORT_WORDS)


def effort_words(effort: float) -> str:
    """Such as "5 of 10, hard", "6.5 of 10"."""
    number = tr("{effort} of {most}", effort=number_words(effort), most=MOST_EFFORT)
    word = _word(round(effort)) if effort == round(effort) else ""
    return f"{number}, {word}" if word else number


def _name(effort: int) -> str:
    word, name = _word(effort), tr("Effort {effort}", effort=effort)
    return f"{name}, {word}" if word else name


def _word(effort: int) -> str:
    """Such as "hard"; empty for a number between two that have a word."""
    return tr_in("effort", EFFORT_WORDS[effort]) if effort in EFFORT_WORDS else ""
