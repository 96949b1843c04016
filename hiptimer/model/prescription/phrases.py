"""Finding the longest known phrase that begins at a token."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from hiptimer.model.prescription.tokens import Kind, Token, tokenise

T = TypeVar("T")


def singular(word: str) -> str:
    """A word without the ending of the plural: "clams", "stretches", "curtsies", "extensiones"."""
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("iones"):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


class Phrases(Generic[T]):
    """Phrases with what each stands for. With `plural`, one and many are the same word."""

    def __init__(self, phrases: Iterable[tuple[str, T]], *, plural: bool = False) -> None:
        self._plural = plural
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in phrases:
            words = self.words_of(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append((words, meaning))
        for found in self._by_first.values():
            found.sort(key=_longest_first)

    def words_of(self, phrase: str) -> tuple[str, ...]:
        return tuple(self._word(t.text) for t in tokenise(phrase) if t.text != "-")

    def at(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """What the longest phrase beginning here stands for, and the index after it."""
        if index >= len(tokens):
            return None
        for words, meaning in self._by_first.get(self._word(tokens[index].text), ()):
            after = self._after(tokens, index + 1, words)
            if after is not None:
                return meaning, after
        return None

    def _word(self, text: str) -> str:
        return singular(text) if self._plural else text

    def _after(self, tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int | None:
        """The index after `words`, the first of which stands before `index`; hyphens within a word
        ("side-lying") count as gaps.
        """
        for word in words[1:]:
            if _is_hyphen(tokens, index):
                index += 1
            if index >= len(tokens) or self._word(tokens[index].text) != word:
                return None
            index += 1
        return index


def _is_hyphen(tokens: Sequence[Token], index: int) -> bool:
    if not 0 < index < len(tokens) - 1 or tokens[index].text != "-":
        return False
    here = tokens[index]
    return tokens[index - 1].touches(here) and here.touches(tokens[index + 1])


def _longest_first(entry: tuple[tuple[str, ...], object]) -> int:
    return -len(entry[0])


def is_inner_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Whether this is the hyphen of a word such as "single-leg"."""
    if not _is_hyphen(tokens, index):
        return False
    return tokens[index - 1].kind is Kind.WORD and tokens[index + 1].kind is Kind.WORD
