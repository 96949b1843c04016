"""The list of the clips in one folder: what each says, its file, and how long it is."""

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from hiptimer.model.language import tr
from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary

log = logging.getLogger(__name__)

MANIFEST = "manifest.json"
LONGEST_S = 30.0

FileName = Annotated[str, msgspec.Meta(pattern=r"^(?![/\\])(?!.*\.\.)[^:]+$")]
"""A file in the folder of the manifest, or below it."""


class Clip(msgspec.Struct, frozen=True):
    """One phrase, spoken; `file` is the whole path once it was read."""

    phrase: Annotated[str, msgspec.Meta(min_length=1)]
    file: FileName
    seconds: Annotated[float, msgspec.Meta(gt=0, le=LONGEST_S)]


class ReadClips(msgspec.Struct, frozen=True):
    """`problems` are words for a person about what could not be used."""

    clips: tuple[Clip, ...] = ()
    problems: tuple[str, ...] = ()


class _Manifest(msgspec.Struct, frozen=True):
    clips: tuple[Clip, ...]


class _Entries(msgspec.Struct, frozen=True):
    clips: list[msgspec.Raw]


def read_clips(folder: Path) -> ReadClips:
    """The clips that the manifest of a folder lists; none where there is no folder or manifest.

    A clip listed with a nonsense value is left out alone.
    """
    manifest = folder / MANIFEST
    try:
        raw = read_ordinary(manifest)
    except (FileNotFoundError, NotADirectoryError):
        return ReadClips()
    except OSError as error:
        return _unusable(manifest, error)
    try:
        return ReadClips(_placed(folder, msgspec.json.decode(raw, type=_Manifest).clips))
    except BROKEN_JSON:
        return _one_by_one(folder, manifest, raw)


def _one_by_one(folder: Path, manifest: Path, raw: bytes) -> ReadClips:
    try:
        entries = msgspec.json.decode(raw, type=_Entries).clips
    except BROKEN_JSON as error:
        return _unusable(manifest, error)
    clips, problems = [], []
    for number, entry in enumerate(entries, start=1):
        try:
            clips.append(msgspec.json.decode(entry, type=Clip))
        except BROKEN_JSON as error:
            log.warning("%s: clip %d: %s.", manifest, number, error)
            words = tr(
                "{file}: clip {number}: {error}. It is not spoken.",
                file=manifest,
                number=number,
                error=error,
            )
            problems.append(words)
    return ReadClips(_placed(folder, clips), tuple(problems))


def _unusable(manifest: Path, error: Exception) -> ReadClips:
    log.warning("%s: %s.", manifest, error)
    words = tr("{file}: {error}. Its words are not spoken.", file=manifest, error=error)
    return ReadClips(problems=(words,))


def _placed(folder: Path, clips: Iterable[Clip]) -> tuple[Clip, ...]:
    """With the whole paths of their files, joined as text: there are hundreds."""
    return tuple(Clip(c.phrase, os.path.join(folder, c.file), c.seconds) for c in clips)  # noqa: PTH118
