"""Choices made while they cannot be saved: they hold, that is told, and they are saved later."""

from pathlib import Path

from hiptimer.app.home import Home
from hiptimer.paths import paths_under
from hiptimer.settings import read_settings


def test_a_choice_that_could_not_be_saved_is_told_and_saved_when_it_can_be(tmp_path: Path) -> None:
    home = Home(paths_under(tmp_path))
    home.paths.config.write_text("in the way")
    home.change_settings(volume=0.2)
    home.change_settings(week_goal=5)
    assert home.settings.volume == 0.2
    [told] = home.problems
    assert told.startswith("The settings cannot be saved: ")
    home.paths.config.unlink()
    home.change_settings()
    assert home.problems == []
    saved = read_settings(home.paths.settings_file).settings
    assert (saved.volume, saved.week_goal) == (0.2, 5)


def test_without_a_change_nothing_is_written(tmp_path: Path) -> None:
    home = Home(paths_under(tmp_path))
    home.change_settings()
    assert not home.paths.settings_file.exists()
