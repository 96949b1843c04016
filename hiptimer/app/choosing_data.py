"""The data section of the settings, joined to the folders there are."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from hiptimer.app.data_moving import Found, How, Move, MovingError, look_at
from hiptimer.app.data_place import gone_words
from hiptimer.app.home import Home
from hiptimer.app.keeping import Keeping
from hiptimer.history.copying import sessions_in
from hiptimer.history.errors import HistoryError
from hiptimer.model.language import tr, tr_n
from hiptimer.settings import Settings
from hiptimer.ui.history.agree_dialog import AgreeDialog, Asked
from hiptimer.ui.settings.data import DataSection, Kept


class ChoosingData(QObject):
    """`move_wished` carries the Move that the person agreed to: the window closes for it, so that
    nobody writes meanwhile.
    """

    move_wished = Signal(object)

    def __init__(self, home: Home, keeping: Keeping, section: DataSection) -> None:
        super().__init__(keeping)
        self._home = home
        self._keeping = keeping
        self._section = section
        self._found: Found | None = None
        section.folder_wished.connect(self._look_at)
        section.usual_folder_wished.connect(self._go_back)
        section.opening_wished.connect(self._open)

    def show(self, settings: Settings) -> None:
        paths = self._home.paths
        may_move = paths.usual_data is not None
        # Where another one was chosen and this is the usual, the other one was not there.
        is_instead = may_move and paths.is_usual and bool(settings.data_folder)
        self._section.show_kept(
            Kept(
                folder=paths.data,
                logs=paths.logs,
                may_move=may_move,
                is_usual=paths.is_usual and not is_instead,
                why_not=self._why(settings, may_move=may_move, is_instead=is_instead),
            )
        )

    def tell(self, words: str) -> None:
        """What became of a move."""
        self._section.tell(words)

    def _why(self, settings: Settings, *, may_move: bool, is_instead: bool) -> str:
        if not may_move:
            return tr("It was chosen when hiptimer was started.")
        if is_instead:
            chosen = self._home.paths.with_data(settings.data_folder)
            instead = tr("Until you close hiptimer, what you do is kept here.")
            return f"{gone_words(chosen)} {instead}"
        return ""

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._section.tell(tr("{folder} cannot be opened here.", folder=folder))

    def _go_back(self) -> None:
        usual = self._home.paths.usual_data
        if usual is None:
            return
        if usual == self._home.paths.data:
            self._keeping.keep(data_folder="")
            self._section.tell("")
        else:
            self._look_at(str(usual))

    def _look_at(self, folder: str) -> None:
        settings = self._keeping.settings
        try:
            found = look_at(self._home.paths, Path(folder), settings.sync_folder)
        except MovingError as error:
            self._section.tell(str(error))
            return
        self._section.tell("")
        self._found = found
        asked = self._asked(found)
        dialog = AgreeDialog(asked, self._section)
        dialog.agreed.connect(self._take)
        dialog.open()

    def _asked(self, found: Found) -> Asked:
        here = self._home.paths.data
        stays = tr("What is in {folder} stays there as it is.", folder=here)
        if found.sessions is None:
            copied = tr_n(
                "Your {n} session and your own exercises and routines are copied to {folder} and "
                "checked. Then the window opens anew.",
                "Your {n} sessions and your own exercises and routines are copied to {folder} and "
                "checked. Then the window opens anew.",
                self._sessions_here(),
                folder=found.folder,
            )
            return Asked(tr("Keep your data there?"), (copied, stays), tr("Copy and go there"))
        there = tr_n(
            "There is a history with {n} session in {folder}. It is used from now on.",
            "There is a history with {n} sessions in {folder}. It is used from now on.",
            found.sessions,
            folder=found.folder,
        )
        along = tr_n(
            "Add my {n} session, my exercises and my routines to it",
            "Add my {n} sessions, my exercises and my routines to it",
            self._sessions_here(),
        )
        return Asked(
            tr("Use the history that is there?"),
            (there, stays),
            tr("Use that folder"),
            options=(along,),
            agreed=(True,),
        )

    def _sessions_here(self) -> int:
        file = self._home.paths.history_file
        try:
            return sessions_in(file) if file.is_file() else 0
        except HistoryError:
            return 0

    def _take(self, options: tuple[bool, ...]) -> None:
        found = self._found
        if found is None:
            return
        how = How.COPY if found.sessions is None else How.JOIN if any(options) else How.USE
        self.move_wished.emit(Move(found.folder, how))
