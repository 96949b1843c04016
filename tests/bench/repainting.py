"""A bare window that repaints an empty widget thirty times a second."""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(["bare"])
widget = QWidget()
widget.resize(1280, 800)
timer = QTimer()
timer.setTimerType(Qt.TimerType.PreciseTimer)
timer.timeout.connect(widget.update)
timer.start(33)
widget.show()
sys.exit(app.exec())
