"""Everything out and back in, joined as the window and the command line have it."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from history.samples import at, done_set, session
from msgspec.structs import replace

from hiptimer.app.exchange import Exchange
from hiptimer.app.home import Home
from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.restoring import LARGEST_HISTORY
from hiptimer.history.exchange.results import Chosen
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import Session, Status
from hiptimer.paths import paths_under

NOW = datetime(2026, 3, 9, 12, 30, tzinfo=UTC)
OWN = {
    "exercises/my-clam.toml": b"# not an exercise, but mine\n",
    "poses/my-clam.toml": b"[start]\n",
    "routines/my-own.toml": "name = 'é 한'\n".encode(),
}
SETTINGS = b'{"volume": 0.25, "week_goal": 5}'


def now() -> datetime:
    return NOW


def past(number: int, **to: object) -> Session:
    whole = session(number, sets=(done_set(1), done_set(2)), status=Status.COMPLETE)
    return replace(whole, **{"ended_at": at(300), **to})


def exchange(folder: Path) -> Exchange:
    return Exchange(Home(paths_under(folder)), now)


def fill(folder: Path) -> None:
    """Everything a person may have."""
    folder.mkdir()
    store = Store(open_history(folder / "history.db", now=NOW).connection)
    for one in (past(1, note="é 한\n🏃"), past(2, deleted_at=at(900)), past(3)):
        store.take_in(one)
    store.close()
    for name, content in {**OWN, "config/settings.json": SETTINGS}.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)


def belongings(folder: Path) -> dict[str, bytes]:
    """All of it, the history as an export."""
    out = folder.with_name(f"{folder.name}-all.json")
    exchange(folder).export(Chosen(), out)
    names = [*OWN, "config/settings.json"]
    return {"history": out.read_bytes(), **{n: (folder / n).read_bytes() for n in names}}


@pytest.fixture
def person(tmp_path: Path) -> Path:
    fill(tmp_path / "person")
    return tmp_path / "person"


@pytest.fixture
def backup(person: Path, tmp_path: Path) -> Path:
    file = tmp_path / "all.zip"
    backed_up = exchange(person).back_up(file)
    assert backed_up.words == f"{file}: 3 sessions, 3 files of your own and your settings."
    return file


def test_import_preview_apply_and_undo(tmp_path: Path, person: Path) -> None:
    out = tmp_path / "out" / "some.json"
    out.parent.mkdir()
    exchange(person).export(Chosen(), out)
    (out.parent / "bad.json").write_text("{")
    new = exchange(tmp_path / "new")
    preview = new.preview_import([out.parent])
    assert (
        preview.words == "3 new (1 of them deleted), 0 already here, 0 with changes, 1 unreadable"
    )
    assert not (tmp_path / "new" / "history.db").exists()
    assert new.apply_import(preview).words == "3 sessions added."
    again = new.preview_import([out])
    assert (again.new, again.here) == (0, 3)
    last = new.last_import()
    assert last is not None
    assert (last.at, last.new) == (NOW, 3)
    assert new.undo_import().deleted == 3
    assert new.preview_import([out]).stay_deleted == 2
    assert new.apply_import(again, undelete=True).changed == 2


def test_everything_comes_back_from_a_backup(person: Path, backup: Path, tmp_path: Path) -> None:
    wiped = tmp_path / "wiped"
    there = exchange(wiped)
    preview = there.preview_restore(backup)
    assert preview.lines == (
        "Sessions: 3 new (1 of them deleted), 0 already here, 0 with changes, 0 unreadable.",
        f"Added: {', '.join(OWN)}.",
        "Settings: different from yours.",
    )
    restored = there.apply_restore(preview, settings=True)
    assert (restored.history.new, restored.files, restored.settings) == (3, 3, True)
    assert belongings(wiped) == belongings(person)
    assert not there.preview_restore(backup).brings


def test_what_is_here_and_different_is_kept_beside(person: Path, backup: Path) -> None:
    mine = person / "exercises" / "my-clam.toml"
    mine.write_bytes(b"# changed since\n")
    settings = person / "config" / "settings.json"
    settings.write_bytes(b'{"volume": 1.0}')
    for _ in range(2):
        there = exchange(person)
        preview = there.preview_restore(backup)
        assert preview.different_files == ("exercises/my-clam.toml",)
        assert preview.settings_differ
        restored = there.apply_restore(preview, settings=False)
        assert mine.read_bytes() == OWN["exercises/my-clam.toml"]
        (copy,) = restored.copies
        assert copy.read_bytes() == b"# changed since\n"
        assert copy.name.startswith("my-clam.toml.before-restore-20260309-123000")
        assert settings.read_bytes() == b'{"volume": 1.0}'
        mine.write_bytes(b"# changed since\n")
    assert len(list(mine.parent.iterdir())) == 3
    restored = exchange(person).apply_restore(preview, settings=True)
    assert settings.read_bytes() == SETTINGS
    assert b'{"volume": 1.0}' in [copy.read_bytes() for copy in restored.copies]


def test_a_backup_ends_in_zip(person: Path, tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match=r"\.zip"):
        exchange(person).back_up(tmp_path / "all.tar")
    with pytest.raises(HistoryError, match="cannot be written"):
        exchange(person).back_up(tmp_path / "missing" / "all.zip")


def test_a_file_with_a_name_that_is_none_elsewhere_is_left_out_and_named(
    person: Path, tmp_path: Path
) -> None:
    (person / "routines" / "a:b.toml").write_text("")
    assert exchange(person).back_up(tmp_path / "a.zip").left_out == ("routines/a:b.toml",)


# --- backups that somebody has tampered with ---


def contents(backup: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(backup) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def listed(files: Mapping[str, bytes], **to: object) -> dict[str, bytes]:
    """`files` with a list of them that fits."""
    entries = [
        {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
        if name != "manifest.json"
    ]
    told = {"form": 1, "hiptimer": "0", "made_at": "2026-03-09T12:00:00Z", "files": entries}
    return {**files, "manifest.json": json.dumps({**told, **to}).encode()}


def zipped(file: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return file


def with_file(name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda files: listed({**files, name: b"x"})


def without(name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda files: {n: data for n, data in files.items() if n != name}


@pytest.mark.parametrize(
    ("tamper", "words"),
    [
        (with_file("../../outside.toml"), "does not belong"),
        (with_file("exercises/../../outside.toml"), "does not belong"),
        (with_file("/etc/outside.toml"), "does not belong"),
        (with_file("exercises\\..\\outside.toml"), "does not belong"),
        (with_file("C:outside.toml"), "does not belong"),
        (with_file("exercises/C:outside.toml"), "does not belong"),
        (with_file("exercises/.hidden.toml"), "does not belong"),
        (with_file("exercises/run.py"), "does not belong"),
        (with_file("exercises/MY-CLAM.toml"), "same name in some systems"),
        (without("manifest.json"), "no backup of hiptimer"),
        (without("history.json"), "not those of its list"),
        (lambda files: listed(without("history.json")(files)), "has no history"),
        (lambda files: {**files, "extra.txt": b""}, "not those of its list"),
        (lambda files: {**files, "history.json": b"[]"}, "not what it was"),
        (lambda files: {**files, "settings.json": b"{}"}, "not what it was"),
        (lambda files: {**files, "manifest.json": b"["}, "cannot be read"),
        (lambda files: {**files, "manifest.json": b"[" * 100_000}, "cannot be read"),
        (lambda files: listed(files, form=2), "the form 2"),
        (lambda files: listed({**files, "routines/a.toml": b" " * 11_000_000}), "over 10 MB"),
        (lambda files: listed({**files, "settings.json": b" " * 11_000_000}), "over 10 MB"),
    ],
)
def test_a_backup_that_was_tampered_with_changes_nothing(
    backup: Path,
    tmp_path: Path,
    tamper: Callable[[dict[str, bytes]], dict[str, bytes]],
    words: str,
) -> None:
    bad = zipped(tmp_path / "bad.zip", tamper(contents(backup)))
    empty = tmp_path / "empty"
    with pytest.raises(HistoryError, match=words) as caught:
        exchange(empty).preview_restore(bad)
    assert str(caught.value).startswith(str(bad))
    assert not (empty / "history.db").exists()
    assert not list(tmp_path.glob("**/outside*"))


def test_a_bomb_is_not_unpacked(backup: Path, tmp_path: Path) -> None:
    assert LARGEST_HISTORY == 2_000_000_000
    data = bytearray(zipped(tmp_path / "bomb.zip", contents(backup)).read_bytes())
    # The size that the directory tells of history.json, raised to over 4 GB less one.
    entry = data.rindex(b"history.json")
    data[entry - 22 : entry - 18] = b"\xfe\xff\xff\xff"
    bomb = tmp_path / "bomb.zip"
    bomb.write_bytes(data)
    with pytest.raises(HistoryError, match="history.json is over 2000 MB unpacked"):
        exchange(tmp_path / "empty").preview_restore(bomb)


def test_what_is_packed_as_nobody_packs_is_not_unpacked(backup: Path, tmp_path: Path) -> None:
    files = listed({**contents(backup), "history.json": b"[" + b" " * 1_900_000 + b"]"})
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as zipped_:
        for name, data in files.items():
            zipped_.writestr(name, data)
    with pytest.raises(HistoryError, match="Nothing was restored"):
        exchange(tmp_path / "empty").preview_restore(bomb)


def test_names_of_devices_do_not_belong_in_a_backup(backup: Path, tmp_path: Path) -> None:
    bad = zipped(tmp_path / "bad.zip", listed({**contents(backup), "routines/NUL.toml": b"a = 1"}))
    with pytest.raises(HistoryError, match=r"NUL\.toml' does not belong"):
        exchange(tmp_path / "empty").preview_restore(bad)


@pytest.mark.parametrize("cut", [0, 10, 200, -1, -100])
def test_a_backup_that_was_cut_off_is_refused(backup: Path, tmp_path: Path, cut: int) -> None:
    bad = tmp_path / "cut.zip"
    bad.write_bytes(backup.read_bytes()[:cut])
    with pytest.raises(HistoryError, match="Nothing was restored"):
        exchange(tmp_path / "empty").preview_restore(bad)


def test_a_flipped_bit_is_found(backup: Path, tmp_path: Path) -> None:
    data = bytearray(backup.read_bytes())
    # Byte 6 of a file's head says how it is packed, and the directory says what it needs.
    directory = data.index(b"PK\x01\x02")
    some = [6, 30, directory + 6, directory + 8, *range(40, len(data), len(data) // 20)]
    for place in some:
        bad = tmp_path / "flipped.zip"
        bad.write_bytes(bytes([*data[:place], data[place] ^ 0x10, *data[place + 1 :]]))
        try:
            preview = exchange(tmp_path / "empty").preview_restore(bad)
        except HistoryError:
            continue
        # Some bytes of a zip mean nothing; what would come back is then what was backed up.
        assert preview.history.new == 3


def test_no_file_and_no_zip_are_told(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="no such file"):
        exchange(tmp_path).preview_restore(tmp_path / "missing.zip")
    (tmp_path / "text.zip").write_text("hello")
    with pytest.raises(HistoryError, match="is no zip"):
        exchange(tmp_path).preview_restore(tmp_path / "text.zip")
