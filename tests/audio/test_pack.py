from pathlib import Path

import numpy as np
import pytest
from audio.humming import Hum

from hiptimer.audio.clips import read_clips
from hiptimer.audio.decoding import decode
from hiptimer.audio.errors import AudioError
from hiptimer.audio.levelling import Mono, true_peak
from hiptimer.audio.lines import FASTEST, Line
from hiptimer.audio.ogg import decoded
from hiptimer.audio.pack import Pack
from hiptimer.audio.tones import RATE

LINES = (Line("Clamshell."), Line("Bridge."), Line("Lift."))


def ignore(line: Line, problem: str) -> None:
    assert problem == "", line


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "en"
    Pack(folder, "hum").add_all(LINES, Hum(), ignore)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_what_was_made_can_be_read_and_heard(made: Path) -> None:
    read = read_clips(made)
    assert read.problems == ()
    assert {clip.phrase for clip in read.clips} == {line.phrase for line in LINES}
    for clip in read.clips:
        assert len(decode(Path(clip.file), RATE)) / RATE == clip.seconds


def test_with_everything_there_nothing_is_missing(made: Path) -> None:
    assert Pack(made, "hum").missing(LINES) == ()


def test_a_new_phrase_a_respelt_one_and_a_lost_file_are_missing(made: Path) -> None:
    next(made.glob("lift-*.ogg")).unlink()
    lines = (Line("Clamshell.", given="Clam shell."), Line("Bridge."), Line("Lift."), Line("Rest."))
    missing = Pack(made, "hum").missing(lines)
    assert [line.phrase for line in missing] == ["Clamshell.", "Lift.", "Rest."]


def test_another_voice_has_said_nothing_yet(made: Path) -> None:
    assert Pack(made, "drum").missing(LINES) == LINES


def test_the_same_words_in_any_order_give_the_same_files(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    Pack(other, "hum").add_all(reversed(LINES), Hum(), ignore)
    assert contents(other) == contents(made)


def test_a_new_phrase_is_one_new_line_of_the_manifest(made: Path) -> None:
    before = (made / "manifest.json").read_text().splitlines()
    Pack(made, "hum").add(Line("Last one."), Hum())
    after = (made / "manifest.json").read_text().splitlines()
    assert len(set(after) - set(before)) == 1
    assert set(before) <= set(after)


def test_only_what_is_still_said_is_kept(made: Path) -> None:
    (made / "orphan-00000000.ogg").write_bytes(b"OggS")
    assert Pack(made, "hum").keep_only(LINES[:1]) == 3
    assert [clip.phrase for clip in read_clips(made).clips] == ["Clamshell."]
    assert len(list(made.glob("*.ogg"))) == 1


def test_what_cannot_be_said_is_told_and_the_rest_is_said(tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []

    def tell(line: Line, problem: str) -> None:
        told.append((line.phrase, problem))

    lines = (Line("Unspeakable."), Line("Bridge."))
    Pack(tmp_path, "hum").add_all(lines, Hum(), tell)
    assert told[0][0] == "Unspeakable."
    assert "cannot say" in told[0][1]
    assert told[1] == ("Bridge.", "")
    assert [clip.phrase for clip in read_clips(tmp_path).clips] == ["Bridge."]


def test_making_that_breaks_off_keeps_what_was_made(tmp_path: Path) -> None:
    class Breaking(Hum):
        def speak(self, words: str, speed: float) -> Mono:
            if len(self.asked) == 2:
                raise KeyboardInterrupt
            return super().speak(words, speed)

    with pytest.raises(KeyboardInterrupt):
        Pack(tmp_path, "hum").add_all(LINES, Breaking(), ignore)
    assert Pack(tmp_path, "hum").missing(LINES) == LINES[2:]


def test_a_line_that_must_fit_is_said_faster_but_not_hurried(tmp_path: Path) -> None:
    voice = Hum()
    pack = Pack(tmp_path, "hum")
    long = "x" * 30
    pack.add(Line(long), voice)
    assert voice.asked == [(long, 1.0)]
    fits = pack.add(Line(long, speed=1.1, within_s=1.6), voice)
    assert fits.seconds == pytest.approx(1.6, abs=0.05)
    pack.add(Line("x" * 60, speed=1.1, within_s=1.6), voice)
    assert voice.asked[-1][1] == FASTEST


def test_a_broken_manifest_means_everything_is_made_again(made: Path) -> None:
    (made / "manifest.json").write_text("{")
    pack = Pack(made, "hum")
    assert pack.missing(LINES) == LINES
    pack.add_all(LINES, Hum(), ignore)
    assert len(read_clips(made).clips) == 3


def test_the_words_given_are_spoken_and_the_phrase_is_the_key(tmp_path: Path) -> None:
    voice = Hum()
    clip = Pack(tmp_path, "hum").add(Line("In.", given="Inn."), voice)
    assert voice.asked == [("Inn.", 1.0)]
    assert clip.phrase == "In."


def test_nothing_is_added_for_what_cannot_be_said(tmp_path: Path) -> None:
    with pytest.raises(AudioError):
        Pack(tmp_path, "hum").add(Line("Unspeakable."), Hum())
    assert not list(tmp_path.iterdir())


class Bursts(Hum):
    """Speaks in short bursts, whose peaks encoding moves most: these to -0.7 dBFS."""

    def speak(self, words: str, speed: float) -> Mono:
        chance = np.random.default_rng(3)
        spoken = np.zeros(self.rate, np.float32)
        for start in range(0, self.rate - 1000, 1000):
            spoken[start : start + 60] = chance.normal(0, 1, 60) * np.hanning(60)
        return spoken


def test_no_file_comes_near_the_rail_even_where_encoding_moves_its_peaks(tmp_path: Path) -> None:
    Pack(tmp_path, "burst").add_all(LINES, Bursts(), ignore)
    for file in tmp_path.glob("*.ogg"):
        assert true_peak(decoded(file.read_bytes())) <= 10 ** (-1 / 20)
