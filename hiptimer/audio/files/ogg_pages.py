"""The pages of an Ogg file.

A page is "OggS", a version, flags, the position in the sound (64 bits), the stream's serial, the
page's number, a checksum (32 bits each, little-endian), how many pieces follow, the length of
each, and the pieces. A packet is pieces of 255 bytes and then one that is shorter, if need be
empty; it may go on on the next page.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Self

import msgspec

from hiptimer.audio.errors import AudioError
from hiptimer.model.language import tr

HEAD = struct.Struct("<4sBBqIIIB")
MARK = b"OggS"
CHECKSUM = slice(22, 26)
GOES_ON, FIRST = 1, 2
NO_PACKET_ENDS = -1
"""The position on a page on which no packet ends; where headers end it is 0."""

LONGEST_PIECE = 255
MOST_PIECES = 255

MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class Page(msgspec.Struct, frozen=True):
    flags: int
    position: int
    serial: int
    number: int
    pieces: tuple[bytes, ...]

    def numbered(self, number: int) -> Self:
        return msgspec.structs.replace(self, number=number)

    def to_bytes(self) -> bytes:
        fields = (self.flags, self.position, self.serial, self.number, 0, len(self.pieces))
        head = HEAD.pack(MARK, 0, *fields)
        page = bytearray(b"".join((head, bytes(map(len, self.pieces)), *self.pieces)))
        page[CHECKSUM] = struct.pack("<I", checksum(page))
        return bytes(page)


def checksum(data: bytes | bytearray) -> int:
    """Ogg's CRC-32: zlib's polynomial, but from the highest bit on, and plain at both ends."""
    mirrored = zlib.crc32(data.translate(MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


def read_pages(stream: BinaryIO) -> Iterator[Page]:
    """The pages from where the stream stands to its end. Raises AudioError at anything else."""
    while head := stream.read(HEAD.size):
        if len(head) < HEAD.size or not head.startswith(MARK):
            words = tr("The sound cannot be encoded: what came out is no Ogg file.")
            raise AudioError(words)
        _, _, flags, position, serial, number, _, count = HEAD.unpack(head)
        lengths = stream.read(count)
        pieces = tuple(stream.read(length) for length in lengths)
        yield Page(flags, position, serial, number, pieces)


def packets_in(pages: Sequence[Page]) -> list[bytes]:
    """The packets that end on these pages; the first page begins with a new one."""
    packets, begun = [], b""
    for piece in (piece for page in pages for piece in page.pieces):
        begun += piece
        if len(piece) < LONGEST_PIECE:
            packets.append(begun)
            begun = b""
    return packets


def pages_of(
    packets: Sequence[bytes], serial: int, number: int, *, is_first: bool = False
) -> list[Page]:
    """Header packets on as few pages as they need, numbered from `number`."""
    pieces = [piece for packet in packets for piece in _pieces(packet)]
    pages: list[Page] = []
    for start in range(0, len(pieces), MOST_PIECES):
        here = tuple(pieces[start : start + MOST_PIECES])
        goes_on = start > 0 and len(pieces[start - 1]) == LONGEST_PIECE
        flags = (GOES_ON if goes_on else 0) | (FIRST if is_first and not pages else 0)
        ends = any(len(piece) < LONGEST_PIECE for piece in here)
        position = 0 if ends else NO_PACKET_ENDS
        pages.append(Page(flags, position, serial, number + len(pages), here))
    return pages


def _pieces(packet: bytes) -> Iterator[bytes]:
    """With an empty one at the end where the last would be full."""
    for start in range(0, len(packet) + 1, LONGEST_PIECE):
        yield packet[start : start + LONGEST_PIECE]
