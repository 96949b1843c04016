"""Reading a clip from its file."""

import logging
from pathlib import Path

import numpy as np

from hiptimer.audio.synthesis import Samples

log = logging.getLogger(__name__)


def decode(file: Path, rate: int) -> Samples:
    """float32 of shape (n, 2), read-only; silence, with a line in the log, if it cannot be had."""
    try:
        import soundfile  # type: ignore[import-untyped]
    except (ImportError, OSError) as problem:
        log.warning("Nothing can be spoken: %s", problem)
        return silence()
    try:
        samples, file_rate = soundfile.read(file, dtype="float32", always_2d=True)
    except (OSError, soundfile.SoundFileError) as problem:
        log.warning("A phrase is not spoken: %s", problem)
        return silence()
    if file_rate != rate or samples.shape[1] > 2:
        log.warning(
            "A phrase is not spoken: %s has %d Hz and %d channels; only %d Hz, mono or stereo, "
            "is taken.",
            *(file, file_rate, samples.shape[1], rate),
        )
        return silence()
    if not np.isfinite(samples).all():
        log.warning("A phrase is not spoken: %s holds values that are no numbers.", file)
        return silence()
    # One channel is seen twice, not stored twice.
    sound: Samples = np.broadcast_to(samples, (len(samples), 2))
    sound.setflags(write=False)
    return sound


def silence() -> Samples:
    return np.zeros((0, 2), np.float32)
