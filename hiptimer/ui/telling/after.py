"""How the hip felt on the run or the next morning, in words to tap."""

from hiptimer.model.session import After
from hiptimer.ui.widgets.chips import Chip, Choice

AFTER_WORDS = {After.FINE: "Fine", After.SORE: "A little sore", After.HURT: "It hurt"}
AFTERS = tuple(AFTER_WORDS)


def after_choice() -> Choice:
    """One chip for each of AFTERS, none of them chosen."""
    chips = tuple(Chip(words) for words in AFTER_WORDS.values())
    return Choice(chips, tuple(f"Afterwards: {words}" for words in AFTER_WORDS.values()))
