"""Finding amounts, names and notes in a text, from left to right."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.amounts import Amounts
from hiptimer.model.prescription.chains import UNCLEAR, Chains
from hiptimer.model.prescription.item import Found, Item, item
from hiptimer.model.prescription.naming import Names
from hiptimer.model.prescription.numbering import BULLETS
from hiptimer.model.prescription.resting import Resting
from hiptimer.model.prescription.tempos import Tempos
from hiptimer.model.prescription.tokens import Kind, Token
from hiptimer.model.prescription.wording import Grammar, Reading, Wording

HARD = ";|"
QUOTES = "\"'"
# Signs that carry nothing but an end. Others are told about.
BREAKS = ",.:()[]{}!?=…" + BULLETS
UNKNOWN_SIGN = later("What this says is not clear.")
IN_A_NAME = (Found.NAME, Found.REMARK)


class Scanner:
    """The items of one text."""

    def __init__(self, tokens: Sequence[Token], known: Grammar, names: Names) -> None:
        self._tokens = tokens
        self._shortened = known.vocabulary.small.shortened
        self._phrases = names.phrases
        self._amounts = Amounts(tokens, known.amounts)
        tempos = Tempos(tokens, self._amounts, known.parts, self._is_name)
        wording = Wording(tokens, self._amounts, known)
        resting = Resting(tokens, self._amounts)
        chains = Chains(
            tokens,
            self._amounts,
            resting,
            known.vocabulary.repeats,
            is_often=wording.is_often,
            is_name=self._is_name,
        )
        self._rules: tuple[Callable[[int], Reading | None], ...] = (
            self._sign,
            self._name,
            wording.often,
            wording.weight,
            tempos.tempo,
            tempos.pace,
            resting.other_rest,
            resting.rest,
            chains.hold,
            chains.chain,
            wording.metres,
            wording.side,
            wording.note,
            wording.filler,
        )

    def items(self) -> list[Item]:
        """All of the text; runs of words of a name are joined."""
        return list(_joined(self._all()))

    def _all(self) -> Iterator[Item]:
        index = 0
        while index < len(self._tokens):
            found, index = self._at(index)
            yield from found

    def _at(self, index: int) -> Reading:
        for rule in self._rules:
            read = rule(index)
            if read is not None:
                return read
        if self._tokens[index].kind is Kind.WORD:
            return self._one(Found.NAME, index, index + 1)
        is_slash = self._tokens[index].text == "/"
        found, why = (Found.SOFT_BREAK, "") if is_slash else (Found.STRAY, tr(UNKNOWN_SIGN))
        return self._one(found, index, index + 1, why)

    def _one(self, found: Found, first: int, after: int, why: str = "") -> Reading:
        return [item(found, self._tokens, first, after, why=why)], after

    def _name(self, index: int) -> Reading | None:
        """A name that is known as a whole, although an amount may begin with its words."""
        after = self._after_name(index)
        return None if after is None else self._one(Found.NAME, index, after)

    def _after_name(self, index: int) -> int | None:
        """The index after a name. In "3x1 leg swing" the name is "leg swing", not "1 leg"."""
        found = self._phrases.at(self._tokens, index)
        if found is None or self._amounts.single(index) is None:
            return None if found is None else found[1]
        inner = self._phrases.at(self._tokens, index + 1)
        return found[1] if inner is None or inner[1] <= found[1] else None

    def _is_name(self, index: int) -> bool:
        return self._after_name(index) is not None

    def _sign(self, index: int) -> Reading | None:
        """Ends of lines and clauses. Hyphens within a word and quotes are none."""
        token = self._tokens[index]
        if token.kind is Kind.UNCLEAR:
            return self._unclear(index)
        if token.kind is Kind.NEWLINE or token.text in HARD:
            return self._one(Found.HARD_BREAK, index, index + 1)
        if token.kind is not Kind.SIGN:
            return None
        if token.text in QUOTES or self._is_shortening(index) or self._is_hyphen(index):
            return self._one(Found.SMALL, index, index + 1)
        return self._one(Found.SOFT_BREAK, index, index + 1) if token.text in BREAKS else None

    def _unclear(self, index: int) -> Reading:
        """ "8,5 s hold" with all that goes with it."""
        after = index + 1
        while (more := self._amounts.is_a(after, "seconds", "minutes", "hold", "rest")) is not None:
            after = more
        return self._one(Found.STRAY, index, after, tr(UNCLEAR))

    def _is_hyphen(self, index: int) -> bool:
        if self._tokens[index].text != "-" or not self._adjoins(index):
            return False
        return self._adjoins(index + 1) and self._tokens[index + 1].kind is Kind.WORD

    def _is_shortening(self, index: int) -> bool:
        """Whether this is the full stop of "sec." and not the end of a sentence."""
        if self._tokens[index].text != "." or not self._adjoins(index):
            return False
        if self._tokens[index - 1].text not in self._shortened:
            return False
        return index + 1 >= len(self._tokens) or not self._tokens[index + 1].capital

    def _adjoins(self, index: int) -> bool:
        inside = 0 < index < len(self._tokens)
        return inside and self._tokens[index - 1].touches(self._tokens[index])


def _joined(items: Iterator[Item]) -> Iterator[Item]:
    """Words of a name that stand together as one item, with small words and notes among them."""
    before: Item | None = None
    for found in items:
        if found.found is Found.SMALL:
            continue
        if before is not None and before.found in IN_A_NAME and found.found in IN_A_NAME:
            before = _together(before, found)
            continue
        if before is not None:
            yield before
        before = found
    if before is not None:
        yield before


def _together(before: Item, after: Item) -> Item:
    is_note = before.found is after.found is Found.REMARK
    joined = msgspec.structs.replace(before, end=after.end, after=after.after)
    return joined if is_note else msgspec.structs.replace(joined, found=Found.NAME, why="")
