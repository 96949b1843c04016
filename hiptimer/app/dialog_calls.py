"""What other starts are told while a dialog stands where the window is to be."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from hiptimer.desktop.one_window import Caller
from hiptimer.desktop.wishes import Answer, Raise
from hiptimer.model.language import tr


class DialogCalls(QObject):
    """Brings `dialog` to the front for them, and grants nothing else."""

    _called = Signal(object)

    def __init__(self, dialog: QDialog) -> None:
        super().__init__()
        self._dialog = dialog
        self._called.connect(self._take)

    def tell(self, caller: Caller) -> None:
        """Somebody called. Comes on any thread."""
        self._called.emit(caller)

    def _take(self, caller: Caller) -> None:
        if not caller.take():
            return
        self._dialog.raise_()
        self._dialog.activateWindow()
        words = tr("hiptimer is asking something. Answer that first.")
        caller.answer(Answer(isinstance(caller.wish, Raise), (words,)))
