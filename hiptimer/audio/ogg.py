"""Writing speech as OGG Vorbis, the same bytes for the same samples."""

import io

import numpy as np
import soundfile  # type: ignore[import-untyped]
from msgspec.structs import replace

from hiptimer.audio.files.ogg_pages import read_pages
from hiptimer.audio.levelling import Mono


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
    pages = read_pages(io.BytesIO(data))
    return b"".join(replace(page, serial=serial).to_bytes() for page in pages)
