"""The pages by their entries in the rail: each is made when first shown, and joined to the rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hiptimer.app.retelling import Retelling
from hiptimer.app.rooms import Rooms
from hiptimer.app.settings_door import SettingsDoor
from hiptimer.app.side_pages import SidePages
from hiptimer.app.sync_room import SyncRoom
from hiptimer.app.today_room import TodayRoom
from hiptimer.app.ways import Ways


class Doors(QObject):
    """Joins what is wished for on a page to whom it concerns; `report_wished` asks for the report
    about trouble.
    """

    report_wished = Signal()

    def __init__(
        self,
        *,
        room: TodayRoom,
        rooms: Rooms,
        pages: SidePages,
        settings: SettingsDoor,
        sync: SyncRoom,
        retelling: Retelling,
        ways: Ways,
    ) -> None:
        super().__init__()
        self._room = room
        self._rooms = rooms
        self._pages = pages
        self._settings = settings
        self._sync = sync
        self._retelling = retelling
        self._ways = ways

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """What makes each page of the rail."""
        return {
            "today": self._open_today,
            "exercises": self._open_exercises,
            "routines": self._open_routines,
            "history": self._open_history,
            "settings": self._settings.open,
            "about": self._open_about,
        }

    def _open_today(self) -> QWidget:
        page = self._room.page
        page.routine_wished.connect(self._ways.choose)
        page.all_routines_wished.connect(self._ways.show_routines)
        page.safety_wished.connect(self._ways.show_about)
        return page

    def _open_exercises(self) -> QWidget:
        exercises = self._pages.make_exercises()
        exercises.start_wished.connect(self._ways.try_out)
        exercises.equipment_changed.connect(self._retelling.read_routines)
        exercises.new_wished.connect(self._rooms.write_exercise_like)
        exercises.edit_wished.connect(self._rooms.write_exercise)
        self._rooms.exercise_saved.connect(exercises.go_to)
        return exercises.page

    def _open_routines(self) -> QWidget:
        own = self._pages.make_routines()
        own.varied.connect(self._ways.vary)
        page = own.page
        page.routine_wished.connect(self._ways.choose)
        page.start_wished.connect(self._room.start_named)
        page.lines_wished.connect(self._rooms.type_lines)
        page.start_asked.connect(self._rooms.ask_where_to_start)
        page.files_wished.connect(self._rooms.choose_files)
        page.new_wished.connect(self._rooms.edit_routine)
        page.edit_wished.connect(self._rooms.edit_routine)
        return page

    def _open_history(self) -> QWidget:
        past = self._pages.make_history()
        past.page.again_wished.connect(self._ways.repeat)
        past.past_changed.connect(self._retelling.read_past)
        past.self_check_wished.connect(self._rooms.check_self)
        past.session_changed.connect(self._take_edit)
        return past.page

    def _take_edit(self, _session_id: str) -> None:
        """Something of a past session was put right: what is chosen for today stays."""
        self._room.show_week()
        self._sync.go_on()

    def _open_about(self) -> QWidget:
        about = self._pages.make_about()
        about.why_wished.connect(self._rooms.tell_why)
        about.help_wished.connect(self._ways.tell_help)
        about.report_wished.connect(self.report_wished)
        return about
