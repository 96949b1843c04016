"""Real small disks: one that is full, one that is read-only. Mounting needs root on Linux."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from history.samples import at, done_set, now, session

from hiptimer.history.errors import HistoryError
from hiptimer.history.interchange import from_json
from hiptimer.history.journal import Journal, Saved
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.history.store import Store
from hiptimer.history.waiting import waiting_file
from hiptimer.model.session import Status

ID = session().id


def mount(*options: str) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    return subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)):
        pytest.skip("no small disk could be mounted (needs root on Linux)")
    yield folder
    # Lazily: a failing test may leave a connection open.
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as stream:
        try:
            while stream.write(b"x" * 512):
                pass
        except OSError:
            return ballast
    raise AssertionError("the disk never filled up")


def test_a_full_disk_is_told_and_tried_again_until_there_is_room(disk: Path) -> None:
    saved: list[Saved] = []
    troubles: list[str | None] = []
    heard = threading.Event()

    def on_trouble(trouble: str | None) -> None:
        troubles.append(trouble)
        heard.set()

    journal = Journal(
        disk / "history.db", on_saved=saved.append, on_trouble=on_trouble, now=now, retry_s=0.02
    )
    journal.begin(session())
    assert journal.flush(10)
    ballast = fill(disk)
    total = 60
    for n in range(1, total + 1):
        journal.save_set(ID, done_set(n))
    assert heard.wait(10)
    assert "full" in str(troubles[0])
    assert len(saved) < total
    ballast.unlink()
    assert journal.flush(20)
    assert troubles[-1] is None
    assert journal.close(5)
    with closing(Store(open_history(disk / "history.db", now=now()).connection)) as store:
        after = store.session(ID)
    assert after is not None
    assert [s.reps for s in after.sets] == [10] * total
    assert [s.n for s in saved] == list(range(1, total + 1))


def test_a_disk_full_from_the_start_keeps_the_session_elsewhere_at_the_end(
    disk: Path, tmp_path: Path
) -> None:
    fill(disk)
    troubles: list[str | None] = []
    journal = Journal(
        disk / "history.db",
        on_saved=print,
        on_trouble=troubles.append,
        now=now,
        fallback_folders=(disk, tmp_path / "spare"),
        retry_s=0.02,
    )
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    assert journal.close(0.5)
    kept = from_json(waiting_file(tmp_path / "spare", ID).read_bytes(), "spare")
    assert kept.total_reps == 10
    assert troubles


def test_a_read_only_disk_can_be_read_and_the_workout_goes_elsewhere(
    disk: Path, tmp_path: Path
) -> None:
    file = disk / "history.db"
    with closing(Store(open_history(file, now=now()).connection)) as store:
        store.take_in(session(2, status=Status.COMPLETE, ended_at=at(300)))
    assert mount("-o", "remount,ro", str(disk))

    connection = open_for_reading(file)
    assert connection is not None
    with closing(Store(connection)) as store:
        assert len(store.sessions()) == 1
    with pytest.raises(HistoryError):
        open_history(file, now=now())

    journal = Journal(
        file,
        on_saved=print,
        on_trouble=print,
        now=now,
        fallback_folders=(disk, tmp_path / "spare"),
    )
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    assert journal.flush(10)
    assert journal.close(5)
    assert from_json(waiting_file(tmp_path / "spare", ID).read_bytes(), "spare").total_reps == 10
