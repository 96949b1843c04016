"""The icon of the window."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hiptimer.app.window_icon import WindowIcon


def test_it_is_there_once_it_was_given(qapp: QApplication) -> None:
    before = qapp.windowIcon()
    qapp.setWindowIcon(QIcon())
    try:
        icon = WindowIcon(qapp)
        icon.give()
        sizes = qapp.windowIcon().availableSizes()
        assert QSize(16, 16) in sizes
        assert QSize(128, 128) in sizes
        colour = qapp.windowIcon().pixmap(QSize(48, 48)).toImage().pixelColor(3, 24).name()
        assert colour == "#1f6f76"
        key = qapp.windowIcon().cacheKey()
        icon.give()
        assert qapp.windowIcon().cacheKey() == key
    finally:
        qapp.setWindowIcon(before)
