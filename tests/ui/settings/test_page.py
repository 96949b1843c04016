"""The settings page: what is shown, what is told, and that keys reach all of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.model.phrases import VoiceLevel
from hiptimer.ui.settings.page import SettingsPage
from hiptimer.ui.settings.sound import SoundChoices, SoundSection
from hiptimer.ui.settings.workout import WorkoutChoices

CHOICES = SoundChoices(
    voice=VoiceLevel.NORMAL, percent=80, is_muted=False, delay_ms=120, keep_alive="quiet"
)
WORKOUT = WorkoutChoices(
    is_my_pace=True, is_distance_view=False, metres=2.0, flashes=False, keeps_awake=True
)
SIGNALS = (
    "voice_chosen",
    "volume_chosen",
    "mute_chosen",
    "delay_chosen",
    "keep_alive_chosen",
)


@pytest.fixture
def page(qtbot: QtBot, dressed: None) -> SettingsPage:
    page = SettingsPage((("en", "English"),))
    page.reset.show_ways(can_reset=True, can_undo=False)
    qtbot.addWidget(page)
    page.resize(872, 600)  # the smallest window without its rail
    page.sound.show_choices(CHOICES)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def sound(page: SettingsPage) -> SoundSection:
    return page.sound


def test_showing_choices_tells_nothing(sound: SoundSection) -> None:
    told: list[object] = []
    for name in SIGNALS:
        getattr(sound, name).connect(told.append)
    sound.show_choices(
        SoundChoices(
            voice=VoiceLevel.TONES, percent=10, is_muted=True, delay_ms=0, keep_alive="off"
        )
    )
    assert told == []
    assert [choice.isChecked() for choice in sound.voice.choices] == [True, False, False, False]
    assert (sound.volume.value(), sound.delay.value(), sound.mute.isChecked()) == (10, 0, True)
    assert sound.keep_alive.chosen == 0


def test_each_choice_is_told(qtbot: QtBot, sound: SoundSection) -> None:
    for click, signal, told in (
        (sound.voice.choices[3], sound.voice_chosen, VoiceLevel.TALKATIVE),
        (sound.mute, sound.mute_chosen, True),
        (sound.keep_alive.segments[2], sound.keep_alive_chosen, "stronger"),
    ):
        with qtbot.waitSignal(signal) as heard:
            qtbot.mouseClick(click, Qt.MouseButton.LeftButton)
        assert heard.args == [told]
    for button, wish in ((sound.check, sound.check_wished), (sound.flash, sound.flash_wished)):
        with qtbot.waitSignal(wish):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_slider_goes_in_steps_with_mouse_and_keys(qtbot: QtBot, sound: SoundSection) -> None:
    with qtbot.waitSignal(sound.volume_chosen) as heard:
        place = QPoint(sound.volume.width() // 2 + 3, sound.volume.height() // 2)
        qtbot.mouseClick(sound.volume, Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [50]
    with qtbot.waitSignal(sound.delay_chosen) as heard:
        qtbot.keyClick(sound.delay, Qt.Key.Key_Right)
    assert heard.args == [130]


def test_the_voice_is_chosen_by_keys(qtbot: QtBot, sound: SoundSection) -> None:
    sound.voice.choices[2].setFocus()
    with qtbot.waitSignal(sound.voice_chosen) as heard:
        qtbot.keyClick(sound.voice.choices[2], Qt.Key.Key_Up)
    assert heard.args == [VoiceLevel.BRIEF]


def test_tab_reaches_everything_and_brings_it_into_view(
    qtbot: QtBot, page: SettingsPage, sound: SoundSection
) -> None:
    area = page.findChild(QScrollArea)
    assert area is not None
    assert page.hasFocus()  # nothing takes it by itself
    met: list[QWidget] = []
    for _ in range(100):
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        widget = page.focusWidget()
        assert widget is not None
        if widget in met:
            break
        met.append(widget)
        if area.isAncestorOf(widget):
            top = widget.mapTo(area.viewport(), QPoint(0, 0)).y()
            assert 0 <= top <= area.viewport().height() - widget.height()
    for control in (sound.check, sound.volume, sound.mute, sound.delay, sound.flash):
        assert control in met
    assert {page.index.entries[0], page.look.mirror, page.reset.reset} <= set(met)
    assert any(choice in met for choice in sound.voice.choices)
    assert any(segment in met for segment in sound.keep_alive.segments)


def test_nothing_is_wider_than_the_smallest_window(page: SettingsPage) -> None:
    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.widget().width() <= area.viewport().width()
    assert page.sound.geometry().right() < area.viewport().width()


def test_every_control_has_a_name(page: SettingsPage) -> None:
    controls = [
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) >= 12
    for control in controls:
        assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name), control


def test_who_sets_the_pace_of_reps_is_shown_and_told(qtbot: QtBot, page: SettingsPage) -> None:
    by_clock, my_pace = page.workout.reps.choices
    told: list[object] = []
    page.workout.my_pace_chosen.connect(told.append)
    page.workout.show_choices(WORKOUT)
    assert (by_clock.isChecked(), my_pace.isChecked(), told) == (False, True, [])
    with qtbot.waitSignal(page.workout.my_pace_chosen) as heard:
        by_clock.click()
    assert heard.args == [False]
