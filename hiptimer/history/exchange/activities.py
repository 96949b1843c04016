"""Sessions as Garmin activities: one as a FIT file, several as a zip of them."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.results import Exported
from hiptimer.history.exchange.saving import written_atomically
from hiptimer.history.exchange.sets_in_time import Stretch, stretches_of
from hiptimer.model.exercise import Fit
from hiptimer.model.language import tr, tr_n
from hiptimer.model.session import Session
from hiptimer.model.time_words import local_time
from hiptimer.model.words import joined

# FIT tells times from July 1998 on, and devices misread the far future.
_FIRST = datetime(1998, 7, 6, tzinfo=UTC)
_LAST = datetime(2100, 1, 1, tzinfo=UTC)
# FIT counts milliseconds up to some 49 days.
_LONGEST_S = 4_000_000
_LONGEST_NAME = 60


class _Sieve:
    """Lets sessions pass that can be activities, and counts the others."""

    def __init__(self) -> None:
        self.empty = self.trials = self.out_of_time = 0

    def passing(self, sessions: Iterable[Session]) -> Iterator[Session]:
        for session in sessions:
            if session.speed != 1:
                self.trials += 1
            elif not (stretches := stretches_of(session)):
                self.empty += 1
            elif not _can_be_told(session, stretches):
                self.out_of_time += 1
            else:
                yield session

    @property
    def left_out(self) -> tuple[str, ...]:
        counts = (
            tr_n(
                "{n} session at another speed, which nobody did",
                "{n} sessions at another speed, which nobody did",
                self.trials,
            ),
            tr_n(
                "{n} session in which nothing was done",
                "{n} sessions in which nothing was done",
                self.empty,
            ),
            tr_n(
                "{n} session at a time that FIT cannot tell",
                "{n} sessions at a time that FIT cannot tell",
                self.out_of_time,
            ),
        )
        numbers = (self.trials, self.empty, self.out_of_time)
        return tuple(words for n, words in zip(numbers, counts, strict=True) if n)


def write_activities(sessions: Iterable[Session], file: Path, known: Mapping[str, Fit]) -> Exported:
    """Write `file` when there is one session, else a zip of that name and .zip.

    `known` are by exercise id what FIT calls it. Raises HistoryError when there is nothing that
    could be an activity, and OSError.
    """
    # The library takes 0.2 s to import.
    from hiptimer.history.exchange.fit import fit_bytes

    sieve = _Sieve()
    passing = sieve.passing(sessions)
    first, second = next(passing, None), next(passing, None)
    if first is None:
        raise HistoryError(_nothing_words(sieve.left_out))
    if second is None:
        with written_atomically(file) as stream:
            stream.write(fit_bytes(first, known))
        return Exported(file, 1, sieve.left_out)
    archive = file.with_name(f"{file.name}.zip")
    with written_atomically(archive) as stream, zipfile.ZipFile(stream, "w") as zipped:
        names = set[str]()
        for session in _chained(first, second, passing):
            zipped.writestr(_entry(session, names), fit_bytes(session, known))
    return Exported(archive, len(names), sieve.left_out)


def _nothing_words(left_out: tuple[str, ...]) -> str:
    if not left_out:
        return tr("There is no session to export as FIT.")
    # L: {sessions} is such as "2 sessions in which nothing was done".
    return tr(
        "There is no session to export as FIT: left out {sessions}.", sessions=joined(left_out)
    )


def _can_be_told(session: Session, stretches: Iterable[Stretch]) -> bool:
    times = [session.started_at, session.ended_at or session.started_at]
    times += [time for each in stretches for time in (each.begun, each.end)]
    is_short = (max(times) - session.started_at).total_seconds() < _LONGEST_S
    return is_short and all(_FIRST <= time < _LAST for time in times)


def _chained(first: Session, second: Session, rest: Iterable[Session]) -> Iterator[Session]:
    yield first
    yield second
    yield from rest


def _entry(session: Session, names: set[str]) -> zipfile.ZipInfo:
    """Named by the local time and the routine, unlike all `names`, which it joins."""
    began = local_time(session.started_at, session.utc_offset_s)
    # Foreign sessions may carry anything in an id.
    routine = re.sub(r"[^0-9A-Za-z_-]+", "-", session.routine.id)[:_LONGEST_NAME].strip("-")
    stem = f"{began:%Y-%m-%d-%H%M}-{routine or 'session'}"
    name, count = f"{stem}.fit", 1
    while name in names:
        count += 1
        name = f"{stem}-{count}.fit"
    names.add(name)
    entry = zipfile.ZipInfo(name, began.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
