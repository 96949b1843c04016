"""Files that are dragged from elsewhere onto the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """`dropped` carries a tuple of Path, once the drag is over.

    `is_welcome` says whether files can be taken now. What lies on the window and takes drops
    itself comes first.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget, is_welcome: Callable[[], bool]) -> None:
        super().__init__(window)
        self._is_welcome = is_welcome
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome files, and nothing else that is dragged."""
        # The enter event is a kind of move event.
        if isinstance(event, QDragMoveEvent):
            return self._welcome(event)
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            files = files_in(event.mimeData())
            if not self._welcome(event):
                return False
            self.dropped.emit(files)
            return True
        return super().eventFilter(watched, event)

    def _welcome(self, event: QDropEvent) -> bool:
        if not files_in(event.mimeData()) or not self._is_welcome():
            event.ignore()
            return False
        # Whatever the other side offers, its files stay where they are.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True


def files_in(dragged: QMimeData) -> tuple[Path, ...]:
    """The files on this computer among what is dragged."""
    return tuple(Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
