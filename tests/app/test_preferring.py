"""The settings page joined to what is kept."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hiptimer.app.home import Home, Past
from hiptimer.app.preferring import Preferring
from hiptimer.model.phrases import VoiceLevel
from hiptimer.paths import paths_under
from hiptimer.settings import Settings, read_settings


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def preferring(qtbot: QtBot, home: Home) -> Preferring:
    preferring = Preferring(home)
    qtbot.addWidget(preferring.page)
    return preferring


def kept(home: Home) -> Settings:
    return read_settings(home.paths.settings_file).settings


def test_every_choice_is_kept_at_once(preferring: Preferring, home: Home) -> None:
    sound = preferring.page.sound
    sound.voice.choices[1].click()
    sound.volume.setValue(40)
    sound.mute.click()
    sound.delay.setValue(150)
    sound.keep_alive.segments[2].click()
    settings = kept(home)
    assert settings == home.settings
    assert (settings.voice, settings.volume, settings.is_muted) == (VoiceLevel.BRIEF, 0.4, True)
    assert (settings.sound_delay_ms, settings.keep_alive) == (150, "stronger")


def test_turning_the_volume_ends_a_mute(preferring: Preferring, home: Home) -> None:
    sound = preferring.page.sound
    sound.mute.click()
    assert kept(home).is_muted
    sound.volume.setValue(50)
    assert not kept(home).is_muted
    assert not sound.mute.isChecked()


def test_only_the_voice_changes_the_times(qtbot: QtBot, preferring: Preferring) -> None:
    sound = preferring.page.sound
    with qtbot.assertNotEmitted(preferring.times_changed):
        sound.volume.setValue(30)
        sound.keep_alive.segments[0].click()
        sound.voice.choices[2].click()  # chosen already
    with qtbot.waitSignal(preferring.times_changed):
        sound.voice.choices[0].click()


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("first_s", "first_gap_s"),
        ("new_position_s", "new_position_gap_s"),
        ("roll_over_s", "roll_over_gap_s"),
        ("same_position_s", "same_position_gap_s"),
        ("equipment_s", "equipment_gap_s"),
    ],
)
def test_each_get_ready_makes_routines_longer(
    qtbot: QtBot, preferring: Preferring, home: Home, name: str, setting: str
) -> None:
    routine = home.catalogue.routines["mini-band"]
    before = home.lay_out(routine, Past()).seconds
    with qtbot.waitSignal(preferring.times_changed):
        preferring.page.times.slider(name).setValue(60)
    assert getattr(kept(home), setting) == 60
    assert home.lay_out(routine, Past()).seconds > before


def test_the_countdown_after_a_pause_is_kept(preferring: Preferring, home: Home) -> None:
    preferring.page.times.slider("reposition_s").setValue(7)
    assert kept(home).gaps.reposition_s == 7


def test_a_time_beyond_the_line_is_shown_and_stays(preferring: Preferring, home: Home) -> None:
    home.change_settings(first_gap_s=90.5)
    preferring.show()
    assert preferring.page.times.slider("first_s").value() == 90
    assert kept(home).first_gap_s == 90.5


def test_what_was_changed_elsewhere_is_shown_and_not_undone(
    preferring: Preferring, home: Home
) -> None:
    home.change_settings(volume=0.3, is_muted=True, sound_delay_ms=40)
    preferring.show()
    sound = preferring.page.sound
    assert (sound.volume.value(), sound.mute.isChecked(), sound.delay.value()) == (30, True, 40)
    assert (home.settings.volume, home.settings.is_muted) == (0.3, True)


def test_the_goal_is_kept_and_told_once(qtbot: QtBot, preferring: Preferring, home: Home) -> None:
    goal = preferring.page.goal.goal
    assert goal.value() == 3
    with qtbot.waitSignal(preferring.goal_changed):
        goal.setValue(4)
    assert kept(home).week_goal == 4
    with qtbot.assertNotEmitted(preferring.goal_changed):
        preferring.show()
    goal.setValue(0)
    assert kept(home).week_goal == 1


def test_my_pace_is_kept_and_shown(preferring: Preferring, home: Home) -> None:
    preferring.page.workout.reps.choices[1].click()
    assert kept(home).my_pace
    home.change_settings(my_pace=False)  # as P in a workout does
    preferring.show()
    assert preferring.page.workout.reps.choices[0].isChecked()
