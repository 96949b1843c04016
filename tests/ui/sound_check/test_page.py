"""What the sound check shows, and what its keys, buttons and wheel wish for."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.main_window import SMALLEST, USUAL
from hiptimer.ui.sound_check.face import LISTEN, NO_SOUND, face_of
from hiptimer.ui.sound_check.keys import Wish
from hiptimer.ui.sound_check.page import Part, Silence, SoundCheckPage
from hiptimer.ui.theme import Theme
from hiptimer.workout.sound_check import Heard

TWO_METRES = 37  # pixels that a capital letter must have


@pytest.fixture
def page(qtbot: QtBot, dressed: None, light: Theme) -> Iterator[SoundCheckPage]:
    page = SoundCheckPage(light)
    qtbot.addWidget(page)
    page.resize(USUAL)
    page.show_state(silence=None, is_paused=False, is_muted=False)
    page.show_levels(percent=80, is_muted=False, delay_ms=120)
    page.show()
    return page


def height_of(image: QImage, shade: str) -> int:
    """Of all pixels of one colour, in rows."""
    wanted = QColor(shade).rgb()
    rows = [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) == wanted for x in range(0, image.width(), 2))
    ]
    return max(rows) - min(rows) + 1 if rows else 0


def has(image: QImage, shade: str) -> bool:
    return height_of(image, shade) > 0


@pytest.mark.parametrize(
    ("key", "signal", "told"),
    [
        (Qt.Key.Key_Space, "pause_toggled", []),
        (Qt.Key.Key_Minus, "volume_wished", [-1]),
        (Qt.Key.Key_Down, "volume_wished", [-1]),
        (Qt.Key.Key_Equal, "volume_wished", [1]),
        (Qt.Key.Key_Plus, "volume_wished", [1]),
        (Qt.Key.Key_Up, "volume_wished", [1]),
        (Qt.Key.Key_M, "mute_wished", []),
        (Qt.Key.Key_D, "part_wished", []),
        (Qt.Key.Key_Escape, "done", []),
        (Qt.Key.Key_Return, "done", []),
        (Qt.Key.Key_Enter, "done", []),
    ],
)
def test_a_key_wishes(
    qtbot: QtBot, page: SoundCheckPage, key: Qt.Key, signal: str, told: list[int]
) -> None:
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        qtbot.keyClick(page, key)
    assert heard.args == told


def wheel(widget: QWidget) -> QWheelEvent:
    """One notch up, over the middle of `widget`."""
    middle = QPointF(widget.rect().center())
    nothing = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    phase = Qt.ScrollPhase.NoScrollPhase
    where = QPointF(widget.mapToGlobal(middle))
    return QWheelEvent(middle, where, QPoint(), QPoint(0, 120), *nothing, phase, False)


def test_the_wheel_turns_the_volume(qtbot: QtBot, page: SoundCheckPage) -> None:
    with qtbot.waitSignal(page.volume_wished) as heard:
        QApplication.sendEvent(page, wheel(page))
    assert heard.args == [1]


def test_the_bar_leaves_the_wheel_to_the_page(qtbot: QtBot, page: SoundCheckPage) -> None:
    event = wheel(page.volume)
    with qtbot.assertNotEmitted(page.volume_chosen):
        page.volume.wheelEvent(event)
    assert not event.isAccepted()


def test_the_bar_can_be_set_with_the_mouse(qtbot: QtBot, page: SoundCheckPage) -> None:
    with qtbot.waitSignal(page.volume_chosen) as heard:
        place = QPoint(page.volume.width() // 2, page.volume.height() // 2)
        qtbot.mouseClick(page.volume, Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [50]


def test_the_arrows_set_the_delay_only_beside_the_flash(qtbot: QtBot, page: SoundCheckPage) -> None:
    with qtbot.assertNotEmitted(page.delay_chosen):
        qtbot.keyClick(page, Qt.Key.Key_Right)
    page.show_part(Part.DELAY)
    for key, wanted in ((Qt.Key.Key_Right, 130), (Qt.Key.Key_Left, 110)):
        with qtbot.waitSignal(page.delay_chosen) as heard:
            qtbot.keyClick(page, key)
        assert heard.args == [wanted]


@pytest.mark.parametrize(("at", "key"), [(0, Qt.Key.Key_Left), (500, Qt.Key.Key_Right)])
def test_the_delay_has_its_ends(qtbot: QtBot, page: SoundCheckPage, at: int, key: Qt.Key) -> None:
    page.show_part(Part.DELAY)
    page.show_levels(percent=80, is_muted=False, delay_ms=at)
    with qtbot.waitSignal(page.delay_chosen) as heard:
        qtbot.keyClick(page, key)
    assert heard.args == [at]


def test_space_never_presses_a_button(qtbot: QtBot, page: SoundCheckPage) -> None:
    button = page.bar.button(Wish.MUTE)
    button.setFocus()
    with qtbot.waitSignal(page.pause_toggled), qtbot.assertNotEmitted(page.mute_wished):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.mute_wished), qtbot.assertNotEmitted(page.done):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_showing_a_level_wishes_nothing(qtbot: QtBot, page: SoundCheckPage) -> None:
    with qtbot.assertNotEmitted(page.volume_chosen), qtbot.assertNotEmitted(page.delay_chosen):
        page.show_levels(percent=30, is_muted=True, delay_ms=300)
    assert (page.volume.value(), page.delay.value()) == (30, 300)


@pytest.mark.parametrize(("heard", "lit_left"), [(Heard.LEFT, True), (Heard.RIGHT, False)])
def test_the_side_that_sounds_is_lit(
    page: SoundCheckPage, light: Theme, heard: Heard, lit_left: bool
) -> None:
    page.show_face(face_of(heard, 0.5))
    image = page.ears.grab().toImage()
    half = QSize(image.width() // 4, image.height())
    left = image.copy(0, 0, half.width(), half.height())
    right = image.copy(image.width() - half.width(), 0, half.width(), half.height())
    assert (has(left, light.work), has(right, light.work)) == (lit_left, not lit_left)


def test_nothing_is_lit_in_silence(page: SoundCheckPage, light: Theme) -> None:
    page.show_face(LISTEN)
    image = page.ears.grab().toImage()
    assert not any(has(image, shade) for shade in (light.work, light.rest, light.accent))


@pytest.mark.parametrize(
    ("heard", "least"), [(Heard.LEFT, TWO_METRES), (Heard.THREE, 130), (Heard.GO, TWO_METRES)]
)
def test_what_is_heard_is_read_from_two_metres(
    page: SoundCheckPage, light: Theme, heard: Heard, least: int
) -> None:
    page.show_face(face_of(heard, 0.5))
    image = page.ears.grab().toImage()
    size = image.height() // 2
    head = image.copy((image.width() - size) // 2, image.height() // 4, size, size)
    ink = {Heard.LEFT: light.work_text, Heard.THREE: light.rest, Heard.GO: light.accent}[heard]
    assert height_of(head, ink) >= least


def test_the_flash_is_bright_at_the_tick_and_fades(page: SoundCheckPage) -> None:
    page.show_flash(0.0)
    assert page.flash.is_bright
    page.show_flash(0.09)
    assert page.flash.is_bright
    page.show_flash(0.5)
    assert not page.flash.is_bright
    page.show_flash(0.0)
    page.show_flash(None)
    assert not page.flash.is_bright


@pytest.mark.parametrize("silence", Silence)
def test_why_nothing_is_heard_is_said(page: SoundCheckPage, silence: Silence) -> None:
    page.show_state(silence=silence, is_paused=False, is_muted=False)
    page.show_face(NO_SOUND)
    assert page.strip.isVisible()
    assert page.strip.text() == silence.value
    page.show_state(silence=None, is_paused=False, is_muted=False)
    assert not page.strip.isVisible()


@pytest.mark.parametrize("part", Part)
def test_every_part_fits_the_smallest_window(
    qtbot: QtBot, page: SoundCheckPage, part: Part
) -> None:
    page.show_part(part)
    page.resize(SMALLEST)
    page.show_state(silence=Silence.NO_DEVICE, is_paused=True, is_muted=True)
    qtbot.waitUntil(lambda: page.size() == SMALLEST)
    shown = [b for b in map(page.bar.button, Wish) if b.isVisible()]
    shown.sort(key=QWidget.x)
    for one, other in pairwise(shown):
        assert one.geometry().right() < other.x()
    assert shown[-1].geometry().right() < page.width()


def test_every_control_has_a_name(page: SoundCheckPage) -> None:
    for control in (page, page.ears, page.flash, page.volume, page.delay):
        assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
