"""The window: a rail with the pages, or one widget over all of it during a workout."""

from collections.abc import Callable, Mapping
from functools import reduce

import msgspec
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QMoveEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.rail import Rail, RailButton

SMALLEST = QSize(960, 600)
USUAL = QSize(1280, 800)


class PageEntry(msgspec.Struct, frozen=True):
    """A page's place in the rail; `at_foot` puts it at the lower end."""

    name: str
    title: str
    icon: str
    at_foot: bool = False


class Geometry(msgspec.Struct, frozen=True):
    """Where the window stands, in pixels of the desktop, when it is not maximized."""

    x: int
    y: int
    width: int
    height: int
    is_maximized: bool = False


class MainWindow(QMainWindow):
    """Shows pages by name. What closing means is for the program to say.

    `close_wished` comes for every wish to close the window; it stays open until `close_for_good`.
    `geometry_changed` carries a Geometry. `appeared` comes with the first frame, which may be the
    rail alone, and `page_appeared` with the first one that has a page.
    """

    page_changed = Signal(str)
    close_wished = Signal()
    geometry_changed = Signal(object)
    appeared = Signal()
    page_appeared = Signal()
    help_wished = Signal()

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self._icons = icons
        self.setWindowTitle("hiptimer")
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self._may_close = False
        self._is_painted = False
        self._is_page_painted = False
        self._full: QWidget | None = None
        self._entries: dict[str, PageEntry] = {}
        self._makers: Mapping[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._page = ""
        self.rail_buttons: dict[str, RailButton] = {}
        self._pages = QStackedWidget()
        self._all = QStackedWidget()
        self.setCentralWidget(self._all)

    def furnish(self, entries: tuple[PageEntry, ...], shown: str) -> None:
        """Put in the rail, once; `shown` is the page that will be in sight."""
        self._entries = {entry.name: entry for entry in entries}
        self.rail_buttons = {
            entry.name: RailButton(entry.name, entry.title, entry.icon, self._icons, self)
            for entry in entries
        }
        self._all.addWidget(self._with_rail(entries))
        self._mark(shown)
        # Else the window gives the focus to the rail, which would show it.
        self._pages.setFocus()

    def open_pages(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        """From now on pages are shown; each maker is called once, when its page first is."""
        self._makers = makers
        for button in self.rail_buttons.values():
            button.chosen.connect(self.show_page)

    def _with_rail(self, entries: tuple[PageEntry, ...]) -> QWidget:
        rail = Rail()
        column = QVBoxLayout(rail)
        column.setContentsMargins(8, 24, 8, 24)
        column.setSpacing(8)
        for entry in entries:
            if not entry.at_foot:
                column.addWidget(self.rail_buttons[entry.name])
        column.addStretch()
        for entry in entries:
            if entry.at_foot:
                column.addWidget(self.rail_buttons[entry.name])
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(self._pages, 1)
        return whole

    @property
    def page(self) -> str:
        """The name of the page that is shown or lies under the workout."""
        return self._page

    def show_page(self, name: str) -> None:
        """Show a page. Raises KeyError for one that there is not."""
        is_new = name != self._page
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._made[name].setAccessibleName(self._entries[name].title)
            self._pages.addWidget(self._made[name])
        self._pages.setCurrentWidget(self._made[name])
        self._page = name
        self._mark(name)
        if is_new:
            self.page_changed.emit(name)

    def _mark(self, name: str) -> None:
        """Say in the rail which page is in sight."""
        for entry_name, button in self.rail_buttons.items():
            button.setChecked(entry_name == name)

    def show_full(self, widget: QWidget) -> None:
        """Show `widget` in place of rail and page, and give it the focus."""
        if self._full is not None and self._full is not widget:
            self._all.removeWidget(self._full)
        self._full = widget
        self._all.addWidget(widget)
        self._all.setCurrentWidget(widget)
        widget.setFocus()

    def show_pages(self) -> None:
        """Back to rail and page. The widget shown before is taken out and left to its owner."""
        self._all.setCurrentIndex(0)
        if self._full is not None:
            self._all.removeWidget(self._full)
            self._full.hide()
            self._full = None
        self._made[self._page].setFocus()

    def restore_geometry(self, geometry: Geometry) -> None:
        """Stand where it stood, as far as a screen is there to show it."""
        wanted = QRect(geometry.x, geometry.y, geometry.width, geometry.height)
        # Not `self.screen()`: PySide would destroy the screen together with the window.
        areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        seen = [area for area in areas if area.intersects(wanted)]
        if seen:
            self.setGeometry(_within(reduce(QRect.united, seen), wanted))
        elif areas:
            self.resize(wanted.size().boundedTo(areas[0].size()))
        if geometry.is_maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def come_to_front(self) -> None:
        """Before the windows of other programs, as far as the system lets it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def close_for_good(self) -> None:
        """Close now, without asking."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_wished.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.appeared.emit()
        if self._made and not self._is_page_painted:
            self._is_page_painted = True
            self.page_appeared.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_geometry()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._tell_geometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._tell_geometry()

    def _tell_geometry(self) -> None:
        if self.isFullScreen() or not self.isVisible():
            return
        place = self.normalGeometry() if self.isMaximized() else self.geometry()
        self.geometry_changed.emit(
            Geometry(place.x(), place.y(), place.width(), place.height(), self.isMaximized())
        )


def _within(area: QRect, wanted: QRect) -> QRect:
    """As it was; or no larger than the screens, which have less room where all is drawn larger."""
    size = wanted.size().boundedTo(area.size())
    if size == wanted.size():
        return wanted
    left = max(area.left(), min(wanted.left(), area.right() + 1 - size.width()))
    top = max(area.top(), min(wanted.top(), area.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)
