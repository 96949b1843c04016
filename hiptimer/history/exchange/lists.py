"""Sessions as one JSON list of session files, made one at a time."""

from collections.abc import Iterable, Iterator

import msgspec

from hiptimer.model.session import Session


def list_pieces(sessions: Iterable[Session]) -> Iterator[bytes]:
    """Together byte for byte what `to_json` gives of all of them."""
    before = b"[\n  "
    for session in sessions:
        # Line breaks in JSON stand between values only: text has them escaped.
        file = msgspec.json.format(msgspec.json.encode(session))
        yield before + file.replace(b"\n", b"\n  ")
        before = b",\n  "
    yield b"[]\n" if before.startswith(b"[") else b"\n]\n"
