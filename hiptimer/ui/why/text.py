"""What the page "Why hips" says, read from a TOML file so that it can be translated."""

from typing import Literal

import msgspec

Strength = Literal["trial", "small_study", "practice"]


class Headings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    muscles: str
    known: str
    unknown: str
    clinician: str


class StrengthWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The short name of a strength of evidence, and what it means."""

    name: str
    means: str


class MuscleText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`picture` is an exercise by id in which the muscle works."""

    name: str
    place: str
    does: str
    picture: str


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`people` tells who was studied, `source` by whom, when and where it was told."""

    says: str
    strength: Strength
    source: str
    people: str = ""


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    claims: tuple[Claim, ...]
    intro: str = ""


class Unknown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    says: str
    source: str = ""


class WhyText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole page, from top to bottom."""

    title: str
    opening: tuple[str, ...]
    headings: Headings
    strengths: dict[Strength, StrengthWords]
    muscles: tuple[MuscleText, ...]
    topics: tuple[Topic, ...]
    unknown: tuple[Unknown, ...]


def read_why(toml: bytes) -> WhyText:
    """The text of a TOML file; raises msgspec.ValidationError for a wrong one."""
    return msgspec.toml.decode(toml, type=WhyText)
