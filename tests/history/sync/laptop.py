"""A laptop with a history of its own and a sync folder, without any program around it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from history.samples import now

from hiptimer.history.changes import Change
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.history.sync.sync import Sync, Synced
from hiptimer.model.session import Session


class Laptop:
    def __init__(self, home: Path, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.history_file = home / "history.db"
        self.connection = open_history(self.history_file, now=now()).connection
        self.connection.execute("PRAGMA synchronous = OFF")
        self.store = Store(self.connection)
        self.rested: list[float] = []
        self.start_again()

    def start_again(self) -> None:
        self.sync = Sync(self.folder, self.history_file, now=now, rest=self.rested.append)

    def look(self) -> Synced:
        return self.sync.run(self.connection, lambda: True)

    def change(self, change: Change, at: object) -> None:
        self.store.change(change, at)

    def all(self) -> list[Session]:
        return sorted(self.store.sessions(include_deleted=True), key=lambda s: s.id)

    def files(self) -> dict[str, bytes]:
        """Everybody's files: conflict copies are the sync program's."""
        return {f.name: f.read_bytes() for f in self.folder.glob("*.json") if "conf" not in f.name}

    def close(self) -> None:
        self.connection.close()


@contextmanager
def laptops(count: int, *, share: bool) -> Iterator[list[Laptop]]:
    """Some that look into one folder, or each into its own."""
    room = Path(tempfile.mkdtemp())
    made = []
    for n in range(count):
        home = room / f"laptop-{n}"
        home.mkdir()
        made.append(Laptop(home, room / "shared" if share else home / "folder"))
    try:
        yield made
    finally:
        for laptop in made:
            laptop.close()
        shutil.rmtree(room)


class Carrier:
    """What Syncthing does between two folders: newer files go over; where both sides changed a
    file since it last looked, one wins and the other stays beside it as a conflict copy.
    """

    def __init__(self, one: Path, other: Path) -> None:
        self._folders = (one, other)
        self._last: dict[str, bytes] = {}
        self._copies = 0

    def carry(self) -> None:
        one, other = self._folders
        names = {f.name for folder in self._folders for f in folder.glob("*.json")}
        for name in sorted(names):
            here, there = _bytes(one / name), _bytes(other / name)
            if here == there:
                pass
            elif there is None or there == self._last.get(name):
                _put(other / name, here)
            elif here is None or here == self._last.get(name):
                _put(one / name, there)
            else:
                self._copies += 1
                copy = f"{name.removesuffix('.json')}.sync-conflict-{self._copies:06}-ABCDEFG.json"
                for folder in self._folders:
                    _put(folder / copy, here)
                _put(one / name, there)
            self._last[name] = _bytes(one / name) or b""


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _put(file: Path, data: bytes | None) -> None:
    if data is not None:
        made = file.with_name(f".{file.name}.tmp")
        made.write_bytes(data)
        # As old as the other side says, and never as young as to be doubted.
        past = 1_700_000_000 + hash(data) % 10**8
        os.utime(made, (past, past))
        made.replace(file)
