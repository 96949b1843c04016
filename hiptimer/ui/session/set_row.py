"""One set of a past session: what was planned, what was done, and the person's own number."""

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hiptimer.model.event import Outcome
from hiptimer.model.language import tr
from hiptimer.model.session import SetRecord
from hiptimer.model.side import Side
from hiptimer.model.words import outcome_words, side_name
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.session.number_field import NumberField
from hiptimer.ui.session.words import (
    done_words,
    earlier_words,
    planned_words,
    seen_outcome,
    state_words,
)
from hiptimer.ui.telling.correcting import corrected_to, done_number, is_hold, stepped
from hiptimer.ui.telling.step_button import HOLD_TIP, StepButton, is_shift_held
from hiptimer.ui.telling.wishes import Correction
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel, Label

MARKS = {
    Outcome.DONE: ("circle-check", Tone.ACCENT),
    Outcome.PARTIAL: ("circle-dashed", Tone.REST),
    Outcome.SKIPPED: ("circle-minus", Tone.MUTED),
}
MARK, WHICH, NUMBER, PLANNED = 18, 104, 54, 84


class OutcomeMark(QWidget):
    """Done, partly done or skipped, by its shape."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._outcome = Outcome.DONE
        self.setFixedSize(MARK, MARK)

    def show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.setToolTip(outcome_words(outcome))
        self.setAccessibleName(outcome_words(outcome))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        name, tone = MARKS[self._outcome]
        self._icons.paint(QPainter(self), name, QRectF(self.rect()), colour(self.palette(), tone))


class SetRow(QWidget):
    """`corrected` carries a Correction. Without `is_editable` it only tells."""

    accessible_role = QAccessible.Role.Grouping

    corrected = Signal(object)

    def __init__(
        self, record: SetRecord, which: str, title: str, icons: IconSet, *, is_editable: bool
    ) -> None:
        """`which` stands in the row, such as "Left, set 2"; `title` names it whole."""
        super().__init__()
        self.record = record
        self._title = title
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._mark = OutcomeMark(icons)
        self._row.addWidget(self._mark)
        self._row.addSpacing(4)
        self._row.addLayout(self._names(which))
        self.field: NumberField | None = None
        self._number: Label | None = None
        self._way_back: Button | None = None
        if is_editable:
            self._add_stepper()
        else:
            self._add_number()
        planned = Label(planned_words(record), regular(14, tabular=True), Tone.MUTED)
        planned.setFixedWidth(max(PLANNED, planned.sizeHint().width()))
        self._row.addWidget(planned)
        self._state = ElidedLabel("", regular(14, tabular=True), Tone.MUTED)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self._state, 1)
        self._write()

    def _names(self, which: str) -> QVBoxLayout:
        self._time: Label | None = None
        self._name = QVBoxLayout()
        self._name.setSpacing(0)
        name = ElidedLabel(which, medium(14))
        name.setFixedWidth(max(WHICH, _room(name.font())))
        self._name.addWidget(name)
        return self._name

    def _add_stepper(self) -> None:
        less, number, more = _stepper_names(self._title, is_hold=is_hold(self.record))
        self._less = StepButton("−", less)
        self._more = StepButton("+", more)
        self.field = NumberField(number)
        stepper = QHBoxLayout()
        stepper.setSpacing(0)
        for part in (self._less, self.field, self._more):
            stepper.addWidget(part)
            if is_hold(self.record):
                part.setToolTip(tr(HOLD_TIP))
        self._row.addLayout(stepper)
        self._less.clicked.connect(self._take_less)
        self._more.clicked.connect(self._take_more)
        self.field.step_wished.connect(self._step)
        self.field.typed.connect(self._correct)

    def _add_number(self) -> None:
        self._number = Label("", semibold(15, tabular=True))
        self._number.setFixedWidth(NUMBER)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._number)

    def show_time(self, words: str) -> None:
        """When it was begun, below its name; empty to hide it."""
        if self._time is None:
            if not words:
                return
            self._time = Label("", regular(12, tabular=True), Tone.MUTED)
            self._name.addWidget(self._time)
        self._time.setText(words)
        self._time.setVisible(bool(words))

    def _take_less(self) -> None:
        self._step(-1)

    def _take_more(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self._correct(stepped(self.record, by, finely=is_shift_held()))

    def _take_back(self) -> None:
        had_focus = self._way_back is not None and self._way_back.hasFocus()
        self._become(replace(self.record, corrected=None))
        if had_focus and self.field is not None:
            # The button is gone; the number it was about is the next best place.
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _correct(self, number: int) -> None:
        self._become(corrected_to(self.record, number))

    def _become(self, record: SetRecord) -> None:
        is_new = record != self.record
        self.record = record
        self._write()
        if is_new:
            self.corrected.emit(Correction(record.n, record.attempt, record.corrected))

    def _write(self) -> None:
        record = self.record
        self._mark.show_outcome(seen_outcome(record))
        self._state.setText(state_words(record))
        whole = f"{done_words(record)}, {outcome_words(seen_outcome(record)).lower()}"
        if self._number is not None:
            self._number.setText(str(done_number(record)))
            self.setAccessibleName(tr("{name}: {facts}", name=self._title, facts=whole))
        if self.field is not None:
            self.field.show_number(done_number(record))
            self.field.setAccessibleDescription(whole)
            self._offer_way_back(record.corrected is not None)

    def _offer_way_back(self, is_offered: bool) -> None:
        """Made for the first correction: most sets have none."""
        if self._way_back is None:
            if not is_offered:
                return
            self._way_back = Button(tr("Take back"), Look.QUIET, size=14)
            name = tr("{set}: take the correction back", set=self._title)
            self._way_back.setAccessibleName(name)
            self._way_back.clicked.connect(self._take_back)
            self._row.addWidget(self._way_back)
            QWidget.setTabOrder(self._more, self._way_back)
        self._way_back.setVisible(is_offered)


def _room(font: QFont) -> int:
    """For a set of a side, in the words of the language."""
    metrics = QFontMetrics(font)
    number = tr("set {number}", number=2)
    samples = [f"{side_name(side)}, {number}" for side in (Side.LEFT, Side.RIGHT)]
    return max(map(metrics.horizontalAdvance, samples)) + 8


def _stepper_names(title: str, *, is_hold: bool) -> tuple[str, str, str]:
    """The names of less, of the number itself, and of more. `title` names the set."""
    if is_hold:
        return (
            tr("{set}: 5 s less", set=title),
            tr("{set}: seconds held", set=title),
            tr("{set}: 5 s more", set=title),
        )
    return (
        tr("{set}: one rep less", set=title),
        tr("{set}: reps done", set=title),
        tr("{set}: one rep more", set=title),
    )


class EarlierRow(QWidget):
    """An attempt that was gone back to: told, and left as it is."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, record: SetRecord) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(MARK + 16, 0, 0, 4)
        row.addWidget(ElidedLabel(earlier_words(record), regular(13, tabular=True), Tone.MUTED))
