"""The Routines page joined to the person's own files: duplicate, take away, share, swap."""

import logging
from collections.abc import Callable
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from hiptimer.app.home import Home
from hiptimer.app.moves import move_row, stock
from hiptimer.app.shelf import Before, Shelf, ShelfError
from hiptimer.app.sound_files import short_path
from hiptimer.app.taking_words import another_name
from hiptimer.app.today import Today
from hiptimer.model.language import later, tr, tr_n
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.today.plan import VariationChoice

log = logging.getLogger(__name__)

SHARE = later("Share as a file")
FORMS = {
    ".toml": later("Routine (*.toml)"),
    ".zip": later("Routine with its exercises (*.zip)"),
}


class OwnRoutines(QObject):
    """`varied` carries a routine's id and a VariationChoice that is for this time only."""

    varied = Signal(str, object)

    def __init__(
        self, home: Home, shelf: Shelf, today: Today, page: RoutinesPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._shelf = shelf
        self._today = today
        self.page = page
        self._before: Before | None = None
        self._shared = ""
        page.duplicate_wished.connect(self.duplicate)
        page.remove_wished.connect(self.remove)
        page.undo_wished.connect(self.undo)
        page.share_wished.connect(self.ask_where_to_share)
        page.move_opened.connect(self.open_move)
        page.variation_wished.connect(self.vary)

    def show(self, chosen_id: str = "") -> None:
        """Show all routines as they are now."""
        self.page.show_routines(self._today.cards(), chosen_id)
        problems = [str(problem) for problem in self._shelf.unusable]
        told = [tr("Not usable: {problem}.", problem=problem) for problem in problems[:1]]
        if more := len(problems[1:]):
            told.append(tr_n("And {n} more.", "And {n} more.", more))
        self.page.tell_trouble(" ".join(told))

    def tell(self, words: str, before: Before | None = None, routine_id: str = "") -> None:
        """Show what has changed with the way back, and the routine it is about."""
        self._before = before
        self.page.tell(words, can_undo=before is not None)
        self.show(routine_id)

    def duplicate(self, routine_id: str) -> None:
        """A second one under another name, to be changed."""
        routine = self._home.catalogue.routines[routine_id]
        name = another_name(routine.name, self._home)
        copy = structs.replace(routine, id=self._shelf.free_routine_id(name), name=name)
        words = tr("{routine} is there now.", routine=name)
        self._change(lambda: self._shelf.save_routine(copy), words, copy.id)

    def remove(self, routine_id: str) -> None:
        """Delete an own routine, or reset a changed one."""
        name = self._home.catalogue.routines[routine_id].name
        words = tr("{routine} is deleted.", routine=name)
        if self._shelf.is_built_in(routine_id):
            words = tr("{routine} is as it was built in.", routine=name)
        self._change(lambda: self._shelf.remove_routine(routine_id), words)

    def undo(self) -> None:
        """Take the last change back."""
        before = self._before
        if before is not None:
            back = before.files[0][0].stem
            words = tr("It is as it was before.")
            self._change(lambda: self._take_back(before), words, back)

    def _take_back(self, before: Before) -> None:
        self._shelf.take_back(before)

    def _change(
        self, change: Callable[[], Before | None], words: str, routine_id: str = ""
    ) -> None:
        try:
            before = change()
        except ShelfError as error:
            log.warning("%s", error)
            self.page.tell(str(error))
            return
        self.tell(words, before, routine_id)

    # --- sharing ---

    def ask_where_to_share(self, routine_id: str) -> None:
        from hiptimer.app.sharing import shared

        try:
            what = shared(self._home, routine_id)
        except ShelfError as error:
            self.page.tell(str(error))
            return
        self._shared = routine_id
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(self.page, tr(SHARE), QStandardPaths.writableLocation(documents))
        dialog.setObjectName(SHARE)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr(FORMS[what.ending]))
        dialog.setDefaultSuffix(what.ending)
        dialog.selectFile(f"{routine_id}.hiptimer{what.ending}")
        dialog.fileSelected.connect(self._share)
        dialog.open()

    def _share(self, name: str) -> None:
        self.share(self._shared, Path(name))

    def share(self, routine_id: str, file: Path) -> None:
        """Write a routine to `file`, with the exercises only the person has; say what is in it."""
        from hiptimer.app.sharing import save_shared, shared

        try:
            what = shared(self._home, routine_id)
            if file.suffix.lower() != what.ending:
                file = file.with_name(file.name + what.ending)
            save_shared(what, file)
        except ShelfError as error:
            self.page.tell(str(error))
            return
        saved = tr("Saved to {file}.", file=short_path(file))
        self.page.tell(f"{saved} {what.words}".rstrip())

    # --- another exercise for a move ---

    def open_move(self, routine_id: str, step: int) -> None:
        """Show what could stand in place of a move."""
        kept = self._home.catalogue.routines[routine_id].steps[step]
        self.page.open_picker(move_row(self._home, step, kept, kept), stock(self._home))

    def vary(self, routine_id: str, choice: VariationChoice) -> None:
        """For this time the routine becomes today's, so changed; from now on it is saved."""
        if not choice.for_good:
            self.varied.emit(routine_id, choice)
            return
        routine = self._home.catalogue.routines[routine_id]
        if routine.steps[choice.step].exercise == choice.exercise_id:
            return
        exercise = self._home.catalogue.exercises[choice.exercise_id]
        changed = routine.with_exercise(choice.step, exercise)
        words = tr(
            "{routine} has {exercise} from now on.", routine=routine.name, exercise=exercise.name
        )
        self._change(lambda: self._shelf.save_routine(changed), words, routine_id)
