"""Which amounts belong to which name: the items of a text as one section for each exercise."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

import msgspec

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.item import Found, Item
from hiptimer.model.prescription.naming import Names, Naming
from hiptimer.model.prescription.tokens import Token
from hiptimer.model.prescription.vocabulary import Vocabulary

COUNTS = (Found.SETS, Found.REPS, Found.COUNT, Found.NUMBER)
BREAKS = (Found.SOFT_BREAK, Found.HARD_BREAK)
FOR_ALL = later("Whether this is for one exercise or for all of the line is not clear.")
# A name with the amounts after it.
Group = tuple[Item | None, list[Item]]
ASIDE = (Found.NOTE, Found.REMARK, Found.STRAY)


@dataclass(slots=True)
class Section:
    """A name with its amounts. Without a naming it names no exercise that is known. `more` are
    words that stand apart from the name and add to it.
    """

    name: Item
    tokens: tuple[Token, ...]
    naming: Naming | None
    more: list[Item] = field(default_factory=list)
    amounts: list[Item] = field(default_factory=list)

    @property
    def exercise(self) -> str | None:
        clear = self.naming is not None and len(self.naming.ids) == 1
        return self.naming.ids[0] if self.naming is not None and clear else None

    @property
    def is_counted(self) -> bool:
        return _is_counted(self.amounts)


class Grouping:
    """The sections of one text, and what is in none: `aside` are notes and strays, `words` those
    that name nothing, `lost` amounts without an exercise.
    """

    def __init__(self, tokens: Sequence[Token], names: Names, vocabulary: Vocabulary) -> None:
        self.sections: list[Section] = []
        self.aside: list[Item] = []
        self.words: list[Item] = []
        self.lost: list[Item] = []
        self._tokens = tokens
        self._names = names
        self._joints = vocabulary.small.joints
        self._holds = vocabulary.amounts.hold
        self._current: Section | None = None
        # Of the line that is being read: whether it has named an exercise, and the amounts
        # before that.
        self._named = False
        self._pending: list[Item] = []
        # Those that a break parts from the name.
        self._fronted: list[Item] = []
        # Whether the exercise of the line before was counted there.
        self._counted = False

    def read(self, items: Iterable[Item]) -> None:
        for clause, is_last in _clauses(items):
            self._clause(clause)
            if is_last:
                self._end_line()

    def _end_line(self) -> None:
        """A line without a name goes on with the exercise of the line before."""
        if self._pending and self._current is not None and not self._is_for_all():
            self._current.amounts += self._pending
        else:
            self.lost += self._pending
        self._pending = []
        self._named = False
        self._fronted = []
        self._counted = self._current is not None and self._current.is_counted

    def _is_for_all(self) -> bool:
        """Whether a line such as "3 rounds" below several exercises may be for all of them."""
        counts = [item for item in self._pending if item.found in COUNTS]
        is_sets_alone = len(counts) == 1 and counts[0].found in (Found.SETS, Found.COUNT)
        return is_sets_alone and self._counted and len(self.sections) > 1

    def _clause(self, clause: list[Item]) -> None:
        """Amounts stand after their name, or before it as in "3x10 clamshells, 3x12 bridges"."""
        self.aside += (item for item in clause if item.found in ASIDE)
        groups = _by_name(item for item in clause if item.found not in ASIDE)
        for (name, amounts), following in zip_longest(groups, groups[1:]):
            if name is not None:
                self._name(name, amounts)
            self._amounts(amounts, following, leads=name is None)
        if not self._named:
            self._fronted = list(self._pending)

    # --- amounts ---

    def _amounts(self, amounts: list[Item], following: Group | None, *, leads: bool) -> None:
        if self._current is None or not self._named:
            self._pending += amounts
            return
        own = self._owned(self._current, amounts, following, leads=leads)
        self._current.amounts += amounts[:own]
        self._pending += amounts[own:]

    def _owned(
        self, current: Section, amounts: list[Item], following: Group | None, *, leads: bool
    ) -> int:
        """How many of the amounts belong to the name before them, not to the one after."""
        counted = [index for index, item in enumerate(amounts) if item.found in COUNTS]
        if following is None or following[0] is None or self._adds(following[0]):
            return len(amounts)
        if leads:
            return 0 if counted or not _is_counted(following[1]) else len(amounts)
        return counted[0] if counted and current.is_counted else len(amounts)

    def _adds(self, name: Item) -> bool:
        return self._is_more_of_it(self._tokens_of(name))

    # --- names ---

    def _tokens_of(self, item: Item) -> tuple[Token, ...]:
        return tuple(self._tokens[item.first : item.after])

    def _name(self, item: Item, amounts: Sequence[Item]) -> None:
        tokens = self._tokens_of(item)
        naming = self._names.find(tokens)
        if naming is not None:
            self._begin(Section(item, tokens, naming))
            return
        if self._is_more_of_it(tokens):
            self._rename(item, tokens)
            return
        parts = self._split(item) or self._before_hold(item)
        if parts:
            for part in parts:
                self._begin(part)
        elif self._may_be_a_name(amounts):
            self._begin_unknown(Section(item, tokens, None), amounts)
        else:
            self.words.append(item)

    def _begin(self, section: Section) -> None:
        if self._named and self._fronted:
            self._doubt_fronted()
        section.amounts += self._pending
        self._pending = []
        self.sections.append(section)
        self._current = section
        self._named = True

    def _doubt_fronted(self) -> None:
        """ "3 rounds: clamshell x10, bridge x10" may be for all of the line, or for the first."""
        for section in self.sections:
            section.amounts = [item for item in section.amounts if item not in self._fronted]
        self.aside += (
            msgspec.structs.replace(item, found=Found.STRAY, why=tr(FOR_ALL))
            for item in self._fronted
        )
        self._fronted = []

    def _begin_unknown(self, section: Section, amounts: Sequence[Item]) -> None:
        """A line of mere words does not take what follows from the exercise before it."""
        is_mere_words = not self._pending and not amounts and self._current is not None
        if is_mere_words and not self._names.meant(section.tokens):
            self.words.append(section.name)
            return
        self._begin(section)

    def _may_be_a_name(self, amounts: Sequence[Item]) -> bool:
        """Whether unknown words stand where an exercise would."""
        return not self._named or bool(self._pending) or _is_counted(amounts)

    def _is_more_of_it(self, tokens: tuple[Token, ...]) -> bool:
        """Whether words add to the name before them: "bridge 3x10 single leg"."""
        if not self._named or self._current is None or self._names.find(tokens) is not None:
            return False
        joined = self._names.find((*self._current.tokens, *tokens))
        return joined is not None and len(joined.ids) == 1

    def _rename(self, item: Item, tokens: tuple[Token, ...]) -> None:
        if self._current is not None:
            self._current.tokens = (*self._current.tokens, *tokens)
            self._current.naming = self._names.find(self._current.tokens)
            self._current.more.append(item)

    def _before_hold(self, item: Item) -> list[Section]:
        """A name with a word for a hold at its end: "SL bridge hold 5 s x 10"."""
        last = item.after - 1
        if last == item.first or self._tokens[last].text not in self._holds:
            return []
        tokens = tuple(self._tokens[item.first : last])
        naming = self._names.find(tokens)
        if naming is None:
            return []
        name = Item(item.found, item.start, tokens[-1].end, first=item.first, after=last)
        held = Item(Found.HOLD_WORD, self._tokens[last].start, item.end)
        return [Section(name, tokens, naming, amounts=[held])]

    def _split(self, item: Item) -> list[Section]:
        """Several names with "and" between them; empty when one of them is unknown."""
        cuts = [i for i in range(item.first, item.after) if self._tokens[i].text in self._joints]
        sections = []
        for first, after in zip(
            (item.first, *(c + 1 for c in cuts)), (*cuts, item.after), strict=True
        ):
            tokens = tuple(self._tokens[first:after])
            naming = self._names.find(tokens) if tokens else None
            if naming is None:
                return []
            part = Item(item.found, tokens[0].start, tokens[-1].end, first=first, after=after)
            sections.append(Section(part, tokens, naming))
        return sections


def _is_counted(amounts: Iterable[Item]) -> bool:
    return any(amount.found in COUNTS for amount in amounts)


def _by_name(items: Iterable[Item]) -> list[Group]:
    """Each name with the amounts after it; those before the first stand without a name."""
    groups: list[Group] = [(None, [])]
    for item in items:
        if item.found is Found.NAME:
            groups.append((item, []))
        else:
            groups[-1][1].append(item)
    return groups


def _clauses(items: Iterable[Item]) -> Iterator[tuple[list[Item], bool]]:
    """The stretches between breaks, and whether a line ends after each."""
    clause: list[Item] = []
    for item in items:
        if item.found not in BREAKS:
            clause.append(item)
            continue
        yield clause, item.found is Found.HARD_BREAK
        clause = []
    yield clause, True
