"""Reading a backup: checked whole before anything of it is used."""

import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.belongings import HISTORY, MANIFEST, SETTINGS, is_own_file
from hiptimer.history.exchange.elements import LARGEST, MEGABYTE
from hiptimer.history.exchange.finding import MOST_FILES
from hiptimer.history.exchange.manifest import FORM, Entry, Manifest, Sum
from hiptimer.model.language import tr
from hiptimer.model.plain import plain
from hiptimer.model.reasons import reason_of
from hiptimer.model.zips import BROKEN_ZIP, is_bomb, opened_zip

# Unpacked: some 200 000 sessions. What says it is more is not unpacked at all.
LARGEST_HISTORY = 2_000 * MEGABYTE
_PIECE = 1 << 16
_ENCRYPTED = 0x1
_FORMS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Backup:
    """A backup that was checked: every file in it is one that belongs in one, of a bearable size,
    and what it was when the backup was made.
    """

    def __init__(self, zipped: zipfile.ZipFile, manifest: Manifest) -> None:
        self._zipped = zipped
        self.manifest = manifest
        self.names = tuple(entry.name for entry in manifest.files if entry.name != HISTORY)

    @contextmanager
    def history(self) -> Iterator[BinaryIO]:
        """A list of sessions."""
        with self._zipped.open(HISTORY) as stream:
            # It has all that reading needs of a binary stream.
            yield stream  # type: ignore[misc]

    def content(self, name: str) -> bytes:
        """Of one of `names`."""
        return self._zipped.read(name)


@contextmanager
def opened_backup(file: Path) -> Iterator[Backup]:
    """Raises HistoryError when `file` is no backup, or not one that is whole."""
    if not file.is_file():
        raise HistoryError(plain(tr("{file}: there is no such file.", file=file)))
    with ExitStack() as open_files:
        try:
            zipped = open_files.enter_context(opened_zip(file))
            backup = _checked(zipped)
        except _Wrong as error:
            words = tr("{file}: {fault}. Nothing was restored.", file=file, fault=error)
            raise HistoryError(plain(words)) from error
        except BROKEN_ZIP as error:
            words = tr("{file}: is no zip, or a damaged one. Nothing was restored.", file=file)
            raise HistoryError(plain(words)) from error
        except OSError as error:
            raise HistoryError(plain(f"{file}: {reason_of(error)}.")) from error
        yield backup


def _checked(zipped: zipfile.ZipFile) -> Backup:
    manifest = _manifest(zipped)
    _check_names(zipped, manifest)
    for entry in manifest.files:
        _check(zipped, entry)
    return Backup(zipped, manifest)


class _Wrong(Exception):
    """What is wrong with a backup."""


def _manifest(zipped: zipfile.ZipFile) -> Manifest:
    infos = {info.filename: info for info in zipped.infolist()}
    info = infos.get(MANIFEST)
    if info is None:
        raise _Wrong(tr("is a zip, but no backup of hiptimer"))
    _refuse_strange(info, LARGEST)
    try:
        manifest = msgspec.json.decode(b"".join(_pieces(zipped, info)), type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _Wrong(tr("its list of files cannot be read")) from error
    if manifest.form != FORM:
        raise _Wrong(
            tr(
                "has the form {form}, this hiptimer reads the form {known}",
                form=manifest.form,
                known=FORM,
            )
        )
    return manifest


def _check_names(zipped: zipfile.ZipFile, manifest: Manifest) -> None:
    listed = [entry.name for entry in manifest.files]
    if len(listed) > MOST_FILES:
        raise _Wrong(tr("has more than {most} files", most=MOST_FILES))
    for name in listed:
        if name not in (HISTORY, SETTINGS) and not is_own_file(name):
            raise _Wrong(tr("the file {name} does not belong in a backup", name=repr(name)))
    there = [info.filename for info in zipped.infolist()]
    if sorted(there) != sorted([*listed, MANIFEST]) or len(set(there)) < len(there):
        raise _Wrong(tr("the files in it are not those of its list"))
    if len({name.casefold() for name in there}) < len(there):
        raise _Wrong(tr("two files in it have the same name in some systems"))
    if HISTORY not in there:
        raise _Wrong(tr("has no history"))


def _check(zipped: zipfile.ZipFile, entry: Entry) -> None:
    info = zipped.getinfo(entry.name)
    _refuse_strange(info, LARGEST_HISTORY if entry.name == HISTORY else LARGEST)
    total = Sum()
    for piece in _pieces(zipped, info):
        total.add(piece)
    if total.entry(entry.name) != entry:
        raise _Wrong(tr("{name} is not what it was when the backup was made", name=entry.name))


def _refuse_strange(info: zipfile.ZipInfo, largest: int) -> None:
    if info.file_size > largest or is_bomb(info):
        raise _Wrong(
            tr("{name} is over {most} MB unpacked", name=info.filename, most=largest // MEGABYTE)
        )
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _FORMS:
        raise _Wrong(
            tr("{name} is packed in a way that hiptimer does not read", name=info.filename)
        )


def _pieces(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """What unpacks to more than it says is cut there, and fails its checksum."""
    with zipped.open(info) as stream:
        while piece := stream.read(_PIECE):
            yield piece
