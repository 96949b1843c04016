"""A place for the small picture of an exercise."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hiptimer.ui.figure.album import Album


class PictureView(QWidget):
    """Keeps its size whether there is a picture or not, and lets the pointer through."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self, exercise_id: str, size: QSize, album: Album, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exercise_id = exercise_id
        self._album = album
        self.setFixedSize(size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        album.drawn.connect(self._show_drawn)
        album.emptied.connect(self._ask_anew)

    def _show_drawn(self, exercise_id: str) -> None:
        if exercise_id == self._exercise_id:
            self.update()

    def _ask_anew(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        picture = self._album.picture(self._exercise_id, self.size(), ratio)
        if picture is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, picture)
            painter.end()
