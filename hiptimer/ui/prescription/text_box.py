"""The box that lines are typed or pasted into."""

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.prescribed import Prescription
from hiptimer.model.prescription.reading import LONGEST_TEXT
from hiptimer.ui.fonts import regular
from hiptimer.ui.prescription.highlighter import Highlighter
from hiptimer.ui.prescription.marks import Marks, Places, marks_of
from hiptimer.ui.widgets.bounded_edit import BoundedEdit

# Longer texts are read when the typing pauses: reading takes about a millisecond a line.
READ_AT_ONCE = 400  # characters
PAUSE_MS = 150
# All that is read is at the beginning; that the rest is not is told.
MOST_HELD = 5 * LONGEST_TEXT
# L: Lines that can be read here: the names of exercises as the language has them.
EXAMPLE = later(
    "clamshell 3x10 each side, 5 s hold, 30 s rest\n"
    "SL bridge 2 x 8 each leg\n"
    "side plank 2 x 30 s per side"
)


class TextBox(BoundedEdit):
    """`changed` comes when there is another text to be read. Tab leaves the box."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MOST_HELD, parent)
        self.setFont(regular(16))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr(EXAMPLE))
        self.setAccessibleName(tr("A physio's lines"))
        self.setAccessibleDescription(tr("One exercise a line, as it was written for you."))
        self._marks = Marks()
        self._text = ""
        self._highlighter = Highlighter(self.document(), self.palette())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read_now)
        self.textChanged.connect(self._wait)

    def _wait(self) -> None:
        # Colours count as a change of the document too.
        text = self.toPlainText()
        if text == self._text:
            return
        if len(text) <= READ_AT_ONCE:
            self.read_now()
        else:
            self._pause.start()

    def read_now(self) -> None:
        """Without waiting for the typing to pause."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._text:
            self._text = text
            self.changed.emit()

    @property
    def text(self) -> str:
        """As it was told last; `Prescription` counts its places in this."""
        return self._text

    def show_read(self, read: Prescription) -> None:
        """Colour and underline what was read in `text`."""
        self._marks = marks_of(self._text, read)
        self._highlighter.show_marks(self._marks, self.palette())

    def select(self, start: int, end: int) -> None:
        """Select a stretch of `text` and go there."""
        self.setTextCursor(self._cursor(start, end))
        self.setFocus()

    def show_text(self, text: str) -> None:
        """Put a text in place of all there is; one step for undo: that may have been typed."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text[:MOST_HELD])
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.read_now()

    def put_in(self, start: int, end: int, words: str) -> None:
        """Put words in place of a stretch of `text`; one step for undo."""
        self._cursor(start, end).insertText(words)
        self.read_now()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        places = Places(self._text)
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(places.of(start), last))
        cursor.setPosition(min(places.of(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def why_at(self, place: int) -> str:
        """What is to be said of a place, as Qt counts them; "" for nothing."""
        return self._marks.why(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """The reason of a line under words, as a tip over them."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.cursorForPosition(event.pos()).position()
            QToolTip.showText(event.globalPos(), self.why_at(place), self)
            return True
        return super().viewportEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are for the window, not for the text."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._highlighter.show_marks(self._marks, self.palette())
