"""What is made while the person looks at the first frame, and the files that came with it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from hiptimer.app.backstage import Backstage
from hiptimer.app.home import Home
from hiptimer.app.rooms import Rooms
from hiptimer.app.sync_room import SyncRoom
from hiptimer.app.today_room import TodayRoom
from hiptimer.ui.main_window import MainWindow

# The first frame is on the screen by then, and nobody has pressed Enter yet.
PREPARE_AFTER_MS = 50


class Preparing(QObject):
    """Makes the workout right after the first frame, so that Enter need not wait for it."""

    def __init__(
        self,
        home: Home,
        main: MainWindow,
        *,
        room: TodayRoom,
        rooms: Rooms,
        backstage: Backstage,
        sync: SyncRoom,
    ) -> None:
        super().__init__()
        self._home = home
        self._main = main
        self._room = room
        self._rooms = rooms
        self._backstage = backstage
        self._sync = sync
        self._files: tuple[Path, ...] = ()
        self._is_prepared = False
        self._is_stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREPARE_AFTER_MS)
        self._timer.timeout.connect(self._prepare)

    @property
    def is_prepared(self) -> bool:
        """Whether all is made."""
        return self._is_prepared

    def welcome(self) -> None:
        """Ask whoever is new with the first frame, in which nobody has seen another thing there."""
        if self._room.is_new_here:
            from hiptimer.app.start_note import StartNote

            ask = StartNote(self._home, self._room.today, self._rooms.ask_where_to_start)
            self._room.give_notes((ask,))

    def begin(self) -> None:
        """The first frame is there."""
        self._timer.start()

    def stop(self) -> None:
        """The window closes: nothing more is made or taken in."""
        self._is_stopped = True

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Say what files would bring, and ask; as soon as the first frame is on the screen."""
        if self._is_prepared:
            self._rooms.take_files(files)
        else:
            self._files = files

    def may_take_files(self) -> bool:
        """Whether files may be taken in just now."""
        may = not self._is_stopped and not self._backstage.is_leading
        return may and self._rooms.may_take_files

    def _prepare(self) -> None:
        if self._is_stopped:
            return
        self._is_prepared = True
        self._room.show_week()
        self._give_notes()
        self._backstage.draw_pictures()
        self._backstage.speak_own_words()
        self._welcome_files()
        self._sync.keep_in_step()
        if self._files:
            self.take_files(self._files)

    def _give_notes(self) -> None:
        from hiptimer.app.note_givers import note_givers

        stage, ask = self._backstage.stage, self._rooms.ask_where_to_start
        self._room.give_notes(note_givers(self._home, self._room.today, stage, ask))

    def _welcome_files(self) -> None:
        from hiptimer.ui.widgets.file_drop import FileDrop

        FileDrop(self._main, self.may_take_files).dropped.connect(self.take_files)
