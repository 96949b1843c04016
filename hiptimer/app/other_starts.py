"""What other starts of the program ask of the window that is open already."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hiptimer.app.home import Home
from hiptimer.app.suits import NothingLeftError, Suits
from hiptimer.app.window import Window
from hiptimer.desktop.one_window import Caller
from hiptimer.desktop.wishes import Answer, Open, Raise, Start, Wish
from hiptimer.model.language import tr


class OtherStarts(QObject):
    """Grants wishes on the window's thread. A workout that runs is never disturbed by them."""

    _called = Signal(object)

    def __init__(self, home: Home, window: Window) -> None:
        super().__init__()
        self._home = home
        self._window = window
        self._called.connect(self._take)

    def tell(self, caller: Caller) -> None:
        """Somebody called. Comes on any thread."""
        self._called.emit(caller)

    def _take(self, caller: Caller) -> None:
        if not caller.take():
            return
        if caller.activation:
            # Qt's own name for it: it looks there when a window is to come to the front.
            os.environ["XDG_ACTIVATION_TOKEN"] = caller.activation
        self._window.main.come_to_front()
        caller.answer(self._grant(caller.wish))

    def _grant(self, wish: Wish) -> Answer:
        if isinstance(wish, Raise):
            return _yes(tr("hiptimer is open already."))
        if QApplication.activeModalWidget() is not None:
            return _no(tr("hiptimer is asking something. Answer that first."))
        if isinstance(wish, Open):
            return self._open(wish)
        return self._start(wish)

    def _open(self, wish: Open) -> Answer:
        if self._window.is_leading():
            return _no(self._told_leading(tr("A workout is running. Open files when it is over.")))
        files = tuple(Path(name) for name in wish.files)
        if self._window.may_take_files():
            self._window.take_files(files)
            return _yes()
        return self._go(partial(self._window.take_files, files))

    def _start(self, wish: Start) -> Answer:
        from hiptimer.app.to_start import NothingFitsError, fitted

        routine = self._home.catalogue.routines.get(wish.routine_id)
        if routine is None:  # a file that was put there since the window opened
            self._window.read_catalogue()
            routine = self._home.catalogue.routines.get(wish.routine_id)
        if routine is None:
            return _no(tr("There is no routine called {name}.", name=wish.routine_id))
        if self._window.is_leading():
            words = tr("A workout is running, so {routine} was not started.", routine=routine.name)
            return _no(self._told_leading(words))
        try:
            dressed = Suits(self._home).dressed(routine)
            found = fitted(self._home, self._window.past, dressed.routine, wish.minutes)
        except (NothingLeftError, NothingFitsError) as error:
            return _no(str(error))
        told = (*dressed.told, found.words)
        return self._go(partial(self._window.start, found.routine, wish.speed), *told)

    def _told_leading(self, words: str) -> str:
        """The same words in the workout, whose person may wonder why the window came."""
        self._window.stage.tell(words)
        return words

    def _go(self, then: "partial[None]", *told: str) -> Answer:
        if not self._window.make_way(then):
            told = (*told, tr("hiptimer asks first what becomes of what is not saved."))
        return _yes(*told)


def _yes(*words: str) -> Answer:
    return Answer(True, tuple(line for line in words if line))


def _no(words: str) -> Answer:
    return Answer(False, (words,))
