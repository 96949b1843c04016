"""The help: a window of its own, so that it can stay open beside the one it is about."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.help.text import HelpText, HelpTopic
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.scroll import Scroll

WIDTH, HEIGHT = 900, 600
LIST_WIDTH = 240
LIST_SHAPE = """
QListWidget { background: transparent; padding: 0; border: none; outline: none; }
QListWidget::item { padding: 9px 14px; border-radius: 10px; color: palette(window-text); }
QListWidget::item:selected { background: palette(midlight); }
QListWidget::item:selected:focus { border: 2px solid palette(highlight); padding: 7px 12px; }
"""


class HelpWindow(QDialog):
    """The topics at the left, the words of the chosen one at the right."""

    def __init__(self, text: HelpText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(text.title)
        self.resize(WIDTH, HEIGHT)
        self._text = text
        self.topics = QListWidget()
        self.topics.setAccessibleName(text.title)
        self.topics.setFixedWidth(LIST_WIDTH)
        self.topics.setFont(medium(15))
        self.topics.setStyleSheet(LIST_SHAPE)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.setWordWrap(True)
        self.topics.addItems([topic.name for topic in text.topics])
        self.reading = QStackedWidget()
        for topic in text.topics:
            self.reading.addWidget(Scroll(_written(topic)))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 28, 24, 24)
        row.setSpacing(24)
        row.addWidget(self.topics)
        row.addWidget(self.reading, 1)
        # The key that opens it closes it, as Esc does.
        again = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        again.activated.connect(self.close)
        self.topics.currentRowChanged.connect(self.reading.setCurrentIndex)

    def open_at(self, page: str) -> None:
        """Show the topic of a page of the window, and come to the front."""
        self.topics.setCurrentRow(self._text.topic_of(page))
        self.show()
        self.raise_()
        self.activateWindow()
        self.topics.setFocus()


def _written(topic: HelpTopic) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(4, 0, 16, 12)
    column.setSpacing(14)
    column.addWidget(Label(topic.name, bold(26), wraps=True))
    for words in topic.words:
        column.addWidget(Label(words, regular(16), wraps=True))
    if topic.keys:
        column.addSpacing(6)
        column.addLayout(_keys(topic))
    column.addStretch()
    return content


def _keys(topic: HelpTopic) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for row, (key, does) in enumerate(topic.keys):
        grid.addWidget(Label(key, semibold(15), Tone.ACCENT), row, 0)
        grid.addWidget(Label(does, regular(15), wraps=True), row, 1)
    return grid
