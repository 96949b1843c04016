"""Questions about a long past, answered on a thread of their own, the newest of a kind only."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_for_reading
from hiptimer.history.statistics import Statistics
from hiptimer.model.called import AS_STORED, Called

Answer = TypeVar("Answer")
CLOSING_S = 5.0
"""How long the end of the program waits for a question to be broken off."""


class Asking(QObject):
    """Reads `file` beside the window, with the names of `called`. `told` carries words about what
    could not be read.
    """

    told = Signal(str)
    _answered = Signal(object)

    def __init__(
        self, file: Path, parent: QObject | None = None, *, called: Called = AS_STORED
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._called = called
        self._wake = threading.Condition()
        # By topic: what to ask and whom to tell. Guarded by `_wake`, as all that follows.
        self._waiting: OrderedDict[str, tuple[int, Callable[..., Any], Callable[..., None]]]
        self._waiting = OrderedDict()
        self._newest: dict[str, int] = {}
        self._is_stale = True
        self._is_closed = False
        self._thread: threading.Thread | None = None
        self._answered.connect(self._give)

    def ask(
        self,
        topic: str,
        question: Callable[[Statistics], Answer],
        tell: Callable[[Answer], None],
    ) -> None:
        """`tell` is called on this thread with the answer, unless the same topic is asked about
        again before, or the history cannot be read.
        """
        with self._wake:
            number = self._newest.get(topic, 0) + 1
            self._newest[topic] = number
            self._waiting.pop(topic, None)
            self._waiting[topic] = (number, question, tell)
            self._wake.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="asking", daemon=True)
            self._thread.start()

    def reopen(self) -> None:
        """The file may be another one: look at it anew, and forget what was asked of the old."""
        with self._wake:
            self._is_stale = True
            self._waiting.clear()
            for topic in self._newest:
                self._newest[topic] += 1

    def close(self) -> None:
        """Ask no more, and end the thread."""
        with self._wake:
            self._is_closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(CLOSING_S)
            self._thread = None

    def _give(self, answered: tuple[str, int, Callable[..., None], object]) -> None:
        topic, number, tell, answer = answered
        if not self._is_closed and self._newest[topic] == number:
            tell(answer)

    # --- on the thread ---

    def _work(self) -> None:
        statistics: Statistics | None = None
        while (wanted := self._next()) is not None:
            topic, number, question, tell, is_stale = wanted
            try:
                if is_stale:
                    _close(statistics)
                    statistics = self._opened()
                if statistics is not None:
                    self._answered.emit((topic, number, tell, question(statistics)))
            except HistoryError as error:
                self.told.emit(str(error))
        _close(statistics)

    def _next(self) -> tuple[str, int, Callable[..., Any], Callable[..., None], bool] | None:
        """The next question, waited for; None at the end."""
        with self._wake:
            while not self._waiting and not self._is_closed:
                self._wake.wait()
            if self._is_closed:
                return None
            topic, (number, question, tell) = self._waiting.popitem(last=False)
            is_stale, self._is_stale = self._is_stale, False
            return topic, number, question, tell, is_stale

    def _opened(self) -> Statistics | None:
        connection = open_for_reading(self._file)
        return None if connection is None else Statistics(connection, self._called)


def _close(statistics: Statistics | None) -> None:
    if statistics is not None:
        statistics.close()
