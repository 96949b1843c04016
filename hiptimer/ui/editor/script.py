"""What is said and sounds, line by line, beside the times at which it does."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QWidget

from hiptimer.model.language import later, tr
from hiptimer.model.time_words import short_duration
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.row_list import RowDelegate, RowList
from hiptimer.ui.widgets.rows_model import ROW_ROLE, Index, RowsModel
from hiptimer.ui.widgets.shape import paint_ring

Line = tuple[float, str]
TIME_WIDTH, GAP, HEIGHT, SIDE, RADIUS = 56.0, 14.0, 28, 10.0, 8.0
TONE = later("tone: {name}")


class ScriptModel(RowsModel[Line]):
    """One row for each line; a tip tells the words that do not go in."""

    def words_of(self, row: Line) -> str:
        seconds, words = row
        return f"{_clock(seconds)}  {words}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.rows[index.row()][1]
        return super().data(index, role)


def _clock(seconds: float) -> str:
    return short_duration(int(seconds))


class ScriptDelegate(RowDelegate):
    """The time on the left, the words beside it; tones are muted."""

    def __init__(self) -> None:
        super().__init__()
        self._plain, self._figures = regular(15), regular(14, tabular=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.paint_row(painter, QRectF(option.rect), option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(option.rect), RADIUS, option.palette)
        painter.restore()

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        seconds, words = index.data(ROW_ROLE)
        time = _clock(seconds)
        box = rect.adjusted(SIDE, 0, -SIDE, 0)
        painter.setFont(self._figures)
        painter.setPen(colour(option.palette, Tone.MUTED))
        place = QRectF(box.left(), box.top(), TIME_WIDTH, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, time)
        painter.setFont(self._plain)
        if not is_tone(words):
            painter.setPen(colour(option.palette, Tone.INK))
        place = box.adjusted(TIME_WIDTH + GAP, 0, 0, 0)
        shown = QFontMetricsF(self._plain).elidedText(
            words, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def is_tone(words: str) -> bool:
    """Whether a line is of a tone; the others are said."""
    before, _, after = tr(TONE).partition("{name}")
    return words.startswith(before) and words.endswith(after)


class ScriptView(QWidget):
    """A list to be read; arrows walk it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ScriptModel()
        self.list = RowList(ScriptDelegate(), tr("What is said and when"))
        self.list.setModel(self._model)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list)

    def show_script(self, lines: Sequence[Line]) -> None:
        """Show these lines, each with its seconds; the place in the list stays where it was."""
        if tuple(lines) == self._model.rows:
            return
        at = self.list.verticalScrollBar().value()
        self._model.show_rows(lines)
        self.list.verticalScrollBar().setValue(at)
