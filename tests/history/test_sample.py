from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from history.samples import now
from make_sample import sample, shipped_catalogue

from hiptimer.history.interchange import from_json
from hiptimer.history.opening import open_history
from hiptimer.history.statistics import Statistics
from hiptimer.history.store import Store
from hiptimer.model.session import Session, Status

FOLDER = Path(__file__).parents[2] / "sessions" / "sample"


@pytest.fixture(scope="module")
def sessions() -> list[Session]:
    return [from_json(file.read_bytes(), file.name) for file in sorted(FOLDER.glob("*.json"))]


def test_the_script_makes_the_files_byte_for_byte() -> None:
    made = dict(sample(shipped_catalogue()))
    there = {file.name: file.read_bytes() for file in FOLDER.glob("*")}
    assert made.keys() == there.keys(), "run: make sample"
    assert made == there, "run: make sample"


def test_what_a_sample_should_show_is_in_it(sessions: list[Session]) -> None:
    assert 38 <= len(sessions) <= 45
    assert len({s.id for s in sessions}) == len(sessions)
    assert {s.status for s in sessions} == {Status.COMPLETE, Status.STOPPED, Status.INTERRUPTED}
    assert {s.utc_offset_s // 3600 for s in sessions} == {1, 2, 9}
    notes = "".join(s.note for s in sessions)
    assert all(sign in notes for sign in ("é", "한", "\n", "🎉"))
    records = [record for s in sessions for record in s.sets]
    assert any(record.corrected for record in records)
    assert any(record.swapped_from for record in records)
    assert any(record.attempt == 2 for record in records)
    assert len({record.rating for record in records}) == 4
    assert any(s.pain for s in sessions)
    assert any(s.signs for s in sessions)
    assert any(s.pauses for s in sessions)
    assert any(s.deleted_at for s in sessions)
    assert {r.exercise.level for r in records if r.exercise.family == "clamshell"} == {1, 2, 3}
    for one in sessions:
        begun = [r.started_at for r in one.sets if r.started_at is not None]
        assert begun == sorted(begun)
        assert one.started_at < begun[0] <= begun[-1] < one.ended_at


def test_a_session_runs_across_the_clock_change(sessions: list[Session]) -> None:
    [night] = [s for s in sessions if "clock went back" in s.note]
    # At 3:00 by the summer clock, which is 1:00 UTC.
    assert night.started_at.isoformat() < "2026-10-25T01:00" < night.ended_at.isoformat()


def test_looked_at_it_tells_twelve_weeks(tmp_path: Path, sessions: list[Session]) -> None:
    with closing(open_history(tmp_path / "history.db", now=now()).connection) as connection:
        store, statistics = Store(connection), Statistics(connection)
        for one in sessions:
            store.take_in(one)
        assert statistics.first_day() == date(2026, 8, 24)
        weeks = statistics.weeks(date(2026, 8, 24), date(2026, 11, 9))
        assert len(weeks) == 12
        assert [week.monday for week in weeks if week.sessions == 0] == [
            date(2026, 8, 24) + timedelta(weeks=3),
            date(2026, 8, 24) + timedelta(weeks=7),
        ]
        overview = statistics.overview(date(2026, 11, 15), 3)
        assert overview.sessions == sum(week.sessions for week in weeks)
        assert overview.streak.weeks == 4
        assert overview.streak.best == 4
        story = statistics.story("clam-raised")
        assert [point.level for point in story][::12] == [1, 2, 3]
