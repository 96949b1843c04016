"""The ways through the window: from page to page, into a workout and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hiptimer.app.backstage import Backstage
from hiptimer.app.home import Home
from hiptimer.app.retelling import Retelling
from hiptimer.app.rooms import Rooms
from hiptimer.app.side_pages import SidePages
from hiptimer.app.sync_room import SyncRoom
from hiptimer.app.today_room import TodayRoom
from hiptimer.model.routine import Routine
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.session import Session
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.today.plan import VariationChoice

if TYPE_CHECKING:
    from hiptimer.app.taking_in import TakenIn
    from hiptimer.ui.help.window import HelpWindow


class Ways(QObject):
    """Brings the person to what they wished for, and back to where they came from."""

    def __init__(
        self,
        home: Home,
        main: MainWindow,
        *,
        room: TodayRoom,
        rooms: Rooms,
        pages: SidePages,
        backstage: Backstage,
        sync: SyncRoom,
        retelling: Retelling,
    ) -> None:
        super().__init__()
        self._home = home
        self._main = main
        self._room = room
        self._rooms = rooms
        self._pages = pages
        self._backstage = backstage
        self._sync = sync
        self._retelling = retelling
        self._help: HelpWindow | None = None
        self._back_to = "today"

    # --- into a workout and back ---

    def start(self, routine: Routine, speed: float | None = None) -> None:
        """Lead through `routine` now, at another speed than the window's if one is given."""
        if routine.id == SELF_CHECK:
            self._back_to = SELF_CHECK
        self._sync.hold()
        timeline = self._room.today.timeline(routine)
        self._backstage.stage.start(routine, timeline, speed)

    def try_out(self, routine: Routine) -> None:
        """Lead through one set, and come back to the exercises."""
        self._back_to = "exercises"
        self.start(routine)

    def come_back(self) -> None:
        """The person is through with a workout and with what is said about it."""
        self._retelling.read_past()
        self._sync.go_on()
        self._main.show_pages()
        back_to, self._back_to = self._back_to, "today"
        if back_to == SELF_CHECK:
            self._rooms.check_self()
        else:
            self._main.show_page(back_to)

    # --- from page to page ---

    def show_today(self) -> None:
        self._main.show_page("today")

    def show_routines(self) -> None:
        self._main.show_page("routines")

    def show_about(self) -> None:
        self._main.show_page("about")

    def choose(self, routine_id: str) -> None:
        """Take a routine for today."""
        self._room.choose(routine_id)
        self.show_today()

    def vary(self, routine_id: str, choice: VariationChoice) -> None:
        """Take a routine for today with another exercise for this time."""
        self._room.vary_in(routine_id, choice)
        self.show_today()

    def repeat(self, session: Session) -> None:
        """Take for today what was done in a session."""
        self._room.repeat(session)
        self.show_today()

    # --- out of a room over the whole window ---

    def leave_room(self) -> None:
        self._retelling.refresh_page()
        self._main.show_pages()

    def leave_editor(self, routine_id: str) -> None:
        self.show_routines()
        self.leave_room()
        self._pages.show_routine(routine_id)

    def tell_taken(self, taken: "TakenIn") -> None:
        """Files were taken in."""
        self.show_routines()
        self._pages.tell_taken(taken)

    # --- help ---

    def tell_help(self) -> None:
        """About the page in sight; a workout shows its keys, and goes on."""
        if self._backstage.is_leading:
            from hiptimer.ui.workout.keys import Wish

            self._backstage.stage.workout_page.wishes.take(Wish.KEYS)
            return
        if self._help is None:
            from hiptimer.app.helping import make_help

            self._help = make_help(self._home.language, self._main)
        self._help.open_at(self._main.page)
