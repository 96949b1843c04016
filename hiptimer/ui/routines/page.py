"""Routines: the list of all, and what the chosen one holds."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from hiptimer.model.language import tr, tr_n
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.routines.detail import RoutineDetail
from hiptimer.ui.routines.move_line import MoveLine
from hiptimer.ui.routines.rows import RoutineDelegate, RoutineModel
from hiptimer.ui.routines.save_dialog import SaveDialog, music_folder
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.plan import MoveRow, RoutineCard, Stock, VariationChoice
from hiptimer.ui.today.variations import VariationPicker
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import Notice
from hiptimer.ui.widgets.page_edge import LOW, page_side, page_top
from hiptimer.ui.widgets.row_list import RowList
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.ui.widgets.tab_order import tab_after


class RoutinesPage(QWidget):
    """`routine_wished` proposes a routine on Today, `start_wished` starts it at once.

    `save_wished` carries a routine's id and the Path of the sound file it shall become. The other
    wishes carry the id of the routine they are for; `move_opened` also the number of a move, from
    0, and `variation_wished` a VariationChoice. `lines_wished` is for typing a physio's lines,
    `start_asked` for being led to a routine. `without_wished` also carries whether to do without
    what is not at hand.
    """

    accessible_role = QAccessible.Role.Pane

    routine_wished = Signal(str)
    start_wished = Signal(str)
    save_wished = Signal(str, object)
    cancel_wished = Signal()
    new_wished = Signal()
    lines_wished = Signal()
    files_wished = Signal()
    edit_wished = Signal(str)
    duplicate_wished = Signal(str)
    share_wished = Signal(str)
    remove_wished = Signal(str)
    undo_wished = Signal()
    move_opened = Signal(str, int)
    variation_wished = Signal(str, object)
    without_wished = Signal(str, bool)
    start_asked = Signal()

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._album = album
        self._model = RoutineModel()
        self._folder: Path | None = None
        self._to_save = ""
        self._picker: VariationPicker | None = None
        self._opener: MoveLine | None = None
        self._count = Label("", regular(16), Tone.MUTED)
        self.news = Notice("info", icons, link=tr("Undo"))
        self.trouble = Notice("triangle-alert", icons)
        self.start_asking = Button(tr("Where to start"), Look.SECONDARY, size=14)
        self.new = Button(tr("New routine"), Look.SECONDARY, size=14)
        self.lines = Button(tr("Type a physio's lines"), Look.SECONDARY, size=14)
        self.files = Button(tr("Take in files"), Look.SECONDARY, size=14)
        self.list = RowList(RoutineDelegate(album), tr("Routines"))
        self.list.setModel(self._model)
        self.detail = RoutineDetail(icons, album)
        self.detail.hide()
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo.setEnabled(False)
        self._lay_out()
        album.drawn.connect(self._show_pictures)
        album.emptied.connect(self._show_pictures)
        self._connect()
        # No focus proxy: Tab would come to the list at once, and never to what stands above it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect(self) -> None:
        self.start_asking.clicked.connect(self.start_asked)
        self.detail.suited.without_wished.connect(self._go_without)
        self.new.clicked.connect(self.new_wished)
        self.lines.clicked.connect(self.lines_wished)
        self.files.clicked.connect(self.files_wished)
        self.news.link_pressed.connect(self.undo_wished)
        self._undo.activated.connect(self.undo_wished)
        self.list.chosen.connect(self._show_row)
        self.list.row_entered.connect(self._start_row)
        self.detail.start_pressed.connect(self._start)
        self.detail.use_pressed.connect(self._use)
        self.detail.move_opened.connect(self._open_move)
        self.detail.own.edit_pressed.connect(self._edit)
        self.detail.own.duplicate_pressed.connect(self._duplicate)
        self.detail.own.share_pressed.connect(self._share)
        self.detail.own.remove_pressed.connect(self._remove)
        self.detail.take_along.save_pressed.connect(self._ask_where)
        self.detail.take_along.cancel_pressed.connect(self.cancel_wished)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(4)
        titles.addWidget(Label(tr("Routines"), bold(30)))
        titles.addWidget(self._count)
        titles.addStretch()
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(4)
        # Below the title their edges, not their rings, stand under it.
        buttons.addSpacing(0)
        for button in (self.start_asking, self.new, self.lines, self.files):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch()
        # At the right, too, their edges end where the card below does.
        buttons.addSpacing(-round(RING_SPACE))
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.setSpacing(4)
        self._heading.addLayout(titles, 1)
        self._heading.addLayout(buttons)
        # Over the whole width: beside the buttons there is no room for a sentence.
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addLayout(self._heading)
        top.addWidget(self.news)
        top.addWidget(self.trouble)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self._row.addWidget(self.list, 9)
        self._row.addWidget(self.detail, 11)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addLayout(self._row, 1)
        # What is shown first has the focus when the page opens.
        for before, after in pairwise(
            (self.list, self.start_asking, self.new, self.lines, self.files)
        ):
            QWidget.setTabOrder(before, after)

    def _fit_heading(self) -> None:
        """The buttons stand beside the title where there is room for all of their words."""
        buttons = (self.start_asking, self.new, self.lines, self.files)
        needed = sum(button.sizeHint().width() + 4 for button in buttons)
        sides = self._column.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        is_tight = needed + self._count.sizeHint().width() > room
        ways = QBoxLayout.Direction
        self._heading.setDirection(ways.TopToBottom if is_tight else ways.LeftToRight)
        # Asked of the layout, to which it belongs: a spacer kept here would be deleted twice.
        before = self._buttons.itemAt(0)
        if isinstance(before, QSpacerItem):
            before.changeSize(-round(RING_SPACE) if is_tight else 0, 0)
            self._buttons.invalidate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < LOW
        side, top = page_side(self.width()), page_top(self.height())
        self._column.setContentsMargins(side, top, side, 16 if is_low else 32)
        self._column.setSpacing(12 if is_low else 20)
        self._fit_heading()
        self.detail.fit(is_low=is_low)

    def show_routines(self, cards: tuple[RoutineCard, ...], chosen_id: str = "") -> None:
        """Show the cards. Chosen is `chosen_id`, else what was chosen before, if it is there."""
        chosen = self._chosen_card()
        wanted = chosen_id or (chosen.id if chosen else "")
        row = self.list.currentIndex().row()
        self._close_picker()
        self._model.show_rows(cards)
        self._count.setText(_count_words(len(cards)))
        self._fit_heading()
        self.detail.setVisible(bool(cards))
        if cards:
            ids = [card.id for card in cards]
            near = min(max(row, 0), len(cards) - 1)
            self.list.choose(ids.index(wanted) if wanted in ids else near)

    def tell(self, words: str, *, can_undo: bool = False) -> None:
        """One line of news under the title, with the way back where there is one."""
        self.news.set_words(words)
        self.news.show_link(can_undo)
        self._undo.setEnabled(can_undo)
        self._count.setVisible(not words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def tell_trouble(self, words: str) -> None:
        """What is wrong with files of the person's own; "" for nothing."""
        self.trouble.set_words(words)

    def _chosen_card(self) -> RoutineCard | None:
        index = self.list.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @property
    def chosen_id(self) -> str:
        """The routine that is shown; "" when there is none."""
        card = self._chosen_card()
        return card.id if card else ""

    def _show_row(self, row: int) -> None:
        self.detail.show_card(self._model.rows[row])
        last = self.detail.tab_from(self.list)
        for button in (self.start_asking, self.new, self.lines, self.files):
            last = tab_after(last, button)

    def _show_pictures(self) -> None:
        self.list.viewport().update()

    def _start_row(self, row: int) -> None:
        self.start_wished.emit(self._model.rows[row].id)

    def _start(self) -> None:
        self.start_wished.emit(self.chosen_id)

    def _use(self) -> None:
        self.routine_wished.emit(self.chosen_id)

    def _go_without(self, goes_without: bool) -> None:
        self.without_wished.emit(self.chosen_id, goes_without)

    def _edit(self) -> None:
        self.edit_wished.emit(self.chosen_id)

    def _duplicate(self) -> None:
        self.duplicate_wished.emit(self.chosen_id)

    def _share(self) -> None:
        self.share_wished.emit(self.chosen_id)

    def _remove(self) -> None:
        # The button may go with what it was for.
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remove_wished.emit(self.chosen_id)

    # --- changing a move ---

    def _open_move(self, line: MoveLine) -> None:
        self._opener = line
        self.move_opened.emit(self.chosen_id, line.step)

    def open_picker(self, move: MoveRow, stock: Stock) -> None:
        """Show what the opened move can be changed to, beside it."""
        self._close_picker()
        line = self._opener
        if line is None:
            return
        self._picker = VariationPicker(self, move, self._icons, self._album, stock)
        self._picker.wished.connect(self._vary)
        self._picker.closed.connect(self._forget_picker)
        self._picker.show_beside(line.mapTo(self.window(), QPoint(120, -64)))

    def _close_picker(self) -> None:
        if self._picker is not None:
            self._picker.close_panel()

    def _forget_picker(self) -> None:
        picker, self._picker = self._picker, None
        if picker is not None:
            picker.deleteLater()
        if self._opener is not None and self._opener in self.detail.lines:
            self._opener.setFocus(Qt.FocusReason.TabFocusReason)

    def _vary(self, choice: VariationChoice) -> None:
        self.variation_wished.emit(self.chosen_id, choice)

    def hideEvent(self, event: QHideEvent) -> None:
        self._close_picker()
        super().hideEvent(event)

    # --- the sound file ---

    def tell_saving(self, words: str, *, is_writing: bool) -> None:
        """How the sound file comes along."""
        self.detail.take_along.tell(words, is_writing=is_writing)

    def _ask_where(self) -> None:
        card = self._chosen_card()
        if card is None:
            return
        self._to_save = card.id
        dialog = SaveDialog((self._folder or music_folder()) / f"{card.id}.ogg", self)
        dialog.file_chosen.connect(self._save)
        dialog.open()

    def _save(self, file: Path) -> None:
        self._folder = file.parent
        self.save_wished.emit(self._to_save, file)


def _count_words(count: int) -> str:
    """Such as "12 to choose from"."""
    if count == 0:
        return tr("There are none yet.")
    # L: how many routines there are to choose from
    return tr_n("{n} to choose from", "{n} to choose from", count)
