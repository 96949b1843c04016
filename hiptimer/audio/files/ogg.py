"""Ogg Vorbis, with the chapters as comments.

A Vorbis stream begins with three packets: what it is, comments, and what the decoder needs. The
encoder writes comments of its own; they are exchanged here. The comment packet is the byte 3,
"vorbis", the maker's name, how many comments, the comments ("NAME=words" in UTF-8), and a byte 1;
a text stands behind its length, a little-endian 32-bit number. Chapters are the comments
CHAPTER001=00:00:12.500 and CHAPTER001NAME=words.
"""

import struct
import tempfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from hiptimer.audio.chapters import Label
from hiptimer.audio.files.encoding import Encoding
from hiptimer.audio.files.ogg_pages import Page, packets_in, pages_of, read_pages
from hiptimer.audio.soundtrack import Buffer

VORBIS = Encoding("OGG", "VORBIS", compression_level=0.6)
HEADERS = 3
COMMENT_MARK, FRAMING = b"\3vorbis", b"\1"
MOST_CHAPTERS = 999
"""More have no number of three digits."""


def write_ogg(
    stream: BinaryIO, blocks: Iterable[Buffer], rate: int, label: Label, artist: str
) -> None:
    """Write the file to the empty `stream`. Raises OSError, AudioError."""
    with tempfile.TemporaryFile() as plain:
        VORBIS.write(plain, blocks, rate)
        plain.seek(0)
        comments = (f"TITLE={label.title}", f"ARTIST={artist}", *_chapters(label))
        pages = _with_comments(read_pages(plain), comments)
        stream.writelines(page.to_bytes() for page in pages)


def _chapters(label: Label) -> Iterator[str]:
    for number, chapter in enumerate(label.chapters[:MOST_CHAPTERS], start=1):
        yield f"CHAPTER{number:03}={_clock(chapter.start)}"
        yield f"CHAPTER{number:03}NAME={chapter.name}"


def _clock(seconds: float) -> str:
    minutes, ms = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{ms // 1000:02}.{ms % 1000:03}"


def _with_comments(pages: Iterator[Page], comments: Iterable[str]) -> Iterator[Page]:
    """The pages with other comments; those after the headers only have their number changed."""
    heads: list[Page] = []
    while len(packets_in(heads)) < HEADERS:
        heads.append(next(pages))
    identification, comment, setup = packets_in(heads)
    first = pages_of([identification], heads[0].serial, 0, is_first=True)
    others = [_comment_packet(_maker(comment), comments), setup]
    second = pages_of(others, heads[0].serial, len(first))
    yield from first
    yield from second
    for number, page in enumerate(pages, start=len(first) + len(second)):
        yield page.numbered(number)


def _maker(comment: bytes) -> bytes:
    start = len(COMMENT_MARK) + 4
    (length,) = struct.unpack_from("<I", comment, len(COMMENT_MARK))
    return comment[start : start + length]


def _comment_packet(maker: bytes, comments: Iterable[str]) -> bytes:
    texts = [words.encode() for words in comments]
    body = _sized(maker) + struct.pack("<I", len(texts)) + b"".join(map(_sized, texts))
    return COMMENT_MARK + body + FRAMING


def _sized(text: bytes) -> bytes:
    return struct.pack("<I", len(text)) + text
