"""The words of one language that a physio's line is read with."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from hiptimer.model.reading import convert, read_table

Forms = tuple[str, ...]


class Amounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say what a number is."""

    range: Forms
    times: Forms
    sets: Forms
    reps: Forms
    seconds: Forms
    minutes: Forms
    maybe_minutes: Forms
    hold: Forms
    holding: Forms
    rest: Forms
    no_rest: Forms
    other_rest: Forms
    tempo: Forms
    links: Forms


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    each: Forms
    both: Forms
    one: Forms
    turns: Forms
    total: Forms


class Notes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are known and not kept."""

    rates: Forms
    often: Forms
    weight: Forms
    remarks: Forms


class Small(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words without weight."""

    articles: Forms
    fillers: Forms
    joints: Forms
    shortened: Forms


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names` are other names of exercises by their id; `alike` other forms of a word.

    `number_joints` stand between tens and ones in numbers of several words. With `decimal_comma`,
    "2,5" is a number.
    """

    numbers: Mapping[str, float]
    repeats: Mapping[str, int]
    spans: Mapping[str, float]
    amounts: Amounts
    parts: Mapping[str, Forms]
    sides: Sides
    notes: Notes
    small: Small
    alike: Mapping[str, Forms]
    equipment: Mapping[str, str]
    names: Mapping[str, Forms]
    number_joints: Forms = ()
    decimal_comma: bool = False


def read_vocabulary(path: Path) -> Vocabulary:
    """The words in a TOML file. CatalogueError lists all its faults."""
    return convert(read_table(path), Vocabulary, path)


def classes(group: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """Each form of a group of words with the name of its class."""
    for name in group.__struct_fields__:
        for form in getattr(group, name):
            yield form, name


def forms_of(vocabulary: Vocabulary) -> Iterator[str]:
    """Every form of every word there is."""
    yield from plain_forms_of(vocabulary)
    for forms in (vocabulary.alike, vocabulary.names):
        yield from (form for listed in forms.values() for form in listed)


def plain_forms_of(vocabulary: Vocabulary) -> Iterator[str]:
    """Every form of every word but those of names, which may be borrowed from another language."""
    for group in (vocabulary.amounts, vocabulary.sides, vocabulary.notes, vocabulary.small):
        yield from (form for form, _ in classes(group))
    yield from (*vocabulary.numbers, *vocabulary.repeats, *vocabulary.spans)
    yield from vocabulary.number_joints
    for listed in vocabulary.parts.values():
        yield from listed
