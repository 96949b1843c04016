"""Files that are none, or have no end, are refused at once."""

import os
from pathlib import Path

import pytest

from hiptimer.model.ordinary import read_ordinary


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    (tmp_path / "link").symlink_to(file)
    assert read_ordinary(file) == read_ordinary(tmp_path / "link") == b"abc"
    assert read_ordinary(file, 3) == b"abc"


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no ordinary file"):
        read_ordinary(tmp_path / "pipe")


def test_a_device_without_an_end_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    with pytest.raises(OSError, match="no ordinary file"):
        read_ordinary(tmp_path / "link")


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(OSError, match="too large"):
        read_ordinary(tmp_path / "huge")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no ordinary file"):
        read_ordinary(tmp_path)
