"""Opening a zip that anybody may have packed."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError
from pathlib import Path
from typing import BinaryIO

from hiptimer.model.language import tr
from hiptimer.model.ordinary import opened

BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, EOFError, struct.error),
    # Where it claims to be encrypted, or of a version to come, or to have names that are none.
    *(RuntimeError, NotImplementedError, ValueError),
)
"""What zipfile raises for files it cannot make sense of, beside OSError."""

# The list of what is in a zip stands at its end, and is read whole before anything can be asked.
_LARGEST_LIST = 2_000_000
_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"
_LARGE_SIGN = b"PK\x06\x07"
_LONGEST_REMARK = 1 << 16
_LARGE_END = 20
# Text packs to a twentieth of its size.
_TIGHTEST = 300
_FREE = 1_000_000


@contextmanager
def opened_zip(file: Path) -> Iterator[zipfile.ZipFile]:
    """Raises OSError, and what is in BROKEN_ZIP, here and while it is used."""
    with opened(file) as stream:
        if _list_length(stream) > _LARGEST_LIST:
            raise zipfile.BadZipFile(tr("there are too many files in it"))
        with zipfile.ZipFile(stream) as zipped:
            yield zipped


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether a file is packed so tightly that nobody wrote it."""
    return info.file_size > _FREE + _TIGHTEST * info.compress_size


def _list_length(stream: BinaryIO) -> int:
    """The bytes of the list; as many as a list can have where the zip is one of the large form."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _LONGEST_REMARK - _END.size - _LARGE_END))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END_SIGN)
    if at < 0 or at + _END.size > len(tail):
        return 0  # no zip, as will be said
    if tail[max(0, at - _LARGE_END) : at].startswith(_LARGE_SIGN):
        return 1 << 32
    return int(_END.unpack_from(tail, at)[5])
