"""What is told anew, and where, when something has changed."""

from PySide6.QtCore import QObject

from hiptimer.app.backstage import Backstage
from hiptimer.app.check_offer import CheckOffer
from hiptimer.app.home import Home
from hiptimer.app.side_pages import SidePages
from hiptimer.app.today_room import TodayRoom
from hiptimer.ui.main_window import MainWindow


class Retelling(QObject):
    """Tells a change on Today and on the page in sight at once, on the others when next shown."""

    def __init__(
        self,
        home: Home,
        main: MainWindow,
        *,
        room: TodayRoom,
        pages: SidePages,
        check: CheckOffer,
        backstage: Backstage,
    ) -> None:
        super().__init__()
        self._home = home
        self._main = main
        self._room = room
        self._pages = pages
        self._check = check
        self._backstage = backstage

    def refresh_page(self) -> None:
        """The page in sight may tell what has changed."""
        self._pages.refresh(self._main.page)

    def read_routines(self) -> None:
        """Routines or exercises of the person's own are others now, or take another form."""
        self._room.today.look_again()
        self.lay_out_anew()
        self.refresh_page()

    def lay_out_anew(self) -> None:
        """Routines take another time than before."""
        self._room.show_plan()
        self._pages.change()

    def count_anew(self) -> None:
        """What was done, or what is meant to be done, has changed."""
        self._room.show_week()
        self._pages.change()

    def turn_figures(self) -> None:
        """Figures are seen from another side."""
        self._backstage.renew_own()
        self._pages.change()

    def read_past(self) -> None:
        """The history is another one: tell it anew everywhere."""
        self._room.look_back(self._home.read_past())
        self._tell_past()

    def learn(self) -> None:
        """Sessions came from elsewhere: nobody is disturbed in a workout, which reads them after
        it.
        """
        if not self._backstage.is_leading:
            self._room.learn(self._home.read_past())
            self._tell_past()

    def _tell_past(self) -> None:
        self._check.offer()
        self._pages.change()
        self.refresh_page()
