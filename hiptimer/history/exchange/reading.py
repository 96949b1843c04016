"""Sessions from files that may hold anything: one session each, or a list as an export writes."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.elements import LARGEST, MEGABYTE, Elements
from hiptimer.history.interchange import from_json
from hiptimer.model.language import tr, tr_in, tr_n
from hiptimer.model.ordinary import opened
from hiptimer.model.plain import plain
from hiptimer.model.reasons import reason_of
from hiptimer.model.session import Session

_FAULTS_TOLD = 10
# A list with more of them is not one of sessions.
_MOST_FAULTS = 1_000
_BOM = b"\xef\xbb\xbf"
_PIECE = 1 << 16


def read_file(file: Path) -> Iterator[Session | HistoryError]:
    """Each session in `file`, and an error that names file and place for each that is none.

    Never waits for a pipe or a device, and holds one session at a time.
    """
    try:
        with opened(file) as stream:
            yield from read_stream(stream, str(file))
    except OSError as error:
        yield _fault(str(file), tr("cannot be read: {reason}", reason=reason_of(error)))


def read_stream(stream: BinaryIO, name: str) -> Iterator[Session | HistoryError]:
    """As `read_file`, of what `stream` gives; `name` is what errors call it. Raises OSError."""
    head = stream.read(_PIECE).removeprefix(_BOM)
    start = len(head) - len(head.lstrip())
    if head[start : start + 1] == b"[":
        yield from _list(stream, head, start, name)
        return
    if words := _what_else(head):
        yield _fault(name, words)
        return
    data = head + stream.read(LARGEST + 1 - len(head))
    if len(data) > LARGEST:
        yield HistoryError(plain(too_large_words(name)))
        return
    yield _session(data, name)


def too_large_words(file: str) -> str:
    """Of a file larger than any session."""
    return tr("{file}: over {most} MB, which no session is", file=file, most=LARGEST // MEGABYTE)


def _list(stream: BinaryIO, head: bytes, start: int, name: str) -> Iterator[Session | HistoryError]:
    """The sessions of a list; of many faults the first ones and then their number."""
    elements = Elements(stream, head[start + 1 :], 1 + head.count(b"\n", 0, start))
    faults = 0
    try:
        for number, element in enumerate(elements, start=1):
            place = tr(
                "{file}, line {line}, session {number}",
                file=name,
                line=elements.line,
                number=number,
            )
            read = _session(element, place)
            faults += isinstance(read, HistoryError)
            if isinstance(read, Session) or faults <= _FAULTS_TOLD:
                yield read
            if faults > _MOST_FAULTS:
                words = tr("more than {most} sessions in it cannot be read", most=_MOST_FAULTS)
                yield _fault(name, words)
                return
    except HistoryError as error:
        yield _fault(name, str(error))
    if faults > _FAULTS_TOLD:
        more = faults - _FAULTS_TOLD
        words = tr_n("{n} more session cannot be read", "{n} more sessions cannot be read", more)
        yield _fault(name, words)


def _session(data: bytes, name: str) -> Session | HistoryError:
    try:
        return from_json(data, name)
    except HistoryError as error:
        return HistoryError(plain(str(error)))


def _what_else(head: bytes) -> str | None:
    """What a file that begins with `head` is instead of JSON, if that can be told."""
    if not head.strip():
        return tr_in("after the name of a file", "is empty")
    if head.startswith(b"PK\x03\x04"):
        return tr_in(
            "after the name of a file", "is a zip. A backup comes back with: hiptimer restore"
        )
    if head[8:12] == b".FIT":
        return tr_in(
            "after the name of a file", "is a FIT activity; only session files can be imported"
        )
    if b"\0" in head:
        return tr_in("after the name of a file", "is no text; a session file is JSON")
    if not head.lstrip().startswith(b"{"):
        return tr_in("after the name of a file", "is not JSON; only session files can be imported")
    return None


def _fault(name: str, words: str) -> HistoryError:
    return HistoryError(plain(f"{name}: {words}"))
