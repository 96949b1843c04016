"""Exercises: families as ladders of levels, and all about the chosen one."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.figure.colours import FigureColours
from hiptimer.figure.motion import Motion
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Muscle
from hiptimer.model.language import tr
from hiptimer.model.sought import Sought
from hiptimer.ui.exercises.detail import Detail
from hiptimer.ui.exercises.equipment_chips import EquipmentChips
from hiptimer.ui.exercises.family_chips import FamilyChips
from hiptimer.ui.exercises.ladder import About, Ladder, Offer
from hiptimer.ui.exercises.narrowing import Narrowing
from hiptimer.ui.exercises.nothing_found import NothingFound
from hiptimer.ui.exercises.place_picker import PlacePicker
from hiptimer.ui.exercises.rows import LadderList, LadderModel
from hiptimer.ui.fonts import bold
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import Notice
from hiptimer.ui.widgets.page_edge import LOW, NARROW, page_side, page_top
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.ui.widgets.tab_order import tab_after


class ExercisesPage(QWidget):
    """`sought` carries a Sought, `equipment_changed` what is at hand (a tuple, or None for "not
    said"), `chosen` the id of the exercise to tell all about, `linked` that of one to go to.

    The other wishes carry the id of the chosen exercise; `placed` a Place.
    """

    accessible_role = QAccessible.Role.Pane

    sought = Signal(object)
    hiding_changed = Signal(bool)
    equipment_changed = Signal(object)
    chosen = Signal(str)
    linked = Signal(str)
    try_wished = Signal(str)
    use_wished = Signal(str)
    placed = Signal(object)
    undo_wished = Signal()
    clear_wished = Signal()
    new_wished = Signal()
    edit_wished = Signal(str)
    remove_wished = Signal(str)

    def __init__(
        self,
        icons: IconSet,
        motion_of: Callable[[str], Motion | None],
        colours: FigureColours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sought = Sought()
        self._picker: PlacePicker | None = None
        self._by_keyboard = False
        self._model = LadderModel()
        self.families = FamilyChips()
        self.equipment = EquipmentChips()
        self.narrowing = Narrowing()
        self.new = Button(tr("New exercise"), Look.QUIET, size=15)
        self.list = LadderList()
        self.list.setModel(self._model)
        self.nothing = NothingFound()
        self.detail = Detail(motion_of, colours)
        self.news = Notice("info", icons, link=tr("Undo"))
        self._find = QShortcut(QKeySequence.StandardKey.Find, self)
        self._lay_out()
        self._join()
        # No focus proxy: Tab would come to the list at once, and never to what stands above it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(Label(tr("Exercises"), bold(30)))
        heading.addWidget(self.narrowing, 1)
        heading.addWidget(self.new)
        # Its words, not its ring, end where the card below does.
        heading.addSpacing(-round(RING_SPACE))
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.families)
        both.addWidget(self.equipment)
        chips = QHBoxLayout()
        chips.setSpacing(0)
        # The boxes of the chips stand in line with the rows; their rings reach out of it.
        chips.addSpacing(-round(RING_SPACE))
        chips.addLayout(both, 1)
        chips.addSpacing(-round(RING_SPACE))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 10)
        row.addWidget(self.nothing, 10)
        row.addWidget(self.detail, 15)
        self._column = QVBoxLayout(self)
        self._column.addLayout(heading)
        self._column.addLayout(chips)
        self._column.addWidget(self.news)
        self._column.addLayout(row, 1)
        self.nothing.hide()

    def _order_tabs(self) -> None:
        """As it is read; the chips of the families come later than all that follows them."""
        last: QWidget = self.narrowing
        for part in (
            *(self.narrowing, self.new, self.families, self.equipment, self.news),
            *(self.list, self.nothing, self.detail),
        ):
            last = tab_after(last, part)

    def _join(self) -> None:
        self.families.chosen.connect(self._take_family)
        self.equipment.changed.connect(self.equipment_changed)
        self.equipment.hiding_changed.connect(self.hiding_changed)
        self.narrowing.changed.connect(self.sought)
        self.narrowing.search_left.connect(self.focus_list)
        self._find.activated.connect(self._focus_search)
        self.new.clicked.connect(self.new_wished)
        self.list.chosen.connect(self._tell_row)
        self.list.row_entered.connect(self._try_row)
        self.nothing.clear_wished.connect(self.clear_wished)
        self.news.link_pressed.connect(self.undo_wished)
        self.detail.linked.connect(self.linked)
        self.detail.try_pressed.connect(self._try)
        self.detail.use_pressed.connect(self._use)
        self.detail.edit_pressed.connect(self._edit)
        self.detail.remove_pressed.connect(self._remove)

    # --- showing ---

    def show_filters(
        self,
        sought: Sought,
        families: Sequence[tuple[str, str]],
        muscles: tuple[Muscle, ...],
        at_hand: tuple[Equipment, ...] | None,
        *,
        is_hiding: bool,
    ) -> None:
        """Show what is looked for, among the families and muscles there are. `is_hiding` says
        whether what needs something else than what is at hand is left out.
        """
        self._sought = sought
        self.families.show_families(families, sought.family)
        self.narrowing.show_sought(sought, muscles)
        self.equipment.show_at_hand(at_hand, is_hiding=is_hiding)
        self._order_tabs()

    def show_ladders(self, ladders: tuple[Ladder, ...], why_nothing: str = "") -> None:
        """Show what was found, or else why there is nothing. Who was chosen before stays chosen,
        if still there.
        """
        before = self.chosen_id
        self._model.show_ladders(ladders)
        is_any = self._model.first is not None
        self.list.setVisible(is_any)
        self.detail.setVisible(is_any)
        self.nothing.setVisible(not is_any)
        self.nothing.explain(why_nothing)
        if is_any and not self.choose(before):
            self.list.choose(self._model.first or 0)

    def choose(self, exercise_id: str) -> bool:
        """Go to an exercise; False when it is not among those shown."""
        row = self._model.row_of(exercise_id)
        if row is not None:
            self.list.choose(row)
        return row is not None

    @property
    def chosen_id(self) -> str:
        """The exercise that all is told about; "" while there is none."""
        index = self.list.currentIndex()
        rung = self._model.rung(index.row()) if index.isValid() else None
        return "" if rung is None else rung.exercise.id

    def show_about(self, about: About, *, is_still: bool) -> None:
        self.detail.show_about(about, is_still=is_still)

    def tell(self, words: str, *, can_undo: bool = False) -> None:
        """What has happened; "" takes the words away."""
        self.news.show_link(can_undo)
        self.news.set_words(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def wear(self, colours: FigureColours) -> None:
        """Change the figure to another theme's colours."""
        self.detail.figure.wear(colours)

    def focus_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- where it may go ---

    def show_offers(self, exercise: str, offers: tuple[Offer, ...]) -> None:
        """Ask where in the routines the exercise shall go. The focus comes back to where it was."""
        picker = self._picker = PlacePicker(self, exercise, offers)
        picker.wished.connect(self.placed)
        picker.closed.connect(self._forget_picker)
        button = self.detail.use
        self._by_keyboard = button.hasFocus()
        picker.open_at(button.mapTo(self.window(), QPoint(0, -320)))
        picker.focus_first()

    @property
    def picker(self) -> PlacePicker | None:
        """The question where it shall go, while it is asked."""
        return self._picker

    def _forget_picker(self) -> None:
        picker, self._picker = self._picker, None
        if picker is not None:
            picker.deleteLater()
        opener = self.detail.use if self._by_keyboard else self.list
        opener.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- wishes ---

    def _take_family(self, family: str) -> None:
        self.sought.emit(replace(self._sought, family=family))

    def _focus_search(self) -> None:
        self.narrowing.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.narrowing.search.selectAll()

    def _tell_row(self, row: int) -> None:
        rung = self._model.rung(row)
        if rung is not None:
            self.chosen.emit(rung.exercise.id)

    def _try_row(self, _row: int) -> None:
        self._try()

    def _try(self) -> None:
        self.try_wished.emit(self.chosen_id)

    def _use(self) -> None:
        self.use_wished.emit(self.chosen_id)

    def _edit(self) -> None:
        self.edit_wished.emit(self.chosen_id)

    def _remove(self) -> None:
        self.remove_wished.emit(self.chosen_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self.equipment.fit(is_narrow=is_narrow)
        side = page_side(self.width())
        is_low = self.height() < LOW
        top = page_top(self.height(), above=2)
        self._column.setContentsMargins(side, top, side, 16 if is_low else 32)
        self._column.setSpacing(8 if is_low else 16)
