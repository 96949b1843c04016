"""Sessions as one JSON list of session files, written one at a time."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from hiptimer.model.session import Session


def write_list(sessions: Iterable[Session], stream: BinaryIO) -> int:
    """Byte for byte what `to_json` gives of all of them; how many they were. Raises OSError."""
    count = 0
    for session in sessions:
        stream.write(b",\n  " if count else b"[\n  ")
        # Line breaks in JSON stand between values only: text has them escaped.
        file = msgspec.json.format(msgspec.json.encode(session))
        stream.write(file.replace(b"\n", b"\n  "))
        count += 1
    stream.write(b"\n]\n" if count else b"[]\n")
    return count
