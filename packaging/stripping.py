"""Takes out of the libraries of a bundle what only debuggers read; on Linux."""

import struct
from pathlib import Path

from bundle_facts import output

MAGIC = b"\x7fELF\x02\x01"
"""Of a library for 64 bits, the lower byte first: all that there are packages for."""
LOAD = 1


def strip_all(bundle: Path) -> None:
    """Strip every library that survives it. Raises PackageError."""
    for file in bundle.rglob("*.so*"):
        if file.is_file() and not file.is_symlink() and file.read_bytes().startswith(MAGIC):
            _strip(file)


def _strip(file: Path) -> None:
    """Libraries out of wheels were changed after they were linked, and some break: they stay."""
    stripped = file.with_name(f"{file.name}.stripped")
    output("strip", "--strip-unneeded", "-o", str(stripped), str(file))
    if can_be_loaded(stripped.read_bytes()):
        stripped.replace(file)
    else:
        stripped.unlink()


def can_be_loaded(library: bytes) -> bool:
    """Whether each part lies in the file as it must lie in memory."""
    (table,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    for number in range(count):
        kind, _flags, offset, address = struct.unpack_from("<IIQQ", library, table + number * size)
        (unit,) = struct.unpack_from("<Q", library, table + number * size + 48)
        if kind == LOAD and (offset - address) % max(unit, 1):
            return False
    return True
