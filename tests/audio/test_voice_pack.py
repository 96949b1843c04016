"""The shipped clips: all there, all alike, none clipped, none with silence that delays a beat."""

from collections.abc import Mapping

import msgspec
import numpy as np
import pytest
import soundfile
from scipy.signal import resample_poly

from hiptimer.app.script import lines_of
from hiptimer.audio.clips import read_clips
from hiptimer.audio.levelling import RATE, loudness
from hiptimer.audio.lines import SpokenClip, clip_name, read_respelt
from hiptimer.model.catalogue import read_catalogue
from hiptimer.resources import assets
from hiptimer.workout.speech import COUNTS

FOLDER = assets() / "voice" / "en"
VOICE = "af_heart"
LIMIT_BYTES = 6_000_000
CATALOGUE = read_catalogue(assets(), None)
LINES = lines_of(
    CATALOGUE.exercises.values(),
    CATALOGUE.routines.values(),
    read_respelt(FOLDER / "respelt.toml"),
)
MANIFEST = msgspec.json.decode((FOLDER / "manifest.json").read_bytes())
CLIPS = {clip["phrase"]: msgspec.convert(clip, SpokenClip) for clip in MANIFEST["clips"]}
ALIKE = 1.5
"""Decibels from the common loudness."""


Heard = Mapping[str, "np.ndarray[tuple[int], np.dtype[np.float64]]"]


@pytest.fixture(scope="module")
def heard() -> Heard:
    """The samples of every clip by its file."""
    return {clip.file: soundfile.read(FOLDER / clip.file)[0] for clip in CLIPS.values()}


def silences(speech: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, float]:
    """Seconds before and after all that is within 40 dB of the loudest 5 ms."""
    window = round(0.005 * RATE)
    frames = speech[: len(speech) // window * window].reshape(-1, window)
    power = np.mean(np.square(frames), axis=1)
    (loud,) = np.nonzero(power > power.max() * 1e-4)
    return loud[0] * window / RATE, (len(speech) - (loud[-1] + 1) * window) / RATE


def test_every_phrase_has_a_clip_made_from_its_present_words() -> None:
    assert read_clips(FOLDER).problems == ()
    assert MANIFEST["voice"] == VOICE
    made = {phrase: clip.file for phrase, clip in CLIPS.items()}
    wanted = {line.phrase: clip_name(line, VOICE) for line in LINES}
    assert wanted == made, "make voice"


def test_there_is_no_file_that_nobody_says() -> None:
    files = {file.name for file in FOLDER.iterdir()} - {"manifest.json", "respelt.toml"}
    assert files == {clip.file for clip in CLIPS.values()}


def test_the_manifest_is_sorted_one_clip_a_line() -> None:
    assert list(CLIPS) == sorted(CLIPS)
    assert len((FOLDER / "manifest.json").read_text().splitlines()) == len(CLIPS) + 2


def test_the_pack_is_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= LIMIT_BYTES


def test_every_clip_is_speech_as_the_mixer_plays_it_and_as_long_as_stated(heard: Heard) -> None:
    for clip in CLIPS.values():
        info = soundfile.info(FOLDER / clip.file)
        form = (info.format, info.subtype, info.samplerate, info.channels)
        assert form == ("OGG", "VORBIS", RATE, 1), clip.file
        assert len(heard[clip.file]) == round(clip.seconds * RATE), clip.file


def test_every_clip_is_as_loud_as_the_others(heard: Heard) -> None:
    measured = {file: loudness(speech) for file, speech in heard.items()}
    stated = {clip.file: clip.loudness_lufs for clip in CLIPS.values()}
    assert measured == pytest.approx(stated, abs=0.1)
    assert {file: lufs for file, lufs in measured.items() if abs(lufs + 20) > ALIKE} == {}


def test_no_clip_reaches_the_rail_not_even_between_its_samples(heard: Heard) -> None:
    peaks = {file: np.abs(resample_poly(speech, 4, 1)).max() for file, speech in heard.items()}
    assert {file: peak for file, peak in peaks.items() if peak > 10 ** (-1 / 20)} == {}


def test_words_begin_at_once_and_end_soon(heard: Heard) -> None:
    around = {file: silences(speech) for file, speech in heard.items()}
    late = {file: lead for file, (lead, _) in around.items() if lead > 0.020}
    long = {file: tail for file, (_, tail) in around.items() if tail > 0.120}
    assert (late, long) == ({}, {})


def test_what_is_said_on_a_beat_is_short() -> None:
    longest = max(COUNTS, key=lambda count: CLIPS[count].seconds)
    assert CLIPS[longest].seconds <= 1.0, longest


def test_form_cues_fit_between_two_tones() -> None:
    long = {
        line.phrase: CLIPS[line.phrase].seconds
        for line in LINES
        if line.within_s is not None and CLIPS[line.phrase].seconds > 1.8
    }
    assert long == {}
