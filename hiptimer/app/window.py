"""The window: Today at once, and everything else joined to it when it is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.backstage import Backstage
from hiptimer.app.check_offer import CheckOffer
from hiptimer.app.closing import Closing
from hiptimer.app.doors import Doors
from hiptimer.app.front import Front
from hiptimer.app.home import Home, Past
from hiptimer.app.house import House
from hiptimer.app.preparing import Preparing
from hiptimer.app.retelling import Retelling
from hiptimer.app.rooms import Rooms
from hiptimer.app.settings_door import SettingsDoor
from hiptimer.app.shelf import Shelf
from hiptimer.app.side_pages import SidePages
from hiptimer.app.sync_room import SyncRoom
from hiptimer.app.today_room import TodayRoom
from hiptimer.app.ways import Ways
from hiptimer.model.routine import Routine
from hiptimer.ui.figure.album import Album
from hiptimer.ui.page_keys import add_page_keys
from hiptimer.ui.today.page import TodayPage

if TYPE_CHECKING:
    from hiptimer.app.data_moving import Move
    from hiptimer.app.stage import Stage


class Window(QObject):
    """The one window: makes its parts, joins them, and closes them in the end.

    Only Today is made before its first frame. The workout and the small pictures are made right
    after it, the other pages when they are first shown. `front` is seen already. `told` is
    said in Settings about the last move of the data. `report_wished` asks for the report about
    trouble; `closing` comes when the window begins to close, which may take some seconds.
    `has_lost` says, once it is closed, that something of a workout could not be saved.
    """

    report_wished = Signal()
    closing = Signal()

    def __init__(self, front: Front, home: Home, speed: float, *, told: str = "") -> None:
        super().__init__()
        self._front = front
        front.dressing.load_all_fonts()
        self.main = front.main
        self._home = home
        self._is_closing = False
        self.has_lost = False
        self._make_parts(speed)
        self._make_ways(told)
        self._join_changes()
        self._join_ways()
        self._join_rooms()
        self.main.open_pages(self._doors.makers())
        add_page_keys(self.main)
        self._check.offer()
        self._preparing.welcome()

    # --- what others ask of it ---

    def show(self, page: str = "today") -> None:
        self.main.show_page(page)
        self.main.show()

    def start(self, routine: Routine, speed: float | None = None) -> None:
        """Lead through `routine` now, at another speed than the window's if one is given."""
        self._ways.start(routine, speed)

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Say what files would bring, and ask; as soon as the first frame is on the screen."""
        self._preparing.take_files(files)

    def may_take_files(self) -> bool:
        """Whether files may be taken in just now."""
        return self._preparing.may_take_files()

    def make_way(self, then: Callable[[], None]) -> bool:
        """Do `then` with nothing over the pages; whether at once: what is unsaved is asked about
        first, as before closing, and `then` is done once it may go.
        """
        return self._closing.make_way(then)

    def read_catalogue(self) -> None:
        """Files of the person's own may be others than when they were read."""
        self._home.reread_catalogue()
        self._shelf.changed.emit()

    @property
    def past(self) -> Past:
        """What the history says about today."""
        return self._room.today.past

    @property
    def today_page(self) -> TodayPage:
        return self._room.page

    @property
    def stage(self) -> "Stage":
        """The workout."""
        return self.backstage.stage

    def is_leading(self) -> bool:
        return self.backstage.is_leading

    @property
    def is_prepared(self) -> bool:
        """Whether what follows the first frame is made."""
        return self._preparing.is_prepared

    @property
    def opens_again(self) -> bool:
        """Whether another window is to take its place once it is closed."""
        return self._closing.opens_again

    @property
    def move(self) -> "Move | None":
        """Where the data are to be then, when it is another folder."""
        return self._closing.move

    # --- making ---

    def _make_parts(self, speed: float) -> None:
        """What shows and does something; none of them knows of the others' wishes."""
        home, themes, icons = self._home, self._front.themes, self._front.icons
        memory = self._front.memory
        self._album = Album()
        self._shelf = Shelf(home)
        self._room = TodayRoom(home, self._shelf, icons, self._album, self)
        self._sync = SyncRoom(home, self)
        self.backstage = Backstage(
            home, self._shelf, self.main, album=self._album, themes=themes, speed=speed
        )
        self._check = CheckOffer(
            home, self.main, self.backstage, themes=themes, room=self._room, memory=memory
        )
        house = House(
            home,
            self._shelf,
            self.main,
            icons,
            self._album,
            self.backstage.made_figures,
            themes.of_pages,
        )
        self.rooms = Rooms(house)
        self.pages = SidePages(house, self._room.today)

    def _make_ways(self, told: str) -> None:
        """What leads from part to part; each knows those made before it."""
        home, main, room = self._home, self.main, self._room
        rooms, pages, check = self.rooms, self.pages, self._check
        backstage, sync, memory = self.backstage, self._sync, self._front.memory
        self._preparing = Preparing(
            home, main, room=room, rooms=rooms, backstage=backstage, sync=sync
        )
        retelling = self._retelling = Retelling(
            home, main, room=room, pages=pages, check=check, backstage=backstage
        )
        ways = self._ways = Ways(
            home,
            main,
            room=room,
            rooms=rooms,
            pages=pages,
            backstage=backstage,
            sync=sync,
            retelling=retelling,
        )
        closing = self._closing = Closing(
            main, rooms=rooms, check=check, backstage=backstage, ways=ways, memory=memory
        )
        settings = SettingsDoor(
            rooms=rooms,
            pages=pages,
            check=check,
            sync=sync,
            dressing=self._front.dressing,
            retelling=retelling,
            closing=closing,
            memory=memory,
            told=told,
        )
        self._doors = Doors(
            room=room,
            rooms=rooms,
            pages=pages,
            settings=settings,
            sync=sync,
            retelling=retelling,
            ways=ways,
        )

    # --- joining ---

    def _join_changes(self) -> None:
        """What has changed is told anew."""
        self._room.plan_changed.connect(self.pages.change)
        self._room.day_turned.connect(self.pages.change)
        self.main.page_changed.connect(self.pages.refresh)
        self.pages.suits_changed.connect(self._retelling.read_routines)
        self.rooms.suits_changed.connect(self._retelling.read_routines)
        self._shelf.changed.connect(self.backstage.renew_own)
        self._shelf.changed.connect(self._retelling.read_routines)
        self.backstage.voice_changed.connect(self._retelling.lay_out_anew)
        self._sync.taken_in.connect(self._retelling.learn)
        self._sync.told.connect(self.pages.show_sync)
        self._sync.trouble_changed.connect(self._room.show_plan)
        self._front.dressing.changed.connect(self.backstage.dress_anew)
        self._front.dressing.changed.connect(self._check.dress_anew)

    def _join_ways(self) -> None:
        """From the first frame into a workout, back from it, and out in the end."""
        self.main.page_appeared.connect(self._preparing.begin)
        self.main.help_wished.connect(self._ways.tell_help)
        self._doors.report_wished.connect(self.report_wished)
        self._room.start_wished.connect(self._ways.start)
        self._room.not_startable.connect(self._ways.show_today)
        self.backstage.left.connect(self._ways.come_back)
        self.backstage.ended.connect(self._sync.go_on)
        self._check.left.connect(self._ways.leave_room)
        self.main.close_wished.connect(self._closing.wish)
        self._closing.may_close.connect(self.close)
        self._front.app.commitDataRequest.connect(self._keep_at_logout)

    def _join_rooms(self) -> None:
        """Out of the rooms over the whole window."""
        self.rooms.start_wished.connect(self._ways.start)
        self.rooms.chosen.connect(self._ways.choose)
        self.rooms.left.connect(self._ways.leave_room)
        self.rooms.routine_left.connect(self._ways.leave_editor)
        self.rooms.files_taken.connect(self._ways.tell_taken)
        self.rooms.may_close.connect(self._closing.go_on)

    # --- closing ---

    def close(self) -> None:
        """Stop and keep a running workout, save what waits, and close."""
        if self._is_closing:
            return
        self._is_closing = True
        self.closing.emit()
        self._preparing.stop()
        self.rooms.close()
        self.pages.close(opens_again=self.opens_again)
        self._room.close()
        self._check.close()
        self.has_lost = not self.backstage.close()
        self._sync.close()
        self._front.memory.keep()
        self.main.close_for_good()
        self._front.app.quit()

    def _keep_at_logout(self) -> None:
        """The system ends the session and may not wait for an event loop."""
        self.close()
