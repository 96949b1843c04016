"""The least a Qt program from Python can be: a window with one label."""

import sys

from frame import FirstFrame
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(["bare"])
label = QLabel("hiptimer")
label.resize(1280, 800)
watch = FirstFrame(label)
label.show()
sys.exit(app.exec())
