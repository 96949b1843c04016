"""The window: pages, controllers, history and sound made and joined."""

import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import hiptimer
from hiptimer import resources
from hiptimer.app.bridge import Bridge
from hiptimer.app.bugs import BugReports
from hiptimer.app.ending import Ending
from hiptimer.app.home import Home, local_now
from hiptimer.app.leading import Leading
from hiptimer.app.loudness import Loudness
from hiptimer.app.remembering import Remembered, recall, remember
from hiptimer.app.sound import Sounds
from hiptimer.app.stop_signals import StopSignals
from hiptimer.app.today import Today
from hiptimer.model.routine import Routine
from hiptimer.model.words import finish_words
from hiptimer.ui.about import AboutPage
from hiptimer.ui.done.page import DonePage
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.history.page import HistoryPage
from hiptimer.ui.main_window import Geometry, MainWindow, PageEntry
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.theme import Theme, apply_theme, read_theme
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.today.plan import VariationChoice
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.workout.performance import Performance

SAVING_S = 10.0
CLOCK_MS = 5_000


class Window(QObject):
    """The one window and all that is joined to it, from opening to closing."""

    def __init__(self, app: QApplication, home: Home, speed: float) -> None:
        super().__init__()
        self._app = app
        self._home = home
        self._speed = speed
        self._family = load_fonts(resources.assets() / "fonts")
        self._dress()
        self._bridge = Bridge()
        self._journal = home.open_journal(self._bridge.tell_saved, self._bridge.tell_trouble)
        self._sounds = Sounds(home, self._bridge.tell_sound)
        self._today = Today(home, home.read_past())
        self._performance: Performance | None = None
        self._is_closing = False
        self._make_pages()
        self._make_window()
        self._join()
        self._show_all()
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._tell_finish)
        self._clock.start()

    def show(self) -> None:
        self.main.show()

    def start(self, routine: Routine) -> None:
        """Lead through `routine` now."""
        timeline = self._today.timeline(routine)
        output = self._sounds.open(self._speed)
        self._performance = self._home.perform(
            routine, timeline, journal=self._journal, speaker=output, speed=self._speed
        )
        self.main.show_full(self.workout_page)
        self._leading.begin(self._performance, Loudness(self._home, output))

    # --- making ---

    def _make_pages(self) -> None:
        self._icons = IconSet(resources.assets() / "icons")
        self.today_page = TodayPage(self._icons)
        self.routines_page = RoutinesPage()
        self.history_page = HistoryPage(self._icons)
        self.about_page = AboutPage(self._icons, hiptimer.__version__)
        self.workout_page = WorkoutPage(theme=self._workout_theme(), now=time.monotonic)
        self.done_page = DonePage()
        self._leading = Leading(self.workout_page, self._bridge)
        self._ending = Ending(self.done_page, self._journal, self._bridge)

    def _make_window(self) -> None:
        self.main = MainWindow(
            (
                PageEntry("today", "Today", "sun", self.today_page),
                PageEntry("routines", "Routines", "list-checks", self.routines_page),
                PageEntry("history", "History", "history", self.history_page),
                PageEntry("about", "About", "info", self.about_page, at_foot=True),
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
        self.routines_page.routine_wished.connect(self._choose)
        self.routines_page.start_wished.connect(self._start_named)
        self.history_page.again_wished.connect(self._choose)
        self._leading.ended.connect(self._show_end)
        self._leading.full_screen_wished.connect(self.main.toggle_full_screen)
        self._ending.closed.connect(self._show_pages)
        self.main.close_wished.connect(self.close)
        self.main.geometry_changed.connect(self._note_geometry)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress_anew)
        self._app.commitDataRequest.connect(self._keep_at_logout)

    # --- theme ---

    def _dress(self) -> None:
        apply_theme(self._app, self._theme(self._home.settings.theme), self._family)

    def _dress_anew(self) -> None:
        self._dress()
        self.workout_page.set_theme(self._workout_theme())

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
        self.routines_page.show_routines(self._today.cards())
        past = self._today.past
        self.history_page.show_sessions(tuple(past.sessions), local_now().date())

    def _show_plan(self) -> None:
        plan = self._today.plan()
        if plan is not None:
            self.today_page.show_plan(plan)

    def _tell_finish(self) -> None:
        routine = self._today.routine
        if routine is not None and not self._leading.is_leading:
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

    def _choose(self, routine_id: str) -> None:
        if routine_id in self._home.catalogue.routines:
            self._today.choose(routine_id)
            self._show_plan()
            self.main.show_page("today")

    def _show_routines(self) -> None:
        self.main.show_page("routines")

    def _show_about(self) -> None:
        self.main.show_page("about")

    # --- the end ---

    def _show_end(self) -> None:
        if self._performance is None:
            return
        self._home.change_settings(paces=dict(self._performance.paces))
        self._sounds.rest()
        session = self._performance.session
        before_run = self._performance.routine.before_run
        self._ending.show(session, self._home.catalogue, before_run=before_run)
        self.main.show_full(self.done_page)

    def _show_pages(self) -> None:
        self._journal.flush(SAVING_S)
        self._today.look_back(self._home.read_past())
        self._show_all()
        self.main.show_pages()
        self.main.show_page("today")

    # --- closing ---

    def close(self) -> None:
        """Stop and keep a running workout, save what waits, and close."""
        if self._is_closing:
            return
        self._is_closing = True
        self._leading.stop()
        self._sounds.close()
        self._journal.close(SAVING_S)
        remember(self._memory_file, self._remembered)
        self.main.close_for_good()
        self._app.quit()

    def _keep_at_logout(self) -> None:
        """The system ends the session and may not wait for an event loop."""
        self.close()

    def _note_geometry(self, geometry: Geometry) -> None:
        self._remembered = Remembered(geometry, self.main.page)


def run_window(home: Home, *, start: Routine | None = None, speed: float = 1.0) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    app = QApplication(["hiptimer"])
    app.setApplicationName("hiptimer")
    app.setApplicationDisplayName("hiptimer")
    app.setDesktopFileName("hiptimer")
    app.setQuitOnLastWindowClosed(False)
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
