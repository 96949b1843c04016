"""The spoken phrases: known from their manifests, decoded when first said.

Importing this loads neither NumPy nor soundfile: they come with the first phrase that sounds, on
the thread that draws it.
"""

import logging
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from hiptimer.audio.clips import Clip, read_clips
from hiptimer.audio.tones import RATE
from hiptimer.model.phrases import PhraseTable

if TYPE_CHECKING:
    from hiptimer.audio.synthesis import Samples

log = logging.getLogger(__name__)

KEPT_BYTES = 24 * 1024 * 1024
"""How much decoded speech is kept: two minutes of it, more than one routine says."""


class Voice:
    """What can be said. `problems` are words for a person about clips that cannot be used."""

    def __init__(self, clips: Sequence[Clip] = (), problems: Iterable[str] = ()) -> None:
        self._files = {clip.phrase: clip.file for clip in clips}
        self.problems = tuple(problems)
        self.table = PhraseTable({clip.phrase: clip.seconds for clip in clips})
        self._kept: OrderedDict[str, Samples] = OrderedDict()
        self._kept_bytes = 0
        self._lock = Lock()

    @classmethod
    def read(cls, *folders: Path) -> Self:
        """The clips of all folders; where two say the same phrase, the later folder's is used."""
        read = [read_clips(folder) for folder in folders]
        clips = [clip for one in read for clip in one.clips]
        return cls(clips, [problem for one in read for problem in one.problems])

    def seconds(self, phrase: str) -> float:
        """How long it takes to say, 0 if there is no clip for it."""
        return self.table.seconds(phrase)

    def sound(self, phrase: str) -> "Samples":
        """float32 of shape (n, 2) at `RATE`, full scale 1. Not to be written to.

        Of length 0 where there is no clip or it cannot be decoded, which is logged once. Any
        thread may ask.
        """
        with self._lock:
            if phrase not in self._kept:
                self._keep(phrase, self._decoded(phrase))
            self._kept.move_to_end(phrase)
            return self._kept[phrase]

    def _decoded(self, phrase: str) -> "Samples":
        from hiptimer.audio.decoding import decode, silence

        if phrase not in self._files:
            log.warning("There is no clip for %r.", phrase)
            return silence()
        return decode(Path(self._files[phrase]), RATE)

    def _keep(self, phrase: str, sound: "Samples") -> None:
        self._kept[phrase] = sound
        self._kept_bytes += _bytes(sound)
        while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
            # What is empty costs nothing, and must stay to be logged only once.
            oldest = next((p for p, s in self._kept.items() if len(s)), phrase)
            if oldest == phrase:
                return
            self._kept_bytes -= _bytes(self._kept.pop(oldest))


def _bytes(sound: "Samples") -> int:
    """Of memory: what is the same in both ears is kept once."""
    return len(sound) * sound.strides[0]
