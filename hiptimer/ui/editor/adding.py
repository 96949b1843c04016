"""Choosing an exercise out of all there are, for a new step or in place of another."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.routine import Step
from hiptimer.model.sought import lacking
from hiptimer.model.words import dose_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.any_exercise import AnyExercise
from hiptimer.ui.today.plan import Stock
from hiptimer.ui.today.variation_row import VariationRow
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.popover import Popover

WIDTH = 460
BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
LETS_GO = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
TABBED = Qt.FocusReason.TabFocusReason


class ExercisePicker(Popover):
    """Typing searches, arrows walk, Enter or a click chooses. `picked` carries the Exercise.

    With a `step` it is that one's exercise that is to be replaced: each row says what it would
    be done for.
    """

    picked = Signal(object)

    def __init__(
        self, owner: QWidget, stock: Stock, icons: IconSet, album: Album, step: Step | None = None
    ) -> None:
        super().__init__(owner)
        self._stock = stock
        self._icons = icons
        self._album = album
        self._step = step
        self.any = AnyExercise(stock.exercises, self._make_row, self.panel)
        self.any.search.left.connect(self._go_to_first)
        title = tr("Add an exercise") if step is None else tr("Swap for another exercise")
        heading = Label(title, semibold(18))
        heading.setContentsMargins(8, 0, 8, 4)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading)
        if step is not None:
            words = tr("The sets, reps and rest stay where they fit.")
            hint = Label(words, regular(13), Tone.MUTED, wraps=True)
            hint.setContentsMargins(8, 0, 8, 4)
            column.addWidget(hint)
        column.addWidget(self.any, 1)
        self.panel.setFixedWidth(WIDTH)

    @property
    def rows(self) -> tuple[VariationRow, ...]:
        """What can be chosen now, from top to bottom."""
        return self.any.rows

    def show_beside(self, anchor: QPoint) -> None:
        """Open near `anchor`; the focus is on the search, or on the exercise to be replaced."""
        self.open_at(anchor)
        current = [n for n, row in enumerate(self.rows) if self._is_current(row.exercise)]
        if current:
            self._focus(current[0], around=self.any.found.height() // 2)
        else:
            self.any.search.setFocus(TABBED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = BY.get(Qt.Key(event.key()))
        if by is not None:
            self._walk(by)
        elif event.text().isalnum() and not event.modifiers() & LETS_GO:
            self.any.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.any.search.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        here = [row.hasFocus() for row in self.rows]
        place = here.index(True) + by if any(here) else 0
        if place < 0:
            self.any.search.setFocus(TABBED)
        else:
            self._focus(min(place, len(here) - 1))

    def _go_to_first(self) -> None:
        self._focus(0)

    def _focus(self, place: int, around: int = 60) -> None:
        """With at least so many pixels in sight above and below it."""
        if self.rows:
            row = self.rows[place]
            row.setFocus(TABBED)
            self.any.found.ensureWidgetVisible(row, 0, around)

    def _is_current(self, exercise: Exercise) -> bool:
        return self._step is not None and exercise.id == self._step.exercise

    def _make_row(self, exercise: Exercise, parent: QWidget) -> VariationRow:
        row = VariationRow(
            exercise,
            self._dose(exercise),
            is_current=self._is_current(exercise),
            icons=self._icons,
            album=self._album,
            parent=parent,
            lacking=lacking(exercise, self._stock.at_hand),
        )
        row.chosen.connect(self._choose)
        return row

    def _dose(self, exercise: Exercise) -> str:
        """What it would be done for."""
        step = self._step
        if step is None:
            return dose_words(exercise.dose)
        kept = step if self._is_current(exercise) else step.swapped(exercise)
        return dose_words(kept.dose(exercise))

    def _choose(self, exercise: Exercise) -> None:
        self.close_panel()
        self.picked.emit(exercise)
