"""A chart as a picture of its own: PNG for looking at, SVG for going on with."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QImageWriter, QPainter, QPalette
from PySide6.QtSvg import QSvgGenerator

from hiptimer.model.language import tr
from hiptimer.model.reasons import reason_of
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.history.charts.chart import Chart, Heading, describe
from hiptimer.ui.history.charts.legend import legend_height, paint_legend
from hiptimer.ui.history.charts.view import ChartView
from hiptimer.ui.theme import Tone, colour

WIDTH = 960
CHART_HEIGHT = 420
EDGE = 40
# Of a PNG, so that it stays sharp on every screen and on paper.
PIXEL_RATIO = 2.0
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class PictureError(Exception):
    """A picture could not be written, said for a person."""


class Picture:
    """One chart with its title, its range, its legend and what it says in a sentence."""

    def __init__(self, chart: Chart, view: ChartView, palette: QPalette) -> None:
        """`view` is made for this picture, shows `chart`, and goes with it."""
        self._chart = chart
        self._palette = palette
        self._legend_height = legend_height(chart.heading.legend, WIDTH - 2 * EDGE)
        self._top = EDGE + 62 + self._legend_height + (14 if self._legend_height else 4)
        self._view = view
        _lay_out(view, palette)
        self._sentence_height = _sentence_height(_sentence(chart.heading))
        height = self._top + view.height() + 18 + self._sentence_height + EDGE // 2
        self.size = QSize(WIDTH, height)

    def save(self, file: Path) -> None:
        """Write `file` as SVG or else as PNG, by its ending. Raises PictureError."""
        data = self._svg() if file.suffix.lower() == ".svg" else self._png()
        try:
            file.write_bytes(data)
        except OSError as error:
            why = reason_of(error) or tr("the system did not say why")
            raise PictureError(
                tr(
                    "The picture could not be written to {folder}: {why}. Choose another folder.",
                    folder=file.parent,
                    why=why,
                )
            ) from error

    def _png(self) -> bytes:
        image = QImage(self.size * PIXEL_RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PIXEL_RATIO)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        image.setText("Title", self._chart.heading.title)
        image.setText("Description", describe(self._chart))
        buffer = QBuffer()
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())

    def _svg(self) -> bytes:
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        # Or else what the drawing library recorded of its scales is drawn smaller than the rest.
        generator.setResolution(self._view.logicalDpiX())
        generator.setSize(self.size)
        generator.setViewBox(QRect(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(self._chart.heading.title)
        generator.setDescription(describe(self._chart))
        painter = QPainter(generator)
        self._paint(painter)
        painter.end()
        return bytes(buffer.data().data())

    def _paint(self, painter: QPainter) -> None:
        size = self.size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = colour(self._palette, Tone.CARD)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), card)
        heading = self._chart.heading
        self._write(painter, EDGE + 24, heading.title, bold(26), Tone.INK)
        self._write(painter, EDGE + 50, heading.range_words, regular(15), Tone.MUTED)
        legend = QRectF(EDGE, EDGE + 62, WIDTH - 2 * EDGE, self._legend_height)
        paint_legend(painter, legend, heading.legend, self._palette)
        self._paint_body(painter)
        self._write_sentence(painter, _sentence(heading))

    def _write(
        self, painter: QPainter, baseline: float, words: str, font: QFont, tone: Tone
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour(self._palette, tone))
        painter.drawText(QPointF(EDGE, baseline), words)

    def _write_sentence(self, painter: QPainter, words: str) -> None:
        """At the foot, in as many lines as it takes."""
        top = self.size.height() - EDGE // 2 - self._sentence_height
        painter.setFont(regular(15))
        painter.setPen(colour(self._palette, Tone.INK))
        rect = QRectF(EDGE, top, WIDTH - 2 * EDGE, self._sentence_height)
        painter.drawText(rect, WRAPPED, words)

    def _paint_body(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(EDGE, self._top)
        self._view.paint_picture(painter)
        painter.restore()


def _lay_out(view: ChartView, palette: QPalette) -> None:
    """Give it its size without showing it; rows know their height."""
    view.setPalette(palette)
    height = CHART_HEIGHT if view.minimumHeight() == 0 else view.minimumHeight()
    view.resize(WIDTH - 2 * EDGE, height)
    # Only a shown widget is told its size; this one is never seen.
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.show()


def _sentence_height(words: str) -> int:
    room = QRect(0, 0, WIDTH - 2 * EDGE, 1000)
    return QFontMetrics(regular(15)).boundingRect(room, WRAPPED, words).height() + 10


def _sentence(heading: Heading) -> str:
    """What the chart says, without how to go on from it."""
    return heading.empty or heading.summary
