"""A note of any length."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import regular
from hiptimer.ui.widgets.bounded_edit import BoundedEdit
from hiptimer.ui.widgets.press import asked_key

# As long as a session file may hold.
LONGEST = 100_000
TOLD_AFTER_MS = 1000
LEAST_HEIGHT, MOST_HEIGHT = 84, 240


class NoteField(BoundedEdit):
    """As high as its words, up to a limit from which on it scrolls. Enter begins a new line; Esc
    and Tab leave the field.

    `told` carries the note when the field is left, and when typing has rested for a moment.
    `left` comes with Esc: the focus is to go elsewhere.
    """

    told = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LONGEST, parent)
        self.setAccessibleName(tr("Note"))
        self.setPlaceholderText(tr("Add a note…"))
        self.setFont(regular(15))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TOLD_AFTER_MS)
        self._rest.timeout.connect(self.tell)
        self.document().contentsChanged.connect(self._wait)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setFixedHeight(LEAST_HEIGHT)

    def show_note(self, note: str) -> None:
        """Show a note without telling it."""
        self.setPlainText(note)
        self._rest.stop()
        self.document().setModified(False)

    def tell(self) -> None:
        """Tell what was written since it was last told. What nobody touched is not rewritten."""
        self._rest.stop()
        if self.document().isModified():
            self.document().setModified(False)
            self.told.emit(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        """Esc means the field first, and the page only once it is left."""
        if asked_key(event) == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.text().isprintable() or self.room() > 0:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell()

    def _wait(self) -> None:
        if self.document().isModified():
            self._rest.start()

    def _fit(self) -> None:
        lines = self.document().size().height()
        wanted = round(lines * self.fontMetrics().lineSpacing()) + 28
        self.setFixedHeight(min(MOST_HEIGHT, max(LEAST_HEIGHT, wanted)))
