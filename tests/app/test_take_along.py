"""A routine in a file: as long as its timeline, and every sound where it belongs."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from hiptimer import resources
from hiptimer.app.home import Home, Past
from hiptimer.app.take_along import take_along
from hiptimer.audio.bank import Bank
from hiptimer.audio.soundtrack import render
from hiptimer.audio.tones import RATE, ToneBank
from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.phrases import VoiceLevel
from hiptimer.model.side import Side
from hiptimer.model.timeline import Timeline
from hiptimer.paths import paths_under
from hiptimer.workout.cues import cues_of

Mono = NDArray[np.float32]

SEARCH = round(0.03 * RATE)
COMPARED = round(0.15 * RATE)


SHORT = """id = "short"
name = "Short"
when = "now"
[[steps]]
exercise = "clam-basic"
reps = 1
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "own"))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> "Shelf":
    return Shelf(tmp_path_factory.mktemp("shelf"))


class Shelf:
    """Files of routines, each written when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        own = folder / "own"
        (own / "routines").mkdir(parents=True)
        (own / "routines" / "short.toml").write_text(SHORT)
        self.home = Home(paths_under(own))
        self._folder = folder

    def file(self, routine_id: str, suffix: str) -> Path:
        file = self._folder / f"{routine_id}{suffix}"
        if not file.exists():
            write(self.home, routine_id, file)
        return file

    def timeline(self, routine_id: str) -> Timeline:
        return self.home.lay_out(self.home.catalogue.routines[routine_id], Past())


def bank_of(home: Home) -> Bank:
    return Bank(ToneBank.read(resources.asset_bytes("sounds/tones.toml")), home.voice)


def write(home: Home, routine_id: str, file: Path) -> Timeline:
    """Write a routine, and give its timeline."""
    routine = home.catalogue.routines[routine_id]
    take_along(home, Past(), routine, file, told)
    return home.lay_out(routine, Past())


def told(share: float) -> None:
    assert 0 <= share <= 1


def heard(file: Path) -> Mono:
    samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    assert (rate, samples.shape[1]) == (RATE, 2)
    return samples.sum(axis=1)


def all_cues(home: Home, timeline: Timeline) -> list[tuple[float, Cue]]:
    """Everything heard before the end, by the second of the timeline."""
    speech = home.timing().speech
    return sorted(
        (
            (segment.start + cue.at, cue)
            for index, segment in enumerate(timeline.segments)
            for cue in cues_of(timeline, index, speech)
            if segment.start + cue.at < timeline.seconds - 1e-6
        ),
        key=lambda placed: placed[0],
    )


def place_of(sound: Mono, wanted: Mono, at: int) -> int:
    """By how many samples `wanted` is later than `at` in `sound`: where both are most alike."""
    shape = wanted[:COMPARED].astype(np.float64)
    first = max(0, at - SEARCH)
    around = sound[first : at + SEARCH + len(shape)].astype(np.float64)
    energy = np.cumsum(np.concatenate([[0.0], around**2]))
    # By the loudness of each place, lest a louder sound beside it be taken for it.
    loudness = np.sqrt(np.maximum(1e-9, energy[len(shape) :] - energy[: -len(shape)]))
    alike = np.correlate(around, shape, "valid") / loudness
    return first + int(np.argmax(alike)) - at


def lateness_ms(home: Home, timeline: Timeline, sound: Mono) -> dict[float, float]:
    """For each cue that begins in quiet, by its second."""
    bank, late, quiet_from = bank_of(home), {}, 0.0
    cues = all_cues(home, timeline)
    nexts = [*(at for at, _ in cues[1:]), timeline.seconds]
    for (at, cue), following in zip(cues, nexts, strict=True):
        alone = at >= quiet_from and following >= at + COMPARED / RATE
        if alone:
            wanted = bank.sound(cue.sound).sum(axis=1)
            late[at] = place_of(sound, wanted, round(at * RATE)) / RATE * 1000
        quiet_from = max(quiet_from, at + bank.seconds(cue.sound))
    return late


@pytest.mark.parametrize(
    ("routine_id", "suffix", "within"),
    [
        ("two-minute-primer", ".wav", 0),
        ("lunge-matrix", ".wav", 0),
        ("gentle-restart", ".wav", 0),
        ("two-minute-primer", ".ogg", 0),
        ("short", ".ogg", 0),
        ("two-minute-primer", ".mp3", 0.06 * RATE),
        ("short", ".mp3", 0.06 * RATE),
    ],
)
def test_it_is_as_long_as_the_timeline(
    shelf: Shelf, routine_id: str, suffix: str, within: float
) -> None:
    frames = len(heard(shelf.file(routine_id, suffix)))
    assert abs(frames - round(shelf.timeline(routine_id).seconds * RATE)) <= within


@pytest.mark.parametrize(("suffix", "within_ms"), [(".wav", 1.0), (".ogg", 1.0), (".mp3", 5.0)])
def test_every_sound_is_where_the_timeline_says(
    shelf: Shelf, suffix: str, within_ms: float
) -> None:
    timeline = shelf.timeline("two-minute-primer")
    late = lateness_ms(shelf.home, timeline, heard(shelf.file("two-minute-primer", suffix)))
    assert len(late) > 60
    assert {at: ms for at, ms in late.items() if abs(ms) > within_ms} == {}


def test_a_wav_is_what_is_played_live(shelf: Shelf) -> None:
    home, timeline = shelf.home, shelf.timeline("two-minute-primer")
    samples, _ = soundfile.read(shelf.file("two-minute-primer", ".wav"), dtype="int16")
    bank, speech, ringing_s, compared = bank_of(home), home.timing().speech, 0.0, 0
    for index, segment in enumerate(timeline.segments[:-1]):
        cues = cues_of(timeline, index, speech)
        live = render(cues, segment.seconds, bank=bank)
        alone = slice(round(ringing_s * RATE) + 1, round(segment.seconds * RATE))
        first = round(segment.start * RATE)
        inside = samples[first : first + round(segment.seconds * RATE)]
        assert np.array_equal(inside[alone], live[alone])
        compared += len(live[alone])
        ringing_s = max(0.0, len(live) / RATE - segment.seconds)
    assert compared > 100 * RATE


def test_the_tone_of_the_end_ends_with_the_file(home: Home, tmp_path: Path) -> None:
    home.settings = msgspec.structs.replace(home.settings, voice=VoiceLevel.TONES)
    write(home, "hip-flow", tmp_path / "run.wav")
    sound = heard(tmp_path / "run.wav")
    end = bank_of(home).sound(Tone.WORKOUT_END).sum(axis=1)
    assert place_of(sound, end, len(sound) - len(end)) == 0
    assert np.abs(sound[-len(end) :] - end).max() < 0.001


def test_the_voice_level_of_the_settings_is_used(home: Home, tmp_path: Path) -> None:
    home.settings = msgspec.structs.replace(home.settings, voice=VoiceLevel.TONES)
    timeline = write(home, "two-minute-primer", tmp_path / "tones.wav")
    assert not any(isinstance(cue.sound, Phrase) for _, cue in all_cues(home, timeline))
    home.settings = msgspec.structs.replace(home.settings, voice=VoiceLevel.TALKATIVE)
    write(home, "two-minute-primer", tmp_path / "talkative.wav")
    tones, talkative = heard(tmp_path / "tones.wav"), heard(tmp_path / "talkative.wav")
    assert np.count_nonzero(talkative) > 1.5 * np.count_nonzero(tones)


def test_the_side_that_went_second_last_time_goes_first(home: Home, tmp_path: Path) -> None:
    routine = home.catalogue.routines["pre-run-activation"]
    past = Past(second_sides={"clam-basic": Side.RIGHT})
    file = tmp_path / "run.wav"
    take_along(home, past, routine, file, told)
    data = file.read_bytes()
    assert data.index(b"Clamshell \xc2\xb7 right") < data.index(b"Clamshell \xc2\xb7 left")


def test_what_was_written_in_words(home: Home, tmp_path: Path) -> None:
    routine = home.catalogue.routines["two-minute-primer"]
    taken = take_along(home, Past(), routine, tmp_path / "primer.ogg", told)
    assert taken.words == (
        f"primer.ogg: 2 min {round(taken.seconds) - 120} s, {taken.bytes / 1e6:.1f} MB, 4 chapters."
    )
    assert taken.bytes == (tmp_path / "primer.ogg").stat().st_size
