import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from history.samples import at, done_set, now, planned_set, session

from hiptimer.history.connection import connect
from hiptimer.history.interchange import from_json
from hiptimer.history.journal import Journal, Saved
from hiptimer.history.opening import open_history
from hiptimer.history.running import is_live, running_folder
from hiptimer.history.store import Store
from hiptimer.history.waiting import locks_of_waiting, take_in, waiting_file
from hiptimer.model.session import Corrected, Pause, Rating, Session, Sign, Status

ID = session().id


class Heard:
    """What the journal said, and on which threads; waiting for it without guessing a time."""

    def __init__(self) -> None:
        self.saved: list[Saved] = []
        self.troubles: list[str | None] = []
        self.threads: set[str] = set()
        self.on_none: Callable[[], None] = list
        self._news = threading.Condition()

    def on_saved(self, saved: Saved) -> None:
        with self._news:
            self.saved.append(saved)
            self.threads.add(threading.current_thread().name)
            self._news.notify_all()

    def on_trouble(self, trouble: str | None) -> None:
        with self._news:
            self.troubles.append(trouble)
            if trouble is None:
                self.on_none()
            self._news.notify_all()

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_so, 10), (self.saved, self.troubles)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def journals() -> Iterator[list[Journal]]:
    made: list[Journal] = []
    yield made
    for journal in made:
        journal.close(1)


@pytest.fixture
def write(tmp_path: Path, heard: Heard, journals: list[Journal]) -> Callable[..., Journal]:
    def make(file: Path, *, spare: tuple[Path, ...] = (tmp_path / "spare",)) -> Journal:
        journal = Journal(
            file,
            on_saved=heard.on_saved,
            on_trouble=heard.on_trouble,
            fallback_folders=spare,
            now=now,
            host="mat",
            retry_s=0.02,
        )
        journals.append(journal)
        return journal

    return make


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


def stored(file: Path) -> Session | None:
    with closing(Store(open_history(file, now=now()).connection)) as store:
        return store.session(ID)


def waiting(folder: Path) -> Session:
    return from_json(waiting_file(folder, ID).read_bytes(), "waiting")


def test_a_whole_session_is_on_disk(file: Path, heard: Heard, write) -> None:
    journal = write(file)
    journal.begin(session())
    journal.save_set(ID, done_set(1, reps=9))
    journal.save_set(ID, done_set(1))
    journal.save_pause(ID, Pause(80, 3))
    journal.replace_plan(ID, (planned_set(2), planned_set(3)))
    journal.finish(ID, Status.STOPPED, at(200))
    journal.rate(ID, "clam-basic", Rating.RIGHT)
    journal.describe(ID, effort=3, note="fine", pain=(), signs=(Sign.LIMPING,))
    journal.correct(ID, 1, 1, Corrected(reps=8))
    journal.delete(ID, at(300))
    journal.undelete(ID)
    assert journal.flush(10)
    after = stored(file)
    assert after is not None
    assert [(s.n, s.reps, s.done_reps, s.rating) for s in after.sets] == [
        (1, 10, 8, Rating.RIGHT),
        (2, None, 0, Rating.RIGHT),
        (3, None, 0, Rating.RIGHT),
    ]
    assert (after.status, after.ended_at) == (Status.STOPPED, at(200))
    assert (after.note, after.deleted_at) == ("fine", None)
    # Four edits in one moment, and each is later than the one before.
    assert after.note_at is not None
    assert now() < after.note_at < after.edited_at < now() + timedelta(seconds=1)
    assert after.pauses == (Pause(80, 3),)
    assert heard.saved == [Saved(ID, 1, 1, 9, None), Saved(ID, 1, 1, 10, None)]
    assert heard.threads == {"journal"}
    assert heard.troubles == []
    assert journal.close(5)


def test_what_is_announced_is_already_committed(file: Path, journals: list[Journal]) -> None:
    seen: list[int | None] = []

    def look(saved: Saved) -> None:
        after = stored(file)
        assert after is not None
        seen.append(after.sets[0].reps)

    journal = Journal(file, on_saved=look, on_trouble=seen.append, now=now)
    journals.append(journal)
    journal.begin(session())
    for reps in (1, 2, 3):
        journal.save_set(ID, done_set(1, reps=reps))
    assert journal.flush(10)
    assert seen == [1, 2, 3]


def test_a_session_is_marked_as_running_while_it_lasts(file: Path, write) -> None:
    folder = running_folder(file)
    journal = write(file)
    journal.begin(session())
    assert journal.flush(10)
    assert is_live(folder, ID)
    assert msgspec.json.decode((folder / f"{ID}.lock").read_bytes())["host"] == "mat"
    journal.finish(ID, Status.COMPLETE, at(100))
    assert journal.flush(10)
    assert not is_live(folder, ID)
    assert not (folder / f"{ID}.lock").exists()


def test_closing_without_an_end_leaves_the_session_to_be_closed(file: Path, write) -> None:
    journal = write(file)
    journal.begin(session())
    assert journal.close(5)
    assert not is_live(running_folder(file), ID)
    after = stored(file)
    assert after is not None
    assert after.status is Status.RUNNING


def test_after_closing_nothing_can_be_asked(file: Path, write) -> None:
    journal = write(file)
    assert journal.close(5)
    assert journal.close(5)
    with pytest.raises(RuntimeError):
        journal.begin(session())
    assert not file.parent.exists()


def test_a_locked_history_is_tried_again_until_it_is_free(file: Path, heard: Heard, write) -> None:
    journal = write(file)
    journal.begin(session())
    assert journal.flush(10)
    with closing(connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        journal.save_set(ID, done_set(1, reps=1))
        journal.save_set(ID, done_set(1, reps=2))
        heard.wait_until(lambda: len(heard.troubles) == 1)
        assert "busy" in str(heard.troubles[0])
        assert not journal.flush(0.05)
        assert heard.saved == []
        other.execute("ROLLBACK")
    assert journal.flush(10)
    assert [saved.reps for saved in heard.saved] == [1, 2]
    assert heard.troubles[1:] == [None]
    assert journal.close(5)


def test_closing_while_locked_keeps_the_session_in_a_file(
    file: Path, heard: Heard, write, tmp_path: Path
) -> None:
    journal = write(file)
    journal.begin(session())
    assert journal.flush(10)
    with closing(connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        journal.save_set(ID, done_set(1))
        journal.save_set(ID, done_set(2, reps=4))
        journal.finish(ID, Status.STOPPED, at(150))
        assert journal.close(0.1)
        other.execute("ROLLBACK")
    assert [saved.n for saved in heard.saved] == [1, 2]
    with closing(Store(open_history(file, now=now()).connection)) as store:
        assert store.session(ID) == session()
        taken = take_in([tmp_path / "spare"], store)
        assert taken.problems == ()
        after = store.session(ID)
    assert after is not None
    assert [(s.n, s.reps) for s in after.sets] == [(1, 10), (2, 4), (3, None), (4, None)]
    assert (after.status, after.ended_at) == (Status.STOPPED, at(150))
    assert not waiting_file(tmp_path / "spare", ID).exists()


def folder_is_a_file(file: Path) -> None:
    file.parent.write_text("not a folder")


def newer_version(file: Path) -> None:
    open_history(file, now=now()).connection.close()
    with closing(connect(file)) as connection:
        connection.execute("PRAGMA user_version = 999")


@pytest.mark.parametrize("spoil", [folder_is_a_file, newer_version])
def test_without_a_history_the_session_goes_to_a_file_as_it_goes(
    file: Path, heard: Heard, write, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(file)
    spare = tmp_path / "spare"
    journal = write(
        file, spare=(file.parent / "sub" / "x", spare) if file.parent.is_file() else (spare,)
    )
    journal.begin(session())
    assert journal.flush(10)
    assert waiting(spare).status is Status.RUNNING
    assert is_live(locks_of_waiting(spare), ID)
    assert str(waiting_file(spare, ID)) in str(heard.troubles[0])
    journal.save_set(ID, done_set(1, reps=2))
    assert journal.flush(10)
    assert waiting(spare).sets[0].reps == 2
    journal.finish(ID, Status.COMPLETE, at(100))
    journal.describe(ID, effort=5, note="", pain=(), signs=())
    assert journal.close(5)
    assert (waiting(spare).status, waiting(spare).effort) == (Status.COMPLETE, 5)
    assert heard.saved == [Saved(ID, 1, 1, 2, None)]
    assert len(heard.troubles) == 1


def test_a_history_lost_in_the_middle_goes_on_in_a_file(
    file: Path, heard: Heard, write, tmp_path: Path
) -> None:
    journal = write(file)
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    assert journal.flush(10)
    with closing(connect(file)) as other:
        other.execute("DROP TABLE set_record")
    journal.save_set(ID, done_set(2))
    assert journal.flush(10)
    assert [s.reps for s in waiting(tmp_path / "spare").sets] == [10, 10, None, None]
    assert len(heard.troubles) == 1


def test_with_nowhere_to_write_it_says_so_and_goes_on_trying(
    file: Path, heard: Heard, write, tmp_path: Path
) -> None:
    folder_is_a_file(file)
    spare = tmp_path / "later"
    spare.write_text("not a folder")
    journal = write(file, spare=(spare,))
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    heard.wait_until(lambda: len(heard.troubles) == 1)
    assert "cannot be saved" in str(heard.troubles[0])
    spare.unlink()
    assert journal.flush(10)
    assert waiting(spare).sets[0].reps == 10


def test_closing_with_nowhere_to_write_is_not_claimed_as_kept(file: Path, write) -> None:
    folder_is_a_file(file)
    journal = write(file, spare=())
    journal.begin(session())
    assert not journal.flush(0.05)
    assert not journal.close(0.05)


def test_hastened_while_locked_it_keeps_the_session_in_a_file_and_goes_on_there(
    file: Path, write, tmp_path: Path
) -> None:
    journal = write(file)
    journal.begin(session())
    assert journal.flush(10)
    with closing(connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        journal.save_set(ID, done_set(1))
        assert journal.hasten(0.1)
        other.execute("ROLLBACK")
    assert [s.reps for s in waiting(tmp_path / "spare").sets] == [10, None, None, None]
    journal.save_set(ID, done_set(2))
    assert journal.close(5)
    assert [s.reps for s in waiting(tmp_path / "spare").sets] == [10, 10, None, None]


def test_hastened_with_nowhere_to_write_it_says_so_and_loses_nothing(
    file: Path, write, tmp_path: Path
) -> None:
    folder_is_a_file(file)
    spare = tmp_path / "later"
    spare.write_text("not a folder")
    journal = write(file, spare=(spare,))
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    assert not journal.hasten(0.05)
    assert "cannot be saved" in journal.trouble
    assert not journal.hasten(0.05)
    spare.unlink()
    assert journal.flush(10)
    assert waiting(spare).sets[0].reps == 10
    assert journal.hasten(0.05)


def test_hastened_with_all_well_it_stays_with_the_history(
    file: Path, write, tmp_path: Path
) -> None:
    journal = write(file)
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    assert journal.hasten(10)
    assert journal.trouble == ""
    assert not waiting_file(tmp_path / "spare", ID).exists()


def test_what_cannot_be_done_is_told_and_the_rest_goes_on(file: Path, heard: Heard, write) -> None:
    journal = write(file)
    journal.begin(session())
    journal.correct(ID, 77, 1, Corrected(reps=1))
    journal.rate("nobody", "clam-basic", Rating.EASY)
    journal.save_set(ID, done_set(1))
    assert not journal.flush(10)
    assert [saved.n for saved in heard.saved] == [1]
    assert "Set 77" in str(heard.troubles[0])
    assert "not in the history" in str(heard.troubles[1])
    assert heard.troubles[2:] == [None]


def test_a_damaged_history_is_told_and_a_new_one_begun(file: Path, heard: Heard, write) -> None:
    file.parent.mkdir()
    file.write_text("Dear diary")
    journal = write(file)
    journal.begin(session())
    assert journal.flush(10)
    assert stored(file) == session()
    [told] = heard.troubles
    assert "Nothing was deleted" in str(told)


def test_two_journals_and_a_reader_at_once(file: Path, heard: Heard, write) -> None:
    ids = [session(number).id for number in (1, 2)]
    both = [write(file), write(file)]
    for journal, number in zip(both, (1, 2), strict=True):
        journal.begin(session(number))
    with closing(Store(open_history(file, now=now()).connection)) as store:
        for reps in range(1, 31):
            for journal, id_ in zip(both, ids, strict=True):
                journal.save_set(id_, done_set(1, reps=reps))
            store.sessions()
        assert all(journal.flush(20) for journal in both)
        assert [s.sets[0].reps for s in store.sessions()] == [30, 30]


def test_the_history_can_be_read_while_it_is_written(file: Path, write) -> None:
    journal = write(file)
    journal.begin(session())
    assert journal.flush(10)
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM session").fetchall()
        start = time.monotonic()
        journal.save_set(ID, done_set(1))
        assert journal.flush(10)
        assert time.monotonic() - start < 5
        reader.execute("ROLLBACK")


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def rename(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


@pytest.mark.parametrize("lose", [remove, rename])
def test_a_history_that_is_gone_is_told_and_the_whole_session_kept_in_a_file(
    file: Path, heard: Heard, write, tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    journal = write(file)
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    assert journal.flush(10)
    lose(file.parent)
    journal.save_set(ID, done_set(2))
    assert journal.flush(10)
    assert "not there any more" in str(heard.troubles[0])
    assert not file.parent.exists()
    assert [s.reps for s in waiting(tmp_path / "spare").sets] == [10, 10, None, None]


def test_a_history_in_the_place_of_the_one_begun_gets_the_whole_session(
    file: Path, heard: Heard, write
) -> None:
    journal = write(file)
    journal.begin(session())
    journal.save_set(ID, done_set(1))
    assert journal.flush(10)
    rename(file.parent)
    open_history(file, now=now()).connection.close()
    journal.save_set(ID, done_set(2))
    assert journal.flush(10)
    assert is_live(running_folder(file), ID)
    found = stored(file)
    assert found is not None
    assert [s.reps for s in found.sets] == [10, 10, None, None]
    assert heard.troubles in ([], [None])


def test_where_a_history_must_be_none_is_made(file: Path, heard: Heard, tmp_path: Path) -> None:
    journal = Journal(
        file,
        on_saved=heard.on_saved,
        on_trouble=heard.on_trouble,
        fallback_folders=(tmp_path / "spare",),
        now=now,
        must_exist=True,
    )
    journal.begin(session())
    assert journal.close(10)
    assert not file.parent.exists()
    assert waiting(tmp_path / "spare").id == ID


def test_it_is_over_only_when_all_of_it_is_kept(file: Path, heard: Heard, write) -> None:
    journal = write(file)
    journal.begin(session())
    assert journal.flush(10)
    at_the_end: list[int] = []
    heard.on_none = lambda: at_the_end.append(len(heard.saved))
    with closing(connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for n in range(1, 5):
            journal.save_set(ID, done_set(n))
        heard.wait_until(lambda: len(heard.troubles) == 1)
        other.execute("ROLLBACK")
    assert journal.flush(10)
    assert heard.troubles[1:] == [None]
    assert at_the_end == [3]  # the last one is told right after
