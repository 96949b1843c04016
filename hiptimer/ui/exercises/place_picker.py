"""Where in the routines an exercise may go."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.exercises.ladder import Offer, Place
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.popover import Popover
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import paint_box, paint_ring

WIDTH = 440
ROW_HEIGHT = 36
NOTHING = later("There are no routines yet.")


class PlaceRow(Press):
    """One place. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, place: Place, routine: str, parent: QWidget) -> None:
        super().__init__(place.words, parent)
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{routine}: {place.words}")
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._place)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 48, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self.is_hot:
            paint_box(painter, box, 10, colour(palette, Tone.ACCENT_SOFT))
        painter.setFont(medium(15))
        painter.setPen(colour(palette, Tone.INK))
        place = box.adjusted(12, 0, -12, 0)
        shown = QFontMetricsF(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            paint_ring(painter, box, 10, palette)


class PlacePicker(Popover):
    """Arrows walk the places, Enter or a click chooses. `wished` carries the Place."""

    wished = Signal(object)

    def __init__(self, owner: QWidget, exercise: str, offers: tuple[Offer, ...]) -> None:
        super().__init__(owner)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(16, 18, 16, 16)
        column.setSpacing(2)
        title = Label(tr("Use {name}", name=exercise), semibold(18), wraps=True)
        hint = Label(
            tr("A routine that is changed is kept as your own.") if offers else tr(NOTHING),
            regular(13),
            Tone.MUTED,
            wraps=True,
        )
        for label in (title, hint):
            label.setContentsMargins(12, 0, 12, 0)
            column.addWidget(label)
        column.addSpacing(6)
        content = QWidget()
        self.rows = self._fill(content, offers)
        self._scroll = Scroll(content, passes_keys=True)
        column.addWidget(self._scroll)
        self.panel.setFixedWidth(WIDTH)

    def _fill(self, content: QWidget, offers: tuple[Offer, ...]) -> tuple[PlaceRow, ...]:
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = []
        for offer in offers:
            name = tr("{name} · yours", name=offer.name) if offer.is_own else offer.name
            heading = Label(name, semibold(13), Tone.MUTED)
            heading.setContentsMargins(12, 10, 12, 2)
            column.addWidget(heading)
            for place in offer.places:
                row = PlaceRow(place, offer.name, content)
                row.chosen.connect(self._choose)
                column.addWidget(row)
                rows.append(row)
        return tuple(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        if self.rows:
            self._focus(0)
        else:
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _walk(self, step: int) -> None:
        here = [row.hasFocus() for row in self.rows]
        place = here.index(True) + step if any(here) else 0
        self._focus(min(max(place, 0), len(self.rows) - 1))

    def _focus(self, place: int) -> None:
        if self.rows:
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.rows[place], 0, 40)

    def _choose(self, place: Place) -> None:
        self.close_panel()
        self.wished.emit(place)
