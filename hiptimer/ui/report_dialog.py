"""Something went wrong: what that means in words, and the report to copy or to save."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hiptimer.model.language import tr
from hiptimer.model.reasons import reason_of
from hiptimer.ui.fonts import bold, fixed, regular
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE

WIDTH = 680
REPORT_HEIGHT = 220


class ReportDialog(QDialog):
    """`words` say what happened and what it means. Nothing is sent: the person copies or saves."""

    def __init__(
        self, title: str, words: str, report: str, logs: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._logs = logs
        self.report = QPlainTextEdit(report)
        self.copy = Button(tr("Copy report"), Look.PRIMARY, size=16)
        self.save = Button(tr("Save report…"), size=16)
        self.folder = Button(tr("Open the log folder"), Look.QUIET, size=16)
        self.shut = Button(tr("Close"), size=16)
        self._told = Label("", regular(15), Tone.MUTED, wraps=True)
        self._lay_out(title, words)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.folder.clicked.connect(self._open_folder)
        self.shut.clicked.connect(self.accept)
        self.shut.setFocus()

    def _lay_out(self, title: str, words: str) -> None:
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("The report"))
        self.report.setMinimumHeight(REPORT_HEIGHT)
        self.report.setFont(fixed(13))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(Label(title, bold(24)))
        for line in words.splitlines():
            label = Label(line, regular(16), wraps=True)
            label.setMinimumWidth(WIDTH)
            column.addWidget(label)
        column.addWidget(self.report, 1)
        # So that nothing moves when something is told.
        self._told.setMinimumHeight(QFontMetrics(self._told.font()).lineSpacing())
        column.addWidget(self._told)
        row = QHBoxLayout()
        # Their edges, not their rings, stand in line with the report.
        row.addSpacing(-round(RING_SPACE))
        row.addWidget(self.folder)
        row.addStretch()
        for button in (self.save, self.copy, self.shut):
            row.addWidget(button)
        row.addSpacing(-round(RING_SPACE))
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._tell(tr("The report is copied. Paste it where you tell about it."))

    def _ask_where(self) -> None:
        suggested = str(Path.home() / "hiptimer-report.txt")
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save report"), suggested)
        if name:
            self.save_as(Path(name))

    def save_as(self, file: Path) -> None:
        """Write the report there, and say how that went."""
        try:
            file.write_text(self.report.toPlainText(), encoding="utf-8")
        except OSError as error:
            self._tell(tr("The report cannot be saved: {error}.", error=reason_of(error)))
        else:
            self._tell(tr("The report is saved as {file}.", file=file))

    def _tell(self, words: str) -> None:
        """A long path may take more than the line that is kept for it."""
        self._told.setText(words)
        self.adjustSize()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs)))
