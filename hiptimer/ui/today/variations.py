"""What a move can be changed to, and whether that holds this time or from now on."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr, tr_in
from hiptimer.model.sought import lacking
from hiptimer.model.words import dose_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.any_exercise import AnyExercise
from hiptimer.ui.today.plan import MoveRow, Stock, VariationChoice
from hiptimer.ui.today.variation_row import VariationRow
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.popover import Popover
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.segments import Segments

WIDTH = 440
FOR_GOOD = 1
UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class VariationPicker(Popover):
    """Arrows walk the levels, Enter or a click chooses, left and right say for how long.

    First the exercise's family is shown, then on demand all there are in the `stock`.
    """

    wished = Signal(object)

    def __init__(
        self,
        owner: QWidget,
        move: MoveRow,
        icons: IconSet,
        album: Album,
        stock: Stock = Stock(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(owner)
        self._move = move
        self._icons = icons
        self._album = album
        self._stock = stock
        self._hint = Label(tr("From easy to hard"), regular(13), Tone.MUTED)
        self._for_how_long = Segments(
            (tr_in("change a move", "This time"), tr_in("change a move", "From now on")), self.panel
        )
        self.any: AnyExercise | None = None
        self.any_button = Button(tr("Any other exercise"), Look.QUIET, size=14)
        self.any_button.setVisible(bool(stock.exercises))
        self.any_button.clicked.connect(self.show_any)
        content = QWidget()
        self._family = self._make_family(content)
        self._scroll = Scroll(content, passes_keys=True)
        self._lay_out()
        self.panel.setFixedWidth(WIDTH)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self.panel)
        self._column.setContentsMargins(16, 18, 16, 12)
        self._column.setSpacing(0)
        heading = QVBoxLayout()
        heading.setContentsMargins(8, 0, 8, 12)
        heading.setSpacing(2)
        heading.addWidget(Label(tr("Change this move"), semibold(18)))
        heading.addWidget(self._hint)
        self._column.addLayout(heading)
        self._column.addWidget(self._for_how_long)
        self._column.addSpacing(12)
        self._column.addWidget(self._scroll)
        self._column.addSpacing(4)
        self._column.addWidget(self.any_button)

    @property
    def rows(self) -> tuple[VariationRow, ...]:
        """What can be chosen now, from top to bottom."""
        return self._family if self.any is None else self.any.rows

    def _make_family(self, content: QWidget) -> tuple[VariationRow, ...]:
        move = self._move
        doses = move.doses or ("",) * len(move.variations)
        rows = tuple(
            self._make_row(exercise, dose, content)
            for exercise, dose in zip(move.variations, doses, strict=True)
        )
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for row in rows:
            column.addWidget(row)
        return rows

    def _make_row(self, exercise: Exercise, dose: str, parent: QWidget) -> VariationRow:
        row = VariationRow(
            exercise,
            dose,
            is_current=exercise.id == self._move.exercise.id,
            icons=self._icons,
            album=self._album,
            parent=parent,
            lacking=lacking(exercise, self._stock.at_hand),
        )
        row.chosen.connect(self._choose)
        return row

    def _make_any_row(self, exercise: Exercise, parent: QWidget) -> VariationRow:
        kept = self._move.kept
        if kept is None:
            return self._make_row(exercise, "", parent)
        step = kept if kept.exercise == exercise.id else kept.swapped(exercise)
        return self._make_row(exercise, dose_words(step.dose(exercise)), parent)

    def show_any(self) -> None:
        """All exercises in place of the family, with the focus on the search."""
        if self.any is None:
            self.any = AnyExercise(self._stock.exercises, self._make_any_row, self.panel)
            self.any.search.left.connect(self._go_to_first)
            self._column.replaceWidget(self._scroll, self.any)
            self._scroll.hide()
            self._scroll.deleteLater()
            self.any_button.hide()
            self._hint.setText(tr("Every exercise there is"))
            self.any.show()
            self._column.activate()
            self._place()
        self.any.search.setFocus(Qt.FocusReason.TabFocusReason)

    def show_beside(self, anchor: QPoint) -> None:
        """Open near `anchor` with the focus on the exercise the routine has now."""
        self.open_at(anchor)
        here = [e.id for e in self._move.variations]
        self._focus(here.index(self._move.exercise.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in UP_AND_DOWN:
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in SIDEWAYS:
            self._for_how_long.choose(FOR_GOOD if key == Qt.Key.Key_Right else 0)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        here = [row.hasFocus() for row in self.rows]
        place = here.index(True) + step if any(here) else 0
        if place < 0 and self.any is not None:
            self.any.search.setFocus(Qt.FocusReason.TabFocusReason)
        elif place == len(here) and self.any_button.isVisible():
            self.any_button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.any_button.hasFocus():
            self._focus(len(here) - 1)
        else:
            self._focus(min(max(place, 0), len(here) - 1))

    def _go_to_first(self) -> None:
        if self.rows:
            self._focus(0)

    def _focus(self, place: int) -> None:
        if not self.rows:
            return
        row = self.rows[place]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        scroll = self._scroll if self.any is None else self.any.found
        scroll.ensureWidgetVisible(row, 0, 2)

    def _choose(self, exercise: Exercise) -> None:
        for_good = self._for_how_long.chosen == FOR_GOOD
        choice = VariationChoice(self._move.step, exercise.id, for_good)
        self.close_panel()
        self.wished.emit(choice)
