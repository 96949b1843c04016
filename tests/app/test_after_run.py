"""Asking how the hip felt, and keeping what is answered."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from hiptimer.app.after_run import NEVER, AfterRun
from hiptimer.app.home import Home
from hiptimer.app.shelf import Shelf
from hiptimer.app.today import Today
from hiptimer.history.changes import TellAfter
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import After, RoutineRef, Session, Status
from hiptimer.paths import paths_under
from hiptimer.ui.today.note_card import CLOSED

MORNING = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
SESSION = Session(
    id="one",
    status=Status.COMPLETE,
    speed=1.0,
    routine=RoutineRef("pre-run-activation", "Pre-run activation"),
    started_at=MORNING,
    utc_offset_s=0,
    ended_at=MORNING + timedelta(minutes=6),
)

Asker = Callable[..., AfterRun]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def asker(home: Home) -> Asker:
    """Somebody who asks so long after the workouts in the history."""

    def made(*sessions: Session, later: timedelta) -> AfterRun:
        opened = open_history(home.paths.history_file, now=MORNING)
        store = Store(opened.connection)
        for session in sessions:
            store.take_in(session)
        store.close()
        today = Today(home, Shelf(home), home.read_past())

        def keep(change: TellAfter) -> None:
            store = Store(open_history(home.paths.history_file, now=MORNING).connection)
            store.change(change, MORNING + later)
            store.close()

        return AfterRun(home, today, keep, lambda: MORNING + later)

    return made


def kept(home: Home) -> After | None:
    session = home.read_session("one")
    assert session is not None
    return session.after


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.5, None),
        (2, "on the run?"),
        (24, "on the run, and this morning?"),
        (48, "since Monday?"),
        (97, None),
    ],
)
def test_it_asks_while_there_is_something_to_tell(
    asker: Asker, hours: float, words: str | None
) -> None:
    note = asker(SESSION, later=timedelta(hours=hours)).note()
    assert (note.title if note else None) == (f"How did your hips feel {words}" if words else None)


@pytest.mark.parametrize(
    ("hours", "words"), [(2, "since then?"), (24, "since Monday?"), (48, "since Monday?")]
)
def test_no_run_followed_what_is_not_for_before_one(asker: Asker, hours: float, words: str) -> None:
    stretched = replace(SESSION, routine=RoutineRef("tight-hip-stretches", "Stretches"))
    note = asker(stretched, later=timedelta(hours=hours)).note()
    assert note is not None
    assert note.title == f"How did your hips feel {words}"


def test_it_asks_about_the_session_before_a_self_check(home: Home, asker: Asker) -> None:
    check = replace(
        SESSION,
        id="check",
        routine=RoutineRef("self-check", "Self-check"),
        started_at=MORNING + timedelta(hours=20),
    )
    asking = asker(SESSION, check, later=timedelta(hours=24))
    asking.note()
    asking.answer("fine")
    assert kept(home) is After.FINE


@pytest.mark.parametrize(
    "session",
    [replace(SESSION, speed=60.0), replace(SESSION, after=After.FINE)],
    ids=["a trial", "already told"],
)
def test_it_does_not_ask_about(asker: Asker, session: Session) -> None:
    assert asker(session, later=timedelta(hours=24)).note() is None


def test_without_a_past_there_is_nothing_to_ask(asker: Asker) -> None:
    assert asker(later=timedelta(hours=24)).note() is None


def test_an_answer_is_kept_with_the_session_and_not_asked_for_again(
    home: Home, asker: Asker
) -> None:
    asking = asker(SESSION, later=timedelta(hours=24))
    asking.note()
    asking.answer("sore")
    assert kept(home) is After.SORE
    assert asking.note() is None


def test_hurt_is_answered_with_advice_first(home: Home, asker: Asker) -> None:
    asking = asker(SESSION, later=timedelta(hours=24))
    asking.note()
    asking.answer("hurt")
    advice = asking.note()
    assert advice is not None
    assert "clinician" in advice.text
    asking.answer("seen")
    assert asking.note() is None
    assert kept(home) is After.HURT


def test_the_cross_ends_the_question_without_an_answer(home: Home, asker: Asker) -> None:
    asking = asker(SESSION, later=timedelta(hours=24))
    asking.note()
    asking.answer(CLOSED)
    assert (asking.note(), kept(home)) == (None, None)


def test_never_means_never(home: Home, asker: Asker) -> None:
    asking = asker(SESSION, later=timedelta(hours=24))
    asking.note()
    asking.answer(NEVER)
    assert asking.note() is None
    another_day = asker(replace(SESSION, id="two"), later=timedelta(hours=24))
    assert another_day.note() is None
    assert not Home(home.paths).settings.asks_how_it_felt
