"""What looking back costs with 1,000, 10,000 and 100,000 sessions, by turns in one run."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from long_past import END, write_long_past
from msgspec.structs import replace

from hiptimer.app.home import Home, Past
from hiptimer.history.changes import Delete, SaveSet
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.history.statistics import Statistics
from hiptimer.history.store import Store
from hiptimer.model.past import Wanted
from hiptimer.model.session import RoutineRef, Session, Status
from hiptimer.paths import paths_under
from hiptimer.workout.record import planned_sets

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 15
COMMITS = 10
TODAY = END.date()


class LongHistory:
    """One length of the past, and what is done with it."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self.home = Home(paths_under(folder))
        self._file = self.home.paths.history_file
        began = time.perf_counter()
        write_long_past(self.home, count)
        self.written_s = time.perf_counter() - began

    def first_look(self) -> None:
        """All that the first screen of the History page tells."""
        with closing(self._statistics()) as past:
            past.overview(TODAY, 3)
            past.days(TODAY - timedelta(days=370), TODAY)
            past.weeks(TODAY - timedelta(weeks=11), TODAY)
            past.by_exercise(TODAY - timedelta(weeks=11), TODAY)
            past.lines(Wanted(), 0, 50)
            past.exercises()
            past.routines()
            past.first_day()

    def scroll_to_the_end(self) -> None:
        with closing(self._statistics()) as past:
            past.lines(Wanted(), self.count - 100, 50)

    def search(self) -> None:
        with closing(self._statistics()) as past:
            past.lines(Wanted(words="clam cafe"), 0, 50)

    def train_all(self) -> None:
        with closing(self._statistics()) as past:
            past.by_exercise(TODAY - timedelta(days=365 * 100), TODAY)

    def start(self) -> None:
        """What a start reads of the past."""
        assert self.home.read_past().outlines
        assert not self.home.problems, self.home.problems

    def commit(self) -> list[float]:
        """Seconds of each of some reps on their way to the disk."""
        sets = planned_sets(self.home.lay_out(self.home.catalogue.routines[_ROUTINE], Past()))
        session = Session(
            id=str(uuid4()),
            status=Status.RUNNING,
            speed=1.0,
            routine=RoutineRef(_ROUTINE, "Pre-run activation"),
            started_at=END,
            utc_offset_s=0,
            sets=sets,
        )
        took = []
        with closing(Store(open_history(self._file, now=END).connection)) as store:
            store.take_in(session)
            for rep in range(COMMITS):
                record = replace(sets[0], reps=rep, started_at=END)
                began = time.perf_counter()
                store.change(SaveSet(session.id, record), END)
                took.append(time.perf_counter() - began)
            store.change(Delete(session.id, END), END)
        return took

    def _statistics(self) -> Statistics:
        connection = open_for_reading(self._file)
        assert connection is not None
        return Statistics(connection)


_ROUTINE = "pre-run-activation"
_WHATS: tuple[tuple[str, str, Callable[[LongHistory], None]], ...] = (
    ("opening the History page, figures", "≤ 2 times", LongHistory.first_look),
    ("start, reading the past", "≤ 2 times", LongHistory.start),
    ("last lines of the list", "", LongHistory.scroll_to_the_end),
    ("search for two words", "", LongHistory.search),
    ("what was trained in all time", "", LongHistory.train_all),
)


def measure(*, quick: bool) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim. `quick` leaves the longest history out."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = SIZES[:-1] if quick else SIZES
        pasts = [LongHistory(Path(folder) / str(size), size) for size in sizes]
        yield "sessions", " ".join(f"{size:,}" for size in sizes), ""
        for what, aim, act in _WHATS:
            took = [[_seconds(act, past) for past in pasts] for _ in range(ROUNDS)]
            yield _row(what, list(zip(*took, strict=True)), aim)
        commits = [[past.commit() for past in pasts] for _ in range(ROUNDS)]
        by_size = [[s for some in column for s in some] for column in zip(*commits, strict=True)]
        yield _row("one rep's commit", by_size, "≤ 2 times")


def _seconds(act: Callable[[LongHistory], None], past: LongHistory) -> float:
    began = time.perf_counter()
    act(past)
    return time.perf_counter() - began


def _row(what: str, took: list, aim: str) -> tuple[str, str, str]:
    """Medians in milliseconds by length of the past, and how many times the shortest's each is."""
    medians = [statistics.median(times) for times in took]
    figures = " ".join(f"{median * 1e3:.1f}" for median in medians)
    ratios = " ".join(f"{median / medians[0]:.1f}" for median in medians)
    return what, f"{figures} ms, × {ratios}", aim
