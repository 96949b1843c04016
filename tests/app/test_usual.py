"""Settings back to the usual, and the way back from that."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from hiptimer.app.home import Home
from hiptimer.app.preferring import Preferring
from hiptimer.app.usual import ALL, OF_SECTION, STAYING
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.phrases import VoiceLevel
from hiptimer.paths import Paths, paths_under
from hiptimer.settings import Settings, read_settings
from hiptimer.ui.history.agree_dialog import AgreeDialog
from hiptimer.ui.settings.section import WayBack

OTHERWISE: dict[str, object] = {
    "language": "en",
    "theme": "dark",
    "workout_theme": "contrast",
    "text_percent": 130,
    "distance_view": True,
    "distance_m": 3.5,
    "flash": True,
    "keep_awake": False,
    "motion": "reduced",
    "mirror_front": False,
    "volume": 0.3,
    "is_muted": True,
    "sound_delay_ms": 140,
    "voice": VoiceLevel.BRIEF,
    "keep_alive": "off",
    "run_days": (1, 3),
    "run_at": time(6, 30),
    "reminder_min": 60,
    "week_goal": 5,
    "first_gap_s": 20.0,
    "new_position_gap_s": 10.0,
    "roll_over_gap_s": 9.0,
    "same_position_gap_s": 6.0,
    "equipment_gap_s": 12.0,
    "reposition_s": 5.0,
    "equipment": (Equipment.STEP,),
    "sore": (Complaint.GROIN,),
    "pain_rule": "traffic_light",
    "my_pace": True,
    "asks_how_it_felt": False,
}
FOLDERS = {"sync_folder": "/somewhere", "paces": {"clam-band": 0.9}}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_under(tmp_path / "data")


@pytest.fixture
def home(paths: Paths) -> Home:
    home = Home(paths)
    home.change_settings(**OTHERWISE, **FOLDERS)
    return home


Make = Callable[[], Preferring]


@pytest.fixture
def make(qtbot: QtBot, home: Home) -> Make:
    def preferring() -> Preferring:
        made = Preferring(home)
        qtbot.addWidget(made.page)
        return made

    return preferring


def chosen(home: Home, names: tuple[str, ...] = ALL) -> dict[str, object]:
    return {name: getattr(home.settings, name) for name in names}


USUAL = {name: getattr(Settings(), name) for name in ALL}


def test_every_setting_is_reset_with_a_section_or_stays() -> None:
    names = [field.name for field in msgspec.structs.fields(Settings)]
    assert sorted((*ALL, *STAYING)) == sorted(names)
    assert sorted(OTHERWISE) == sorted(ALL)
    assert all(OTHERWISE[name] != USUAL[name] for name in ALL)


@pytest.mark.parametrize("section", OF_SECTION)
def test_a_section_goes_back_alone_and_that_can_be_undone(
    qtbot: QtBot, make: Make, home: Home, section: str
) -> None:
    preferring = make()
    button = preferring.page.sections[section].back
    names = OF_SECTION[section]
    others = tuple(name for name in ALL if name not in names)
    button.click()
    assert chosen(home, names) == {name: USUAL[name] for name in names}
    assert chosen(home, others) == {name: OTHERWISE[name] for name in others}
    assert read_settings(home.paths.settings_file).settings == home.settings
    button.click()
    assert chosen(home) == OTHERWISE
    button.click()
    assert chosen(home, names) == {name: USUAL[name] for name in names}


def test_the_button_is_there_only_while_something_is_not_usual(qtbot: QtBot, paths: Paths) -> None:
    home = Home(paths)
    preferring = Preferring(home)
    qtbot.addWidget(preferring.page)
    look = preferring.page.look
    assert look.back.isHidden()
    look.theme.chips[2].click()
    assert not look.back.isHidden()
    assert "Look" in look.back.accessibleName()
    look.theme.chips[0].click()
    assert look.back.isHidden()
    assert not preferring.page.reset.reset.isEnabled()


def test_all_goes_back_after_a_question_and_folders_stay(
    qtbot: QtBot, make: Make, home: Home
) -> None:
    preferring = make()
    reset = preferring.page.reset
    reset.reset.click()
    dialog = preferring.page.findChild(AgreeDialog)
    assert dialog is not None
    assert chosen(home) == OTHERWISE  # nothing yet
    with qtbot.waitSignal(preferring.renewal_wished) as heard:
        dialog.yes.click()
    assert heard.args == ["reset"]
    assert chosen(home) == USUAL
    assert (home.settings.sync_folder, home.settings.paces) == tuple(FOLDERS.values())
    reset.unreset.click()
    assert chosen(home) == OTHERWISE
    assert reset.unreset.isHidden()


def test_no_changes_nothing(make: Make, home: Home) -> None:
    preferring = make()
    preferring.page.reset.reset.click()
    dialog = preferring.page.findChild(AgreeDialog)
    assert dialog is not None
    dialog.no.click()
    assert chosen(home) == OTHERWISE


def test_all_effects_of_a_reset_are_told(qtbot: QtBot, make: Make) -> None:
    preferring = make()
    with qtbot.waitSignals(
        [
            preferring.look_changed,
            preferring.figures_changed,
            preferring.suits_changed,
            preferring.times_changed,
            preferring.goal_changed,
            preferring.run_days_changed,
        ]
    ):
        preferring.usual.reset(ALL)


def test_what_was_chosen_since_the_reset_stays_when_that_is_undone(make: Make, home: Home) -> None:
    preferring = make()
    preferring.usual.reset(ALL)
    preferring.page.look.theme.chips[1].click()
    preferring.page.reset.unreset.click()
    assert chosen(home) == {**OTHERWISE, "theme": "light"}


def test_a_new_window_can_still_undo_but_not_the_next_start(make: Make, home: Home) -> None:
    before = make()
    before.usual.reset(ALL)
    again = make()
    assert not again.page.reset.unreset.isHidden()
    assert again.page.look._way_back is WayBack.UNDO
    again.usual.forget()
    later = make()
    assert later.page.reset.unreset.isHidden()
    assert later.page.look.back.isHidden()


def test_undo_works_where_nothing_can_be_written(
    make: Make, home: Home, paths: Paths, caplog: pytest.LogCaptureFixture
) -> None:
    preferring = make()
    paths.state.parent.mkdir(parents=True, exist_ok=True)
    paths.state.write_text("a file where the folder should be")
    preferring.usual.reset(ALL)
    preferring.usual.undo(ALL)
    assert chosen(home) == OTHERWISE
    assert "undone only in this window" in caplog.text
