"""A zip that nobody packed is refused before it takes time or memory."""

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest

from hiptimer.model.zips import BROKEN_ZIP, is_bomb, opened_zip


def zipped(*entries: tuple[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data)
    return written.getvalue()


def test_a_zip_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("a.toml", b"a = 1")) + b"")
    with opened_zip(tmp_path / "a.zip") as read:
        assert read.read("a.toml") == b"a = 1"


@pytest.mark.parametrize("content", [b"", b"PK", b"x" * 100, b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_broken(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(BROKEN_ZIP), opened_zip(tmp_path / "a.zip"):
        pass


def test_a_hundred_thousand_files_are_not_looked_at(tmp_path: Path) -> None:
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", *([0] * 8), 0, 0, 0, 1, *([0] * 6)) + b"a"
    listed = entry * 100_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 34464, 34464, len(listed), 0, 0)
    (tmp_path / "a.zip").write_bytes(listed + end)
    began = time.process_time()
    with pytest.raises(zipfile.BadZipFile, match="too many files"), opened_zip(tmp_path / "a.zip"):
        pass
    assert time.process_time() - began < 0.2


def test_a_bomb_is_known_by_what_it_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("a", b"\n" * 30_000_000), ("b", b"\n" * 900_000)))
    with opened_zip(tmp_path / "a.zip") as read:
        assert [is_bomb(info) for info in read.infolist()] == [True, False]
