"""The window: Today at once, and everything else joined to it when it is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from hiptimer import resources
from hiptimer.app.backstage import Backstage
from hiptimer.app.check_offer import CheckOffer
from hiptimer.app.home import Home, Past
from hiptimer.app.remembering import Memory
from hiptimer.app.shelf import Shelf
from hiptimer.app.sync_room import SyncRoom
from hiptimer.app.themes import Themes
from hiptimer.app.today_room import TodayRoom
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.session import Session
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import load_fonts
from hiptimer.ui.main_window import Geometry, MainWindow, PageEntry
from hiptimer.ui.theme import apply_theme
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.today.plan import VariationChoice
from hiptimer.ui.widgets.icons import IconSet

if TYPE_CHECKING:
    from hiptimer.app.data_moving import Move
    from hiptimer.app.rooms import Rooms
    from hiptimer.app.side_pages import SidePages
    from hiptimer.app.stage import Stage
    from hiptimer.app.syncing import SyncNews
    from hiptimer.app.taking_in import TakenIn
    from hiptimer.ui.help.window import HelpWindow

# The first frame is on the screen by then, and nobody has pressed Enter yet.
PREPARE_AFTER_MS = 50


class Window(QObject):
    """The one window and all that is joined to it, from opening to closing.

    Only Today is made before the first frame. The workout and the small pictures are made right
    after it, the other pages when they are first shown. `opens_again` says, once it is closed,
    that another one is to take its place, and `move` that the data are to be in another folder
    then; `told` is said in Settings about the last such move. `report_wished` asks for the report
    about trouble; `closing` comes when the window begins to close, which may take some seconds.
    """

    report_wished = Signal()
    closing = Signal()

    def __init__(self, app: QApplication, home: Home, speed: float, *, told: str = "") -> None:
        super().__init__()
        self._app = app
        self._home = home
        self._family = load_fonts(resources.assets() / "fonts")
        self._themes = Themes(home)
        self._dress()
        self._icons = IconSet(resources.assets() / "icons")
        self._album = Album()
        self._shelf = Shelf(home)
        self._room = TodayRoom(home, self._shelf, self._icons, self._album, self)
        self._sync = SyncRoom(home, self)
        self._side_pages: SidePages | None = None
        self._rooms: Rooms | None = None
        self._help: HelpWindow | None = None
        self._is_closing = False
        self._is_prepared = False
        self._files: tuple[Path, ...] = ()
        self._then: Callable[[], None] | None = None
        self.opens_again = False
        self.move: Move | None = None
        self._told = told
        self._back_to = "today"
        self._make_window()
        self.backstage = Backstage(
            home, self._shelf, self.main, album=self._album, themes=self._themes, speed=speed
        )
        self._check = CheckOffer(
            home,
            self.main,
            self.backstage,
            themes=self._themes,
            room=self._room,
            memory=self._memory,
        )
        self._check.offer()
        self._welcome()
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(PREPARE_AFTER_MS)
        self._preparing.timeout.connect(self._prepare)
        self._join()

    def show(self, page: str = "today") -> None:
        self.main.show_page(page)
        self.main.show()

    def start(self, routine: Routine, speed: float | None = None) -> None:
        """Lead through `routine` now, at another speed than the window's if one is given."""
        if routine.id == SELF_CHECK:
            self._back_to = SELF_CHECK
        self._sync.hold()
        self.stage.start(routine, self._room.today.timeline(routine), speed)

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Say what files would bring, and ask; as soon as the first frame is on the screen."""
        if self._is_prepared:
            self._made_rooms().take_files(files)
        else:
            self._files = files

    def make_way(self, then: Callable[[], None]) -> bool:
        """Do `then` with nothing over the pages; whether at once: what is unsaved is asked about
        first, as before closing, and `then` is done once it may go.
        """
        self._then = then
        if self._asks_first():
            return False
        self.go_on()
        return True

    def _try_out(self, routine: Routine) -> None:
        """Lead through one set, and come back to the exercises."""
        self._back_to = "exercises"
        self.start(routine)

    @property
    def today_page(self) -> TodayPage:
        return self._room.page

    def is_leading(self) -> bool:
        return self.backstage.is_leading

    @property
    def stage(self) -> "Stage":
        """The workout."""
        return self.backstage.stage

    # --- making ---

    def _make_window(self) -> None:
        self.main = MainWindow(
            (
                PageEntry("today", tr("Today"), "sun", self._give_today),
                PageEntry("exercises", tr("Exercises"), "dumbbell", self._make_exercises),
                PageEntry("routines", tr("Routines"), "list-checks", self._make_routines),
                PageEntry("history", tr("History"), "history", self._make_history),
                PageEntry(
                    "settings", tr("Settings"), "settings", self._make_settings, at_foot=True
                ),
                PageEntry("about", tr("About"), "info", self._make_about, at_foot=True),
            ),
            self._icons,
        )
        self._memory = Memory(self._home.paths.state / "window.json")
        if self._memory.remembered.geometry is not None:
            self.main.restore_geometry(self._memory.remembered.geometry)

    def _join(self) -> None:
        self._room.start_wished.connect(self.start)
        self._room.plan_changed.connect(self._change_pages)
        self._room.day_turned.connect(self._change_pages)
        self._room.not_startable.connect(self._show_today)
        self.today_page.routine_wished.connect(self._choose)
        self.today_page.all_routines_wished.connect(self._show_routines)
        self.today_page.safety_wished.connect(self._show_about)
        self._check.left.connect(self._leave_room)
        self.backstage.left.connect(self._show_pages)
        self.backstage.ended.connect(self._sync.go_on)
        self.backstage.voice_changed.connect(self._lay_out_anew)
        self._shelf.changed.connect(self.backstage.renew_own)
        self._shelf.changed.connect(self._read_routines)
        self._sync.taken_in.connect(self._learn)
        self._sync.told.connect(self._tell_sync)
        self._sync.trouble_changed.connect(self._room.show_plan)
        self.main.close_wished.connect(self._wish_to_close)
        self.main.geometry_changed.connect(self._note_geometry)
        self.main.appeared.connect(self._preparing.start)
        self.main.help_wished.connect(self._tell_help)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._dress_anew)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress_anew)
        self._app.commitDataRequest.connect(self._keep_at_logout)

    def _prepare(self) -> None:
        """Make the workout now, so that Enter need not wait for it, and then the pictures."""
        if not self._is_closing:
            self._is_prepared = True
            self._room.show_week()
            self._give_notes()
            self.backstage.draw_pictures()
            self.backstage.speak_own_words()
            self._welcome_files()
            self._sync.keep_in_step()
            if self._files:
                self.take_files(self._files)

    def _welcome(self) -> None:
        """Ask whoever is new with the first frame, in which nobody has seen another thing there."""
        if self._room.is_new_here:
            from hiptimer.app.start_note import StartNote

            ask = StartNote(self._home, self._room.today, self._ask_where_to_start)
            self._room.give_notes((ask,))

    def _give_notes(self) -> None:
        from hiptimer.app.note_givers import note_givers

        ask = self._ask_where_to_start
        self._room.give_notes(note_givers(self._home, self._room.today, self.stage, ask))

    def _ask_where_to_start(self) -> None:
        self._made_rooms().ask_where_to_start()

    def _tell_why(self) -> None:
        self._made_rooms().tell_why()

    def _tell_help(self) -> None:
        """About the page in sight; a workout shows its keys, and goes on."""
        if self.backstage.is_leading:
            from hiptimer.ui.workout.keys import Wish

            self.stage.workout_page.wish(Wish.KEYS)
            return
        if self._help is None:
            from hiptimer.app.helping import make_help

            self._help = make_help(self._home.language, self.main)
        self._help.open_at(self.main.page)

    def _made_rooms(self) -> "Rooms":
        if self._rooms is None:
            from hiptimer.app.house import House
            from hiptimer.app.rooms import Rooms

            house = House(
                self._home,
                self._shelf,
                self.main,
                self._icons,
                self._album,
                self.backstage.figures,
                self._themes.of_pages,
            )
            self._rooms = Rooms(house)
            self._rooms.start_wished.connect(self.start)
            self._rooms.chosen.connect(self._choose)
            self._rooms.left.connect(self._leave_room)
            self._rooms.files_taken.connect(self._tell_taken)
            self._rooms.suits_changed.connect(self._read_routines)
            self._rooms.routine_left.connect(self._leave_editor)
            self._rooms.may_close.connect(self.go_on)
        return self._rooms

    def _welcome_files(self) -> None:
        from hiptimer.ui.widgets.file_drop import FileDrop

        FileDrop(self.main, self.may_take_files).dropped.connect(self.take_files)

    @property
    def past(self) -> Past:
        """What the history says about today."""
        return self._room.today.past

    def read_catalogue(self) -> None:
        """Files of the person's own may be others than when they were read."""
        self._home.reread_catalogue()
        self._shelf.changed.emit()

    def may_take_files(self) -> bool:
        """Whether files may be taken in just now."""
        if self._is_closing or self.stage.is_leading:
            return False
        return self._rooms is None or self._rooms.may_take_files

    def _tell_taken(self, taken: "TakenIn") -> None:
        self.main.show_page("routines")
        self._made_side_pages().tell_taken(taken)

    def _leave_room(self) -> None:
        self._refresh_pages()
        self.main.show_pages()

    def _leave_editor(self, routine_id: str) -> None:
        self.main.show_page("routines")
        self._leave_room()
        self._made_side_pages().show_routine(routine_id)

    def _give_today(self) -> QWidget:
        return self.today_page

    def _make_exercises(self) -> QWidget:
        exercises = self._made_side_pages().make_exercises(self._made_rooms().house)
        exercises.start_wished.connect(self._try_out)
        exercises.equipment_changed.connect(self._read_routines)
        exercises.new_wished.connect(self._made_rooms().write_exercise_like)
        exercises.edit_wished.connect(self._made_rooms().write_exercise)
        self._made_rooms().exercise_saved.connect(exercises.go_to)
        return exercises.page

    def _make_routines(self) -> QWidget:
        own = self._made_side_pages().make_routines(self._made_rooms())
        own.varied.connect(self._vary)
        return own.page

    def _make_history(self) -> QWidget:
        return self._made_side_pages().make_history()

    def _make_settings(self) -> QWidget:
        preferring = self._made_side_pages().make_settings()
        preferring.times_changed.connect(self._lay_out_anew)
        preferring.goal_changed.connect(self._count_anew)
        preferring.run_days_changed.connect(self._read_past)
        preferring.check_wished.connect(self._check.check)
        preferring.flash_wished.connect(self._check.set_delay)
        preferring.sync_changed.connect(self._sync.keep_in_step)
        preferring.look_changed.connect(self._dress_anew)
        preferring.figures_changed.connect(self._turn_figures)
        preferring.renewal_wished.connect(self._renew_at)
        preferring.move_wished.connect(self._renew_elsewhere)
        preferring.page.sore.start_wished.connect(self._ask_where_to_start)
        self._sync.tell_again()
        preferring.page.go_to(self._memory.remembered.section)
        self._memory.note(section="")
        preferring.data.tell(self._told)
        return preferring.page

    def _make_about(self) -> QWidget:
        about = self._made_side_pages().make_about()
        about.why_wished.connect(self._tell_why)
        about.help_wished.connect(self._tell_help)
        about.report_wished.connect(self.report_wished)
        return about

    def _made_side_pages(self) -> "SidePages":
        if self._side_pages is None:
            from hiptimer.app.side_pages import SidePages

            pages = SidePages(self._home, self._room.today, self._icons, self._album)
            pages.chosen.connect(self._choose)
            pages.again_wished.connect(self._repeat)
            pages.start_wished.connect(self._room.start_named)
            pages.past_changed.connect(self._read_past)
            pages.session_changed.connect(self._take_edit)
            pages.self_check_wished.connect(self._check_self)
            pages.suits_changed.connect(self._read_routines)
            self.main.page_changed.connect(pages.refresh)
            self._side_pages = pages
        return self._side_pages

    # --- theme ---

    def _dress(self) -> None:
        apply_theme(self._app, self._themes.of_pages(), self._family)

    def _dress_anew(self) -> None:
        self._dress()
        self.backstage.dress_anew()
        self._check.dress_anew()

    def _turn_figures(self) -> None:
        """Figures are seen from another side."""
        self.backstage.renew_own()
        self._change_pages()

    # --- the pages ---

    def _change_pages(self) -> None:
        """What the pages beside Today tell has changed."""
        if self._side_pages is not None:
            self._side_pages.change()

    def _refresh_pages(self) -> None:
        """The page in sight may tell what has changed."""
        if self._side_pages is not None:
            self._side_pages.refresh(self.main.page)

    def _read_routines(self) -> None:
        """Routines or exercises of the person's own are others now."""
        self._room.today.look_again()
        self._lay_out_anew()
        self._refresh_pages()

    def _lay_out_anew(self) -> None:
        """Routines take another time than before."""
        self._room.show_plan()
        self._change_pages()

    def _count_anew(self) -> None:
        """What was done, or what is meant to be done, has changed."""
        self._room.show_week()
        self._change_pages()

    def _take_edit(self, _session_id: str) -> None:
        """Something of a past session was put right: what is chosen for today stays."""
        self._room.show_week()
        self._sync.go_on()

    def _read_past(self) -> None:
        """The history is another one: tell it anew everywhere."""
        self._room.look_back(self._home.read_past())
        self._check.offer()
        self._change_pages()
        self._refresh_pages()

    def _learn(self) -> None:
        """Sessions came from elsewhere."""
        if self.backstage.is_leading:
            return
        self._room.learn(self._home.read_past())
        self._check.offer()
        self._change_pages()
        self._refresh_pages()

    def _tell_sync(self, news: "SyncNews") -> None:
        if self._side_pages is not None:
            self._side_pages.show_sync(news.words, news.trouble)

    def _choose(self, routine_id: str) -> None:
        self._room.choose(routine_id)
        self.main.show_page("today")

    def _vary(self, routine_id: str, choice: VariationChoice) -> None:
        self._room.vary_in(routine_id, choice)
        self.main.show_page("today")

    def _repeat(self, session: Session) -> None:
        self._room.repeat(session)
        self.main.show_page("today")

    def _show_today(self) -> None:
        self.main.show_page("today")

    def _show_routines(self) -> None:
        self.main.show_page("routines")

    def _show_about(self) -> None:
        self.main.show_page("about")

    def _show_pages(self) -> None:
        self._read_past()
        self._sync.go_on()
        self.main.show_pages()
        back_to, self._back_to = self._back_to, "today"
        if back_to == SELF_CHECK:
            self._check_self()
        else:
            self.main.show_page(back_to)

    def _check_self(self) -> None:
        self._made_rooms().check_self()

    # --- closing ---

    def _wish_to_close(self) -> None:
        """Close, unless something is to be asked first."""
        self._then = None
        if not self._asks_first():
            self.close()

    def _asks_first(self) -> bool:
        return self._rooms is not None and self._rooms.asks_before_closing()

    def go_on(self) -> None:
        """Nothing unsaved is in the way any more of what waited for that."""
        then, self._then = self._then, None
        if then is None:
            self.close()
        else:
            self._clear()
            then()

    def _clear(self) -> None:
        """Leave whatever lies over the pages."""
        if self._rooms is not None:
            self._rooms.leave()
        self._check.close()
        if self.backstage.is_made:
            self.stage.leave_end()
        self._leave_room()

    def renew(self) -> None:
        """Close, and open again with what the choices say now: for those that go through all."""
        self.opens_again = True
        self.close()

    def _renew_elsewhere(self, move: "Move") -> None:
        """The data go to another folder: nobody is to write while they do."""
        self.move = move
        self._renew_at("data")

    def _renew_at(self, section: str) -> None:
        """A choice in Settings was made that needs a new window: go on there."""
        self._memory.note(section=section)
        self.renew()

    def close(self) -> None:
        """Stop and keep a running workout, save what waits, and close."""
        if self._is_closing:
            return
        self._is_closing = True
        self.closing.emit()
        if self._rooms is not None:
            self._rooms.close()
        if self._side_pages is not None:
            self._side_pages.close(opens_again=self.opens_again)
        self._room.close()
        self._check.close()
        self.backstage.close()
        self._sync.close()
        self._memory.keep()
        self.main.close_for_good()
        self._app.quit()

    def _keep_at_logout(self) -> None:
        """The system ends the session and may not wait for an event loop."""
        self.close()

    def _note_geometry(self, geometry: Geometry) -> None:
        self._memory.note(geometry=geometry, page=self.main.page)
