import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta, timezone
from pathlib import Path

import pytest
from history.samples import BRIDGE, CLAM, any_history, at, done_set, now, planned_set, session
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_history
from hiptimer.history.statistics import Statistics
from hiptimer.history.store import Store
from hiptimer.model.called import Called
from hiptimer.model.past import Wanted
from hiptimer.model.session import Pain, Pause, Place, RoutineRef, Session, Status
from hiptimer.model.side import Side


class Listed:
    """A history, and its lists by the last digit of the ids."""

    def __init__(self, file: Path) -> None:
        self.connection = open_history(file, now=now()).connection
        self.connection.execute("PRAGMA synchronous = OFF")
        self.store = Store(self.connection)
        self.statistics = Statistics(self.connection)

    def speak(self, called: Called) -> None:
        self.statistics = Statistics(self.connection, called)

    def ids(self, **wanted: object) -> str:
        page = self.statistics.lines(Wanted(**wanted), 0, 100)
        assert page.total == len(page.lines)
        return "".join(line.id[-1] for line in page.lines)


@pytest.fixture
def listed(tmp_path: Path) -> Iterator[Listed]:
    listed = Listed(tmp_path / "history.db")
    with closing(listed.connection):
        yield listed


def test_a_line_tells_a_session(listed: Listed) -> None:
    one = replace(
        session(
            sets=(done_set(1, reps=3), done_set(1, attempt=2, reps=7), planned_set(2)),
            status=Status.STOPPED,
            ended_at=at(100),
        ),
        effort=4.0,
        note="Hm",
        pain=(Pain(Place.KNEE, Side.LEFT, 2), Pain(Place.BUTTOCK, Side.RIGHT, 1)),
        pauses=(Pause(1, 30),),
    )
    listed.store.take_in(one)
    [line] = listed.statistics.lines(Wanted(), 0, 10).lines
    assert line.started_at == one.started_at
    assert line.started_at.utcoffset() == timedelta(hours=1)
    assert (line.seconds, line.reps, line.hold_s) == (70.0, 7, 0.0)
    assert (line.status, line.speed, line.effort, line.note) == ("stopped", 1.0, 4.0, "Hm")
    assert (line.routine_id, line.routine_name) == ("example", "Example routine")
    assert line.pain == one.pain


@pytest.fixture
def varied(listed: Listed) -> Listed:
    past = (
        session(1, sets=(done_set(1, CLAM),), status=Status.COMPLETE),
        session(2, sets=(done_set(1, BRIDGE, Side.BOTH),), status=Status.STOPPED),
        session(3, sets=(planned_set(1, CLAM, Side.RIGHT),)),
        replace(session(4, sets=()), pain=(Pain(Place.KNEE, Side.LEFT, 1),), speed=60.0),
        replace(session(5, sets=()), pain=(Pain(Place.KNEE, Side.LEFT, 0),)),
        replace(session(6, sets=()), routine=RoutineRef("café", "Café run"), deleted_at=now()),
        replace(
            session(7, sets=()), routine=RoutineRef("cafe", "Café run"), note="무릎이 아프다\nße"
        ),
    )
    for days, one in enumerate(past):
        listed.store.take_in(replace(one, started_at=one.started_at + timedelta(days=days)))
    return listed


def test_what_is_not_deleted_is_listed_newest_first(varied: Listed) -> None:
    assert varied.ids() == "754321"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"statuses": (Status.COMPLETE, Status.STOPPED)}, "21"),
        ({"routine_id": "cafe"}, "7"),
        ({"exercise_id": CLAM.id}, "1"),
        ({"side": Side.BOTH}, "2"),
        ({"side": Side.RIGHT}, ""),
        ({"exercise_id": CLAM.id, "side": Side.BOTH}, ""),
        ({"with_pain": True}, "4"),
        ({"first": date(2026, 3, 5)}, "75"),
        ({"first": date(2026, 3, 2), "last": date(2026, 3, 3)}, "32"),
        ({"words": "clamshell", "statuses": (Status.RUNNING,)}, "3"),
    ],
)
def test_filters(varied: Listed, wanted: dict[str, object], found: str) -> None:
    assert varied.ids(**wanted) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", "754321"),
        ("  ", "754321"),
        ("CAFE", "7"),
        ("café", "7"),
        (unicodedata.normalize("NFD", "CAFÉ"), "7"),
        ("무릎", "7"),
        (unicodedata.normalize("NFD", "무릎이"), "7"),
        ("SSE", "7"),
        ("run 아프 cafe", "7"),
        ("run clam", ""),
        ("shell", "31"),
        ("clam example", "31"),
        ("%", ""),
        ("'", ""),
        ("_", ""),
        ("무릎이아프다", ""),
    ],
)
def test_every_word_must_occur_somewhere(varied: Listed, words: str, found: str) -> None:
    assert varied.ids(words=words) == found


def test_a_note_written_later_is_found_too(varied: Listed) -> None:
    one = varied.store.session(session(1).id)
    assert one is not None
    varied.store.take_in(replace(one, note="Größer", edited_at=now()))
    assert varied.ids(words="grosser") == varied.ids(words="GRÖSSER") == "1"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listed]:
    listed = Listed(tmp_path_factory.mktemp("lines") / "history.db")
    with closing(listed.connection):
        yield listed


@given(any_history, st.integers(1, 4), st.sampled_from(["", "alpha", "clam", "cafe 1", "second"]))
@settings(max_examples=40)
def test_pages_put_together_are_the_list(
    shared: Listed, past: list[Session], size: int, words: str
) -> None:
    shared.connection.execute("DELETE FROM session")
    for one in past:
        shared.store.take_in(one)
    lines = []
    while page := shared.statistics.lines(Wanted(words=words), len(lines), size).lines:
        assert len(page) <= size
        lines += page
    there = [s for s in shared.store.sessions() if all(w in plainly(s) for w in words.split())]
    assert [line.id for line in lines] == [s.id for s in there]
    for line, one in zip(lines, there, strict=True):
        zone = timezone(timedelta(seconds=one.utc_offset_s))
        assert line.started_at.replace(tzinfo=None) == one.started_at.astimezone(zone).replace(
            tzinfo=None
        )
        assert line.reps == one.total_reps
        assert line.hold_s == pytest.approx(one.total_hold_s, abs=1e-6)
        assert line.seconds == pytest.approx(
            max(0.0, one.seconds - sum(p.for_s for p in one.pauses)), abs=1e-4
        )
        assert line.pain == one.pain


def plainly(one: Session) -> str:
    names = " ".join(record.exercise.name for record in one.sets)
    return f"{one.routine.name} {names} {one.note}".lower().replace("é", "e")


def test_trouble_is_told_in_words(listed: Listed) -> None:
    listed.connection.execute("DROP TABLE session_text")
    with pytest.raises(HistoryError, match="cannot be used"):
        listed.ids(words="clam")


SPANISH = Called(
    language="es",
    exercises={
        "clam-basic": {"en": "Clamshell", "es": "Almeja"},
        "bridge-basic": {"en": "Glute bridge", "es": "Puente de glúteos"},
    },
    routines={"example": {"en": "Example routine", "es": "Rutina de ejemplo"}},
)


def test_lines_recorded_in_another_language_are_shown_in_the_one_spoken(varied: Listed) -> None:
    varied.speak(SPANISH)
    names = {
        line.id[-1]: line.routine_name for line in varied.statistics.lines(Wanted(), 0, 9).lines
    }
    assert names["1"] == "Rutina de ejemplo"
    assert names["7"] == "Café run"
    assert ("example", "Rutina de ejemplo") in varied.statistics.routines()
    assert varied.statistics.exercises() == [
        ("clam-basic", "Almeja"),
        ("bridge-basic", "Puente de glúteos"),
    ]
    trained = varied.statistics.by_exercise(date(2026, 1, 1), date(2026, 12, 31))
    assert [one.name for one in trained] == ["Almeja", "Puente de glúteos"]
    assert {point.name for point in varied.statistics.story("clam-basic")} == {"Almeja"}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("almeja", "31"),
        ("clamshell", "31"),
        ("ALMEJA ejemplo", "31"),
        ("almeja routine", "31"),
        ("gluteos", "2"),
        ("puente", "2"),
        ("bridge", "2"),
        ("almeja puente", ""),
        ("mejas", ""),
    ],
)
def test_a_session_is_found_by_its_names_in_both_languages(
    varied: Listed, words: str, ids: str
) -> None:
    varied.speak(SPANISH)
    assert varied.ids(words=words) == ids


def test_what_a_person_called_so_is_not_found_by_another_language(listed: Listed) -> None:
    own = replace(CLAM, id="own", name="My shell")
    listed.store.take_in(session(1, sets=(done_set(1, own),)))
    listed.speak(SPANISH)
    assert listed.ids(words="almeja") == ""
    assert listed.ids(words="shell") == "1"
