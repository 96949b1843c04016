"""One window for one folder of window state: who comes second asks the first, and goes.

The first one holds a lock, which the system takes back however its process ends, and listens.
The folder is a person's own, so that neither two people nor two data folders ever meet.
"""

import logging
import select
import socket
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from hiptimer.desktop.doorbell import Address, Bell, Lines, read_address, ring, send_line
from hiptimer.desktop.foreground import let_come_to_front
from hiptimer.desktop.wishes import Answer, Busy, Call, Reply, Wish
from hiptimer.model.filelock import FileLock
from hiptimer.model.language import tr

log = logging.getLogger(__name__)

LOCK, ADDRESS = "window.lock", "window.address"
PATIENCE_S = 2.0
"""Who is open must answer within this."""
LONGEST_S = 60.0
"""So long at most somebody is waited for who says that it opens or closes its window."""
RETRY_S = 0.05
BUSY_EVERY_S = 0.5
LOOK_S = 0.05


class OneWindowError(Exception):
    """The window that is open does not answer; the message says what to do."""


class Caller:
    """One who called, and waits for an answer. The answer is given on any thread.

    `is_there` says at once whether they still wait.
    """

    def __init__(self, call: Call, is_there: Callable[[], bool]) -> None:
        self.wish = call.wish
        self.activation = call.activation
        self._is_there = is_there
        self._state = threading.Condition()
        self._is_gone = False
        self._answer: Answer | None = None

    def take(self) -> bool:
        """Begin to do what is wished; not when the caller has gone meanwhile."""
        with self._state:
            return not self._is_gone and self._is_there()

    def leave(self) -> None:
        """The caller waits no longer."""
        with self._state:
            self._is_gone = True

    def answer(self, answer: Answer) -> None:
        with self._state:
            self._answer = answer
            self._state.notify_all()

    def wait(self, seconds: float) -> Answer | None:
        with self._state:
            self._state.wait_for(self._is_answered, seconds)
            return self._answer

    def _is_answered(self) -> bool:
        return self._answer is not None


class OneWindow:
    """The right to the window, from `claim`, until `close`.

    Calls come in threads of their own. Until somebody listens with `hear`, and after `rest`,
    those who call are told to wait.
    """

    def __init__(self, folder: Path, lock: FileLock | None) -> None:
        self._lock = lock
        self._bell: Bell | None = None
        self._calls = threading.Lock()
        self._on_call: Callable[[Caller], None] | None = None
        self._waiting: list[Caller] = []
        self._is_closed = False
        if lock is not None:
            self._listen(folder)

    def hear(self, on_call: Callable[[Caller], None]) -> None:
        """From now on `on_call` is told of every call, on any thread; it must not wait there."""
        with self._calls:
            self._on_call = on_call
            waiting, self._waiting = self._waiting, []
        for caller in waiting:
            on_call(caller)

    def rest(self) -> None:
        """Nobody is there to grant a wish now."""
        with self._calls:
            self._on_call = None

    def close(self) -> None:
        """Let the next one have it. A second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._bell is not None:
            self._bell.close()
        if self._lock is not None:
            self._lock.release(remove=False)

    def _listen(self, folder: Path) -> None:
        try:
            self._bell = Bell(folder / ADDRESS)
        except OSError as error:
            log.warning("Another start will not be heard: %s", error)
            return
        bell = self._bell
        threading.Thread(target=self._accept, args=(bell,), name="doorbell", daemon=True).start()

    def _accept(self, bell: Bell) -> None:
        while True:
            try:
                connection, _who = bell.socket.accept()
            except OSError:  # closed
                return
            threading.Thread(
                target=self._serve, args=(connection, bell.address.token), daemon=True
            ).start()

    def _serve(self, connection: socket.socket, token: str) -> None:
        with connection:
            try:
                connection.settimeout(PATIENCE_S)
                call = msgspec.json.decode(Lines(connection).read(), type=Call)
                if call.token == token:
                    self._answer(connection, Caller(call, partial(_is_there, connection)))
                else:
                    log.warning("Somebody called who may not.")
            except (OSError, msgspec.DecodeError) as error:
                log.warning("A call of another start was not understood: %s", error)

    def _answer(self, connection: socket.socket, caller: Caller) -> None:
        self._pass_on(caller)
        try:
            answer = self._awaited(connection, caller)
            if answer is not None:
                send_line(connection, msgspec.json.encode(answer))
        finally:
            caller.leave()
            self._forget(caller)

    def _awaited(self, connection: socket.socket, caller: Caller) -> Answer | None:
        """None when the caller has gone meanwhile, or the window."""
        told_busy_at = time.monotonic()
        while (answer := caller.wait(LOOK_S)) is None:
            if self._is_closed or not _is_there(connection):
                return None
            if self._on_call is None and time.monotonic() - told_busy_at > BUSY_EVERY_S:
                told_busy_at = time.monotonic()
                send_line(connection, msgspec.json.encode(Busy()))
        return answer

    def _pass_on(self, caller: Caller) -> None:
        with self._calls:
            on_call = self._on_call
            if on_call is None:
                self._waiting.append(caller)
        if on_call is not None:
            on_call(caller)

    def _forget(self, caller: Caller) -> None:
        with self._calls:
            if caller in self._waiting:
                self._waiting.remove(caller)


def _is_there(connection: socket.socket) -> bool:
    """Whether the other side has not hung up."""
    try:
        is_told, _, _ = select.select([connection], [], [], 0)
        return not is_told or connection.recv(1) != b""
    except OSError:
        return False


def claim(folder: Path, wish: Wish, activation: str = "") -> OneWindow | Answer:
    """The right to open the window, or the answer of who has it.

    Where no lock can be had, as in a folder that cannot be written, the window opens unheard.
    Raises OneWindowError when who has it does not answer.
    """
    asking = _Asking(folder, wish, activation)
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock.take(folder / LOCK)
        except OSError as error:
            log.warning("Whether a window is open cannot be told: %s", error)
            return OneWindow(folder, None)
        if lock is not None:
            return OneWindow(folder, lock)
        answer = asking.ask()
        if answer is not None:
            return answer
        asking.check_patience()
        time.sleep(RETRY_S)


class _Asking:
    """Asks who has the window, and loses patience after a while."""

    def __init__(self, folder: Path, wish: Wish, activation: str) -> None:
        self._file = folder / ADDRESS
        self._wish = wish
        self._activation = activation
        self._pid = 0
        self._began = self._heard = time.monotonic()

    def ask(self) -> Answer | None:
        """None when nobody is there: who had it is gone, or does not listen yet."""
        address = read_address(self._file)
        if address is None:
            return None
        self._pid = address.pid
        let_come_to_front(address.pid)
        try:
            with ring(address, PATIENCE_S) as connection:
                return self._ask_over(connection, address)
        except TimeoutError:
            raise self._no_answer() from None
        except (OSError, msgspec.DecodeError):
            return None

    def check_patience(self) -> None:
        if time.monotonic() - self._heard > PATIENCE_S:
            raise self._no_answer()

    def _ask_over(self, connection: socket.socket, address: Address) -> Answer | None:
        call = Call(address.token, self._wish, self._activation)
        send_line(connection, msgspec.json.encode(call))
        lines = Lines(connection)
        while line := lines.read():
            reply: Reply = msgspec.json.decode(line, type=Reply)
            if isinstance(reply, Answer):
                return reply
            self._heard = time.monotonic()
            if self._heard - self._began > LONGEST_S:
                raise self._no_answer()
        return None

    def _no_answer(self) -> OneWindowError:
        return OneWindowError(
            tr(
                "hiptimer is open already, but its window does not answer. Close it, "
                "or end its process {pid}, and try again.",
                pid=self._pid or "?",
            )
        )
