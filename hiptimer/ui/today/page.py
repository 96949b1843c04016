"""Today: what is proposed, with everything one key or one click away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr, tr_in
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.choosing import Choosing
from hiptimer.ui.today.hero import Hero
from hiptimer.ui.today.invitation import invitation_of, title_of
from hiptimer.ui.today.less_time import LessTime
from hiptimer.ui.today.note_card import Note, NoteCard
from hiptimer.ui.today.offer import CheckOffer
from hiptimer.ui.today.plan import OTHERS, TodayPlan
from hiptimer.ui.today.routine_tile import RoutineTile
from hiptimer.ui.today.suited_line import SuitedLine
from hiptimer.ui.today.week_goal import WeekGoal, WeekSoFar
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import Notice
from hiptimer.ui.widgets.page_edge import LOW, NARROW, page_side, page_top
from hiptimer.ui.widgets.scroll import Scroll

SAFETY = later("Nothing here should hurt. If a move hurts, stop it.")
TILE_WIDTH = 220


class TodayPage(QWidget):
    """Enter starts, wherever the focus is, except on another button; nothing takes it by itself."""

    accessible_role = QAccessible.Role.Pane

    start_wished = Signal()
    variation_wished = Signal(object)
    routine_wished = Signal(str)
    all_routines_wished = Signal()
    safety_wished = Signal()
    check_wished = Signal()
    check_declined = Signal()
    note_answered = Signal(str)
    as_written_wished = Signal()

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._album = album
        self._is_low = False
        self._title = Label(tr("Run today?"), bold(30))
        self._subtitle = Label("", regular(16), Tone.MUTED)
        self._message = Notice("triangle-alert", icons)
        self.offer = CheckOffer(icons)
        self.week = WeekGoal()
        self.note = NoteCard(icons, album)
        self._safety = Notice("shield-check", icons, link=tr("Read more"))
        self.suited = SuitedLine(icons)
        self.hero = Hero(icons, album)
        self.choosing = Choosing(self.hero, icons, album, self)
        self.less_time = LessTime(self.hero, self)
        self.see_all = Button(tr_in("routines", "See all"), Look.QUIET, size=14)
        self.see_all.setAccessibleName(tr("See all routines"))
        self.tiles: list[RoutineTile] = []
        self._lay_out()
        self._safety.set_words(tr(SAFETY))
        self._enter = QShortcut(self)
        self._enter.setKeys([QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)])
        self._enter.setAutoRepeat(False)
        self._connect()

    def _connect(self) -> None:
        self._enter.activated.connect(self.start_wished)
        self.hero.start_pressed.connect(self.start_wished)
        self.see_all.clicked.connect(self.all_routines_wished)
        for panel in (self.choosing, self.less_time):
            panel.opened.connect(self._keep_enter)
            panel.closed.connect(self._give_enter)
        self.choosing.wished.connect(self.variation_wished)
        self._safety.link_pressed.connect(self.safety_wished)
        self.offer.wished.connect(self.check_wished)
        self.offer.declined.connect(self.check_declined)
        self.note.answered.connect(self.note_answered)
        self.suited.undo_wished.connect(self.as_written_wished)

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(0)
        self._column.addLayout(self._header())
        self._column.addWidget(self.suited)
        self._column.addWidget(self.hero)
        self._column.addSpacing(16)
        self._column.addWidget(self.note)
        self._column.addWidget(self._others())
        self._column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = Scroll(content)
        outer.addWidget(self._scroll, 1)
        self._small_note_place = QHBoxLayout()
        outer.addLayout(self._small_note_place)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._safety)
        outer.addLayout(self._foot)

    def _header(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._header_row = QHBoxLayout()
        self._header_row.setSpacing(32)
        self._header_row.addLayout(words)
        self._header_row.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        self._header_row.addStretch()
        for part in (self._message, self.offer, self.week):
            self._header_row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return self._header_row

    def _others(self) -> QWidget:
        heading = QHBoxLayout()
        heading.addWidget(Label(tr("Other routines"), semibold(18)))
        heading.addStretch()
        heading.addWidget(self.see_all)
        self._tile_row = QHBoxLayout()
        self._tile_row.setSpacing(16)
        self._others_part = QWidget()
        others = QVBoxLayout(self._others_part)
        others.setContentsMargins(0, 0, 0, 0)
        others.setSpacing(8)
        others.addLayout(heading)
        others.addLayout(self._tile_row)
        return self._others_part

    def show_plan(self, plan: TodayPlan) -> None:
        """Show another plan; an open choice of variations is closed."""
        self._title.setText(title_of(plan))
        # What speaks against the run must not be cut short at the foot.
        advice = plan.safety if plan.leaves_run else ""
        words = " ".join(part for part in (advice, plan.suited) if part)
        self.suited.show_words(words, can_undo=plan.goes_without)
        self._safety.set_words(tr(SAFETY) if advice else plan.safety or tr(SAFETY))
        self._show_subtitle()
        self._subtitle.setText(invitation_of(plan))
        self._message.set_words(plan.message or "")
        self.choosing.show_plan(plan)
        self.hero.show_plan(plan)
        self.less_time.show_plan(plan)
        self._show_tiles(plan)

    def _show_subtitle(self) -> None:
        """There is no room for it where the window is low or something else is told."""
        self._subtitle.setVisible(not self._is_low and not self.suited.words)
        below = 4 if self.suited.words else 12 if self._is_low else 20
        self._header_row.setContentsMargins(0, 0, 0, below)

    def offer_check(self, offered: bool) -> None:
        """Offer the sound check beside the title, in nobody's way."""
        self.offer.setVisible(offered)

    def show_note(self, note: Note | None) -> None:
        """Ask or tell something in the place of the other routines, so that nothing moves; in a
        low window, where that place is out of sight, above the foot.
        """
        height = self._others_part.height()
        self._others_part.setVisible(note is None or self._is_low)
        self.note.setMinimumHeight(0 if note is None or self._is_low else height)
        self.note.show_note(note)

    def _place_note(self) -> None:
        if self._is_low:
            self._small_note_place.addWidget(self.note)
        else:
            self._column.insertWidget(self._column.indexOf(self._others_part), self.note)
        # Only now: under a style sheet a new parent brings the fonts from before back.
        self.note.fit(is_small=self._is_low)
        self.show_note(self.note.note)

    def expect_week(self, expected: bool) -> None:
        """Keep room for how far the week is, so that nothing moves when it is told."""
        self.week.setVisible(expected)

    def show_week(self, week: WeekSoFar | None) -> None:
        """Say how far this week is; None: there is nothing to say."""
        self.expect_week(week is not None)
        if week is not None:
            self.week.show_week(week)

    def show_finish(self, finish: str) -> None:
        """Say anew when it would be done, as "done at 07:24"."""
        self.hero.show_finish(finish)

    def _show_tiles(self, plan: TodayPlan) -> None:
        for tile in self.tiles:
            self._tile_row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = [RoutineTile(card, self._album, self) for card in plan.others[:OTHERS]]
        for tile in self.tiles:
            self._tile_row.addWidget(tile)
            tile.chosen.connect(self.routine_wished)
        self._fit_tiles()

    def _fit_tiles(self) -> None:
        """As many as fit side by side."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        fit = max(2, (room + 16) // (TILE_WIDTH + 16))
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < LOW
        if is_low != self._is_low:
            self._is_low = is_low
            self._place_note()
        side = page_side(self.width())
        self._column.setContentsMargins(side, page_top(self.height()), side, 4)
        # A low window always has a scroll bar beside the cards above.
        bar = self._scroll.verticalScrollBar().sizeHint().width() if is_low else 0
        self._small_note_place.setContentsMargins(side, 0, side + bar, 0)
        self._foot.setContentsMargins(side, 4 if is_low else 8, side, 8 if is_low else 16)
        self.suited.fit(is_low=is_low)
        self._show_subtitle()
        self.week.fit(is_low=is_low)
        self.hero.fit(is_narrow=self.width() < NARROW, is_low=is_low)
        self._fit_tiles()

    @property
    def is_choosing(self) -> bool:
        """Whether a panel over the page is open."""
        return self.choosing.picker is not None or self.less_time.picker is not None

    def _keep_enter(self) -> None:
        """Enter belongs to a panel over the page."""
        self._enter.setEnabled(False)

    def _give_enter(self) -> None:
        self._enter.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number answers what is asked, wherever the focus is on this page."""
        number = event.key() - Qt.Key.Key_0
        if event.isAutoRepeat() or not self.note.press(number):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Else Qt would give it to the first button.
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.choosing.close()
        self.less_time.close()
        super().hideEvent(event)
