"""Asking before something is taken in: what it would bring, in words, and one button to agree."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.ui.widgets.tick import Tick

WIDTH = 520
DETAILS_HEIGHT = 140


class Asked(msgspec.Struct, frozen=True):
    """What to ask. Without a `verb` there is nothing to agree to. `details` are shown one a line
    under `details_title`; `options` are further things to agree to, none of them at first but
    those that `agreed` says so of.
    """

    title: str
    lines: Sequence[str]
    verb: str = ""
    details_title: str = ""
    details: Sequence[str] = ()
    options: Sequence[str] = ()
    agreed: Sequence[bool] = ()


class AgreeDialog(QDialog):
    """`agreed` carries whether each of the options was chosen, as a tuple of bool."""

    agreed = Signal(object)

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(asked.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.options = tuple(Tick(words) for words in asked.options)
        for option, is_agreed in zip(self.options, asked.agreed, strict=False):
            option.setChecked(is_agreed)
        self.yes = Button(asked.verb or tr("Close"), Look.PRIMARY, size=16)
        self.no = Button(tr("Cancel"), size=16)
        self._agrees = bool(asked.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(10)
        column.addWidget(Label(asked.title, bold(24)))
        for line in asked.lines:
            label = Label(line, regular(16), wraps=True)
            label.setFixedWidth(WIDTH)
            column.addWidget(label)
        if asked.details:
            column.addSpacing(6)
            column.addWidget(Label(asked.details_title, semibold(15)))
            column.addWidget(_details(asked.details_title or asked.title, asked.details))
        for option in self.options:
            in_line = QHBoxLayout()
            in_line.addSpacing(-round(RING_SPACE))
            in_line.addWidget(option, 1)
            column.addLayout(in_line)
        column.addSpacing(10)
        column.addLayout(self._buttons())
        self.no.setVisible(bool(asked.verb))  # before it has its place it would be a window
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.reject)
        self.yes.setFocus()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.no)
        row.addWidget(self.yes)
        return row

    def _agree(self) -> None:
        chosen = tuple(option.isChecked() for option in self.options)
        self.accept()
        if self._agrees:
            self.agreed.emit(chosen)


def _details(name: str, lines: Sequence[str]) -> QPlainTextEdit:
    """Many lines in little room, to be read and copied."""
    field = QPlainTextEdit("\n".join(lines))
    field.setAccessibleName(name)
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setFixedHeight(DETAILS_HEIGHT)
    field.setFont(regular(13))
    return field
