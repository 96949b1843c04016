from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from history.exchange.rooms import Room, room
from history.samples import any_session, at, done_set, session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.exporting import export
from hiptimer.history.exchange.reading import read_file
from hiptimer.history.exchange.results import Chosen
from hiptimer.history.interchange import to_json
from hiptimer.model.session import Session, Status

NOTES = (
    "é, 한국어, 🏃\u200d♀️",
    "two\nlines\r\nand\ttabs",
    '"quoted", with; commas',
    "\x00\x1b\u2028",
    "=1+1",
)


def past(number: int, **to: object) -> Session:
    whole = session(number, sets=(done_set(1), done_set(2)), status=Status.COMPLETE)
    return replace(whole, **{"ended_at": at(300), **to})


def moved(source: Room, folder: Path) -> Iterator[Room]:
    """An export of `source`, imported into an empty folder."""
    source.export("out.json")
    with room(folder) as empty:
        empty.take_in(*read_file(source.folder / "out.json"))
        empty.export("out.json")
        yield empty


def assert_moves_byte_for_byte(folder: Path, sessions: list[Session]) -> None:
    with room(folder / "old", sessions) as old:
        for new in moved(old, folder / "new"):
            was, now = (r.folder.joinpath("out.json").read_bytes() for r in (old, new))
            assert was == now
            assert was == to_json(old.all())


over = any_session.filter(lambda s: s.status is not Status.RUNNING)


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(st.lists(over, max_size=4, unique_by=lambda s: s.id))
def test_any_history_moves_house_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, sessions: list[Session]
) -> None:
    assert_moves_byte_for_byte(tmp_path_factory.mktemp("house"), sessions)


def test_notes_in_any_script_move_house_byte_for_byte(tmp_path: Path) -> None:
    assert_moves_byte_for_byte(tmp_path, [past(n, note=note) for n, note in enumerate(NOTES, 1)])


def test_sessions_across_a_clock_change_and_a_journey_move_house(tmp_path: Path) -> None:
    # The night of 25 October 2026 in Berlin: 02:30 is there twice. Then a flight to Seoul.
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    sessions = [
        past(1, started_at=first, utc_offset_s=7200, ended_at=first + timedelta(minutes=6)),
        past(2, started_at=first + timedelta(hours=1), utc_offset_s=3600),
        past(3, started_at=first + timedelta(hours=20), utc_offset_s=32_400),
        past(4, started_at=first + timedelta(hours=21), utc_offset_s=-12_600),
    ]
    assert_moves_byte_for_byte(tmp_path, sessions)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    live = session(9, sets=(done_set(1),))
    with room(tmp_path / "here", [past(1), past(2, deleted_at=at(400)), live]) as made:
        yield made


def test_json_has_deletions_too_but_nothing_that_is_still_running(here: Room) -> None:
    assert here.export("out.json").words == f"{here.folder / 'out.json'}: 2 sessions."
    exported = list(read_file(here.folder / "out.json"))
    assert exported == [past(1), past(2, deleted_at=at(400))]


def test_one_session_by_its_id(here: Room) -> None:
    here.export("out.json", Chosen(ids=(past(2).id,)))
    assert list(read_file(here.folder / "out.json")) == [past(2, deleted_at=at(400))]
    with pytest.raises(HistoryError, match="no session nobody"):
        here.export("out.json", Chosen(ids=("nobody",)))
    with pytest.raises(HistoryError, match="still running"):
        here.export("out.json", Chosen(ids=(session(9).id,)))


def test_since_counts_days_as_the_clock_on_the_wall_did_then(tmp_path: Path) -> None:
    late = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)
    with room(tmp_path, [past(1, started_at=late, utc_offset_s=3600)]) as here:
        assert here.export("a.json", Chosen(since=date(2026, 3, 10))).sessions == 1
        assert here.export("b.json", Chosen(since=date(2026, 3, 11))).sessions == 0


def test_a_history_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    assert export(None, Chosen(), tmp_path / "none.json", {}).sessions == 0
    assert (tmp_path / "none.json").read_bytes() == b"[]\n"


@pytest.mark.parametrize("name", ["out", "out.xlsx", "out.json.gz", ".json"])
def test_another_ending_is_refused_with_the_three_that_there_are(here: Room, name: str) -> None:
    with pytest.raises(HistoryError) as caught:
        here.export(name)
    assert all(form in str(caught.value) for form in (".json", ".csv", ".fit"))
    assert not (here.folder / name).exists()


def test_an_export_is_written_whole_or_not_at_all(here: Room) -> None:
    file = here.folder / "out.json"
    file.write_text("the one before")
    file.chmod(0o640)
    with pytest.raises(HistoryError):
        here.export("out.json", Chosen(ids=(past(1).id, "nobody")))
    assert file.read_text() == "the one before"
    here.export("out.json")
    assert file.stat().st_mode & 0o777 == 0o640
    left = {f.name for f in here.folder.iterdir() if f.name.startswith(".out")}
    assert left == set()
    with pytest.raises(OSError, match="No such file"):
        here.export("missing/out.json")
    assert not here.connection.in_transaction
