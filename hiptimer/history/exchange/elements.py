"""A JSON list read element by element, so that memory does not grow with the file."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from hiptimer.history.errors import HistoryError
from hiptimer.model.language import tr

MEGABYTE = 1_000_000
# One session, and also a file that is no list of sessions.
LARGEST = 10 * MEGABYTE
_PIECE = 1 << 16
_LONGEST_WORD = 64
_SPACE = re.compile(rb"[ \t\r\n]*")
_BYTE = re.compile(r"\(byte (\d+)\)")


class Elements:
    """The elements of the list in `stream`, which stands behind its opening bracket.

    `line` is the number of the line at which the latest element begins, from 1. Iterating raises
    HistoryError without a name when the list breaks off, and OSError; what came before was whole.
    """

    def __init__(self, stream: BinaryIO, before: bytes, line: int) -> None:
        """`before` is what was already read behind the bracket, in line `line`."""
        self._stream = stream
        self._waiting = before
        self._ended = False
        self.line = line

    def __iter__(self) -> Iterator[bytes]:
        mark = self._next_mark()
        while mark != b"]":
            element = self._element()
            yield element
            self._drop(len(element))
            mark = self._next_mark()
            if mark == b",":
                self._drop(1)
                self._next_mark()
            elif mark != b"]":
                raise self._broken(tr("found no comma after a session"))
        self._drop(1)
        if self._next_mark():
            raise self._broken(tr("found more after the end of the list"))

    def _next_mark(self) -> bytes:
        """The next byte that is not white space, nothing at the end of the file."""
        while True:
            space = _SPACE.match(self._waiting)
            self._drop(space.end() if space else 0)
            if self._waiting or not self._read_on(_PIECE):
                return self._waiting[:1]

    def _element(self) -> bytes:
        while True:
            length = self._length()
            if (length or len(self._waiting)) > LARGEST:
                raise self._broken(tr("a session of more than {most} MB", most=LARGEST // MEGABYTE))
            if length is not None:
                return self._waiting[:length]
            # As much again: an element is looked through twice at most.
            self._read_on(max(_PIECE, len(self._waiting)))

    def _length(self) -> int | None:
        """The bytes of the element that waits first; None when it is not whole yet."""
        try:
            msgspec.json.decode(self._waiting, type=msgspec.Raw)
        except RecursionError as error:
            raise self._broken(tr("brackets within brackets, too deep to be read")) from error
        except msgspec.DecodeError as error:
            said, place = str(error), _BYTE.search(str(error))
            at = int(place[1]) if place else 0
            if "trailing characters" in said and place:
                # Counted from 1, and the byte that should not be there.
                return at - 1
            if not self._ended and ("truncated" in said or at > len(self._waiting) - _LONGEST_WORD):
                # Cut off, be it within a number or a word, which is then called malformed.
                return None
            if "truncated" in said:
                raise self._broken(tr("the file ends within a session")) from error
            self._drop(at)
            raise self._broken(tr("is not JSON")) from error
        # Nothing follows: whole at the end of the file alone, a number might go on.
        return len(self._waiting) if self._ended else None

    def _read_on(self, size: int) -> bool:
        more = self._stream.read(size)
        self._ended = not more
        self._waiting += more
        return bool(more)

    def _drop(self, count: int) -> None:
        self.line += self._waiting.count(b"\n", 0, count)
        self._waiting = self._waiting[count:]

    def _broken(self, words: str) -> HistoryError:
        return HistoryError(tr("line {line}: {fault}", line=self.line, fault=words))
