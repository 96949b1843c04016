"""The list of what is in a backup."""

import hashlib
from datetime import datetime

import msgspec

FORM = 1


class Entry(msgspec.Struct, frozen=True):
    name: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """`form` is the number of the backup's form, `hiptimer` the version that made it."""

    form: int
    hiptimer: str
    made_at: datetime
    files: tuple[Entry, ...]


class Sum:
    """The length and the checksum of what was added."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self.bytes = 0

    def add(self, data: bytes) -> None:
        self._digest.update(data)
        self.bytes += len(data)

    def entry(self, name: str) -> Entry:
        return Entry(name, self.bytes, self._digest.hexdigest())
