"""All exercises by family, to be searched, for a move that shall become something else."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.families import families_in_order, family_words
from hiptimer.model.language import tr
from hiptimer.model.sought import Sought, fits
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.variation_row import VariationRow
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.press import ENTER_KEYS
from hiptimer.ui.widgets.scroll import Scroll

HEIGHT = 380
# Flatter than the fields of a form.
SHAPE = """
QLineEdit { padding: 7px 12px; border-radius: 14px; }
QLineEdit:focus { padding: 6px 11px; }
"""
MakeRow = Callable[[Exercise, QWidget], VariationRow]


class SearchLine(QLineEdit):
    """↓ and Enter go on to what was found; the other keys of a field are its own."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS or event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AnyExercise(QWidget):
    """`make_row` makes the row of an exercise; `rows` are those that are shown."""

    def __init__(
        self, exercises: tuple[Exercise, ...], make_row: MakeRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.search = SearchLine()
        self.search.setFont(regular(14))
        self.search.setStyleSheet(SHAPE)
        self.search.setPlaceholderText(tr("Name, muscle or equipment"))
        self.search.setAccessibleName(tr("Search all exercises by name, muscle or equipment"))
        self.search.setClearButtonEnabled(True)
        self._nothing = Label(tr("No exercise fits these words."), regular(14), Tone.MUTED)
        self._nothing.hide()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._families: dict[str, tuple[Label, list[VariationRow]]] = {}
        for family in families_in_order(e.family for e in exercises):
            self._add_family(family, [e for e in exercises if e.family == family], make_row)
        self._column.addStretch()
        self.found = Scroll(content, passes_keys=True)
        self.found.setFixedHeight(HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.found, 1)
        self.search.textChanged.connect(self._narrow)

    def _add_family(self, family: str, exercises: list[Exercise], make_row: MakeRow) -> None:
        heading = Label(family_words(family), semibold(14), Tone.MUTED)
        heading.setContentsMargins(8, 8, 0, 2)
        self._column.addWidget(heading)
        rows = []
        for exercise in sorted(exercises, key=_by_level):
            rows.append(make_row(exercise, self))
            self._column.addWidget(rows[-1])
        self._families[family] = (heading, rows)

    @property
    def rows(self) -> tuple[VariationRow, ...]:
        every = (row for _, rows in self._families.values() for row in rows)
        return tuple(row for row in every if not row.isHidden())

    def _narrow(self, words: str) -> None:
        sought = Sought(words=words)
        for heading, rows in self._families.values():
            fitting = [fits(row.exercise, sought) for row in rows]
            heading.setVisible(any(fitting))
            for row, is_fitting in zip(rows, fitting, strict=True):
                row.setVisible(is_fitting)
        self._nothing.setHidden(bool(self.rows))
        self.found.verticalScrollBar().setValue(0)


def _by_level(exercise: Exercise) -> tuple[int, str]:
    return exercise.level, exercise.name
