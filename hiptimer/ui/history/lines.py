"""The sessions of a list as a model that holds only what was looked at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from hiptimer.model.language import tr
from hiptimer.model.past import Page, SessionLine
from hiptimer.model.past_words import pain_words
from hiptimer.model.time_words import short_duration
from hiptimer.model.words import total_words
from hiptimer.ui.history.rows import LINE_ROLE, TODAY_ROLE, effort_words, ending_words, when_words

PAGE = 100
# Within so many lines of a page's end the next one is asked for.
AHEAD = 40
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """Newest first, PAGE lines at a time. `needed` carries the number of a page, from 0.

    A line that is not there yet is None until its page was taken, which `arrived` tells.
    """

    needed = Signal(int)
    arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._total = 0
        self._today = date.min
        self._pages: dict[int, Sequence[SessionLine]] = {}
        self._asked: set[int] = set()

    def begin(self, number: int, page: Page, today: date) -> None:
        """Show another list, of which page `number` is here."""
        self.beginResetModel()
        self._total, self._today = page.total, today
        self._pages, self._asked = {number: page.lines}, {number}
        self.endResetModel()

    def take(self, number: int, page: Page) -> None:
        """One more page of the same list; another total means that it is the same no more."""
        if page.total != self._total:
            self.begin(number, page, self._today)
            return
        self._pages[number] = page.lines
        # Not `dataChanged`: a list would lay out every row anew, 25 ms for 10 000.
        self.arrived.emit()

    def line(self, row: int) -> SessionLine | None:
        """The line, or None while it is on its way."""
        number, place = divmod(row, PAGE)
        self._ask(number)
        if place >= PAGE - AHEAD:
            self._ask(number + 1)
        elif place < AHEAD:
            self._ask(number - 1)
        lines = self._pages.get(number, ())
        return lines[place] if place < len(lines) else None

    def row_of(self, session_id: str) -> int | None:
        """Among the lines that are here."""
        for number, lines in self._pages.items():
            for place, line in enumerate(lines):
                if line.id == session_id:
                    return number * PAGE + place
        return None

    def _ask(self, number: int) -> None:
        if number not in self._asked and 0 <= number * PAGE < self._total:
            self._asked.add(number)
            self.needed.emit(number)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == LINE_ROLE:
            return self.line(index.row())
        if role == TODAY_ROLE:
            return self._today
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            line = self.line(index.row())
            if line is None:
                return "" if role == Qt.ItemDataRole.ToolTipRole else tr("On its way")
            words = _tip(line) if role == Qt.ItemDataRole.ToolTipRole else None
            return line_words(line, self._today) if words is None else words
        return None


def line_words(line: SessionLine, today: date) -> str:
    """The whole line, as a screen reader says it."""
    parts = [when_words(line.started_at, today), line.routine_name, short_duration(line.seconds)]
    parts.append(total_words(line.reps, line.hold_s))
    parts += [effort_words(line), ending_words(line), pain_words(line.pain), line.note]
    return ", ".join(words for words in parts if words)


def _tip(line: SessionLine) -> str:
    """What has no room in the row."""
    return "\n".join(words for words in (pain_words(line.pain), line.note) if words)
