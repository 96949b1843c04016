"""What narrows the ladders: position, muscle, "no lying down" and words."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from hiptimer.model.exercise import Muscle, Position
from hiptimer.model.language import tr, tr_in
from hiptimer.model.sought import Sought
from hiptimer.model.words import muscle_words, position_words
from hiptimer.ui.history.filters import SCROLLS, SmallButton
from hiptimer.ui.history.search import SearchField
from hiptimer.ui.widgets.chips import Chip


class MenuButton(SmallButton):
    """A choice of one from a menu, or of none. `taken` carries its value, "" for none."""

    taken = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{title} ▾", parent)
        self._title = title
        self._choices: tuple[tuple[str, str], ...] = ()
        self._now = ""
        self.menu = QMenu(self)
        self.menu.setStyleSheet(SCROLLS)
        self.clicked.connect(self.open_menu)

    def show_choices(self, choices: Sequence[tuple[str, str]], now: str) -> None:
        """Values and words; `now` is the one that holds."""
        self._choices, self._now = tuple(choices), now
        words = dict(self._choices).get(now, "")
        self.setText(f"{words or self._title} ▾")
        self.setAccessibleName(
            tr(
                "{title}: {choice}",
                title=self._title,
                choice=words or tr_in("no filter, in a sentence", "any"),
            )
        )
        self.updateGeometry()

    def open_menu(self) -> None:
        """Make the menu anew and open it below the button."""
        self.fill_menu()
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fill_menu(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        for value, words in (("", tr_in("no filter", "Any")), *self._choices):
            action = self.menu.addAction(words)
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value == self._now)
            group.addAction(action)
        group.triggered.connect(self._take)

    def _take(self, action: QAction) -> None:
        self.taken.emit(action.data())


class Narrowing(QWidget):
    """`changed` carries a Sought: what was looked for before, narrowed or widened.

    `search_left` comes when the search field is left for the list.
    """

    changed = Signal(object)
    search_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sought = Sought()
        self._muscles: tuple[Muscle, ...] = ()
        self.no_lying = Chip(tr("No lying down"))
        self.position = MenuButton(tr("Position"))
        self.muscle = MenuButton(tr("Muscle"))
        self.search = SearchField()
        self.search.setPlaceholderText(tr("Search (Ctrl+F)"))
        self.search.setAccessibleName(tr("Search the exercises"))
        self.search.setMinimumWidth(130)
        self.search.setMaximumWidth(260)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        for part in (self.no_lying, self.position, self.muscle):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.search, 4)
        self.no_lying.clicked.connect(self._take_lying)
        self.position.taken.connect(self._take_position)
        self.muscle.taken.connect(self._take_muscle)
        self.search.searched.connect(self._take_words)
        self.search.left.connect(self.search_left)

    def show_sought(self, sought: Sought, muscles: tuple[Muscle, ...]) -> None:
        """Show what is looked for, without telling it; `muscles` can be asked for."""
        self._sought, self._muscles = sought, muscles
        self.no_lying.setChecked(sought.no_lying)
        positions = [(position.value, position_words(position)) for position in Position]
        self.position.show_choices(positions, sought.position or "")
        names = [(muscle.value, muscle_words(muscle)) for muscle in muscles]
        self.muscle.show_choices(names, sought.muscle or "")
        if self.search.text().strip() != sought.words:
            self.search.show_words(sought.words)

    def _take_lying(self, is_wanted: bool) -> None:
        self.changed.emit(replace(self._sought, no_lying=is_wanted))

    def _take_position(self, value: str) -> None:
        position = Position(value) if value else None
        self.changed.emit(replace(self._sought, position=position))

    def _take_muscle(self, value: str) -> None:
        self.changed.emit(replace(self._sought, muscle=Muscle(value) if value else None))

    def _take_words(self, words: str) -> None:
        self.changed.emit(replace(self._sought, words=words))
