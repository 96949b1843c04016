"""What the list is narrowed to: a menu to choose it, and words to see it and take it back."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from hiptimer.model.language import tr, tr_in, tr_n
from hiptimer.model.past import Wanted
from hiptimer.model.past_words import sessions_words
from hiptimer.model.session import Status
from hiptimer.model.words import status_words
from hiptimer.ui.fonts import medium
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import RING_SPACE, paint_box, paint_ring

STATUSES = (Status.COMPLETE, Status.STOPPED, Status.INTERRUPTED)
Named = Sequence[tuple[str, str]]
# A menu of all exercises is longer than some screens.
SCROLLS = "QMenu { menu-scrollable: 1; }"


class SmallButton(Press):
    """Words in a flat rounded box; a menu opens below it, or what it names is taken back."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(medium(14))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        ring = round(2 * RING_SPACE)
        return QSize(words + 26 + ring, 32 + ring)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        box = QRectF(self.rect()).adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
        paint_box(painter, box, 14, colour(palette, Tone.TRACK if self.is_hot else Tone.CHIP))
        painter.setFont(self.font())
        painter.setPen(colour(palette, Tone.INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), 18, palette)


class FilterButton(SmallButton):
    """`changed` carries a Wanted: what was wanted before, narrowed or widened."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr_in("button", "Filter"), parent)
        self.setAccessibleName(tr("Filter the sessions"))
        self._wanted = Wanted()
        self._exercises: Named = ()
        self._routines: Named = ()
        self.menu = QMenu(self)
        self.menu.setStyleSheet(SCROLLS)
        self.clicked.connect(self.open_menu)

    def show_choices(self, routines: Named, exercises: Named) -> None:
        """Ids and names of all that can be asked for."""
        self._routines, self._exercises = routines, exercises

    def show_wanted(self, wanted: Wanted) -> None:
        self._wanted = wanted
        count = len(told(wanted, self._routines, self._exercises))
        name = tr_in("button", "Filter")
        self.setText(f"{name} · {count}" if count else name)
        self.updateGeometry()

    def open_menu(self) -> None:
        """Make the menu anew and open it below the button."""
        self.fill_menu()
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fill_menu(self) -> None:
        self.menu.clear()
        statuses = [(status.value, status_words(status)) for status in STATUSES]
        now = self._wanted.statuses[0].value if len(self._wanted.statuses) == 1 else ""
        self._add(tr_in("filter", "Status"), statuses, now).triggered.connect(self._take_status)
        group = self._add(tr_in("filter", "Routine"), self._routines, self._wanted.routine_id)
        group.triggered.connect(self._take_routine)
        group = self._add(tr_in("filter", "Exercise"), self._exercises, self._wanted.exercise_id)
        group.triggered.connect(self._take_exercise)
        pain = self.menu.addAction(tr("With pain"))
        pain.setCheckable(True)
        pain.setChecked(self._wanted.with_pain)
        pain.toggled.connect(self._take_pain)
        self.menu.addSeparator()
        clear = self.menu.addAction(tr("Clear all filters"))
        clear.setEnabled(bool(told(self._wanted, self._routines, self._exercises)))
        clear.triggered.connect(self._clear)

    def _add(self, title: str, choices: Named, now: str) -> QActionGroup:
        """A menu of choices, of which one holds."""
        menu = self.menu.addMenu(title)
        group = QActionGroup(menu)
        for id_, name in (("", tr_in("no filter", "Any")), *choices):
            action = menu.addAction(name)
            action.setData(id_)
            action.setCheckable(True)
            action.setChecked(id_ == now)
            group.addAction(action)
        return group

    def _take_status(self, action: QAction) -> None:
        statuses = (Status(action.data()),) if action.data() else ()
        self.changed.emit(replace(self._wanted, statuses=statuses))

    def _take_routine(self, action: QAction) -> None:
        self.changed.emit(replace(self._wanted, routine_id=action.data()))

    def _take_exercise(self, action: QAction) -> None:
        self.changed.emit(replace(self._wanted, exercise_id=action.data()))

    def _take_pain(self, with_pain: bool) -> None:
        self.changed.emit(replace(self._wanted, with_pain=with_pain))

    def _clear(self) -> None:
        self.changed.emit(Wanted(words=self._wanted.words))


class FilterChip(SmallButton):
    """A filter that holds; a press takes it back. `without` is what is wanted then."""

    taken_back = Signal(object)

    def __init__(self, words: str, without: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(f"{words}  ×", parent)
        self.setAccessibleName(tr("Take back the filter: {filter}", filter=words))
        self._without = without
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.taken_back.emit(self._without)


def told(wanted: Wanted, routines: Named, exercises: Named) -> list[tuple[str, Wanted]]:
    """Each filter that holds in words, with what is wanted without it; the words aside."""
    found: list[tuple[str, Wanted]] = []
    if wanted.statuses:
        found.append((_either(wanted.statuses), replace(wanted, statuses=())))
    if wanted.routine_id:
        name = dict(routines).get(wanted.routine_id, wanted.routine_id)
        found.append((name, replace(wanted, routine_id="")))
    if wanted.exercise_id:
        name = dict(exercises).get(wanted.exercise_id, wanted.exercise_id)
        found.append((name, replace(wanted, exercise_id="")))
    if wanted.with_pain:
        found.append((tr("With pain"), replace(wanted, with_pain=False)))
    return found


def _either(statuses: Sequence[Status]) -> str:
    words = status_words(statuses[0])
    for status in statuses[1:]:
        # L: How a session ended, such as Complete or Stopped early.
        words = tr("{first} or {second}", first=words, second=status_words(status))
    return words


def count_words(total: int, wanted: Wanted, where: str) -> str:
    """Such as "36 in the last 12 weeks", "3 found in all"; `where` follows "in"."""
    is_narrowed = wanted != Wanted(first=wanted.first, last=wanted.last)
    if wanted.first is not None:
        return tr_n("{n} found", "{n} found", total) if is_narrowed else sessions_words(total)
    if is_narrowed:
        # L: {range} is such as "the last 12 weeks" or "all"; n is a number of sessions.
        return tr_n("{n} found in {range}", "{n} found in {range}", total, range=where)
    # L: {range} is such as "the last 12 weeks" or "all"; n is a number of sessions.
    return tr_n("{n} in {range}", "{n} in {range}", total, range=where)
