"""Qt's Python bindings must not lose references to None.

A version that does ends the interpreter after some seconds of animation, while every other
test stays green.
"""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from pytestqt.qtbot import QtBot

CALLS = 1000
NOISE = 50  # references that come and go beside the calls

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: nothing to lose"
)


class Sender(QObject):
    happened = Signal(object)


def test_painting_keeps_none(qtbot: QtBot) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    pen = QPen(QColor("red"))
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.setPen(pen)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert abs(lost) < NOISE


def test_signals_and_timers_keep_none(qtbot: QtBot) -> None:
    sender, timer = Sender(), QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        sender.happened.emit(1)
        timer.setInterval(20)
    lost = before - sys.getrefcount(None)
    assert abs(lost) < NOISE
