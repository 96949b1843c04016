"""MP3 at a constant rate, with an ID3v2.3 tag before the sound.

The encoder's own first frame says by how many samples the sound is late and padded, so that a
player that knows of it is exact. The rate is constant because players find a chapter by its share
of the file.

A tag is "ID3", version and flags (3 bytes), its size in four bytes of seven bits, and frames. A
frame is four letters, the size of its body (32 bits, big-endian), two bytes of flags, the body:

- `TIT2` title, `TPE1` artist, `TLEN` length in milliseconds: a byte for the encoding, the text.
- `CHAP`: an id ended by a zero, start and end in milliseconds, start and end in bytes (all ones
  where not given), then frames that tell about it; `TIT2` is its name.
- `CTOC`: an id ended by a zero, flags (2 for the top of the table, 1 for chapters in order), how
  many chapters, and their ids, each ended by a zero.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from hiptimer.audio.chapters import Label
from hiptimer.audio.files.encoding import Encoding
from hiptimer.audio.soundtrack import Buffer

SLOWEST_KBPS, FASTEST_KBPS = 32, 320
"""What libsndfile's compression of 1 and 0 stand for."""

KBPS = 96
LAYER_3 = Encoding(
    "MP3",
    "MPEG_LAYER_III",
    # Given int16 in stereo, libsndfile 1.2 fills half of it with noise.
    as_float=True,
    bitrate_mode="CONSTANT",
    # Half a kbps more, since libsndfile rounds down.
    compression_level=(FASTEST_KBPS - KBPS - 0.5) / (FASTEST_KBPS - SLOWEST_KBPS),
)

MOST_CHAPTERS = 255
"""More do not fit the one byte of a table's length."""

NOT_GIVEN = 0xFFFFFFFF
LATIN_1, UTF_16 = b"\0", b"\1"


def write_mp3(
    stream: BinaryIO, blocks: Iterable[Buffer], rate: int, label: Label, artist: str
) -> None:
    """Write the file to the empty `stream`. Raises OSError, AudioError."""
    stream.write(_tag(label, artist))
    LAYER_3.write(stream, blocks, rate)


def _tag(label: Label, artist: str) -> bytes:
    about = (("TIT2", label.title), ("TPE1", artist), ("TLEN", str(_ms(label.seconds))))
    frames = b"".join(_frame(name, _text(words)) for name, words in about)
    frames += _contents(label) + b"".join(_chapters(label))
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + size + frames


def _contents(label: Label) -> bytes:
    ids = [_id(number) for number, _ in enumerate(label.chapters[:MOST_CHAPTERS], start=1)]
    return _frame("CTOC", b"toc\0" + bytes([3, len(ids)]) + b"".join(ids)) if ids else b""


def _chapters(label: Label) -> Iterator[bytes]:
    chapters = label.chapters[:MOST_CHAPTERS]
    ends = [*(chapter.start for chapter in chapters[1:]), label.seconds]
    for number, (chapter, end) in enumerate(zip(chapters, ends, strict=False), start=1):
        times = struct.pack(">IIII", _ms(chapter.start), _ms(end), NOT_GIVEN, NOT_GIVEN)
        yield _frame("CHAP", _id(number) + times + _frame("TIT2", _text(chapter.name)))


def _id(number: int) -> bytes:
    return f"chapter{number}".encode() + b"\0"


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _text(words: str) -> bytes:
    try:
        return LATIN_1 + words.encode("latin-1")
    except UnicodeEncodeError:
        return UTF_16 + words.encode("utf-16")


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">IH", len(body), 0) + body
