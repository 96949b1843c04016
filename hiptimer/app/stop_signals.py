"""SIGINT, SIGTERM and their like in a Qt program: they end the event loop's wait at once."""

import signal
import socket
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class StopSignals(QObject):
    """`asked` comes in the event loop when the system or a terminal asks the program to end.

    Python notes a signal at once but acts on it only between its own instructions, which an
    idle window has none of; the byte that Python writes for each signal wakes the loop. What the
    program was started to ignore, as by `nohup`, stays ignored.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._before = signal.set_wakeup_fd(self._writer.fileno())
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._meant: dict[int, Any] = {}
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._meant[number] = signal.signal(number, self._note)

    def close(self) -> None:
        """Give the signals their meaning back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, meant in self._meant.items():
            signal.signal(number, meant)
        self._reader.close()
        self._writer.close()

    def _note(self, number: int, frame: object) -> None:
        """The byte that wakes the loop says all there is to say."""

    def _read(self) -> None:
        self._reader.recv(64)
        self.asked.emit()
