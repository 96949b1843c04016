"""The Settings page, made when first shown and joined to whom its choices concern."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hiptimer.app.check_offer import CheckOffer
from hiptimer.app.closing import Closing
from hiptimer.app.dressing import Dressing
from hiptimer.app.remembering import Memory
from hiptimer.app.retelling import Retelling
from hiptimer.app.rooms import Rooms
from hiptimer.app.side_pages import SidePages
from hiptimer.app.sync_room import SyncRoom


class SettingsDoor(QObject):
    """Opens Settings at the section in which the last window was left, and says `told` there."""

    def __init__(
        self,
        *,
        rooms: Rooms,
        pages: SidePages,
        check: CheckOffer,
        sync: SyncRoom,
        dressing: Dressing,
        retelling: Retelling,
        closing: Closing,
        memory: Memory,
        told: str,
    ) -> None:
        super().__init__()
        self._rooms = rooms
        self._pages = pages
        self._check = check
        self._sync = sync
        self._dressing = dressing
        self._retelling = retelling
        self._closing = closing
        self._memory = memory
        self._told = told

    def open(self) -> QWidget:
        preferring = self._pages.make_settings()
        preferring.times_changed.connect(self._retelling.lay_out_anew)
        preferring.suits_changed.connect(self._retelling.read_routines)
        preferring.goal_changed.connect(self._retelling.count_anew)
        preferring.run_days_changed.connect(self._retelling.read_past)
        preferring.figures_changed.connect(self._retelling.turn_figures)
        preferring.check_wished.connect(self._check.check)
        preferring.flash_wished.connect(self._check.set_delay)
        preferring.sync_changed.connect(self._sync.keep_in_step)
        preferring.look_changed.connect(self._dressing.dress_anew)
        preferring.renewal_wished.connect(self._closing.renew_at)
        preferring.move_wished.connect(self._closing.renew_elsewhere)
        preferring.page.sore.start_wished.connect(self._rooms.ask_where_to_start)
        self._sync.tell_again()
        preferring.page.go_to(self._memory.remembered.section)
        self._memory.note(section="")
        preferring.data.tell(self._told)
        return preferring.page
