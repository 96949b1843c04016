"""What a voice is to say, and how its clips are named. Loads neither NumPy nor a model."""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from hiptimer.audio.clips import Clip
from hiptimer.audio.errors import AudioError

MAKING = 1
"""Goes up when clips are to sound different from the same words: all are made anew then."""

FASTEST = 1.25
"""Speech that must fit is not hurried beyond this."""

Speed = Annotated[float, msgspec.Meta(ge=0.5, le=2.0)]


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phrase to be spoken.

    `given` is what the voice is handed instead where it would say the phrase wrong: other words,
    or IPA between slashes. `speed` 1.0 is the voice's own. A line that takes longer than
    `within_s` is said faster, up to `FASTEST`.
    """

    phrase: Annotated[str, msgspec.Meta(min_length=1)]
    given: str = ""
    speed: Speed = 1.0
    within_s: float | None = None

    @property
    def words(self) -> str:
        return self.given or self.phrase


class SpokenClip(Clip, frozen=True, kw_only=True):
    """A clip as it was made; `loudness_lufs` is that of the file, decoded."""

    loudness_lufs: float


def clip_name(line: Line, voice: str) -> str:
    """The file of a line: another one when anything changes that can be heard."""
    heard = msgspec.json.encode((MAKING, voice, line))
    plain = unicodedata.normalize("NFKD", line.phrase).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:48].strip("-")
    return f"{slug or 'phrase'}-{hashlib.sha256(heard).hexdigest()[:8]}.ogg"


def read_respelt(file: Path) -> Mapping[str, str]:
    """What the voice is given for phrases it would say wrong; nothing where there is no file.

    AudioError says what is wrong with one.
    """
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return msgspec.convert(table, dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise AudioError(f"{file}: {error}") from error
