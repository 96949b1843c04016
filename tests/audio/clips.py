"""Folders of clips as a voice is read from: clips of noise, with their manifest."""

from pathlib import Path

import msgspec
import numpy as np
import soundfile

from hiptimer.audio.tones import RATE


def write_clip(file: Path, seconds: float, *, rate: int = RATE, channels: int = 1) -> None:
    """A hum at -20 dBFS that never is zero from its first sample to its last."""
    n = round(seconds * rate)
    hum = 0.1 * np.copysign(1.0, np.sin(np.arange(n) / 20 + 0.01))
    soundfile.write(file, np.repeat(hum[:, np.newaxis], channels, axis=1), rate, format="WAV")


def write_pack(folder: Path, seconds_by_phrase: dict[str, float]) -> None:
    """A folder with one clip a phrase."""
    folder.mkdir(parents=True, exist_ok=True)
    clips = []
    for number, (phrase, seconds) in enumerate(seconds_by_phrase.items()):
        write_clip(folder / f"{number}.wav", seconds)
        clips.append({"phrase": phrase, "file": f"{number}.wav", "seconds": seconds})
    write_manifest(folder, clips)


def write_manifest(folder: Path, clips: list[dict[str, object]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    manifest = {"voice": "a hum", "clips": clips}
    (folder / "manifest.json").write_bytes(msgspec.json.encode(manifest))
