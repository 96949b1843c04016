"""The window: Today at once, and everything else joined to it when it is needed."""

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from hiptimer import resources
from hiptimer.app.bugs import BugReports
from hiptimer.app.home import Home, local_now
from hiptimer.app.remembering import recall, remember
from hiptimer.app.stop_signals import StopSignals
from hiptimer.app.today import Today
from hiptimer.model.routine import Routine
from hiptimer.model.session import Session
from hiptimer.model.words import finish_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.main_window import Geometry, MainWindow, PageEntry
from hiptimer.ui.theme import Theme, apply_theme, read_theme
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.today.plan import VariationChoice
from hiptimer.ui.widgets.icons import IconSet

if TYPE_CHECKING:
    from hiptimer.app.check_room import CheckRoom
    from hiptimer.app.own_voice import OwnVoice
    from hiptimer.app.side_pages import SidePages
    from hiptimer.app.stage import Stage
    from hiptimer.app.syncing import Syncing, SyncNews

CLOCK_MS = 5_000
# The first frame is on the screen by then, and nobody has pressed Enter yet.
PREPARE_AFTER_MS = 50


class Window(QObject):
    """The one window and all that is joined to it, from opening to closing.

    Only Today is made before the first frame. The workout and the small pictures are made right
    after it, the other pages when they are first shown.
    """

    def __init__(self, app: QApplication, home: Home, speed: float) -> None:
        super().__init__()
        self._app = app
        self._home = home
        self._speed = speed
        self._family = load_fonts(resources.assets() / "fonts")
        self._dress()
        self._icons = IconSet(resources.assets() / "icons")
        self._today = Today(home, home.read_past())
        self._album = Album()
        self._stage: Stage | None = None
        self._side_pages: SidePages | None = None
        self._check_room: CheckRoom | None = None
        self._own_voice: OwnVoice | None = None
        self._syncing: Syncing | None = None
        self._sync_trouble = ""
        self._is_closing = False
        self.today_page = TodayPage(self._icons, self._album)
        self._show_plan()
        self._week_of = local_now().date()
        self.today_page.expect_week(bool(self._today.past.sessions))
        self._make_window()
        self._offer_check()
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(PREPARE_AFTER_MS)
        self._preparing.timeout.connect(self._prepare)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._tell_finish)
        self._clock.start()
        self._join()

    def show(self) -> None:
        self.main.show()

    def start(self, routine: Routine) -> None:
        """Lead through `routine` now."""
        if self._syncing is not None:
            self._syncing.hold()
        self.stage.start(routine, self._today.timeline(routine))

    # --- making ---

    def _make_window(self) -> None:
        self.main = MainWindow(
            (
                PageEntry("today", "Today", "sun", self._give_today),
                PageEntry("routines", "Routines", "list-checks", self._make_routines),
                PageEntry("history", "History", "history", self._make_history),
                PageEntry("settings", "Settings", "settings", self._make_settings, at_foot=True),
                PageEntry("about", "About", "info", self._make_about, at_foot=True),
            ),
            self._icons,
        )
        self._memory_file = self._home.paths.state / "window.json"
        self._remembered = recall(self._memory_file)
        if self._remembered.geometry is not None:
            self.main.restore_geometry(self._remembered.geometry)

    def _join(self) -> None:
        self.today_page.start_wished.connect(self._start)
        self.today_page.variation_wished.connect(self._vary)
        self.today_page.routine_wished.connect(self._choose)
        self.today_page.all_routines_wished.connect(self._show_routines)
        self.today_page.safety_wished.connect(self._show_about)
        self.today_page.check_wished.connect(self._check_sound)
        self.today_page.check_declined.connect(self._settle_check)
        self.main.close_wished.connect(self.close)
        self.main.geometry_changed.connect(self._note_geometry)
        self.main.appeared.connect(self._preparing.start)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress_anew)
        self._app.commitDataRequest.connect(self._keep_at_logout)

    def _prepare(self) -> None:
        """Make the workout now, so that Enter need not wait for it, and then the pictures."""
        if not self._is_closing:
            self._make_stage()
            self._show_week()
            self._draw_pictures()
            self._speak_own_words()
            self._keep_in_step()

    def _speak_own_words(self) -> None:
        from hiptimer.app.own_voice import OwnVoice

        self._own_voice = OwnVoice(self._home)
        self._own_voice.changed.connect(self._show_all)
        self._own_voice.begin()

    def _draw_pictures(self) -> None:
        """Fill the places on the pages, in the colours of the theme."""
        from hiptimer.ui.figure.pictures import Pictures

        theme = self._theme(self._home.settings.theme)
        self._album.draw_with(Pictures(self._figures.motion, theme).draw)

    @property
    def stage(self) -> "Stage":
        """The workout; made when it is asked for before it was prepared."""
        return self._stage or self._make_stage()

    def _make_stage(self) -> "Stage":
        if self._stage is None:
            from hiptimer.app.figures import Figures
            from hiptimer.app.stage import Stage

            self._figures = Figures(self._home)
            theme = self._workout_theme()
            self._stage = Stage(self._home, self._figures, self.main, theme, self._speed)
            self._stage.left.connect(self._show_pages)
            self._stage.ended.connect(self._go_on_syncing)
        return self._stage

    def _give_today(self) -> QWidget:
        return self.today_page

    def _make_routines(self) -> QWidget:
        return self._made_side_pages().make_routines()

    def _make_history(self) -> QWidget:
        return self._made_side_pages().make_history()

    def _make_settings(self) -> QWidget:
        preferring = self._made_side_pages().make_settings()
        preferring.times_changed.connect(self._show_all)
        preferring.goal_changed.connect(self._count_anew)
        preferring.check_wished.connect(self._check_sound)
        preferring.flash_wished.connect(self._set_delay)
        preferring.sync_changed.connect(self._keep_in_step)
        if self._syncing is not None:
            self._tell_sync(self._syncing.news)
        return preferring.page

    def _make_about(self) -> QWidget:
        return self._made_side_pages().make_about()

    def _made_side_pages(self) -> "SidePages":
        if self._side_pages is None:
            from hiptimer.app.side_pages import SidePages

            self._side_pages = SidePages(self._home, self._today, self._icons, self._album)
            self._side_pages.chosen.connect(self._choose)
            self._side_pages.again_wished.connect(self._repeat)
            self._side_pages.start_wished.connect(self._start_named)
            self._side_pages.past_changed.connect(self._read_past)
            self._side_pages.session_changed.connect(self._take_edit)
            self.main.page_changed.connect(self._side_pages.refresh)
        return self._side_pages

    # --- theme ---

    def _dress(self) -> None:
        apply_theme(self._app, self._theme(self._home.settings.theme), self._family)

    def _dress_anew(self) -> None:
        self._dress()
        if self._stage is not None:
            self._stage.workout_page.set_theme(self._workout_theme())
            if self._check_room is not None:
                self._check_room.dress()
            self._draw_pictures()

    def _theme(self, wanted: str) -> Theme:
        if wanted == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            wanted = "dark" if scheme is Qt.ColorScheme.Dark else "light"
        return read_theme(resources.asset_bytes(f"themes/{wanted}.toml"))

    def _workout_theme(self) -> Theme:
        settings = self._home.settings
        same = settings.workout_theme == "same"
        return self._theme(settings.theme if same else settings.workout_theme)

    # --- the pages ---

    def _show_all(self) -> None:
        self._show_plan()
        if self._side_pages is not None:
            self._side_pages.change()

    def _show_plan(self) -> None:
        plan = self._today.plan()
        if plan is not None:
            self.today_page.show_plan(plan)

    def _show_week(self) -> None:
        """Say on Today how far this week is."""
        from hiptimer.app.week import week_so_far

        self._week_of = local_now().date()
        is_new = not self._today.past.sessions
        self.today_page.show_week(None if is_new else week_so_far(self._home, self._week_of))

    def _take_edit(self, _session_id: str) -> None:
        """Something of a past session was put right: what is chosen for today stays."""
        self._show_week()
        self._go_on_syncing()

    def _count_anew(self) -> None:
        """What was done, or what is meant to be done, has changed."""
        self._show_week()
        if self._side_pages is not None:
            self._side_pages.change()

    def _tell_finish(self) -> None:
        if self._week_of != local_now().date():
            self._count_anew()
        routine = self._today.routine
        is_leading = self._stage is not None and self._stage.is_leading
        if routine is not None and not is_leading:
            seconds = self._today.timeline(routine).seconds
            self.today_page.show_finish(finish_words(local_now(), seconds))

    def _start(self) -> None:
        routine = self._today.routine
        if routine is not None:
            self.start(routine)

    def _start_named(self, routine_id: str) -> None:
        self._choose(routine_id)
        self._start()

    def _vary(self, choice: VariationChoice) -> None:
        self._today.vary(choice)
        self._show_all()

    def _repeat(self, session: Session) -> None:
        if session.routine.id in self._home.catalogue.routines:
            self._today.repeat(session)
            self._show_plan()
            self.main.show_page("today")

    def _choose(self, routine_id: str) -> None:
        if routine_id in self._home.catalogue.routines:
            self._today.choose(routine_id)
            self._show_plan()
            self.main.show_page("today")

    def _show_routines(self) -> None:
        self.main.show_page("routines")

    def _show_about(self) -> None:
        self.main.show_page("about")

    def _read_past(self) -> None:
        """The history is another one: tell it anew everywhere."""
        self._today.look_back(self._home.read_past())
        self._offer_check()
        self._show_week()
        self._show_all()
        if self._side_pages is not None:
            self._side_pages.refresh(self.main.page)

    def _show_pages(self) -> None:
        self._read_past()
        self._go_on_syncing()
        self.main.show_pages()
        self.main.show_page("today")

    # --- the sync folder ---

    def _keep_in_step(self) -> None:
        """Another sync folder is chosen, or the first look at it is due."""
        if self._syncing is None:
            if not self._home.settings.sync_folder:
                return
            from hiptimer.app.syncing import Syncing

            self._syncing = Syncing(self._home, self)
            self._syncing.taken_in.connect(self._learn)
            self._syncing.news_changed.connect(self._tell_sync)
            if self._stage is not None and self._stage.is_leading:
                self._syncing.hold()
        self._syncing.start()

    def _go_on_syncing(self) -> None:
        if self._syncing is not None:
            self._syncing.go_on()

    def _learn(self) -> None:
        """Sessions came from elsewhere: what is chosen for today stays."""
        if self._stage is not None and self._stage.is_leading:
            return
        self._today.past = self._home.read_past()
        self._offer_check()
        self._count_anew()
        if self._side_pages is not None:
            self._side_pages.refresh(self.main.page)

    def _tell_sync(self, news: "SyncNews") -> None:
        if self._side_pages is not None:
            self._side_pages.show_sync(news.words, news.trouble)
        if news.trouble == self._sync_trouble:
            return
        problems = self._home.problems
        if self._sync_trouble in problems:
            problems.remove(self._sync_trouble)
        if news.trouble:
            problems.append(news.trouble)
        self._sync_trouble = news.trouble
        self._show_plan()

    # --- the sound check ---

    def _check_sound(self) -> None:
        self._made_check_room().check()

    def _set_delay(self) -> None:
        self._made_check_room().set_delay()

    def _made_check_room(self) -> "CheckRoom":
        if self._check_room is None:
            from hiptimer.app.check_room import CheckRoom

            self._check_room = CheckRoom(self._home, self.main, self.stage, self._workout_theme)
            self._check_room.left.connect(self._leave_check)
        return self._check_room

    def _leave_check(self) -> None:
        self._settle_check()
        if self._side_pages is not None:
            self._side_pages.refresh(self.main.page)
        self.main.show_pages()

    def _offer_check(self) -> None:
        """Before the first workout ever, unless it was done or declined."""
        is_new = not self._today.past.outlines
        self.today_page.offer_check(is_new and not self._remembered.is_check_settled)

    def _settle_check(self) -> None:
        self._remembered = structs.replace(self._remembered, is_check_settled=True)
        self._offer_check()

    # --- closing ---

    def close(self) -> None:
        """Stop and keep a running workout, save what waits, and close."""
        if self._is_closing:
            return
        self._is_closing = True
        if self._check_room is not None:
            self._check_room.leave()
        if self._own_voice is not None:
            self._own_voice.stop()
        if self._stage is not None:
            self._stage.close()
        if self._syncing is not None:
            self._syncing.close()
        remember(self._memory_file, self._remembered)
        self.main.close_for_good()
        self._app.quit()

    def _keep_at_logout(self) -> None:
        """The system ends the session and may not wait for an event loop."""
        self.close()

    def _note_geometry(self, geometry: Geometry) -> None:
        page = self.main.page
        self._remembered = structs.replace(self._remembered, geometry=geometry, page=page)


def make_app() -> QApplication:
    """Qt's side of the program, not dressed yet."""
    # As an argument, since `setStyle` gives back a style, which takes PySide 13 ms to know.
    app = QApplication(["hiptimer", "-style", "Fusion"])
    app.setApplicationName("hiptimer")
    app.setApplicationDisplayName("hiptimer")
    app.setDesktopFileName("hiptimer")
    app.setQuitOnLastWindowClosed(False)
    return app


def run_window(home: Home, *, start: Routine | None = None, speed: float = 1.0) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    app = make_app()
    bugs = BugReports()
    stop = StopSignals()
    window = Window(app, home, speed)
    stop.asked.connect(window.close)
    window.show()
    if start is not None:
        window.start(start)
    try:
        return app.exec()
    finally:
        stop.close()
        bugs.close()
