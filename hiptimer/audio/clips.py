"""The list of the clips in one folder: what each says, its file, and how long it is."""

import logging
from pathlib import Path
from typing import Annotated

import msgspec

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
    clips: list[msgspec.Raw]


def read_clips(folder: Path) -> ReadClips:
    """The clips that the manifest of a folder lists; none where there is no folder or manifest.

    A clip listed with a nonsense value is left out alone.
    """
    manifest = folder / MANIFEST
    try:
        raw = msgspec.json.decode(manifest.read_bytes(), type=_Manifest)
    except (FileNotFoundError, NotADirectoryError):
        return ReadClips()
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        problem = f"{manifest}: {error}. Its words are not spoken."
        log.warning(problem)
        return ReadClips(problems=(problem,))
    clips, problems = [], []
    for number, entry in enumerate(raw.clips, start=1):
        try:
            clip = msgspec.json.decode(entry, type=Clip)
        except (UnicodeDecodeError, msgspec.DecodeError) as error:
            problems.append(f"{manifest}: clip {number}: {error}. It is not spoken.")
            log.warning(problems[-1])
            continue
        clips.append(Clip(clip.phrase, str(folder / clip.file), clip.seconds))
    return ReadClips(tuple(clips), tuple(problems))
