"""What can be said, and how long saying it takes."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec


class VoiceLevel(StrEnum):
    """How much is said. `TONES` says nothing; the rest say what is needed, what helps, or all."""

    TONES = "tones"
    BRIEF = "brief"
    NORMAL = "normal"
    TALKATIVE = "talkative"


class PhraseTable(msgspec.Struct, frozen=True):
    """Seconds by phrase. A phrase without a clip is not spoken and takes no time."""

    seconds_by_phrase: Mapping[str, float] = msgspec.field(
        default_factory=lambda: MappingProxyType({})
    )

    def __contains__(self, phrase: str) -> bool:
        return phrase in self.seconds_by_phrase

    def seconds(self, phrase: str) -> float:
        return self.seconds_by_phrase.get(phrase, 0.0)
