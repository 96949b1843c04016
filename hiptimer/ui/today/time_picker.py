"""How long the person has got: minutes or the time they leave, and what would be left out."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hiptimer.model.language import tr, tr_n
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.plan import Trial
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.popover import Popover
from hiptimer.ui.widgets.press import ENTER_KEYS, asked_key

WIDTH = 380
MARGIN = 24
FIELD_WIDTH, FIELD_PADDING = 130, 48
LINES = 4
"""How many lines there is room for below, so that nothing moves while one types."""
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class MinutesChip(Chip):
    """`chosen` carries its minutes."""

    chosen = Signal(int)

    def __init__(self, minutes: int, parent: QWidget) -> None:
        super().__init__(str(minutes), width=44, height=36, radius=12, bold=True, parent=parent)
        self.minutes = minutes
        self.setAccessibleName(tr_n("{n} minute", "{n} minutes", minutes))
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self.minutes)


class TimeField(QLineEdit):
    """Minutes or a time of the day. Enter belongs to it and not to the page behind."""

    entered = Signal()
    step_wished = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Minutes you have, or the time you leave"))
        self.setPlaceholderText(tr("6 or 7:30"))
        self.setFont(semibold(16, tabular=True))
        self.setMaxLength(12)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.setFixedSize(max(FIELD_WIDTH, words + FIELD_PADDING), 44)

    def event(self, event: QEvent) -> bool:
        if asked_key(event) in ENTER_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.entered.emit()
        elif (step := STEPS.get(Qt.Key(event.key()))) is not None:
            self.step_wished.emit(step)
        else:
            super().keyPressEvent(event)


class TimePicker(Popover):
    """`tried` carries what is typed so far, `wished` what shall hold for this time."""

    tried = Signal(str)
    wished = Signal(str)

    def __init__(self, owner: QWidget, minutes: tuple[int, ...]) -> None:
        super().__init__(owner)
        self._can_be_used = False
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(MARGIN, 20, MARGIN, 20)
        column.setSpacing(0)
        column.addWidget(Label(tr("How long have you got?"), semibold(18)))
        column.addSpacing(2)
        words = tr("Minutes, or the time you leave. For this time only.")
        column.addWidget(Label(words, regular(13), Tone.MUTED, wraps=True))
        column.addSpacing(12)
        self.chips = tuple(MinutesChip(number, self.panel) for number in minutes)
        column.addWidget(self._chip_rows())
        column.addSpacing(10)
        self.field = TimeField(self.panel)
        self.use = Button(tr("Fit to it"), Look.PRIMARY)
        self.use.setAccessibleName(tr("Fit the routine to this time"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.field)
        row.addWidget(self.use)
        row.addStretch()
        column.addLayout(row)
        column.addSpacing(12)
        self._words = Label("", semibold(15, tabular=True), wraps=True)
        self._left_out = Label("", regular(14, tabular=True), Tone.MUTED, wraps=True)
        self._left_out.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = self._left_out.fontMetrics().lineSpacing()
        self._words.setMinimumHeight(self._words.fontMetrics().lineSpacing() + 4)
        self._left_out.setMinimumHeight(LINES * line)
        column.addWidget(self._words)
        column.addWidget(self._left_out)
        self.panel.setFixedWidth(WIDTH)
        self._connect()
        self.show_trial(Trial(""))

    def _chip_rows(self) -> QWidget:
        rows = QWidget(self.panel)
        flow = FlowLayout(rows, gap=2)
        for chip in self.chips:
            flow.addWidget(chip)
            chip.chosen.connect(self._choose)
        room = WIDTH - 2 * MARGIN
        rows.setFixedSize(room, flow.heightForWidth(room))
        return rows

    def _connect(self) -> None:
        self.field.textChanged.connect(self._try)
        self.field.entered.connect(self._use)
        self.field.step_wished.connect(self._step)
        self.use.clicked.connect(self._use)

    @property
    def words(self) -> str:
        """What is told about the time that is typed."""
        return " ".join(part for part in (self._words.text(), self._left_out.text()) if part)

    def show_beside(self, anchor: QPoint) -> None:
        """Open near `anchor`, in the window's coordinates, ready to be typed into."""
        self.open_at(anchor)
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def show_trial(self, trial: Trial) -> None:
        """Answer what is typed."""
        self._can_be_used = trial.can_be_used
        self.use.setEnabled(trial.can_be_used)
        self._words.setText(trial.words)
        left_out = trial.left_out
        self._left_out.setText(f"{left_out[:1].upper()}{left_out[1:]}")

    def _choose(self, minutes: int) -> None:
        self.field.setText(str(minutes))
        self._mark()

    def _step(self, by: int) -> None:
        text = self.field.text()
        if text.isdecimal() or not text:
            self.field.setText(str(max(1, int(text or 0) + by)))

    def _try(self, typed: str) -> None:
        self._mark()
        self.tried.emit(typed)

    def _mark(self) -> None:
        for chip in self.chips:
            chip.setChecked(self.field.text() == str(chip.minutes))

    def _use(self) -> None:
        if self._can_be_used:
            typed = self.field.text()
            self.close_panel()
            self.wished.emit(typed)
