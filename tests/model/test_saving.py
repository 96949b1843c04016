"""Writing a file whole or not at all."""

from pathlib import Path

import pytest

from hiptimer.model.saving import write_atomically


def test_a_file_is_replaced_and_nothing_is_left_over(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "file.json"
    write_atomically(file, b"one")
    write_atomically(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]


def test_the_old_file_stays_when_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "inside").write_text("kept")
    with pytest.raises(OSError, match="directory"):
        write_atomically(target, b"new")
    assert (target / "inside").read_text() == "kept"
    assert [p.name for p in tmp_path.iterdir()] == ["target"]
