"""The way from one process of a person to another: a socket, and a file that says where it is."""

import os
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary

# The shortest limit of a socket's path is 104 bytes, its last one a zero.
LONGEST_PATH = 100
LONGEST_LINE = 1 << 20
WAITING = 16


class Address(msgspec.Struct, frozen=True):
    """Where a process listens: a socket in the file system, or else a port of this computer."""

    pid: int
    token: str
    path: str = ""
    port: int = 0


class Bell:
    """Listens; `file` says where. Only who can read `file` knows the token. Raises OSError."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.unlink(missing_ok=True)  # of a process that is gone
        self._own_folder: Path | None = None
        self.socket, self.address = self._listen()
        self._write(msgspec.json.encode(self.address))

    def close(self) -> None:
        """Listen no longer, and leave nothing behind."""
        self._file.unlink(missing_ok=True)
        with suppress(OSError):  # not every system can
            self.socket.shutdown(socket.SHUT_RDWR)  # or a thread would wait in accept for ever
        self.socket.close()
        if self.address.path:
            Path(self.address.path).unlink(missing_ok=True)
        if self._own_folder is not None:
            self._own_folder.rmdir()

    def _listen(self) -> tuple[socket.socket, Address]:
        pid, token = os.getpid(), os.urandom(16).hex()
        if hasattr(socket, "AF_UNIX"):
            path = self._short_path()
            try:
                path.unlink(missing_ok=True)
                return _listening(socket.AF_UNIX, str(path)), Address(pid, token, str(path))
            except OSError:
                # Not every file system can hold a socket.
                self._forget_folder()
        listener = _listening(socket.AF_INET, ("127.0.0.1", 0))
        return listener, Address(pid, token, port=listener.getsockname()[1])

    def _short_path(self) -> Path:
        path = self._file.absolute().with_suffix(".sock")
        if len(os.fsencode(path)) <= LONGEST_PATH:
            return path
        self._own_folder = Path(tempfile.mkdtemp(prefix="hiptimer-"))
        return self._own_folder / "window.sock"

    def _forget_folder(self) -> None:
        if self._own_folder is not None:
            self._own_folder.rmdir()
            self._own_folder = None

    def _write(self, text: bytes) -> None:
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text)


def _listening(family: socket.AddressFamily, at: str | tuple[str, int]) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.bind(at)
        listener.listen(WAITING)
    except OSError:
        listener.close()
        raise
    return listener


def read_address(file: Path) -> Address | None:
    """Where somebody listens; None when nobody does, or has not said so to the end yet."""
    try:
        return msgspec.json.decode(read_ordinary(file), type=Address)
    except (OSError, *BROKEN_JSON):
        return None


def ring(address: Address, patience_s: float) -> socket.socket:
    """A connection to whoever listens there. Raises OSError."""
    family = socket.AF_UNIX if address.path else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    connection.settimeout(patience_s)
    try:
        connection.connect(address.path or ("127.0.0.1", address.port))
    except OSError:
        connection.close()
        raise
    return connection


def send_line(connection: socket.socket, line: bytes) -> None:
    """Raises OSError."""
    connection.sendall(line + b"\n")


class Lines:
    """The lines that come over a connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._rest = b""

    def read(self) -> bytes:
        """The next line; empty when the other side is gone. Raises OSError, TimeoutError too."""
        while b"\n" not in self._rest:
            piece = self._connection.recv(65536)
            if not piece or len(self._rest) > LONGEST_LINE:
                return b""
            self._rest += piece
        line, _newline, self._rest = self._rest.partition(b"\n")
        return line
