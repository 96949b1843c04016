"""The pages beside Today, made when they are first shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hiptimer.app.house import House
from hiptimer.app.suits import NothingLeftError
from hiptimer.app.today import Today
from hiptimer.model.language import tr
from hiptimer.model.time_words import duration_words

# What a page needs is loaded with it: the first frame and the other pages come the sooner.
if TYPE_CHECKING:
    from hiptimer.app.exercises_page import Exercises
    from hiptimer.app.own_routines import OwnRoutines
    from hiptimer.app.past_pages import PastPages
    from hiptimer.app.preferring import Preferring
    from hiptimer.app.sound_files import Saving, SoundFiles
    from hiptimer.app.syncing import SyncNews
    from hiptimer.app.taking_in import TakenIn
    from hiptimer.ui.about import AboutPage


class SidePages(QObject):
    """Makes the pages and keeps what they tell up to date; `suits_changed` comes when routines
    take another form than before.
    """

    suits_changed = Signal()

    def __init__(self, house: House, today: Today) -> None:
        super().__init__()
        self._house = house
        self._today = today
        self._exercises: Exercises | None = None
        self._routines: OwnRoutines | None = None
        self._sound_files: SoundFiles | None = None
        self._past_pages: PastPages | None = None
        self._preferring: Preferring | None = None
        self._stale: set[str] = set()

    # --- making ---

    def make_exercises(self) -> "Exercises":
        from hiptimer.app.exercises_page import Exercises

        exercises = self._exercises = Exercises(self._house, parent=self)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(exercises.close)
        self._stale.add("exercises")
        return exercises

    def make_routines(self) -> "OwnRoutines":
        from hiptimer.app.own_routines import OwnRoutines
        from hiptimer.app.sound_files import SoundFiles
        from hiptimer.ui.routines.page import RoutinesPage

        house = self._house
        page = RoutinesPage(house.icons, house.album)
        self._routines = OwnRoutines(house.home, house.shelf, self._today, page, parent=self)
        self._sound_files = SoundFiles(house.home, self)
        self._sound_files.changed.connect(self._tell_saving)
        page.save_wished.connect(self._save_sound)
        page.cancel_wished.connect(self._sound_files.call_off)
        page.without_wished.connect(self._go_without)
        self._stale.add("routines")
        return self._routines

    def make_history(self) -> "PastPages":
        from hiptimer.app.past_pages import PastPages

        house = self._house
        past = self._past_pages = PastPages(house.home, house.icons, house.album, parent=self)
        past.session_changed.connect(self._take_edit)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(past.close)
        self._stale.add("history")
        return past

    def make_settings(self) -> "Preferring":
        from hiptimer.app.preferring import Preferring

        self._preferring = Preferring(self._house.home, self._told_times)
        return self._preferring

    def make_about(self) -> "AboutPage":
        import hiptimer
        from hiptimer.ui.about import AboutPage

        return AboutPage(self._house.icons, hiptimer.__version__)

    # --- telling ---

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

    def show_sync(self, news: "SyncNews") -> None:
        """What the last look at the sync folder came to."""
        if self._preferring is not None:
            self._preferring.page.sync.show_status(news.words, news.trouble)

    def change(self) -> None:
        """What the pages tell has changed: each tells it anew when it is next shown."""
        self._stale = {"exercises", "routines", "history"}

    def _take_edit(self, _session_id: str) -> None:
        """The History page shows by itself what was edited there; others do not."""
        self._stale.add("exercises")

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
        routine = self._house.home.catalogue.routines.get(routine_id)
        if routine is None or self._routines is None or self._sound_files is None:
            return
        try:
            dressed = self._today.suits.dressed(routine)
        except NothingLeftError as error:
            self._routines.page.tell_saving(str(error), is_writing=False)
            return
        self._sound_files.save(dressed.routine, self._today.past, file)

    def _tell_saving(self, saving: "Saving") -> None:
        if self._routines is not None:
            self._routines.page.tell_saving(saving.words, is_writing=saving.is_writing)
