import io
import subprocess
import sys

import numpy as np
import soundfile
from audio.humming import hum

from hiptimer.audio.levelling import RATE
from hiptimer.audio.ogg import decoded, encoded

SPEECH = hum(1.2)


def test_it_is_a_whole_ogg_vorbis_file_of_one_channel() -> None:
    info = soundfile.info(io.BytesIO(encoded(SPEECH, RATE, 0.3)))
    assert (info.format, info.subtype) == ("OGG", "VORBIS")
    assert (info.samplerate, info.channels, info.frames) == (RATE, 1, len(SPEECH))


def test_what_is_heard_is_what_was_said() -> None:
    heard = decoded(encoded(SPEECH, RATE, 0.3))
    assert heard.dtype == np.float32
    error = np.sqrt(np.mean((heard - SPEECH) ** 2))
    assert error < 0.06 * np.sqrt(np.mean(SPEECH**2))


def test_better_quality_is_nearer_and_larger() -> None:
    low, high = encoded(SPEECH, RATE, 0.0), encoded(SPEECH, RATE, 0.9)
    assert len(low) < len(high)
    assert np.std(decoded(high) - SPEECH) < np.std(decoded(low) - SPEECH)


def test_the_same_sound_is_the_same_file_in_every_process() -> None:
    program = (
        "import hashlib; from audio.humming import hum; from hiptimer.audio.ogg import encoded\n"
        "print(hashlib.sha256(encoded(hum(1.2), 48000, 0.3)).hexdigest())"
    )
    path = {"PYTHONPATH": "tests"}
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], env=path, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
