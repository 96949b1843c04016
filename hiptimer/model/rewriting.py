"""Writing a routine into the text it had before, so that a person's comments and order stay."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hiptimer.model.routine import Routine, Step
from hiptimer.model.toml import TomlError, toml_table
from hiptimer.model.writing import write_routine

if TYPE_CHECKING:
    from tomlkit.items import Table
    from tomlkit.toml_document import TOMLDocument

HEADER = re.compile(r"^[ \t]*\[\[[ \t]*steps[ \t]*\]\][ \t]*(#.*)?$")


class _Pieces(NamedTuple):
    """A file cut before the comments of each step. `blocks` hold one step each; `tail` is what
    stands alone at the end.
    """

    head: str
    blocks: tuple[str, ...]
    tail: str


def rewrite_routine(routine: Routine, before: str) -> str:
    """The text of a routine's file that was `before`: what is the same stays as it was written.

    A comment goes with the step that it stands above or in. Reading the text gives the same
    routine, whatever it was before; text of another form is written anew.
    """
    pieces = _cut(before)
    if pieces is None:
        return write_routine(routine)
    text = _joined(pieces, routine)
    return text if _reads_as(text, routine) else write_routine(routine)


def _cut(text: str) -> _Pieces | None:
    """None where it is no routine with its steps one below the other."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    headers = [number for number, line in enumerate(lines) if HEADER.match(line)]
    steps = _steps_of(text)
    if not headers or steps is None or len(steps) != len(headers):
        return None
    ends = [*(_begin(lines, header) for header in headers), _begin(lines, len(lines))]
    blocks = tuple(_text(lines[begin:end]) for begin, end in pairwise(ends))
    return _Pieces(_text(lines[: ends[0]]), blocks, _text(lines[ends[-1] :]))


def _begin(lines: Sequence[str], header: int) -> int:
    """Where the comments before a line begin; those right under what is above belong to that."""
    begin = header
    while begin > 0 and (not lines[begin - 1].strip() or lines[begin - 1].lstrip()[0] == "#"):
        begin -= 1
    blanks = (number for number in range(begin, header) if not lines[number].strip())
    return next(blanks, header if header == len(lines) else begin)


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip("\n")


def _steps_of(text: str) -> tuple[Step, ...] | None:
    table = _table(text)
    try:
        return msgspec.convert(table.get("steps", ()), tuple[Step, ...])
    except msgspec.ValidationError:
        return None


def _table(text: str) -> dict[str, object]:
    """Empty for what is no TOML."""
    try:
        return toml_table(text.encode())
    except TomlError:
        return {}


def _reads_as(text: str, routine: Routine) -> bool:
    try:
        return msgspec.convert(_table(text), Routine) == routine
    except msgspec.ValidationError:
        return False


def _joined(pieces: _Pieces, routine: Routine) -> str:
    import tomlkit  # takes 40 ms and is only needed when something is saved

    head = tomlkit.parse(pieces.head + "\n")
    _bring_up(head, _values(routine))
    blocks = [
        _new_block(step) if block is None else _changed_block(step, block)
        for step, block in zip(routine.steps, _own_blocks(pieces, routine.steps), strict=True)
    ]
    return "\n\n".join(
        text.strip("\n") for text in (tomlkit.dumps(head), *blocks, pieces.tail) if text.strip()
    ) + "\n"  # fmt: skip


def _own_blocks(pieces: _Pieces, steps: Sequence[Step]) -> list[str | None]:
    """For each step the block that told it before: the same, else one of the same exercise, else,
    where no step was added or taken away, the one at its place.
    """
    told = [(_steps_of(block) or ())[0] for block in pieces.blocks]
    found: dict[int, int] = {}

    def match(is_alike: Callable[[int, int], bool]) -> None:
        for place in range(len(steps)):
            free = (old for old in range(len(told)) if old not in found.values())
            block = next((old for old in free if is_alike(place, old)), None)
            if place not in found and block is not None:
                found[place] = block

    match(lambda place, old: told[old] == steps[place])
    match(lambda place, old: told[old].exercise == steps[place].exercise)
    if len(told) == len(steps):
        match(lambda place, old: place == old)
    return [pieces.blocks[found[n]] if n in found else None for n in range(len(steps))]


def _new_block(step: Step) -> str:
    import tomlkit

    table = tomlkit.table()
    _bring_up(table, _values(step))
    steps = tomlkit.aot()
    steps.append(table)
    document = tomlkit.document()
    document.add("steps", steps)
    return tomlkit.dumps(document)


def _changed_block(step: Step, block: str) -> str:
    import tomlkit

    document = tomlkit.parse(block + "\n")
    _bring_up(document["steps"][0], _values(step))
    return tomlkit.dumps(document)


def _values(struct: msgspec.Struct) -> dict[str, tuple[object, object]]:
    """Each field but the steps, in their order: what it is, and what it is when it is not said."""
    fields = (f for f in msgspec.structs.fields(struct) if f.name != "steps")
    return {f.encode_name: (_plain(getattr(struct, f.name)), _plain(f.default)) for f in fields}


def _plain(value: object) -> object:
    """As a person writes it: whole seconds without a point."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _bring_up(table: "Table | TOMLDocument", values: Mapping[str, tuple[object, object]]) -> None:
    """Say in the table what differs from what it says."""
    for name, (value, default) in values.items():
        if name in table:
            if value is None:
                table.remove(name)
            elif table[name] != value:
                table[name] = value
        elif value != default:
            table.add(name, value)
