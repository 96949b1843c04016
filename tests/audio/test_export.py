"""A sound file is written whole or not at all."""

import errno
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from audio.files.samples import LABEL, RATE, SECONDS, sound

from hiptimer.audio.errors import AudioError
from hiptimer.audio.export import SoundFileKind, export, kind_of
from hiptimer.audio.soundtrack import Buffer

KINDS = [kind.value for kind in SoundFileKind]


class CalledOffError(Exception):
    pass


def nothing(share: float) -> None:
    pass


def call_off(share: float) -> None:
    if share > 0.4:
        raise CalledOffError


@pytest.mark.parametrize("suffix", [*KINDS, ".OGG"])
def test_a_file_of_the_kind_its_name_says(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"run{suffix}"
    export(file, [sound()], RATE, LABEL, nothing)
    told = soundfile.info(file)
    assert (told.format, told.samplerate, told.channels) == (suffix[1:].upper(), RATE, 2)
    assert told.frames == len(sound())
    assert list(tmp_path.iterdir()) == [file]


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[float] = []
    pieces = [sound()[:100_000], sound()[100_000:]]
    export(tmp_path / "run.wav", pieces, RATE, LABEL, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert np.diff([0, *told]).max() < 0.2


@pytest.mark.parametrize("suffix", KINDS)
def test_called_off_it_leaves_nothing_and_the_old_file_stays(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"run{suffix}"
    file.write_bytes(b"old")
    with pytest.raises(CalledOffError):
        export(file, [sound()], RATE, LABEL, call_off)
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == b"old"


def test_a_fault_of_the_sound_leaves_nothing(tmp_path: Path) -> None:
    def pieces() -> Iterator[Buffer]:
        yield sound()
        raise CalledOffError

    with pytest.raises(CalledOffError):
        export(tmp_path / "run.ogg", pieces(), RATE, LABEL, nothing)
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "run.wav"
    file.write_bytes(b"old")
    seen = []
    export(file, [sound()], RATE, LABEL, lambda share: seen.append(file.read_bytes()))
    assert set(seen) == {b"old"}
    assert soundfile.info(file).duration == pytest.approx(SECONDS)


def test_others_may_read_it_as_any_file_of_theirs(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    export(tmp_path / "run.ogg", [sound()], RATE, LABEL, nothing)
    assert (tmp_path / "run.ogg").stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("name", ["run.flac", "run", ".ogg", "run.ogg.part"])
def test_another_kind_is_refused_by_naming_the_three(tmp_path: Path, name: str) -> None:
    with pytest.raises(AudioError, match=r"\.ogg, \.mp3 or \.wav"):
        kind_of(tmp_path / name)


def test_where_it_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    missing = tmp_path / "no" / "run.ogg"
    with pytest.raises(AudioError, match="run.ogg cannot be written: No such file or directory"):
        export(missing, [sound()], RATE, LABEL, nothing)
    (tmp_path / "folder.ogg").mkdir()
    with pytest.raises(AudioError, match="it is a folder"):
        export(tmp_path / "folder.ogg", [sound()], RATE, LABEL, nothing)


def test_a_disk_that_is_full_is_said_in_words_and_nothing_is_left(tmp_path: Path) -> None:
    def pieces() -> Iterator[Buffer]:
        yield sound()
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(AudioError, match="No space left on device"):
        export(tmp_path / "run.mp3", pieces(), RATE, LABEL, nothing)
    assert list(tmp_path.iterdir()) == []
