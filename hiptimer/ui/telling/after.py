"""How the hip felt on the run or the next morning, in words to tap."""

from hiptimer.model.language import later, tr
from hiptimer.model.session import After
from hiptimer.ui.widgets.chips import Chip, Choice

AFTER_WORDS = {
    After.FINE: later("Fine"),
    After.SORE: later("A little sore"),
    After.HURT: later("It hurt"),
}
AFTERS = tuple(AFTER_WORDS)


def after_words(after: After) -> str:
    """Such as "A little sore"."""
    return tr(AFTER_WORDS[after])


def after_choice() -> Choice:
    """One chip for each of AFTERS, none of them chosen."""
    words = tuple(map(after_words, AFTERS))
    # L: {feeling} is such as "A little sore", after the run.
    names = tuple(tr("Afterwards: {feeling}", feeling=one) for one in words)
    return Choice(tuple(Chip(one) for one in words), names)
