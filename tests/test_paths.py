"""The person's folders: where they are."""

from pathlib import Path

import pytest

from hiptimer.paths import default_paths, paths_under


def test_one_folder_can_hold_everything(tmp_path: Path) -> None:
    paths = paths_under(tmp_path / "mine")
    assert paths.history_file == tmp_path / "mine" / "history.db"
    assert paths.own_catalogue == tmp_path / "mine"
    for folder in (paths.data, paths.config, paths.cache, paths.logs, paths.state):
        assert folder.is_relative_to(tmp_path / "mine")


def test_a_relative_folder_counts_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths_under(Path("mine")).data == tmp_path / "mine"


def test_the_usual_folders_carry_the_programs_name() -> None:
    paths = default_paths()
    assert paths.settings_file.name == "settings.json"
    for folder in (paths.data, paths.config, paths.cache, paths.logs, paths.state):
        assert folder.is_absolute()
        assert "hiptimer" in folder.parts
