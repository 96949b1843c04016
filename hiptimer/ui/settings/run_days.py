"""Which days are run days, and when one starts on them."""

from datetime import time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hiptimer.model.clock_time import read_clock
from hiptimer.model.language import tr, tr_in
from hiptimer.model.time_words import duration_words, weekday_short
from hiptimer.ui.fonts import semibold
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.press import ENTER_KEYS, asked_key
from hiptimer.ui.widgets.segments import Segments

CHIP_WIDTH = 40
FIELD_WIDTH, FIELD_PADDING = 120, 48
REMINDERS_MIN = (0, 5, 15, 60)


class DayChips(QWidget):
    """Any number of days of the week. `chosen` carries them, Monday 0."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        names = tuple(weekday_short(day) for day in range(7))
        self.chips = tuple(
            Chip(name[:2].capitalize(), width=CHIP_WIDTH, height=36, radius=12, parent=self)
            for name in names
        )
        for chip, name in zip(self.chips, names, strict=True):
            # L: {day} is such as "Mon"
            chip.setAccessibleName(tr("Run on {day}", day=name))
            chip.clicked.connect(self._tell)
            row.addWidget(chip)
        row.addStretch()

    def show_days(self, days: tuple[int, ...]) -> None:
        """Show them without telling anyone."""
        for day, chip in enumerate(self.chips):
            chip.setChecked(day in days)

    def _tell(self) -> None:
        self.chosen.emit(tuple(day for day, chip in enumerate(self.chips) if chip.isChecked()))


class ClockField(QLineEdit):
    """A time of the day, or nothing for any time. Enter and leaving it take what was typed; what
    is no time is taken back, as by Esc. `told` carries a time or None.
    """

    told = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock: time | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("Any time"))
        self.setFont(semibold(16, tabular=True))
        self.setMaxLength(5)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.setFixedSize(max(FIELD_WIDTH, words + FIELD_PADDING), 44)

    def show_clock(self, clock: time | None) -> None:
        """Show it without telling anyone."""
        self._clock = clock
        self.setText(f"{clock:%H:%M}" if clock else "")

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the page."""
        if asked_key(event) in ENTER_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._take()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape:
            self.show_clock(self._clock)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._take()

    def _take(self) -> None:
        typed = self.text().strip()
        clock = read_clock(typed)
        if clock is None and typed:
            clock = self._clock
        is_new = clock != self._clock
        self.show_clock(clock)
        if is_new:
            self.told.emit(clock)


class Reminder(Segments):
    """How long before one is reminded. `chosen_minutes` carries it, 0 for never."""

    chosen_minutes = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tuple(_words(minutes) for minutes in REMINDERS_MIN), parent)
        for segment, minutes in zip(self.segments, REMINDERS_MIN, strict=True):
            segment.setAccessibleName(
                # L: {time} is such as "15 min"
                tr("Reminder {time} before", time=_words(minutes)) if minutes else tr("No reminder")
            )
        self.changed.connect(self._tell_minutes)

    def show_minutes(self, minutes: int) -> None:
        """Show the nearest without telling anyone."""
        places = range(len(REMINDERS_MIN))
        nearest = min(places, key=lambda place: abs(REMINDERS_MIN[place] - minutes))
        self.segments[nearest].setChecked(True)

    def _tell_minutes(self, place: int) -> None:
        self.chosen_minutes.emit(REMINDERS_MIN[place])


def _words(minutes: int) -> str:
    """How long before one is reminded, in short."""
    return duration_words(60 * minutes) if minutes else tr_in("a reminder", "Never")
