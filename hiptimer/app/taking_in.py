"""Taking in files of routines and exercises: what they bring is told and asked, then kept."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hiptimer.app.home import Home
from hiptimer.app.shelf import Before, Shelf, ShelfError
from hiptimer.app.taking import Found, look_into
from hiptimer.app.taking_words import Taking, asked_take, files_to_keep, taking
from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.words import joined
from hiptimer.ui.history.agree_dialog import AgreeDialog, Asked

TITLE = later("Take in files")
KINDS = later("Routines, exercises and physio's lines (*.toml *.zip *.txt)")


class TakenIn(msgspec.Struct, frozen=True):
    """What came of it. `routine_id` is one to look at, "" for none; `before` takes it back."""

    words: str
    before: Before
    routine_id: str = ""


class TakingIn(QObject):
    """`taken` carries a TakenIn, `lines_found` a text to be read as a physio's lines."""

    taken = Signal(object)
    lines_found = Signal(str)

    def __init__(self, home: Home, shelf: Shelf, window: QWidget) -> None:
        super().__init__(window)
        self._home = home
        self._shelf = shelf
        self._window = window
        self._found = Found()
        self._taking = Taking((), (), ())
        self._folder = ""

    def choose(self) -> None:
        """Ask which files."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or QStandardPaths.writableLocation(documents)
        dialog = QFileDialog(self._window, tr(TITLE), folder)
        dialog.setObjectName(TITLE)
        dialog.setNameFilter(tr(KINDS))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._take_chosen)
        dialog.open()

    def _take_chosen(self, names: list[str]) -> None:
        files = [Path(name) for name in names]
        self._folder = str(files[0].parent)
        self.take(files)

    def take(self, files: Sequence[Path]) -> None:
        """Say what the files would bring, and ask; text alone needs no asking."""
        self._found = look_into(files, self._home)
        self._taking = taking(self._found)
        if self._found.items or self._found.problems:
            dialog = self._ask(asked_take(self._found, self._home))
            dialog.agreed.connect(self._keep)
            dialog.finished.connect(self._go_on_with_lines)
        else:
            self._go_on_with_lines()

    def _ask(self, asked: Asked) -> AgreeDialog:
        dialog = AgreeDialog(asked, self._window)
        dialog.open()
        return dialog

    def _keep(self, replaces: tuple[bool, ...]) -> None:
        files = files_to_keep(self._taking, replaces, self._home, self._shelf)
        if not files:
            return
        try:
            before = self._shelf.keep_files(files)
        except ShelfError as error:
            self._ask(Asked(title=tr(TITLE), lines=[str(error)]))
            return
        self.taken.emit(TakenIn(taken_words(files), before, _first_routine(files)))

    def _go_on_with_lines(self) -> None:
        lines = self._found.lines
        if lines.strip():
            self.lines_found.emit(lines)


def _ids(names: Iterable[str], kind: str) -> list[str]:
    return [Path(name).stem for name in names if name.startswith(f"{kind}/")]


def _first_routine(names: Iterable[str]) -> str:
    return next(iter(_ids(names, "routines")), "")


def taken_words(names: Collection[str]) -> str:
    """Such as "Taken in: 1 routine and 2 exercises." for files of these names."""
    told = []
    if routines := len(_ids(names, "routines")):
        told.append(tr_n("{n} routine", "{n} routines", routines))
    if exercises := len(_ids(names, "exercises")):
        told.append(tr_n("{n} exercise", "{n} exercises", exercises))
    if not told:
        return tr("Taken in: figures.")
    # L: {things} such as "1 routine and 2 exercises".
    return tr("Taken in: {things}.", things=joined(told))
