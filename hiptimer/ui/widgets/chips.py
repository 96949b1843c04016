"""Small words to tap, alone or as a choice of one that can be taken back."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from hiptimer.ui.fonts import medium, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import RING_SPACE, paint_box, paint_ring


class Chip(Press):
    """Words in a rounded box, filled while chosen. Around it is room for the focus ring."""

    def __init__(
        self,
        words: str,
        *,
        width: int = 0,
        height: int = 34,
        radius: int = 17,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setFont(semibold(16) if bold else medium(14))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._size = QSize(width, height)
        self._radius = radius

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 26
        ring = round(2 * RING_SPACE)
        return QSize((self._size.width() or words) + ring, self._size.height() + ring)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
        fill = Tone.ACCENT if self.isChecked() else Tone.TRACK if self.is_hot else Tone.CHIP
        paint_box(painter, box, self._radius, colour(palette, fill))
        painter.setFont(self.font())
        painter.setPen(colour(palette, Tone.ON_ACCENT if self.isChecked() else Tone.INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self._radius + RING_SPACE, palette)


class Choice(QWidget):
    """At most one of some chips; a second tap takes it back. `changed` carries its place."""

    accessible_role = QAccessible.Role.Grouping

    changed = Signal(object)

    def __init__(
        self, chips: tuple[Chip, ...], names: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        """`names` are what a screen reader says for each chip."""
        super().__init__(parent)
        self.chips = chips
        self._chosen: int | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (chip, name) in enumerate(zip(chips, names, strict=True)):
            chip.setAccessibleName(name)
            self._group.addButton(chip, place)
            row.addWidget(chip)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._choose)

    @property
    def chosen(self) -> int | None:
        return self._chosen

    def show_chosen(self, place: int | None) -> None:
        """Show a choice without telling it."""
        self._chosen = place
        for number, chip in enumerate(self.chips):
            chip.setChecked(number == place)

    def _choose(self, chip: QAbstractButton) -> None:
        place = self._group.id(chip)
        self.show_chosen(None if place == self._chosen else place)
        self.changed.emit(self._chosen)


def number_choice(names: tuple[str, ...], *, width: int, height: int) -> Choice:
    """The numbers from 0 on; `names` say each of them whole."""
    chips = tuple(
        Chip(str(number), width=width, height=height, radius=min(12, height // 3), bold=True)
        for number in range(len(names))
    )
    return Choice(chips, names)
