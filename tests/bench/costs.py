"""What one look at the player costs, and one rep on its way to the disk."""

import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import drawing
import msgspec

from hiptimer.app.home import Home, Past
from hiptimer.app.now import utc_now
from hiptimer.app.performing import open_journal
from hiptimer.history.journal import Saved
from hiptimer.model.event import Outcome
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.session import RoutineRef, Session, Status
from hiptimer.paths import paths_under
from hiptimer.workout.layout import Timing
from hiptimer.workout.player import Player
from hiptimer.workout.record import planned_sets

LOOKS = 20_000
COMMITS = 200


def measure() -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(paths_under(Path(folder)))
        yield from _look(home)
        yield from _commit(home)
        yield from drawing.measure(home)


def _look(home: Home) -> Iterator[tuple[str, str, str]]:
    timeline = home.lay_out(home.catalogue.routines["pre-run-activation"], Past())
    timing = Timing(home.settings.gaps, PhraseTable(), {})
    player = Player(timeline, timing.gaps)
    player.start(0.0)
    step = timeline.seconds / LOOKS
    took = []
    for look in range(LOOKS - 1):
        began = time.perf_counter()
        player.advance(look * step)
        player.moment(look * step)
        took.append(time.perf_counter() - began)
    yield "one advance + moment, median", f"{statistics.median(took) * 1e6:.1f} µs", ""
    yield "one advance + moment, 99th of 100", f"{_percentile(took, 99) * 1e6:.1f} µs", ""


def _commit(home: Home) -> Iterator[tuple[str, str, str]]:
    arrived = threading.Event()

    def tell(saved: Saved) -> None:
        arrived.set()

    def ignore(words: str | None) -> None:
        return

    timeline = home.lay_out(home.catalogue.routines["pre-run-activation"], Past())
    sets = planned_sets(timeline)
    session = Session(
        id="bench",
        status=Status.RUNNING,
        speed=1.0,
        routine=RoutineRef("pre-run-activation", "Pre-run activation"),
        started_at=utc_now(),
        utc_offset_s=0,
        sets=sets,
    )
    journal = open_journal(home, tell, ignore)
    journal.begin(session)
    journal.flush(10)
    took = []
    for rep in range(COMMITS):
        record = msgspec.structs.replace(
            sets[0], reps=rep, outcome=Outcome.PARTIAL, started_at=session.started_at
        )
        arrived.clear()
        began = time.perf_counter()
        journal.save_set(session.id, record)
        arrived.wait(10)
        took.append(time.perf_counter() - began)
    journal.close(10)
    yield "one rep's commit, median", f"{statistics.median(took) * 1e3:.2f} ms", ""
    yield "one rep's commit, 95th of 100", f"{_percentile(took, 95) * 1e3:.2f} ms", ""


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]
