"""A voice says what its folders hold, and is silent without a word of complaint otherwise."""

import logging
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from audio.clips import write_clip, write_manifest, write_pack

from hiptimer.audio import voice as voice_module
from hiptimer.audio.bank import Bank
from hiptimer.audio.tones import RATE, ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.model.cue import Phrase, Tone


def test_a_phrase_is_known_before_it_is_decoded(tmp_path: Path) -> None:
    write_pack(tmp_path, {"Halfway.": 0.6})
    (tmp_path / "0.wav").unlink()
    voice = Voice.read(tmp_path)
    assert "Halfway." in voice.table
    assert voice.seconds("Halfway.") == 0.6
    assert voice.seconds("Rest.") == 0
    assert voice.problems == ()


def test_a_clip_is_heard_in_both_ears_and_cannot_be_changed(tmp_path: Path) -> None:
    write_pack(tmp_path, {"Halfway.": 0.6})
    sound = Voice.read(tmp_path).sound("Halfway.")
    assert sound.dtype == np.float32
    assert sound.shape == (round(0.6 * RATE), 2)
    assert np.array_equal(sound[:, 0], sound[:, 1])
    assert np.abs(sound).max() == pytest.approx(0.1, abs=0.001)
    with pytest.raises(ValueError, match="read-only"):
        sound[0, 0] = 1


def test_a_clip_in_stereo_keeps_its_sides(tmp_path: Path) -> None:
    write_clip(tmp_path / "wide.wav", 0.1, channels=2)
    write_manifest(tmp_path, [{"phrase": "One.", "file": "wide.wav", "seconds": 0.1}])
    assert Voice.read(tmp_path).sound("One.").shape == (round(0.1 * RATE), 2)


def test_the_later_folder_is_heard(tmp_path: Path) -> None:
    write_pack(tmp_path / "shipped", {"One.": 0.3, "Two.": 0.3})
    write_pack(tmp_path / "own", {"Two.": 0.5, "Three.": 0.4})
    voice = Voice.read(tmp_path / "shipped", tmp_path / "own", tmp_path / "nowhere")
    assert [voice.seconds(p) for p in ("One.", "Two.", "Three.")] == [0.3, 0.5, 0.4]
    assert len(voice.sound("Two.")) == round(0.5 * RATE)
    assert voice.problems == ()


@pytest.mark.parametrize(
    "manifest", [b"", b"{", b"[]", b'{"clips": 3}', b'{"clips": {}}', b"\xff", b"[" * 9_999]
)
def test_a_broken_manifest_is_told_and_says_nothing(tmp_path: Path, manifest: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest)
    voice = Voice.read(tmp_path)
    assert len(voice.problems) == 1
    assert str(tmp_path) in voice.problems[0]
    assert not voice.table.seconds_by_phrase


@pytest.mark.parametrize(
    "nonsense",
    [
        {"seconds": 0},
        {"seconds": -1},
        {"seconds": 1e9},
        {"seconds": "long"},
        {"phrase": ""},
        {"phrase": None},
        {"file": "../../secret.ogg"},
        {"file": "/elsewhere.ogg"},
        {"file": ""},
    ],
)
def test_a_nonsense_clip_is_left_out_alone(tmp_path: Path, nonsense: dict[str, object]) -> None:
    good = {"phrase": "One.", "file": "0.wav", "seconds": 0.3}
    write_manifest(tmp_path, [good, {**good, "phrase": "Two.", **nonsense}, {"phrase": "Three."}])
    voice = Voice.read(tmp_path)
    assert dict(voice.table.seconds_by_phrase) == {"One.": 0.3}
    assert [("clip 2" in p, "clip 3" in p) for p in voice.problems] == [
        (True, False),
        (False, True),
    ]


def broken(folder: Path, how: str) -> None:
    if how == "other rate":
        write_clip(folder / "0.wav", 0.3, rate=44_100)
    elif how == "surround":
        write_clip(folder / "0.wav", 0.3, channels=6)
    elif how == "no sound file":
        (folder / "0.wav").write_bytes(b"OggS, or so it says")
    elif how == "folder":
        (folder / "0.wav").unlink()
        (folder / "0.wav").mkdir()
    else:
        (folder / "0.wav").unlink()


@pytest.mark.parametrize("how", ["other rate", "surround", "no sound file", "folder", "missing"])
def test_a_clip_that_cannot_be_had_is_silence_told_once(
    tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    write_pack(tmp_path, {"One.": 0.3})
    broken(tmp_path, how)
    voice = Voice.read(tmp_path)
    with caplog.at_level(logging.WARNING):
        sounds = [voice.sound("One."), voice.sound("One."), voice.sound("One.")]
    assert [sound.shape for sound in sounds] == [(0, 2)] * 3
    assert len(caplog.records) == 1
    assert "0.wav" in caplog.text


def test_a_phrase_without_a_clip_is_silence_told_once(caplog: pytest.LogCaptureFixture) -> None:
    voice = Voice()
    assert len(voice.sound("One.")) == len(voice.sound("One.")) == 0
    assert len(caplog.records) == 1


def test_what_was_said_long_ago_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path, {f"{n}.": 1.0 for n in range(6)})
    monkeypatch.setattr(voice_module, "KEPT_BYTES", 3 * 4 * RATE)
    voice = Voice.read(tmp_path)
    first = voice.sound("0.")
    for n in (1, 2, 0, 3):
        voice.sound(f"{n}.")
    assert voice.sound("0.") is first, "said again, it stays"
    for n in (3, 4, 5):
        voice.sound(f"{n}.")
    assert voice.sound("0.") is not first
    assert len(voice.sound("0.")) == RATE


def test_a_clip_larger_than_all_that_is_kept_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path, {"One.": 1.0, "Two.": 1.0})
    monkeypatch.setattr(voice_module, "KEPT_BYTES", 1000)
    voice = Voice.read(tmp_path)
    assert len(voice.sound("One.")) == len(voice.sound("Two.")) == RATE


def test_a_bank_holds_tones_and_phrases(tmp_path: Path, tones: ToneBank) -> None:
    write_pack(tmp_path, {"One.": 0.3})
    bank = Bank(tones, Voice.read(tmp_path))
    assert bank.rate == RATE
    assert bank.seconds(Tone.GO) == tones.seconds(Tone.GO)
    assert bank.sound(Tone.GO) is tones.sound(Tone.GO)
    assert bank.seconds(Phrase("One.")) == 0.3
    assert len(bank.sound(Phrase("One."))) == round(0.3 * RATE)
    assert bank.seconds(Phrase("Never said.")) == len(bank.sound(Phrase("Never said."))) == 0


def test_reading_what_can_be_said_loads_no_heavy_library() -> None:
    code = (
        "import sys; from pathlib import Path; from hiptimer.audio.voice import Voice\n"
        "import hiptimer.audio.bank, hiptimer.audio.mixer; Voice.read(Path('assets/voice/en'))\n"
        "print([m for m in ('numpy', 'soundfile', 'pygame') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
