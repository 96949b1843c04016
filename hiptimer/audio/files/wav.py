"""WAV: 16-bit PCM, with the chapters as cue points that have names.

A RIFF file is chunks: four letters, the size of the body as a little-endian 32-bit number, the
body, and a zero where that has an odd length. The body of the whole is the letters "WAVE" and
then chunks. Ours follow the sound:

- `cue `: how many points, then for each its number, its sample, the letters "data", the start of
  chunk and block (0 where there is one data chunk), and its sample once more.
- `LIST` of kind `adtl`: for each point a `labl` with its number and its name, ended by a zero.
- `LIST` of kind `INFO`: `INAM` is the title, `IART` the artist.
"""

import struct
from collections.abc import Iterable
from typing import BinaryIO

from hiptimer.audio.chapters import Label
from hiptimer.audio.files.encoding import Encoding
from hiptimer.audio.soundtrack import Buffer

PCM = Encoding("WAV", "PCM_16")
RIFF_SIZE_AT = 4
"""Where the size of everything after it stands."""


def write_wav(
    stream: BinaryIO, blocks: Iterable[Buffer], rate: int, label: Label, artist: str
) -> None:
    """Write the file to the empty `stream`. Raises OSError, AudioError."""
    PCM.write(stream, blocks, rate)
    stream.write(_cue_points(label, rate) + _names(label) + _info(label.title, artist))
    size = stream.tell()
    stream.seek(RIFF_SIZE_AT)
    stream.write(struct.pack("<I", size - RIFF_SIZE_AT - 4))


def _cue_points(label: Label, rate: int) -> bytes:
    points = [
        struct.pack("<II4sIII", number, sample, b"data", 0, 0, sample)
        for number, sample in enumerate((round(c.start * rate) for c in label.chapters), start=1)
    ]
    return _chunk(b"cue ", struct.pack("<I", len(points)) + b"".join(points))


def _names(label: Label) -> bytes:
    labels = [
        _chunk(b"labl", struct.pack("<I", number) + _text(chapter.name))
        for number, chapter in enumerate(label.chapters, start=1)
    ]
    return _chunk(b"LIST", b"adtl" + b"".join(labels))


def _info(title: str, artist: str) -> bytes:
    about = _chunk(b"INAM", _text(title)) + _chunk(b"IART", _text(artist))
    return _chunk(b"LIST", b"INFO" + about)


def _text(words: str) -> bytes:
    return words.encode() + b"\0"


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)
