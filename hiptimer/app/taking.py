"""Files of routines and exercises from elsewhere: what is in them, and whether it can be used.

Nothing is written here but copies in a temporary folder, which is gone afterwards.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path, PurePosixPath

import msgspec

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.model.catalogue import Catalogue, check_file
from hiptimer.model.exercise import Exercise
from hiptimer.model.fault import CatalogueError
from hiptimer.model.file_names import is_device
from hiptimer.model.language import tr
from hiptimer.model.ordinary import read_ordinary
from hiptimer.model.plain import plain
from hiptimer.model.reading import read_exercise, read_poses, read_routine
from hiptimer.model.reasons import reason_of
from hiptimer.model.routine import Routine
from hiptimer.model.toml import LARGEST, TomlError, toml_table
from hiptimer.model.zips import BROKEN_ZIP, is_bomb, opened_zip

MOST_TEXT = 1_000_000
MOST_FILES = 300
TEXTS = (".txt", ".text", ".md")
ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
LONGEST_ID = 60
MANIFEST = "manifest.json"
KINDS = ("exercises", "poses", "routines")


class Standing(StrEnum):
    """What is here already under the name of something from elsewhere."""

    NEW = "new"
    SAME = "same"
    OWN = "own"
    BUILT_IN = "built-in"


class Item(msgspec.Struct, frozen=True):
    """One file that can be used. `source` is what the person called it, `value` what is in it;
    None for the poses of an exercise.
    """

    kind: str
    id: str
    data: bytes
    source: str
    standing: Standing
    value: Routine | Exercise | None = None

    @property
    def name(self) -> str:
        """Where it would lie in the folder of own files."""
        return f"{self.kind}/{self.id}.toml"


class Found(msgspec.Struct, frozen=True):
    """`items` in the order in which they need each other; `lines` is text to be read as a
    physio's lines; `problems` say file and place of what cannot be used.
    """

    items: tuple[Item, ...] = ()
    lines: str = ""
    problems: tuple[str, ...] = ()


class _Raw(msgspec.Struct, frozen=True):
    """The content of one file, and the folder it lay in."""

    source: str
    stem: str
    folder: str
    data: bytes


class _Staged(msgspec.Struct, frozen=True):
    kind: str
    file: Path
    raw: _Raw


def look_into(files: Sequence[Path], home: Home) -> Found:
    """What is in the files. Errors are told as problems; nothing else on the disk is touched."""
    problems: list[str] = []
    raws: list[_Raw] = []
    texts: list[str] = []
    for file in files[:MOST_FILES]:
        if file.is_dir():
            problems.append(tr("{file}: is a folder. Take the files in it.", file=file.name))
        elif file.suffix.lower() in TEXTS:
            texts += (
                raw.data.decode(errors="replace") for raw in _loose(file, problems, MOST_TEXT)
            )
        elif file.suffix.lower() == ".zip":
            raws += _members(file, problems)
        elif file.suffix.lower() == ".toml":
            raws += _loose(file, problems)
        else:
            words = tr("{file}: is no routine, no exercise and no text.", file=file.name)
            problems.append(words)
    if len(files) > MOST_FILES:
        problems.append(tr("Only the first {n} files are looked at.", n=MOST_FILES))
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        staged = tuple(_stage(raws, Path(folder), problems))
        items = tuple(_checked(staged, home, problems))
    return Found(items, "\n".join(texts), tuple(map(plain, problems)))


def _loose(file: Path, problems: list[str], most: int = LARGEST) -> Iterator[_Raw]:
    try:
        if not file.is_file():
            problems.append(tr("{file}: there is no such file.", file=file.name))
        elif file.stat().st_size > most:
            problems.append(tr("{file}: is too large.", file=file.name))
        elif not (data := read_ordinary(file, most)).strip():
            problems.append(tr("{file}: is empty.", file=file.name))
        else:
            yield _Raw(file.name, file.stem, file.parent.name, data)
    except OSError as error:
        problems.append(_unreadable(file, reason_of(error)))


def _members(file: Path, problems: list[str]) -> Iterator[_Raw]:
    """The TOML files in a zip; they are never unpacked under the names they have there."""
    try:
        with opened_zip(file) as zipped:
            if MANIFEST in zipped.namelist():
                words = tr("{file}: is a backup. Restore it on the History page.", file=file.name)
                problems.append(words)
                return
            members = [m for m in zipped.infolist() if m.filename.lower().endswith(".toml")]
            if not members:
                words = tr("{file}: has no routine and no exercise in it.", file=file.name)
                problems.append(words)
            for member in members[:MOST_FILES]:
                inside = PurePosixPath(member.filename)
                source = f"{file.name}/{inside.name}"
                if member.file_size > LARGEST or is_bomb(member):
                    problems.append(tr("{file}: is too large.", file=source))
                else:
                    data = zipped.read(member)
                    yield _Raw(source, inside.stem, inside.parent.name, data)
    except (OSError, *BROKEN_ZIP) as error:
        problems.append(_unreadable(file, error))


def _unreadable(file: Path, reason: object) -> str:
    return tr("{file}: cannot be read: {reason}.", file=file.name, reason=reason)


def _stage(raws: Iterable[_Raw], folder: Path, problems: list[str]) -> Iterator[_Staged]:
    """Copies under the names that their ids ask for: what was fetched twice is called "x (1)"."""
    seen: set[Path] = set()
    for number, raw in enumerate(raws):
        kind, id_ = _kind_and_id(raw)
        # What cannot be known lies under a name of its own: checking it says what is wrong.
        file = folder / (kind or str(number)) / f"{id_ or 'unnamed'}.toml"
        if file in seen:
            words = tr("{file}: there is another file of {id} with it.", file=raw.source, id=id_)
            problems.append(words)
            continue
        seen.add(file)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw.data)
        yield _Staged(kind, file, raw)


def _kind_and_id(raw: _Raw) -> tuple[str, str]:
    """Of what is in it; "" for what cannot be known."""
    try:
        table = toml_table(raw.data)
    except TomlError:
        return "", _usable(raw.stem)
    id_ = _usable(table.get("id")) or _usable(raw.stem)
    if "steps" in table:
        return "routines", id_
    if "phases" in table:
        return "exercises", id_
    # Poses have no id of their own.
    is_poses = bool(table) and all(isinstance(v, dict) and "points" in v for v in table.values())
    return ("poses", _usable(raw.stem)) if is_poses or raw.folder == "poses" else ("", id_)


def _usable(id_: object) -> str:
    """An id that can be the name of a file, else ""."""
    if not isinstance(id_, str) or len(id_) > LONGEST_ID or is_device(id_):
        return ""
    return id_ if ID_SIGNS.issuperset(id_) else ""


def _checked(staged: Sequence[_Staged], home: Home, problems: list[str]) -> Iterator[Item]:
    """Exercises first: the others are checked with them there."""
    here = home.catalogue
    known = dict(here.exercises)
    for one in staged:
        if one.kind == "exercises":
            try:
                known[one.file.stem] = read_exercise(one.file)
            except CatalogueError:
                continue  # told below, with its reasons
    together = Catalogue(known, here.routines)
    for kind in (*KINDS, ""):
        for one in staged:
            if one.kind == kind or (not kind and one.kind not in KINDS):
                faults = _faults(one, together)
                problems += (f"{one.raw.source}: {fault}" for fault in faults)
                if not faults:
                    yield _item(one, home)


def _faults(one: _Staged, together: Catalogue) -> tuple[str, ...]:
    faults = tuple(problem.message for problem in check_file(one.file, together))
    if faults or one.kind != "poses":
        return faults
    exercise = together.exercises.get(one.file.stem)
    if exercise is None:
        name = one.file.stem
        # L: After the name of a file and a colon.
        return (tr("has the poses of {name}, and there is no such exercise", name=name),)
    lacking = exercise.pose_names - read_poses(one.file).keys()
    names = ", ".join(sorted(lacking))
    # L: After the name of a file and a colon.
    return (tr("lacks the poses {names}", names=names),) if lacking else ()


def _item(one: _Staged, home: Home) -> Item:
    value: Routine | Exercise | None = None
    if one.kind == "routines":
        value = read_routine(one.file)
    elif one.kind == "exercises":
        value = read_exercise(one.file)
    id_ = one.file.stem
    standing = _standing(one, value, home)
    return Item(one.kind, id_, one.raw.data, one.raw.source, standing, value)


def _standing(one: _Staged, value: Routine | Exercise | None, home: Home) -> Standing:
    own = home.paths.own_catalogue / one.kind / one.file.name
    built_in = resources.assets() / one.kind / one.file.name
    here = own if own.exists() else built_in if built_in.exists() else None
    if here is None:
        return Standing.NEW
    known: Routine | Exercise | None = None
    if one.kind != "poses":
        table = home.catalogue.routines if one.kind == "routines" else home.catalogue.exercises
        known = table.get(one.file.stem)
    if _content(here) == one.raw.data or (value is not None and known == value):
        return Standing.SAME
    return Standing.OWN if here == own else Standing.BUILT_IN


def _content(file: Path) -> bytes | None:
    """None for what cannot be read; it is another than anything."""
    try:
        return read_ordinary(file)
    except OSError:
        return None
