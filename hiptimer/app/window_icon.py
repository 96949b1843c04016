"""The program's icon on its window, for title bars and lists of windows."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hiptimer import resources

DRAWINGS = {"app-icon/hiptimer-small.svg": (16, 32), "app-icon/hiptimer.svg": (48, 64, 128)}
"""The plain drawing for small sizes. In pixels."""


class WindowIcon(QObject):
    """Given when it is asked for: right after the first frame, since drawing it takes a while."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._app = app

    def give(self) -> None:
        """Show the icon on all windows; does nothing where it is there already."""
        if self._app.windowIcon().isNull():
            self._app.setWindowIcon(_drawn())


def _drawn() -> QIcon:
    icon = QIcon()
    for name, sizes in DRAWINGS.items():
        renderer = QSvgRenderer(str(resources.asset_path(name)))
        for size in sizes:
            picture = QPixmap(size, size)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            renderer.render(painter)
            painter.end()
            icon.addPixmap(picture)
    return icon
