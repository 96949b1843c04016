"""Raw speech made into a clip: cut to its words, even in loudness, free of clipping.

Needs SciPy and pyloudnorm, which come with the extra `voice`; the program itself only plays
what was made here.
"""

import numpy as np
import numpy.typing as npt

from hiptimer.audio.errors import AudioError

Mono = npt.NDArray[np.float32]

RATE = 48_000
LOUDNESS_LUFS = -20.0
CEILING = 10 ** (-1.6 / 20)
"""Of the true peak. Encoding moves peaks a little; -1 dBFS must still hold for the file."""

LEAD_S = 0.010
TAIL_S = 0.060
FADE_IN_S = 0.005
FADE_OUT_S = 0.040
WINDOW_S = 0.005
BELOW_PEAK_DB = 40.0
"""What is quieter than the loudest moment by this much is no longer a word."""

SHORTEST_MEASURED_S = 0.4
LIMITER_S = 0.006


def levelled(speech: Mono, rate: int) -> Mono:
    """A clip of `RATE` from raw speech. Raises AudioError when nothing can be heard in it."""
    from scipy.signal import resample_poly

    cut = _trimmed(speech.astype(np.float64), rate)
    divisor = np.gcd(RATE, rate)
    clip = resample_poly(cut, RATE // divisor, rate // divisor, window=("kaiser", 10.0))
    clip = _faded(clip)
    for _ in range(3):
        # The limiter takes a little loudness, so that it is made up for twice.
        louder = 10 ** ((LOUDNESS_LUFS - loudness(clip)) / 20)
        clip = _limited(clip * louder)
    result: Mono = clip.astype(np.float32)
    return result


def loudness(clip: npt.NDArray[np.floating], rate: int = RATE) -> float:
    """In LUFS (ITU-R BS.1770). Clips under 0.4 s cannot be measured so: theirs is their RMS."""
    from pyloudnorm import Meter

    if len(clip) < SHORTEST_MEASURED_S * rate:
        return float(10 * np.log10(np.mean(np.square(clip))))
    return float(Meter(rate).integrated_loudness(clip))


def true_peak(clip: npt.NDArray[np.floating]) -> float:
    """The highest point, between the samples too; full scale is 1."""
    from scipy.signal import resample_poly

    return float(np.abs(resample_poly(clip, 4, 1)).max())


def _trimmed(speech: npt.NDArray[np.float64], rate: int) -> npt.NDArray[np.float64]:
    """With `LEAD_S` before the first sound and `TAIL_S` after the last."""
    window = round(WINDOW_S * rate)
    frames = speech[: len(speech) // window * window].reshape(-1, window)
    power = np.mean(np.square(frames), axis=1)
    if not power.any():
        raise AudioError("The voice said nothing.")
    (heard,) = np.nonzero(power > power.max() * 10 ** (-BELOW_PEAK_DB / 10))
    lead, tail = round(LEAD_S * rate), round(TAIL_S * rate)
    padded = np.pad(speech, (lead, tail))
    return padded[heard[0] * window : (heard[-1] + 1) * window + lead + tail]


def _faded(clip: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    coming = np.linspace(0.0, 1.0, round(FADE_IN_S * RATE))
    going = np.linspace(1.0, 0.0, round(FADE_OUT_S * RATE))
    faded = clip.copy()
    faded[: len(coming)] *= coming
    faded[-len(going) :] *= going
    return faded


def _limited(clip: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Turned down smoothly around every peak above `CEILING`, between the samples, too."""
    from scipy.ndimage import convolve1d, minimum_filter1d
    from scipy.signal import resample_poly

    between = np.abs(resample_poly(clip, 4, 1)).reshape(-1, 4).max(axis=1)
    gain = np.minimum(1.0, CEILING / np.maximum(between, 1e-9))
    if gain.min() >= 1.0:
        return clip
    reach = round(LIMITER_S * RATE) | 1
    smooth = np.hanning(reach + 2)[1:-1]
    # The least gain within reach, then its mean over the same reach, is never above it.
    least = minimum_filter1d(gain, reach, mode="nearest")
    limited: npt.NDArray[np.float64] = clip * convolve1d(
        least, smooth / smooth.sum(), mode="nearest"
    )
    return limited
