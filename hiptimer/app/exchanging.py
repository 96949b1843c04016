"""Getting everything out and back in from the History page, without the window waiting."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from hiptimer.app.exchange_questions import asked_import, asked_restore
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.sound_files import short_path
from hiptimer.history.errors import HistoryError
from hiptimer.model.language import later, tr, tr_n
from hiptimer.ui.history.page import HistoryPage

if TYPE_CHECKING:
    from hiptimer.app.exchange import Exchange
    from hiptimer.history.exchange.results import (
        BackedUp,
        Exported,
        Imported,
        Preview,
        Restored,
        RestorePreview,
        Undone,
    )
    from hiptimer.ui.history.agree_dialog import Asked

Value = TypeVar("Value")
KINDS = {
    "json": later("Sessions as JSON (*.json)"),
    "csv": later("Table for a spreadsheet (*.csv)"),
    "fit": later("Garmin activities (*.fit)"),
}
SESSION_FILES = later("Session files (*.json)")
BACKUPS = later("Backups (*.zip)")
FAILED = later("That did not work. The log has the reason.")
CLOSING_S = 10.0
"""How long the end of the program waits for what is being written."""


class Exchanging(QObject):
    """One thing at a time. `changed` comes when the history is another one than before."""

    changed = Signal()
    _ended = Signal(object)

    def __init__(
        self,
        home: Home,
        page: HistoryPage,
        today: Callable[[], date] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._page = page
        self._today = today or _today
        self._thread: threading.Thread | None = None
        self._preview: Preview | None = None
        self._restore: RestorePreview | None = None
        self._ended.connect(self._go_on)
        menu = page.overview.exchange
        menu.save_wished.connect(self._ask_where_to_save)
        menu.import_wished.connect(self._ask_what_to_import)
        menu.import_folder_wished.connect(self._ask_folder_to_import)
        menu.back_up_wished.connect(self._ask_where_to_back_up)
        menu.restore_wished.connect(self._ask_what_to_restore)
        page.overview.notice.link_pressed.connect(self.undo)

    @property
    def _exchange(self) -> "Exchange":
        # Few open the page to get anything out: what that needs is loaded when they do.
        from hiptimer.app.exchange import Exchange

        return Exchange(self._home)

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    def close(self) -> None:
        """The program ends: let what is being written come to its end."""
        if self._thread is not None:
            self._thread.join(CLOSING_S)

    # --- asking for files ---

    def _ask_where_to_save(self, ending: str) -> None:
        dialog = self._dialog(later("Save all sessions"), KINDS[ending])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"hiptimer-{self._today()}.{ending}")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def _ask_what_to_import(self) -> None:
        dialog = self._dialog(later("Import sessions"), SESSION_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.look_into)
        dialog.open()

    def _ask_folder_to_import(self) -> None:
        dialog = self._dialog(later("Import a folder of sessions"), SESSION_FILES)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self.look_into)
        dialog.open()

    def _ask_where_to_back_up(self) -> None:
        dialog = self._dialog(later("Back up everything"), BACKUPS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"hiptimer-backup-{self._today()}.zip")
        dialog.fileSelected.connect(self.back_up)
        dialog.open()

    def _ask_what_to_restore(self) -> None:
        dialog = self._dialog(later("Restore a backup"), BACKUPS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.look_into_backup)
        dialog.open()

    def _dialog(self, title: str, kind: str) -> QFileDialog:
        """`title` and `kind` are texts still to be looked up."""
        dialog = QFileDialog(self._page, tr(title), str(_documents()))
        dialog.setObjectName(title)
        dialog.setNameFilter(tr(kind))
        return dialog

    # --- out ---

    def save(self, file: str) -> None:
        """Write all sessions to `file`, in the form its ending says."""
        self._begin(
            tr("Saving {file}…", file=Path(file).name),
            lambda: self._export(Path(file)),
            self._tell_saved,
        )

    def _export(self, file: Path) -> "Exported":
        from hiptimer.history.exchange.results import Chosen

        return self._exchange.export(Chosen(), file)

    def _tell_saved(self, saved: "Exported") -> None:
        words = tr_n(
            "Saved {n} session to {file}.",
            "Saved {n} sessions to {file}.",
            saved.sessions,
            file=short_path(saved.file),
        )
        self._page.tell(" ".join((words, *saved.left_out)))

    def back_up(self, file: str) -> None:
        """Write everything of the person's to a .zip."""
        self._begin(
            tr("Backing up to {file}…", file=Path(file).name),
            lambda: self._exchange.back_up(Path(file)),
            self._tell_backed_up,
        )

    def _tell_backed_up(self, made: "BackedUp") -> None:
        kept = made.words.removeprefix(f"{made.file}: ")
        # L: {what} such as "3 sessions, 2 files of your own."
        words = tr("Backed up to {file}: {what}", file=short_path(made.file), what=kept)
        self._page.tell(" ".join((words, *made.left_out)))

    # --- in ---

    def look_into(self, files: list[str]) -> None:
        """Say what an import of these files and folders would bring, and ask."""
        paths = [Path(file) for file in files]
        self._begin(
            tr("Reading the files…"), lambda: self._exchange.preview_import(paths), self._ask_import
        )

    def _ask_import(self, preview: "Preview") -> None:
        self._page.tell("")
        self._preview = preview
        self._ask(asked_import(preview), self._import)

    def _import(self, chosen: tuple[bool, ...]) -> None:
        preview = self._preview
        if preview is not None:
            undelete = any(chosen)
            self._begin(
                tr("Taking the sessions in…"),
                lambda: self._exchange.apply_import(preview, undelete=undelete),
                self._tell_imported,
            )

    def _tell_imported(self, imported: "Imported") -> None:
        self.changed.emit()
        self._page.tell(imported.words, can_undo=bool(imported.new + imported.changed))

    def undo(self) -> None:
        """Take back the last import."""
        self._begin(tr("Taking it back…"), self._exchange.undo_import, self._tell_undone)

    def _tell_undone(self, undone: "Undone") -> None:
        self.changed.emit()
        self._page.tell(undone.words)

    def look_into_backup(self, file: str) -> None:
        """Say what a backup would bring, and ask."""
        self._begin(
            tr("Reading the backup…"),
            lambda: self._exchange.preview_restore(Path(file)),
            self._ask_restore,
        )

    def _ask_restore(self, preview: "RestorePreview") -> None:
        self._page.tell("")
        self._restore = preview
        self._ask(asked_restore(preview), self._bring_back)

    def _ask(self, asked: "Asked", then: Callable[[tuple[bool, ...]], None]) -> None:
        """`then` is a method of ours; it is told which options were chosen."""
        from hiptimer.ui.history.agree_dialog import AgreeDialog

        dialog = AgreeDialog(asked, self._page)
        dialog.agreed.connect(then)
        dialog.open()

    def _bring_back(self, chosen: tuple[bool, ...]) -> None:
        preview = self._restore
        if preview is None:
            return
        settings = preview.settings_differ and chosen[0]
        undelete = bool(preview.history.stay_deleted) and chosen[-1]
        self._begin(
            tr("Restoring…"),
            lambda: self._exchange.apply_restore(preview, settings=settings, undelete=undelete),
            self._tell_restored,
        )

    def _tell_restored(self, restored: "Restored") -> None:
        self._home.reread_catalogue()
        words = restored.words
        if restored.settings:
            self._home.reread_settings()
            again = tr("Some of them hold when hiptimer is opened again.")
            words = f"{words} {again}"
        self.changed.emit()
        self._page.tell(words)

    # --- beside the window ---

    def _begin(self, words: str, work: Callable[[], Value], then: Callable[[Value], None]) -> None:
        """Do `work` on a thread of its own and go on with `then` on this one."""
        if self.is_busy:
            return
        self._page.tell(words)
        self._page.overview.exchange.show_busy(True)
        self._thread = threading.Thread(target=self._work, args=(work, then), name="exchange")
        self._thread.start()

    def _work(self, work: Callable[[], Value], then: Callable[[Value], None]) -> None:
        ended: tuple[Callable[[Value], None] | None, Value | str] = (None, tr(FAILED))
        try:
            ended = (then, work())
        except HistoryError as error:
            ended = (None, str(error))
        finally:
            self._ended.emit(ended)

    def _go_on(self, ended: tuple[Callable[[object], None] | None, object]) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._page.overview.exchange.show_busy(False)
        then, value = ended
        if then is None:
            self._page.tell(str(value))
        else:
            then(value)


def _today() -> date:
    return local_now().date()


def _documents() -> Path:
    """Where this system keeps a person's documents; their home where there is no such folder."""
    name = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(name) if name and Path(name).is_dir() else Path.home()
