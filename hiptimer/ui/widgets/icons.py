"""Icons from a folder of SVG files, painted sharp at any size and in any colour."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer


class IconSet:
    """The icons of `folder`; each is read when it is first painted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}

    def paint(self, painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
        """Draw icon `name` into `rect`, its lines in `colour`."""
        self._renderer(name, colour.name()).render(painter, rect)

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        key = (name, colour)
        if key not in self._renderers:
            svg = (self._folder / f"{name}.svg").read_text("utf-8")
            drawn = svg.replace("currentColor", colour).encode()
            self._renderers[key] = QSvgRenderer(QByteArray(drawn))
        return self._renderers[key]
