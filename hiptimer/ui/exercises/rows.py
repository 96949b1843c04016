"""The ladders as rows of a list: a heading for each family, a ring with the level before a name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.exercises.ladder import Ladder, Rung, Standing
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.row_list import RowDelegate, RowList
from hiptimer.ui.widgets.rows_model import ROW_ROLE, Index, RowsModel

RING = 30.0
LEFT = 60.0
PAD = 16.0
HEADING_HEIGHT = 36
RING_TONES = {Standing.NEW: Tone.LINE, Standing.DONE: Tone.ACCENT, Standing.YOURS: Tone.WORK}


class LadderModel(RowsModel[str | Rung]):
    """A row for each exercise; before the first of each family its title, unless it is alone."""

    def words_of(self, row: str | Rung) -> str:
        return row.words if isinstance(row, Rung) else row

    def show_ladders(self, ladders: tuple[Ladder, ...]) -> None:
        rows: list[str | Rung] = []
        for ladder in ladders:
            if len(ladders) > 1:
                rows.append(ladder.title)
            rows += ladder.rungs
        self.show_rows(rows)

    def rung(self, row: int) -> Rung | None:
        """The exercise of a row; None for a title."""
        found = self.rows[row]
        return found if isinstance(found, Rung) else None

    def row_of(self, exercise_id: str) -> int | None:
        """Where an exercise is; None when it is not shown."""
        for row, found in enumerate(self.rows):
            if isinstance(found, Rung) and found.exercise.id == exercise_id:
                return row
        return None

    @property
    def first(self) -> int | None:
        """The row of the first exercise; None without any."""
        rows = (row for row, found in enumerate(self.rows) if isinstance(found, Rung))
        return next(rows, None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Rung):
            return super().flags(index)
        return Qt.ItemFlag.ItemNeverHasChildren


class LadderDelegate(RowDelegate):
    """The level in its ring, the name above the details, and what was done at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(ROW_ROLE), Rung):
            return super().sizeHint(option, index)
        return QSize(0, HEADING_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        title = index.data(ROW_ROLE)
        if isinstance(title, Rung):
            super().paint(painter, option, index)
            return
        place = QRectF(option.rect).adjusted(0, 0, 0, -8)
        painter.setFont(semibold(14))
        painter.setPen(colour(option.palette, Tone.MUTED))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom), title)

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rung: Rung = index.data(ROW_ROLE)
        palette = option.palette
        _paint_level(painter, rect, rung, option)
        name_font, details_font = semibold(16), regular(13)
        middle, room = rect.center().y(), rect.right() - PAD - rect.left() - LEFT
        told = _told_width(rung)
        # The name comes first: where it needs the room, what is told stands below it at the end.
        is_low = QFontMetricsF(name_font).horizontalAdvance(rung.exercise.name) > room - told
        if rung.told:
            _paint_told(painter, rect, rung, palette, is_low=is_low)
        name_tone = Tone.MUTED if rung.lacks else Tone.INK
        lines: tuple[tuple[str, QFont, Tone, float, float], ...] = (
            (rung.exercise.name, name_font, name_tone, middle - 21, room - (0 if is_low else told)),
            (rung.lacks or rung.details, details_font, Tone.MUTED, middle + 1, room - told),
        )
        for words, font, tone, top, width in lines:
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.setFont(font)
            painter.setPen(colour(palette, tone))
            line = QRectF(rect.left() + LEFT, top, width + 1, 20)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _told_font(rung: Rung) -> QFont:
    return semibold(13) if rung.standing is Standing.YOURS else regular(13, tabular=True)


def _told_width(rung: Rung) -> float:
    """Of what is told at the end, with the space before it; 0 for nothing."""
    if not rung.told:
        return 0.0
    return QFontMetricsF(_told_font(rung)).horizontalAdvance(rung.told) + 12


def _paint_told(
    painter: QPainter, rect: QRectF, rung: Rung, palette: QPalette, *, is_low: bool
) -> None:
    place = rect.adjusted(0, 0, -PAD, 0)
    if is_low:
        place = QRectF(rect.left(), rect.center().y() + 1, place.width(), 20)
    painter.setFont(_told_font(rung))
    tone = Tone.WORK_TEXT if rung.standing is Standing.YOURS else Tone.MUTED
    painter.setPen(colour(palette, tone))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(place, flags, rung.told)


def _paint_level(painter: QPainter, rect: QRectF, rung: Rung, option: QStyleOptionViewItem) -> None:
    palette = option.palette
    ring = QRectF(rect.left() + PAD, rect.center().y() - RING / 2, RING, RING)
    inside = ring.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(colour(palette, RING_TONES[rung.standing]), 3))
    painter.setBrush(colour(palette, Tone.CARD))
    painter.drawEllipse(inside)
    painter.setFont(bold(15, tabular=True))
    painter.setPen(colour(palette, Tone.MUTED if rung.lacks else Tone.INK))
    painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(rung.exercise.level))


class LadderList(RowList):
    """Home leads to the first exercise, though a title stands above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LadderDelegate(), tr("Exercises"), parent)
        self.setUniformItemSizes(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        is_home = event.key() == Qt.Key.Key_Home
        if is_home and isinstance(model, LadderModel) and model.first is not None:
            self.choose(model.first)
            self.scrollToTop()
        else:
            super().keyPressEvent(event)
