"""What this process does outside of some folders, and whether it opens a door or starts a program.

Python tells of all that it asks of the system before it does it, whoever in the program asks.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# By event, the places of the names among its arguments, each with that of its folder's descriptor.
CHANGES = {
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.link": ((1, 3),),
    "os.mkdir": ((0, 2),),
    "os.remove": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.rmdir": ((0, 1),),
    "os.symlink": ((1, 2),),
    "os.truncate": ((0, -1),),
    "os.utime": ((0, 3),),
}
FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "pty.spawn",
)


class Watch:
    """From now on, for as long as the process lives: there is no way back from such a hook."""

    def __init__(self, *allowed: str) -> None:
        """`allowed` are beginnings of paths where anything may be written."""
        self._allowed = allowed
        self._seen: list[str] = []
        sys.addaudithook(self._hear)

    def taken(self) -> list[str]:
        """What was seen since the last time."""
        seen, self._seen = self._seen, []
        return seen

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in FORBIDDEN and not self._is_own_door(event, arguments):
            self._seen.append(f"{event} {arguments!r:.200}")
            return
        for path in self._written(event, arguments):
            if path != os.devnull and not f"{path}/".startswith(self._allowed):
                self._seen.append(f"{event} {path}")

    def _is_own_door(self, event: str, arguments: tuple[object, ...]) -> bool:
        """A socket that is a file where files may be written."""
        address = arguments[1] if event.startswith("socket.") and len(arguments) > 1 else None
        return isinstance(address, str) and address.startswith(self._allowed)

    def _written(self, event: str, arguments: tuple[object, ...]) -> Iterator[str]:
        if event == "open":
            path, _mode, flags = arguments
            if isinstance(path, str | bytes) and isinstance(flags, int) and flags & WRITES:
                yield _full(path, None)
        elif event == "sqlite3.connect":
            name = os.fsdecode(arguments[0])  # type: ignore[arg-type]
            yield _full(name.removeprefix("file:").partition("?")[0], None)
        for place, folder in CHANGES.get(event, ()):
            path = arguments[place]
            if isinstance(path, str | bytes | os.PathLike):
                yield _full(path, arguments[folder] if folder >= 0 else None)


def _full(path: "str | bytes | os.PathLike[str]", folder: object) -> str:
    """The whole path, with the links in its folder followed: they might lead elsewhere."""
    found = Path(os.fsdecode(path))
    if isinstance(folder, int) and folder >= 0 and not found.is_absolute():
        found = Path(f"/proc/self/fd/{folder}").readlink() / found
    return str(Path(os.path.realpath(found.parent)) / found.name)
