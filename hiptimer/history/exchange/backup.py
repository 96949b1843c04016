"""A backup: a zip of open forms, with a list of what is in it.

`history.json` is what an export is, so that a backup can be read without this program, and by
any later version of it. The files of the person's own and the settings are as they were found.
"""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from hiptimer.history.exchange.belongings import (
    HISTORY,
    MANIFEST,
    SETTINGS,
    Belongings,
    is_own_file,
)
from hiptimer.history.exchange.counting import Passing
from hiptimer.history.exchange.lists import list_pieces
from hiptimer.history.exchange.manifest import FORM, Entry, Manifest, Sum
from hiptimer.history.exchange.results import BackedUp
from hiptimer.history.exchange.saving import written_atomically
from hiptimer.model.ordinary import read_ordinary
from hiptimer.model.plain import plain
from hiptimer.model.session import Session


def back_up(
    sessions: Iterable[Session], belongings: Belongings, file: Path, *, version: str, now: datetime
) -> BackedUp:
    """Write everything to `file`, whole or not at all. Raises OSError."""
    own = belongings.own_files()
    left_out = tuple(plain(name) for name in own if not is_own_file(name))
    files = {name: path for name, path in own.items() if is_own_file(name)}
    has_settings = belongings.settings.is_file()
    if has_settings:
        files[SETTINGS] = belongings.settings
    passing = Passing(sessions)
    with written_atomically(file) as stream, zipfile.ZipFile(stream, "w") as zipped:
        entries = [_write(zipped, HISTORY, now, list_pieces(passing))]
        entries += [_write(zipped, name, now, [read_ordinary(p)]) for name, p in files.items()]
        manifest = Manifest(FORM, version, now, tuple(entries))
        _write(zipped, MANIFEST, now, [msgspec.json.format(msgspec.json.encode(manifest))])
    return BackedUp(file, passing.count, len(files) - has_settings, has_settings, left_out)


def _write(zipped: zipfile.ZipFile, name: str, now: datetime, pieces: Iterable[bytes]) -> Entry:
    info = zipfile.ZipInfo(name, now.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    total = Sum()
    # The length is not known before, so room is made for a large one.
    with zipped.open(info, "w", force_zip64=True) as stream:
        for piece in pieces:
            stream.write(piece)
            total.add(piece)
    return total.entry(name)
