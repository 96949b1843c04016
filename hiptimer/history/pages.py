"""The rows in a SQLite file, read page by page without SQLite, so that broken pages cost only what
is on them.

SQLite gives up a table whose root is broken, and a file whose head is. But each page says by itself
which rows are on it, and each row how long its values are (https://sqlite.org/fileformat2.html).
Pages of tables with a row id and of all others (indexes, tables WITHOUT ROWID) are told apart.
"""

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

Value = int | float | str | bytes | None

_MAGIC = b"SQLite format 3\x00"
_HEAD = 100
_USUAL_PAGE = 4096
_PAGES = tuple(2**power for power in range(9, 17))
_LOG_HEAD, _FRAME_HEAD = 32, 24
_LOG_MAGIC = (0x377F0682, 0x377F0683)
# Kinds of pages with rows on them: table leaf, index leaf, index interior.
_TABLE, _LEAF, _INNER = 13, 10, 2
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_LONGEST = 2**24


class Cell(NamedTuple):
    """One row; `in_table` tells whether its page belongs to a table with row ids."""

    in_table: bool
    values: tuple[Value, ...]


class Rows(NamedTuple):
    """Rows as they are now, and as they were: from pages that later ones took the place of."""

    now: Iterator[Cell]
    before: Iterator[Cell]


def read_rows(file: bytes, log: bytes = b"") -> Rows:
    """All rows that can be read from a database and its write-ahead log."""
    size = _page_size(file, log)
    own = {at // size + 1: file[at : at + size] for at in range(0, len(file), size)}
    frames, valid = _frames(log, size)
    pages = {**own, **dict(frames[:valid])}
    free = _free_pages(pages)
    current = {number: page for number, page in pages.items() if number not in free}
    # The newest first, so that of two states of a row the later one is met before the other.
    older = (*reversed(frames), *own.items())
    passed = [(n, page) for n, page in older if n not in free and current.get(n) is not page]
    now = (cell for number, page in current.items() for cell in _cells(number, page, pages, size))
    before = (cell for number, page in passed for cell in _cells(number, page, own, size))
    return Rows(now, before)


def _page_size(file: bytes, log: bytes) -> int:
    if file.startswith(_MAGIC):
        size = int.from_bytes(file[16:18], "big")
        if (size := 65536 if size == 1 else size) in _PAGES:
            return size
    size = int.from_bytes(log[8:12], "big")
    return size if size in _PAGES else _USUAL_PAGE


def _frames(log: bytes, size: int) -> tuple[list[tuple[int, bytes]], int]:
    """The pages in the log with their numbers, and how many of them are committed.

    Their checksums are not looked at: rows on a page that is half broken may be whole.
    """
    if len(log) < _LOG_HEAD:
        return [], 0
    salts = log[16:24] if int.from_bytes(log[:4], "big") in _LOG_MAGIC else None
    frames: list[tuple[int, bytes]] = []
    valid, is_ours = 0, True
    for at in range(_LOG_HEAD, len(log) - _FRAME_HEAD, _FRAME_HEAD + size):
        number, pages_after = struct.unpack_from(">II", log, at)
        frames.append((number, log[at + _FRAME_HEAD : at + _FRAME_HEAD + size]))
        is_ours = is_ours and log[at + 8 : at + 16] == salts
        if is_ours and pages_after:
            valid = len(frames)
    return frames, valid


def _free_pages(pages: Mapping[int, bytes]) -> set[int]:
    """Pages that are out of use, on which deleted rows lie; none where their list is broken."""
    first = pages.get(1, b"")
    if len(first) < _HEAD or not first.startswith(_MAGIC):
        return set()
    trunk, count = struct.unpack_from(">II", first, 32)
    free: list[int] = []
    while trunk and len(free) < count:
        page = pages.get(trunk, b"")
        if len(page) < 8:
            return set()
        following, leaves = struct.unpack_from(">II", page)
        if leaves > len(page) // 4 - 2:
            return set()
        free += (trunk, *struct.unpack_from(f">{leaves}I", page, 8))
        trunk = following
    return set(free) if len(set(free)) == len(free) == count else set()


def _cells(number: int, page: bytes, pages: Mapping[int, bytes], size: int) -> Iterator[Cell]:
    start = _HEAD if number == 1 else 0
    if len(page) < start + 8 or page[start] not in (_TABLE, _LEAF, _INNER):
        return
    kind = page[start]
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    pointers = start + (12 if kind == _INNER else 8)
    for at in range(pointers, min(pointers + 2 * count, len(page) - 1), 2):
        place = int.from_bytes(page[at : at + 2], "big")
        try:
            payload, length = _payload(page, place, kind, pages, size)
            values = _record(payload, length)
        except (IndexError, struct.error):
            continue
        if values is not None:
            yield Cell(kind == _TABLE, values)


def _payload(
    page: bytes, at: int, kind: int, pages: Mapping[int, bytes], size: int
) -> tuple[bytes, int]:
    """The bytes of a row as far as they are there, and how many there should be.

    Raises IndexError when it leads out of the page.
    """
    length, at = _varint(page, at + 4 if kind == _INNER else at)
    if length > _LONGEST:
        raise IndexError
    if kind == _TABLE:
        _, at = _varint(page, at)
    most = size - 35 if kind == _TABLE else (size - 12) * 64 // 255 - 23
    if length <= most:
        return page[at : at + length], length
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    local = local if local <= most else least
    payload = bytearray(page[at : at + local])
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while len(payload) < length and len(more := pages.get(following, b"")) > 4:
        payload += more[4 : 4 + length - len(payload)]
        following = int.from_bytes(more[:4], "big")
    return bytes(payload), length


def _record(payload: bytes, length: int) -> tuple[Value, ...] | None:
    """The values of a row; those that are not all there are None. None when it is no row."""
    head, at = _varint(payload, 0)
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != head or head + sum(map(_size, kinds)) != length:
        return None
    values = []
    for kind in kinds:
        end = at + _size(kind)
        values.append(_value(kind, payload[at:end]) if end <= len(payload) else None)
        at = end
    return tuple(values)


def _size(kind: int) -> int:
    return _SIZES[kind] if kind < 10 else (kind - 12) // 2


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        return data.decode(errors="replace") if kind % 2 else data
    if kind == 7:
        [number] = struct.unpack(">d", data)
        return float(number)
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(data, "big", signed=True) if kind else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number at `at`, and where it ends. Raises IndexError when it leads out of `data`."""
    if data[at] < 0x80:
        # Nearly all of them.
        return data[at], at + 1
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9
