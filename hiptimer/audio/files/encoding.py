"""Turning samples into the bytes of a format, into a file that is already open."""

import io
from collections.abc import Iterable
from typing import BinaryIO

import numpy as np
import soundfile  # type: ignore[import-untyped]

from hiptimer.audio.errors import AudioError
from hiptimer.audio.soundtrack import Buffer
from hiptimer.model.language import tr

CHANNELS = 2
FULL_SCALE = np.float32(32768)


class Encoding:
    """A format as libsndfile knows it. `settings` are further arguments of `SoundFile`.

    `as_float`: the encoder is given float32 instead of int16.
    """

    def __init__(
        self, name: str, subtype: str, *, as_float: bool = False, **settings: float | str
    ) -> None:
        self._name = name
        self._subtype = subtype
        self._as_float = as_float
        self._settings = settings

    def write(self, stream: BinaryIO, blocks: Iterable[Buffer], rate: int) -> None:
        """Append the sound to `stream`, which must be seekable. Raises OSError, AudioError."""
        sink = _Sink(stream)
        try:
            with soundfile.SoundFile(
                *(sink, "w", rate, CHANNELS, self._subtype, None, self._name), **self._settings
            ) as sound:
                for block in blocks:
                    sound.write(block.astype(np.float32) / FULL_SCALE if self._as_float else block)
                    sink.check()
        except soundfile.LibsndfileError as problem:
            sink.check()
            words = tr("The sound cannot be encoded: {problem}", problem=problem)
            raise AudioError(words) from problem
        sink.check()
        stream.seek(0, io.SEEK_END)


class _Sink:
    """The stream from where it stands on, as a file of its own.

    What goes wrong in here (a full disk, say) cannot be told through libsndfile, so the first
    error is kept for `check`, and until then all seems well.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._origin = stream.tell()
        self._error: OSError | None = None

    def check(self) -> None:
        """Raise the error that was met, if any."""
        if self._error is not None:
            raise self._error

    def write(self, data: bytes) -> int:
        if self._error is None:
            try:
                return self._stream.write(data)
            except OSError as error:
                self._error = error
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = self._origin if whence == io.SEEK_SET else 0
        return self._stream.seek(start + offset, whence) - self._origin

    def tell(self) -> int:
        return self._stream.tell() - self._origin
