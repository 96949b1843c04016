"""The shipped clips: all there, all alike, none clipped, none with silence that delays a beat."""

from gettext import NullTranslations

import msgspec
import numpy as np
import pytest
import soundfile
from scipy.signal import resample_poly

from hiptimer.app.languages import SOURCE, translations
from hiptimer.app.script import lines_of
from hiptimer.audio.clips import read_clips
from hiptimer.audio.levelling import RATE, loudness
from hiptimer.audio.lines import SpokenClip, clip_name, read_respelt
from hiptimer.audio.synthesiser import VOICES
from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.language import speak
from hiptimer.resources import assets
from hiptimer.workout.speech import COUNTS, count_says

LIMIT_BYTES = 6_000_000
ALIKE = 1.5
"""Decibels from the common loudness."""

MADE = sorted(file.parent.name for file in (assets() / "voice").glob("*/manifest.json"))


class Shipped:
    """The pack of one language: `lines` are to be said, `clips` are there by phrase."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.folder = assets() / "voice" / language
        self.voice = VOICES[language]
        texts_in = None if language == SOURCE else assets() / "languages" / language
        speak(translations(language))
        try:
            catalogue = read_catalogue(assets(), None, texts_in)
            exercises, routines = catalogue.exercises.values(), catalogue.routines.values()
            respelt = read_respelt(self.folder / "respelt.toml")
            self.lines = lines_of(exercises, routines, respelt)
            self.counts = [count_says(number) for number in range(1, len(COUNTS) + 1)]
        finally:
            speak(NullTranslations())
        self.manifest = msgspec.json.decode((self.folder / "manifest.json").read_bytes())
        clips = (msgspec.convert(clip, SpokenClip) for clip in self.manifest["clips"])
        self.clips = {clip.phrase: clip for clip in clips}
        self.heard = {
            clip.file: soundfile.read(self.folder / clip.file)[0] for clip in self.clips.values()
        }


@pytest.fixture(scope="module", params=MADE)
def pack(request: pytest.FixtureRequest) -> Shipped:
    return Shipped(request.param)


def silences(speech: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, float]:
    """Seconds before and after all that is within 40 dB of the loudest 5 ms."""
    window = round(0.005 * RATE)
    frames = speech[: len(speech) // window * window].reshape(-1, window)
    power = np.mean(np.square(frames), axis=1)
    (loud,) = np.nonzero(power > power.max() * 1e-4)
    return loud[0] * window / RATE, (len(speech) - (loud[-1] + 1) * window) / RATE


def test_every_phrase_has_a_clip_made_from_its_present_words(pack: Shipped) -> None:
    assert read_clips(pack.folder).problems == ()
    assert pack.manifest["voice"] == pack.voice
    made = {phrase: clip.file for phrase, clip in pack.clips.items()}
    wanted = {line.phrase: clip_name(line, pack.voice) for line in pack.lines}
    assert wanted == made, "make voice"


def test_there_is_no_file_that_nobody_says(pack: Shipped) -> None:
    files = {file.name for file in pack.folder.iterdir()} - {"manifest.json", "respelt.toml"}
    assert files == {clip.file for clip in pack.clips.values()}


def test_the_manifest_is_sorted_one_clip_a_line(pack: Shipped) -> None:
    assert list(pack.clips) == sorted(pack.clips)
    assert (
        len((pack.folder / "manifest.json").read_text("utf-8").splitlines()) == len(pack.clips) + 2
    )


def test_the_pack_is_small(pack: Shipped) -> None:
    assert sum(file.stat().st_size for file in pack.folder.iterdir()) <= LIMIT_BYTES


def test_every_clip_is_speech_as_the_mixer_plays_it_and_as_long_as_stated(pack: Shipped) -> None:
    for clip in pack.clips.values():
        info = soundfile.info(pack.folder / clip.file)
        form = (info.format, info.subtype, info.samplerate, info.channels)
        assert form == ("OGG", "VORBIS", RATE, 1), clip.file
        assert len(pack.heard[clip.file]) == round(clip.seconds * RATE), clip.file


def test_every_clip_is_as_loud_as_the_others(pack: Shipped) -> None:
    measured = {file: loudness(speech) for file, speech in pack.heard.items()}
    stated = {clip.file: clip.loudness_lufs for clip in pack.clips.values()}
    assert measured == pytest.approx(stated, abs=0.1)
    assert {file: lufs for file, lufs in measured.items() if abs(lufs + 20) > ALIKE} == {}


def test_no_clip_reaches_the_rail_not_even_between_its_samples(pack: Shipped) -> None:
    peaks = {file: np.abs(resample_poly(speech, 4, 1)).max() for file, speech in pack.heard.items()}
    assert {file: peak for file, peak in peaks.items() if peak > 10 ** (-1 / 20)} == {}


def test_words_begin_at_once_and_end_soon(pack: Shipped) -> None:
    around = {file: silences(speech) for file, speech in pack.heard.items()}
    late = {file: lead for file, (lead, _) in around.items() if lead > 0.020}
    long = {file: tail for file, (_, tail) in around.items() if tail > 0.120}
    assert (late, long) == ({}, {})


def test_what_is_said_on_a_beat_is_short(pack: Shipped) -> None:
    longest = max(pack.counts, key=lambda count: pack.clips[count].seconds)
    # A beat of one second has room for it: what is said follows its tone at once.
    assert pack.clips[longest].seconds <= 1.05, longest


def test_form_cues_fit_between_two_tones(pack: Shipped) -> None:
    long = {
        line.phrase: pack.clips[line.phrase].seconds
        for line in pack.lines
        if line.within_s is not None and pack.clips[line.phrase].seconds > 1.8
    }
    assert long == {}
