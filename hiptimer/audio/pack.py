"""A folder of clips being made: what is there, what is missing, and its manifest.

The manifest is written after every clip, so that whatever stops the making, what was made is
kept. `clips` reads what is written here.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hiptimer.audio.clips import MANIFEST
from hiptimer.audio.errors import AudioError
from hiptimer.audio.lines import FASTEST, Line, SpokenClip, clip_name
from hiptimer.audio.synthesiser import Synthesiser
from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary
from hiptimer.model.saving import write_atomically

if TYPE_CHECKING:
    from hiptimer.audio.levelling import Mono

log = logging.getLogger(__name__)

QUALITY = 0.2
"""Of the Vorbis encoder, from 0 to 1: some 8 kB a second."""

HIGHEST = 10 ** (-1.0 / 20)
"""The true peak of a file. Levelling leaves room below it, which encoding mostly stays within."""

Tell = Callable[[Line, str], None]
"""Told after each line, with what went wrong or nothing."""


class _Manifest(msgspec.Struct, frozen=True):
    voice: str
    clips: tuple[SpokenClip, ...]


class Pack:
    """The clips that one voice spoke into one folder."""

    def __init__(self, folder: Path, voice: str) -> None:
        self._folder = folder
        self._voice = voice
        self._clips = dict(self._read())

    def missing(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The lines that have no clip, or one made from other words."""
        return tuple(line for line in lines if not self._has(line))

    def keep_only(self, lines: Iterable[Line]) -> int:
        """Take out every clip that is for none of these lines; how many there were."""
        wanted = {clip_name(line, self._voice) for line in lines}
        stale = [file for file in self._folder.glob("*.ogg") if file.name not in wanted]
        known = {phrase: clip for phrase, clip in self._clips.items() if clip.file in wanted}
        if len(known) < len(self._clips):
            self._clips = known
            self._write()
        for file in stale:
            file.unlink(missing_ok=True)
        return len(stale)

    def add(self, line: Line, synthesiser: Synthesiser) -> SpokenClip:
        """Speak a line into its file. Raises AudioError or OSError, and adds nothing then."""
        from hiptimer.audio.levelling import RATE, loudness
        from hiptimer.audio.ogg import decoded

        data = _within_bounds(_spoken(line, synthesiser))
        heard = decoded(data)
        clip = SpokenClip(
            phrase=line.phrase,
            file=clip_name(line, self._voice),
            seconds=len(heard) / RATE,
            loudness_lufs=round(loudness(heard), 2),
        )
        write_atomically(self._folder / clip.file, data)
        self._clips[line.phrase] = clip
        self._write()
        return clip

    def add_all(self, lines: Iterable[Line], synthesiser: Synthesiser, tell: Tell) -> None:
        """Speak line after line; one that cannot be spoken is told and left out."""
        for line in lines:
            problem = ""
            try:
                self.add(line, synthesiser)
            except (AudioError, OSError) as error:
                problem = str(error)
            tell(line, problem)

    def _has(self, line: Line) -> bool:
        clip = self._clips.get(line.phrase)
        name = clip_name(line, self._voice)
        return clip is not None and clip.file == name and (self._folder / name).is_file()

    def _read(self) -> Mapping[str, SpokenClip]:
        """What cannot be read is made again."""
        try:
            data = read_ordinary(self._folder / MANIFEST)
            manifest = msgspec.json.decode(data, type=_Manifest)
        except FileNotFoundError:
            return {}
        except (OSError, *BROKEN_JSON) as error:
            log.warning("The clips are made again: %s", error)
            return {}
        return {clip.phrase: clip for clip in manifest.clips}

    def _write(self) -> None:
        """One clip a line, sorted: a new phrase is one new line."""
        clips = sorted(self._clips.values(), key=_by_phrase)
        rows = ",\n".join(f"  {msgspec.json.encode(clip).decode()}" for clip in clips)
        voice = msgspec.json.encode(self._voice).decode()
        text = f'{{"voice": {voice}, "clips": [\n{rows}\n]}}\n'
        write_atomically(self._folder / MANIFEST, text.encode())


def _by_phrase(clip: SpokenClip) -> str:
    return clip.phrase


def _spoken(line: Line, synthesiser: Synthesiser) -> "Mono":
    """The clip of a line, at its speed or as much faster as it must be to fit."""
    from hiptimer.audio.levelling import RATE, levelled

    clip = levelled(synthesiser.speak(line.words, line.speed), synthesiser.rate)
    seconds = len(clip) / RATE
    if line.within_s is None or seconds <= line.within_s:
        return clip
    speed = min(FASTEST, line.speed * seconds / line.within_s)
    return levelled(synthesiser.speak(line.words, speed), synthesiser.rate)


def _within_bounds(speech: "Mono") -> bytes:
    """Encoded, and a little softer where encoding brought a peak above `HIGHEST`."""
    from hiptimer.audio.levelling import RATE, true_peak
    from hiptimer.audio.ogg import decoded, encoded

    data = encoded(speech, RATE, QUALITY)
    above = true_peak(decoded(data)) / HIGHEST
    return data if above <= 1 else encoded(speech / (1.02 * above), RATE, QUALITY)
