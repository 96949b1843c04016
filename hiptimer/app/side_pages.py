"""The pages beside Today, made when they are first shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

import hiptimer
from hiptimer.app.exercises_page import Exercises
from hiptimer.app.home import Home
from hiptimer.app.house import House
from hiptimer.app.sound_files import Saving, SoundFiles
from hiptimer.app.suits import NothingLeftError
from hiptimer.app.today import Today
from hiptimer.model.language import tr
from hiptimer.model.words import duration_words
from hiptimer.ui.about import AboutPage
from hiptimer.ui.figure.album import Album
from hiptimer.ui.widgets.icons import IconSet

# What only one page needs is loaded with it: the others open the sooner.
if TYPE_CHECKING:
    from hiptimer.app.own_routines import OwnRoutines
    from hiptimer.app.past_pages import PastPages
    from hiptimer.app.preferring import Preferring
    from hiptimer.app.rooms import Rooms
    from hiptimer.app.taking_in import TakenIn


class SidePages(QObject):
    """`chosen` carries a routine to take for today, `start_wished` one to start; both by id.

    `past_changed` comes when sessions were brought in or taken back, `session_changed` with
    the id of one that was edited, deleted or brought back. `suits_changed` comes when routines
    take another form than before.
    """

    chosen = Signal(str)
    again_wished = Signal(object)
    start_wished = Signal(str)
    past_changed = Signal()
    session_changed = Signal(str)
    self_check_wished = Signal()
    suits_changed = Signal()

    def __init__(self, home: Home, today: Today, icons: IconSet, album: Album) -> None:
        super().__init__()
        self._home = home
        self._today = today
        self._icons = icons
        self._album = album
        self._sound_files = SoundFiles(home, self)
        self._sound_files.changed.connect(self._tell_saving)
        self._exercises: Exercises | None = None
        self._routines: OwnRoutines | None = None
        self._past_pages: PastPages | None = None
        self._preferring: Preferring | None = None
        self._stale: set[str] = set()

    def make_exercises(self, house: House) -> Exercises:
        exercises = self._exercises = Exercises(house, parent=self)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(exercises.close)
        self._stale.add("exercises")
        return exercises

    def make_routines(self, rooms: "Rooms") -> "OwnRoutines":
        from hiptimer.app.own_routines import OwnRoutines
        from hiptimer.ui.routines.page import RoutinesPage

        page = RoutinesPage(self._icons, self._album)
        shelf = rooms.house.shelf
        self._routines = OwnRoutines(self._home, shelf, self._today, page, parent=self)
        page.routine_wished.connect(self.chosen)
        page.start_wished.connect(self.start_wished)
        page.save_wished.connect(self._save_sound)
        page.cancel_wished.connect(self._sound_files.call_off)
        page.lines_wished.connect(rooms.type_lines)
        page.start_asked.connect(rooms.ask_where_to_start)
        page.without_wished.connect(self._go_without)
        page.files_wished.connect(rooms.choose_files)
        page.new_wished.connect(rooms.edit_routine)
        page.edit_wished.connect(rooms.edit_routine)
        self._stale.add("routines")
        return self._routines

    def _go_without(self, routine_id: str, goes_without: bool) -> None:
        """A routine is done without what is not at hand, or as it is written again."""
        suits = self._today.suits
        (suits.go_without if goes_without else suits.go_as_written)(routine_id)
        self.suits_changed.emit()
        self.refresh("routines")

    def tell_taken(self, taken: "TakenIn") -> None:
        """Files were taken in: say so on the page of the routines, which is in sight."""
        if self._routines is not None:
            self._routines.tell(taken.words, taken.before, taken.routine_id)

    def show_routine(self, routine_id: str) -> None:
        """Choose a routine on the page of the routines, which is in sight; "" for none."""
        if self._routines is not None:
            self._routines.show(routine_id)

    def make_history(self) -> QWidget:
        from hiptimer.app.past_pages import PastPages

        past = self._past_pages = PastPages(self._home, self._icons, self._album, parent=self)
        past.page.again_wished.connect(self.again_wished)
        past.past_changed.connect(self.past_changed)
        past.self_check_wished.connect(self.self_check_wished)
        past.session_changed.connect(self._take_edit)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(past.close)
        self._stale.add("history")
        return past.page

    def make_settings(self) -> "Preferring":
        from hiptimer.app.preferring import Preferring

        self._preferring = Preferring(self._home, self._told_times)
        self._preferring.suits_changed.connect(self.suits_changed)
        return self._preferring

    def _told_times(self) -> str:
        """What the times come to, by the routine of today."""
        routine = self._today.routine
        if routine is None:
            return ""
        seconds = self._today.timeline(routine).seconds
        # L: {duration} is such as "6 min 40 s"
        return tr(
            "With these times, {routine} takes {duration}.",
            routine=routine.name,
            duration=duration_words(seconds),
        )

    def close(self, *, opens_again: bool) -> None:
        """The window closes, for good or for another one."""
        if self._preferring is not None and not opens_again:
            self._preferring.usual.forget()

    def show_sync(self, words: str, trouble: str) -> None:
        """What the last look at the sync folder came to."""
        if self._preferring is not None:
            self._preferring.page.sync.show_status(words, trouble)

    def make_about(self) -> AboutPage:
        return AboutPage(self._icons, hiptimer.__version__)

    def change(self) -> None:
        """What the pages tell has changed: each tells it anew when it is next shown."""
        self._stale = {"exercises", "routines", "history"}

    def _take_edit(self, session_id: str) -> None:
        """The History page shows by itself what was edited there; others do not."""
        self._stale.add("exercises")
        self.session_changed.emit(session_id)

    def refresh(self, name: str) -> None:
        """Page `name` is shown."""
        if name == "settings" and self._preferring is not None:
            self._preferring.show()
        if name not in self._stale:
            return
        self._stale.remove(name)
        if name == "exercises" and self._exercises is not None:
            self._exercises.refresh()
        elif name == "routines" and self._routines is not None:
            self._routines.show()
        elif name == "history" and self._past_pages is not None:
            self._past_pages.refresh()

    def _save_sound(self, routine_id: str, file: Path) -> None:
        routine = self._home.catalogue.routines.get(routine_id)
        if routine is None:
            return
        try:
            dressed = self._today.suits.dressed(routine)
        except NothingLeftError as error:
            self._tell_saving(Saving(str(error), is_writing=False))
            return
        self._sound_files.save(dressed.routine, self._today.past, file)

    def _tell_saving(self, saving: Saving) -> None:
        if self._routines is not None:
            self._routines.page.tell_saving(saving.words, is_writing=saving.is_writing)
