"""Writing speech as OGG Vorbis, the same bytes for the same samples."""

import io
import struct
from collections.abc import Iterator

import numpy as np
import soundfile  # type: ignore[import-untyped]

from hiptimer.audio.levelling import Mono

CHECKSUM_POLYNOMIAL = 0x04C11DB7
SERIAL = struct.Struct("<I")
SERIAL_AT, CHECKSUM_AT, SEGMENTS_AT, HEADER_BYTES = 14, 22, 26, 27


def encoded(samples: Mono, rate: int, quality: float) -> bytes:
    """One channel of samples, full scale 1. `quality` from 0 to 1, best."""
    stream = io.BytesIO()
    soundfile.write(
        *(stream, samples, rate),
        format="OGG",
        subtype="VORBIS",
        compression_level=1.0 - quality,
    )
    return _with_serial(stream.getvalue(), 1)


def decoded(data: bytes) -> Mono:
    """One channel of samples, as whoever plays the file hears them."""
    samples, _ = soundfile.read(io.BytesIO(data), dtype="float32")
    return np.asarray(samples, np.float32)


def _with_serial(data: bytes, serial: int) -> bytes:
    """The encoder numbers each stream by chance; with one number equal sounds are equal files."""
    table = tuple(_checksum_of_byte(byte) for byte in range(256))
    pages = []
    for page in _pages(data):
        page[SERIAL_AT : SERIAL_AT + 4] = SERIAL.pack(serial)
        page[CHECKSUM_AT : CHECKSUM_AT + 4] = bytes(4)
        checksum = 0
        for byte in page:
            checksum = (checksum << 8 & 0xFFFFFFFF) ^ table[checksum >> 24 ^ byte]
        page[CHECKSUM_AT : CHECKSUM_AT + 4] = SERIAL.pack(checksum)
        pages.append(bytes(page))
    return b"".join(pages)


def _pages(data: bytes) -> Iterator[bytearray]:
    start = 0
    while start < len(data):
        body = start + HEADER_BYTES + data[start + SEGMENTS_AT]
        end = body + sum(data[start + HEADER_BYTES : body])
        yield bytearray(data[start:end])
        start = end


def _checksum_of_byte(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = value << 1 ^ (CHECKSUM_POLYNOMIAL if value & 0x80000000 else 0)
    return value & 0xFFFFFFFF
