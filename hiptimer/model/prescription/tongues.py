"""Reading a physio's lines in whichever of some languages they come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from hiptimer.model.exercise import Exercise
from hiptimer.model.prescription.phrases import singular
from hiptimer.model.prescription.prescribed import (
    NotUnderstood,
    Part,
    PrescribedStep,
    Prescription,
    Remark,
)
from hiptimer.model.prescription.reading import LONGEST_TEXT, Reader
from hiptimer.model.prescription.tokens import Kind, tokenise
from hiptimer.model.prescription.vocabulary import Forms, Vocabulary, forms_of, plain_forms_of

Told = TypeVar("Told", Part, NotUnderstood, Remark)


class Tongue(msgspec.Struct, frozen=True):
    """A language that lines may come in: its words, and what exercises are called there, by id."""

    vocabulary: Vocabulary
    called: Mapping[str, str] = MappingProxyType({})


class TongueReader:
    """Reads each line in the language that has more of its words, else in the only one that
    understands all of it. A line that does not tell goes with the line before; the first of a
    text, with the first of `tongues`.
    """

    def __init__(self, exercises: Mapping[str, Exercise], tongues: Sequence[Tongue]) -> None:
        parts = _all_parts(tongues)
        self._readers = [
            Reader(exercises, tongue.vocabulary, called=tongue.called, parts=parts)
            for tongue in tongues
        ]
        self._own_words = [
            _words_of(tongue).difference(*(_lent_out(o) for o in tongues if o is not tongue))
            for tongue in tongues
        ]

    def read(self, text: str) -> Prescription:
        """Everything in a text of one or several lines. No text is an error."""
        if len(text) > LONGEST_TEXT:
            at_most = text[:LONGEST_TEXT]
            return self._readers[self._spoken_in(at_most) or 0].read(text)
        runs = [*self._runs(text)]
        if len(runs) == 1:
            return self._readers[runs[0][2]].read(text)
        read = [
            _moved(self._readers[tongue].read(text[start:end]), start)
            for start, end, tongue in runs
        ]
        return Prescription(
            tuple(step for one in read for step in one.steps),
            tuple(told for one in read for told in one.not_understood),
            tuple(told for one in read for told in one.remarks),
        )

    def _runs(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Stretches of lines in one language: start, end and the index of the language."""
        start = end = 0
        now: int | None = None
        for line in text.splitlines(keepends=True):
            spoken = self._spoken_in(line)
            if spoken is not None and now is not None and spoken != now:
                yield start, end, now
                start = end
            now = now if spoken is None else spoken
            end += len(line)
        yield start, len(text), now or 0

    def _spoken_in(self, text: str) -> int | None:
        """The language of a text; None where it does not tell."""
        words = [singular(token.text) for token in tokenise(text) if token.kind is Kind.WORD]
        counts = [sum(word in own for word in words) for own in self._own_words]
        best = _only_best(counts)
        if best is None and words:
            best = _only_best([not reader.read(text).not_understood for reader in self._readers])
        return best


def _only_best(counts: Sequence[int]) -> int | None:
    """The place of the highest; None where several are."""
    most = max(counts)
    return counts.index(most) if counts.count(most) == 1 else None


def _words_of(tongue: Tongue) -> set[str]:
    return _words_in((*forms_of(tongue.vocabulary), *tongue.called.values()))


def _lent_out(tongue: Tongue) -> set[str]:
    """Words that tell nothing of another language. Names are borrowed from one another."""
    return _words_in(plain_forms_of(tongue.vocabulary))


def _words_in(phrases: Iterable[str]) -> set[str]:
    tokens = (token for phrase in phrases for token in tokenise(phrase))
    return {singular(token.text) for token in tokens if token.kind is Kind.WORD}


def _all_parts(tongues: Sequence[Tongue]) -> dict[str, Forms]:
    """The words for each part of a rep in all languages: exercises may be shown in any of them."""
    parts: dict[str, Forms] = {}
    for tongue in tongues:
        for part, forms in tongue.vocabulary.parts.items():
            parts[part] = (*parts.get(part, ()), *forms)
    return parts


def _moved(read: Prescription, by: int) -> Prescription:
    """What was read of a stretch, with places in the whole text."""
    return Prescription(
        tuple(_moved_step(step, by) for step in read.steps),
        tuple(_moved_one(told, by) for told in read.not_understood),
        tuple(_moved_one(told, by) for told in read.remarks),
    )


def _moved_step(step: PrescribedStep, by: int) -> PrescribedStep:
    parts = tuple(_moved_one(part, by) for part in step.parts)
    return replace(step, start=step.start + by, end=step.end + by, parts=parts)


def _moved_one(one: Told, by: int) -> Told:
    return replace(one, start=one.start + by, end=one.end + by)
