"""Writing a soundtrack to a sound file: all of it, or nothing at all.

Importing this loads neither NumPy nor soundfile, so that a page can ask for the kinds.
"""

import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from hiptimer.audio.chapters import Label
from hiptimer.audio.errors import AudioError
from hiptimer.model.language import tr
from hiptimer.model.reasons import reason_of

if TYPE_CHECKING:
    from hiptimer.audio.soundtrack import Buffer

ARTIST = "hiptimer"
BLOCK = 24_000
"""Samples that are encoded at a time."""


class SoundFileKind(StrEnum):
    """The kinds of sound files, by their suffix."""

    OGG = ".ogg"
    MP3 = ".mp3"
    WAV = ".wav"


class _Write(Protocol):
    def __call__(
        self,
        stream: BinaryIO,
        blocks: "Iterable[Buffer]",
        rate: int,
        label: Label,
        artist: str,
        /,
    ) -> None: ...


def kind_of(file: Path) -> SoundFileKind:
    """By its suffix; AudioError names the three there are."""
    try:
        return SoundFileKind(file.suffix.lower())
    except ValueError:
        words = tr(
            "{file}: a sound file ends in .ogg, .mp3 or .wav, which says what it becomes.",
            file=file.name,
        )
        raise AudioError(words) from None


def export(
    file: Path,
    pieces: "Iterable[Buffer]",
    rate: int,
    label: Label,
    on_progress: Callable[[float], None],
) -> None:
    """Write the pieces, in order, to `file`, in the format its suffix names.

    `on_progress` is told the share that is done, from 0 to 1; whatever it raises ends the writing.
    The file appears when it is whole; until then there is one of another name beside it, which is
    gone if anything goes wrong. Raises AudioError.
    """
    write = _writer(kind_of(file))
    if file.is_dir():
        raise AudioError(tr("{file} cannot be written: it is a folder.", file=file))
    unfinished = file.with_name(f".{file.stem}-{uuid.uuid4().hex[:8]}{file.suffix}")
    try:
        try:
            with unfinished.open("xb+") as stream:
                write(stream, _told(pieces, rate * label.seconds, on_progress), rate, label, ARTIST)
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        reason = reason_of(error)
        words = tr("{file} cannot be written: {reason}.", file=file, reason=reason)
        raise AudioError(words) from error


def _writer(kind: SoundFileKind) -> _Write:
    try:
        from hiptimer.audio.files.mp3 import write_mp3
        from hiptimer.audio.files.ogg import write_ogg
        from hiptimer.audio.files.wav import write_wav
    except (ImportError, OSError) as problem:
        words = tr("Sound files cannot be written here: {problem}", problem=problem)
        raise AudioError(words) from problem
    return {
        SoundFileKind.OGG: write_ogg,
        SoundFileKind.MP3: write_mp3,
        SoundFileKind.WAV: write_wav,
    }[kind]


def _told(
    pieces: "Iterable[Buffer]", total: float, on_progress: Callable[[float], None]
) -> "Iterator[Buffer]":
    """The pieces in shorter blocks, telling after each how far it is.

    A block is short also because the Vorbis encoder keeps what it is given on the stack.
    """
    done = 0
    for piece in pieces:
        for start in range(0, len(piece), BLOCK):
            block = piece[start : start + BLOCK]
            yield block
            done += len(block)
            on_progress(min(1.0, done / total))
