"""What can be said, and how long saying it takes."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec


class PhraseTable(msgspec.Struct, frozen=True):
    """Seconds by phrase. A phrase without a clip is not spoken and takes no time."""

    seconds_by_phrase: Mapping[str, float] = msgspec.field(
        default_factory=lambda: MappingProxyType({})
    )

    def seconds(self, phrase: str) -> float:
        return self.seconds_by_phrase.get(phrase, 0.0)
