"""The kept catalogue is the one that would be read now, whatever happened to the files since."""

import os
import shutil
from pathlib import Path

import pytest

from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.kept_catalogue import read_kept_catalogue

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture
def builtin(tmp_path: Path) -> Path:
    """A few real exercises, without links to others."""
    folder = tmp_path / "builtin" / "exercises"
    folder.mkdir(parents=True)
    for name in ("clam-basic", "bridge-basic"):
        text = (ASSETS / "exercises" / f"{name}.toml").read_text(encoding="utf-8")
        lines = (s for s in text.splitlines() if not s.startswith(("easier_id", "harder_id")))
        (folder / f"{name}.toml").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "builtin"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own" / "exercises").mkdir(parents=True)
    return tmp_path / "own"


@pytest.fixture
def kept_in(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "catalogue.json"


def names(catalogue: Catalogue) -> set[str]:
    return {exercise.name for exercise in catalogue.exercises.values()}


def test_the_whole_catalogue_comes_back_as_it_was_read(kept_in: Path, own: Path) -> None:
    read_kept_catalogue(kept_in, "1", ASSETS, own)
    again = read_kept_catalogue(kept_in, "1", ASSETS, own)
    read = read_catalogue(ASSETS, own)
    assert again == read
    assert list(again.exercises) == list(read.exercises)
    assert list(again.routines) == list(read.routines)


def test_what_is_kept_is_used_while_the_files_look_the_same(
    kept_in: Path, builtin: Path, own: Path
) -> None:
    read_kept_catalogue(kept_in, "1", builtin, own)
    file = builtin / "exercises" / "clam-basic.toml"
    seen = file.stat()
    file.write_bytes(b"#" * seen.st_size)
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert "Clamshell" in names(read_kept_catalogue(kept_in, "1", builtin, own))
    assert "Clamshell" not in names(read_kept_catalogue(kept_in, "2", builtin, own))


def test_a_changed_file_is_noticed(kept_in: Path, builtin: Path, own: Path) -> None:
    read_kept_catalogue(kept_in, "1", builtin, own)
    file = builtin / "exercises" / "clam-basic.toml"
    file.write_text(file.read_text("utf-8").replace('"Clamshell"', '"Oyster"'), encoding="utf-8")
    assert "Oyster" in names(read_kept_catalogue(kept_in, "1", builtin, own))


def test_a_new_file_and_one_taken_away_are_noticed(kept_in: Path, builtin: Path, own: Path) -> None:
    read_kept_catalogue(kept_in, "1", builtin, own)
    file = own / "exercises" / "clam-basic.toml"
    text = (builtin / "exercises" / "clam-basic.toml").read_text("utf-8")
    file.write_text(text.replace('name = "Clamshell"', 'name = "Mine"'), encoding="utf-8")
    assert "Mine" in names(read_kept_catalogue(kept_in, "1", builtin, own))
    file.unlink()
    assert "Clamshell" in names(read_kept_catalogue(kept_in, "1", builtin, own))
    shutil.rmtree(own)
    (builtin / "exercises" / "bridge-basic.toml").unlink()
    assert names(read_kept_catalogue(kept_in, "1", builtin, own)) == {"Clamshell"}


def test_a_broken_file_is_told_every_time_until_it_is_mended(
    kept_in: Path, builtin: Path, own: Path
) -> None:
    read_kept_catalogue(kept_in, "1", builtin, own)
    broken = own / "exercises" / "broken.toml"
    broken.write_text("id = ", encoding="utf-8")
    for _ in range(3):
        assert len(read_kept_catalogue(kept_in, "1", builtin, own).problems) == 1
    broken.unlink()
    assert read_kept_catalogue(kept_in, "1", builtin, own).problems == ()


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"\xff\xfe", b'{"version": "1", "stamps": [', b"[]", b"[" * 9_999]
)
def test_a_damaged_one_is_ignored_and_written_anew(
    kept_in: Path, builtin: Path, own: Path, damage: bytes
) -> None:
    read_kept_catalogue(kept_in, "1", builtin, own)
    good = kept_in.read_bytes()
    kept_in.write_bytes(damage)
    assert read_kept_catalogue(kept_in, "1", builtin, own) == read_catalogue(builtin, own)
    assert kept_in.read_bytes() == good


def test_without_a_place_to_keep_it_all_is_read(tmp_path: Path, builtin: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    read = read_kept_catalogue(tmp_path / "cache" / "catalogue.json", "1", builtin, None)
    assert read == read_catalogue(builtin, None)
