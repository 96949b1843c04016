"""The variations of one move by level, and whether a choice holds this time or from now on."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.words import equipment_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.today.plan import MoveRow, VariationChoice
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.popover import Popover
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.segments import Segments
from hiptimer.ui.widgets.shape import paint_box, paint_ring

WIDTH = 440
ROW_HEIGHT = 58
RING = 28.0
PICTURE = QSize(72, 48)
PICTURE_EDGE = 10
FOR_GOOD = 1


class VariationRow(Press):
    """Level, name, dose and needs of one variation. `chosen` carries its exercise."""

    chosen = Signal(object)

    def __init__(
        self,
        exercise: Exercise,
        dose: str,
        *,
        is_current: bool,
        icons: IconSet,
        album: Album,
        parent: QWidget,
    ) -> None:
        super().__init__(exercise.name, parent)
        self._exercise = exercise
        self._is_current = is_current
        self._icons = icons
        self._picture = PictureView(exercise.id, PICTURE, album, self)
        self._details = _details(exercise, dose)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current = ", in the routine now" if is_current else ""
        self.setAccessibleName(f"Level {exercise.level}, {exercise.name}, {self._details}{current}")
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._exercise)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 32, ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.size() - PICTURE
        self._picture.move(size.width() - PICTURE_EDGE, size.height() // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self._is_current:
            paint_box(
                painter, box, 14, colour(palette, Tone.ACCENT_SOFT), colour(palette, Tone.ACCENT)
            )
        elif self.is_hot:
            paint_box(painter, box, 14, colour(palette, Tone.ACCENT_SOFT))
        self._paint_level(painter, QRectF(16, (self.height() - RING) / 2, RING, RING))
        right = float(self._picture.x()) - 8
        if self._is_current:
            tick = QRectF(right - 20, box.center().y() - 10, 20, 20)
            self._icons.paint(painter, "check", tick, colour(palette, Tone.ACCENT))
            right = tick.left() - 8
        self._paint_words(painter, QRectF(58, 0, right - 58, self.height()))
        if self.hasFocus():
            paint_ring(painter, box, 14, palette)

    def _paint_level(self, painter: QPainter, ring: QRectF) -> None:
        painter.setPen(QPen(colour(self.palette(), Tone.ACCENT), 2.5))
        painter.setBrush(colour(self.palette(), Tone.CARD))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(ring)
        painter.setPen(colour(self.palette(), Tone.INK))
        painter.setFont(bold(14, tabular=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._exercise.level))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        middle = place.center().y()
        for words, font, tone, top in (
            (self._exercise.name, semibold(15), Tone.INK, middle - 21),
            (self._details, regular(13), Tone.MUTED, middle),
        ):
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.setFont(font)
            painter.setPen(colour(self.palette(), tone))
            line = QRectF(place.left(), top, place.width() + 1, 20)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _details(exercise: Exercise, dose: str) -> str:
    """What it would be done for, and what it needs."""
    amount = f"{dose} each side" if exercise.per_side else dose
    parts = (amount.strip(), equipment_words(exercise.needs))
    return " · ".join(part for part in parts if part)


class VariationPicker(Popover):
    """Arrows walk the levels, Enter or a click chooses, left and right say for how long."""

    wished = Signal(object)

    def __init__(self, owner: QWidget, move: MoveRow, icons: IconSet, album: Album) -> None:
        super().__init__(owner)
        self._move = move
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(16, 18, 16, 16)
        column.setSpacing(0)
        heading = QVBoxLayout()
        heading.setContentsMargins(8, 0, 8, 12)
        heading.setSpacing(2)
        heading.addWidget(Label("Change this move", semibold(18)))
        heading.addWidget(Label("From easy to hard", regular(13), Tone.MUTED))
        column.addLayout(heading)
        self._for_how_long = Segments(("This time", "From now on"), self.panel)
        column.addWidget(self._for_how_long)
        column.addSpacing(12)
        content = QWidget()
        self.rows = self._make_rows(content, icons, album)
        self._scroll = Scroll(content, passes_keys=True)
        column.addWidget(self._scroll)
        self.panel.setFixedWidth(WIDTH)

    def _make_rows(
        self, content: QWidget, icons: IconSet, album: Album
    ) -> tuple[VariationRow, ...]:
        doses = self._move.doses or ("",) * len(self._move.variations)
        rows = tuple(
            VariationRow(
                exercise,
                dose,
                is_current=exercise.id == self._move.exercise.id,
                icons=icons,
                album=album,
                parent=content,
            )
            for exercise, dose in zip(self._move.variations, doses, strict=True)
        )
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for row in rows:
            column.addWidget(row)
            row.chosen.connect(self._choose)
        return rows

    def show_beside(self, anchor: QPoint) -> None:
        """Open near `anchor` with the focus on the exercise the routine has now."""
        self.open_at(anchor)
        current = [e.id for e in self._move.variations].index(self._move.exercise.id)
        self._focus(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._for_how_long.choose(FOR_GOOD if key == Qt.Key.Key_Right else 0)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        here = [row.hasFocus() for row in self.rows]
        place = here.index(True) + step if any(here) else 0
        self._focus(min(max(place, 0), len(self.rows) - 1))

    def _focus(self, place: int) -> None:
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(self.rows[place], 0, 2)

    def _choose(self, exercise: Exercise) -> None:
        for_good = self._for_how_long.chosen == FOR_GOOD
        choice = VariationChoice(self._move.step, exercise.id, for_good)
        self.close_panel()
        self.wished.emit(choice)
