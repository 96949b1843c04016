"""What is wrong with a file of the catalogue, in words for the person who wrote it."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from hiptimer.model.language import tr
from hiptimer.model.nearest import nearest
from hiptimer.model.plain import plain

LONGEST_PROBLEM = 800
"""Characters: thirty names may be among them."""

LARGE = 10**18
"""From here on a whole number is told as a large one: some are too long to be written out."""


class Fault(msgspec.Struct, frozen=True):
    """`field` is the way to the value, such as `dose.hold_s` or `phases[2].kind`, from 1."""

    field: str
    found: str
    wanted: str

    def __str__(self) -> str:
        return tr(
            "{field}: found {found}, {wanted}",
            field=self.field,
            found=self.found,
            wanted=self.wanted,
        )


class Problem(msgspec.Struct, frozen=True):
    """One thing wrong with one file."""

    file: Path
    message: str

    def __str__(self) -> str:
        return plain(f"{self.file.name}: {self.message}", LONGEST_PROBLEM)


class CatalogueError(Exception):
    """A file of the catalogue cannot be used. `problems` lists everything wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shown(value: object) -> str:
    """A value as it is quoted in a message: short, and close to how TOML writes it."""
    match value:
        case None:
            text = tr("nothing")
        case bool():
            text = str(value).lower()
        case str():
            text = f'"{value}"'
            if len(value) > 60:
                text = tr('"{start}…" ({n} characters)', start=value[:57], n=len(value))
        case int() if abs(value) >= LARGE:
            text = tr("a very large number")
        case float():
            text = f"{value:g}"
        case list() | tuple():
            text = "[" + ", ".join(shown(item) for item in value[:6]) + ("…]" if value[6:] else "]")
        case dict():
            text = tr("a table")
        case _:
            text = str(value)
    return text


def suggestion(name: str, known: Iterable[str]) -> str:
    """The words that offer the nearest of `known`, or the first few of them."""
    names = sorted(known)
    meant = nearest(name, names)
    if meant is not None:
        return tr('did you mean "{name}"?', name=meant)
    listed = ", ".join(names[:30]) + (", …" if names[30:] else "")
    return tr("known are: {names}", names=listed) if names else tr("none is known")
