"""Putting a misspelled word of a name right, when it is clear which was meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from hiptimer.model.prescription.phrases import singular

SHORTEST = 4
LONGEST = 30
SHORTEST_HALF = 3
# How alike two spellings are, from 0 to 1.
CLOSE = 0.8
# Letters that may be missing or too many.
MOST_MISSING = 2


class Spelling:
    """The words that names are made of. What was asked once is remembered: whoever types a text
    has nearly all of its words read again with each key.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = dict.fromkeys(singular(word) for word in words)
        self._by_letter: dict[str, list[str]] = {}
        self._asked: dict[str, tuple[str, ...]] = {}
        for word in self._words:
            # One of the first two letters is right, or the word is not recognised.
            for letter in {*word[:2]}:
                self._by_letter.setdefault(letter, []).append(word)

    def correct(self, word: str) -> tuple[str, ...]:
        """The word or the two words that were meant; the same when it is known or unclear."""
        if word not in self._asked:
            self._asked[word] = self._correct(word)
        return self._asked[word]

    def _correct(self, word: str) -> tuple[str, ...]:
        known = singular(word)
        if known in self._words or not SHORTEST <= len(known) <= LONGEST:
            return (word,)
        return self._close(known) or self._halves(known) or (word,)

    def _close(self, word: str) -> tuple[str, ...]:
        near = {
            other
            for letter in word[:2]
            for other in self._by_letter.get(letter, ())
            if abs(len(other) - len(word)) <= MOST_MISSING
        }
        close = get_close_matches(word, sorted(near), n=2, cutoff=CLOSE)
        if len(close) == 2 and _likeness(word, close[0]) == _likeness(word, close[1]):
            return ()
        return tuple(close[:1])

    def _halves(self, word: str) -> tuple[str, ...]:
        """Two words written as one: "sideplank"."""
        for cut in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
            if word[:cut] in self._words and word[cut:] in self._words:
                return word[:cut], word[cut:]
        return ()


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, other, one).ratio()
