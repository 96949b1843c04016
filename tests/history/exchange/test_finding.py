import os
from pathlib import Path

import pytest

from hiptimer.history.exchange import finding
from hiptimer.history.exchange.finding import find


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}")


def test_the_json_files_of_a_folder_and_its_folders_sorted(tmp_path: Path) -> None:
    make(tmp_path, "b.json", "a.JSON", "deep/er/c.json", ".hidden.json", ".git/d.json")
    found = find([tmp_path])
    names = [str(file.relative_to(tmp_path)) for file in found.files]
    assert names == ["a.JSON", "b.json", os.path.join("deep", "er", "c.json")]  # noqa: PTH118
    assert found.unreadable == found.passed_over == ()


def test_other_files_in_a_folder_are_passed_over_with_a_line(tmp_path: Path) -> None:
    make(tmp_path, "notes.csv", "one.json")
    found = find([tmp_path])
    assert [file.name for file in found.files] == ["one.json"]
    assert found.passed_over == (
        f"{tmp_path / 'notes.csv'}: is no session file, which ends in .json",
    )


def test_a_file_that_was_named_is_read_whatever_its_ending_and_once(tmp_path: Path) -> None:
    make(tmp_path, "one.txt")
    file = tmp_path / "one.txt"
    assert find([file, file]).files == (file,)
    assert find([tmp_path / "missing"]).files == (tmp_path / "missing",)


def test_links_in_a_folder_lead_nowhere(tmp_path: Path) -> None:
    make(tmp_path, "outside/secret.json", "inside/mine.json")
    inside = tmp_path / "inside"
    (inside / "file.json").symlink_to(tmp_path / "outside" / "secret.json")
    (inside / "folder").symlink_to(tmp_path / "outside")
    (inside / "loop").symlink_to(inside)
    found = find([inside])
    assert [file.name for file in found.files] == ["mine.json"]
    assert len(found.passed_over) == 3
    assert all("link" in line for line in found.passed_over)


def test_a_folder_with_too_many_files_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert finding.MOST_FILES == 10_000
    monkeypatch.setattr(finding, "MOST_FILES", 10)
    make(tmp_path, *(f"{n}.json" for n in range(6)), *(f"deep/{n}.json" for n in range(6)))
    found = find([tmp_path])
    assert found.files == ()
    assert found.unreadable == (f"{tmp_path}: more than 10 files; name a smaller folder",)


def test_a_name_cannot_write_to_a_terminal(tmp_path: Path) -> None:
    make(tmp_path, "\x1b[2J\n.csv")
    (line,) = find([tmp_path]).passed_over
    assert line.isprintable()
