"""The journal of a workout: every change is committed by one thread, while the caller goes on."""

import platform
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from hiptimer.history.changes import (
    Begin,
    Change,
    Correct,
    Delete,
    Describe,
    Finish,
    Rate,
    ReplacePlan,
    SavePause,
    SaveSet,
    Undelete,
)
from hiptimer.history.errors import HistoryError
from hiptimer.history.keeper import Keeper
from hiptimer.model.session import (
    Corrected,
    Pain,
    Pause,
    Rating,
    Session,
    SetRecord,
    Sign,
    Status,
)

# How long one try waits for a locked file; between tries the thread listens for `close`.
_BUSY_S = 0.25
# Time for session files to be written when there is no time left for the history.
_HURRY_S = 2.0


class Saved(msgspec.Struct, frozen=True):
    """One set as it is on disk by now."""

    session_id: str
    n: int
    attempt: int
    reps: int | None
    hold_s: float | None


class Settled(msgspec.Struct, frozen=True):
    """A change that is through: kept, or never to be, which `words` then explain."""

    session_id: str
    is_kept: bool
    words: str


class Journal:
    """Commands return at once; a thread of its own commits them in order.

    The callbacks are called ON THAT THREAD. `on_saved` comes right after the commit of each
    `save_set`, `on_settled` once after every change. `on_trouble` gets words for a person while
    something is wrong, and None when it is over and all that was asked until then is kept; while
    the file is locked or the disk full, saving is tried again every `retry_s`.
    When the history cannot be used, a session is written as a session file to the first of
    `fallback_folders` that can be written, and that counts as saved. So it is, with `must_exist`,
    where there is no history yet. `now` is the time of edits.
    """

    def __init__(
        self,
        file: Path,
        *,
        on_saved: Callable[[Saved], None],
        on_trouble: Callable[[str | None], None],
        now: Callable[[], datetime],
        on_settled: Callable[[Settled], None] | None = None,
        fallback_folders: tuple[Path, ...] = (),
        host: str = "",
        must_exist: bool = False,
        retry_s: float = 0.5,
    ) -> None:
        self._on_saved = on_saved
        self._on_settled = on_settled
        self._on_trouble = on_trouble
        self._retry_s = retry_s
        self._trouble: str | None = None
        self._keeper = Keeper(
            file,
            fallback_folders=fallback_folders,
            now=now,
            host=host or platform.node(),
            busy_s=_BUSY_S,
            tell=on_trouble,
            must_exist=must_exist,
        )
        # All below is read and written under `_turn` only.
        self._turn = threading.Condition()
        self._waiting: deque[Change] = deque()
        self._asked = 0
        self._settled = 0
        self._lost = 0
        self._is_closing = False
        self._is_hurried = False
        self._has_ended = False
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def begin(self, session: Session) -> None:
        """Save the session with its planned sets, and mark it as running on this computer."""
        self._ask(Begin(session))

    def save_set(self, session_id: str, record: SetRecord) -> None:
        """Save what was done so far of one set, over what is there of its `n` and `attempt`."""
        self._ask(SaveSet(session_id, record))

    def replace_plan(self, session_id: str, records: tuple[SetRecord, ...]) -> None:
        """Drop the sets that have no `started_at`, and put `records` in."""
        self._ask(ReplacePlan(session_id, records))

    def save_pause(self, session_id: str, pause: Pause) -> None:
        self._ask(SavePause(session_id, pause))

    def finish(self, session_id: str, status: Status, ended_at: datetime) -> None:
        """The session is over, and no longer marked as running."""
        self._ask(Finish(session_id, status, ended_at))

    def rate(self, session_id: str, exercise_id: str, rating: Rating | None) -> None:
        self._ask(Rate(session_id, exercise_id, rating))

    def describe(
        self,
        session_id: str,
        *,
        effort: float | None,
        note: str,
        pain: tuple[Pain, ...],
        signs: tuple[Sign, ...],
    ) -> None:
        """Save what the person says of the whole session, over what was said before."""
        self._ask(Describe(session_id, effort, note, pain, signs))

    def correct(self, session_id: str, n: int, attempt: int, corrected: Corrected | None) -> None:
        """Put the person's own number beside the timed one; None takes it back."""
        self._ask(Correct(session_id, n, attempt, corrected))

    def delete(self, session_id: str, at: datetime) -> None:
        """Mark as deleted; nothing is removed."""
        self._ask(Delete(session_id, at))

    def undelete(self, session_id: str) -> None:
        self._ask(Undelete(session_id))

    def keep(self, change: Change) -> None:
        """Save any change, as the methods above do with their own."""
        self._ask(change)

    def flush(self, timeout_s: float) -> bool:
        """Wait until everything asked so far is on disk. False when it is not, for want of time
        or because something asked for could not be kept.
        """
        with self._turn:
            asked = self._asked
            self._turn.wait_for(lambda: self._settled >= asked or self._has_ended, timeout_s)
            return self._settled >= asked and self._lost == 0

    def hasten(self, timeout_s: float) -> bool:
        """Wait as `flush` does; what cannot be committed in time goes to a session file then.

        False when something asked for is on no disk yet, for nothing can be written. That is tried
        again as before.
        """
        with self._turn:
            asked = self._asked
            self._turn.wait_for(lambda: self._settled >= asked or self._has_ended, timeout_s)
            self._is_hurried = True
            self._turn.notify_all()
            self._turn.wait_for(
                lambda: self._settled >= asked or not self._is_hurried or self._has_ended, _HURRY_S
            )
            self._is_hurried = False
            return self._settled >= asked

    @property
    def trouble(self) -> str:
        """What was told last of a trouble that lasts, "" while all is well."""
        return self._trouble or ""

    def close(self, timeout_s: float) -> bool:
        """End the thread. What cannot be committed in time goes to a session file at once.

        True when everything asked for is on disk, in the history or in a session file.
        """
        with self._turn:
            self._is_closing = True
            self._turn.notify_all()
        self._thread.join(timeout_s)
        with self._turn:
            self._is_hurried = True
            self._turn.notify_all()
        self._thread.join(_HURRY_S)
        return not self._thread.is_alive() and not self._waiting and self._lost == 0

    def _ask(self, change: Change) -> None:
        with self._turn:
            if self._is_closing:
                raise RuntimeError("the journal is closed")
            self._waiting.append(change)
            self._asked += 1
            self._turn.notify_all()

    def _run(self) -> None:
        try:
            while (change := self._next()) is not None:
                self._settle(change)
        finally:
            self._keeper.close()
            with self._turn:
                self._has_ended = True
                self._turn.notify_all()

    def _next(self) -> Change | None:
        """The change to keep next, still in the queue; None when the journal is closed."""
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._is_closing)
            return self._waiting[0] if self._waiting else None

    def _settle(self, change: Change) -> None:
        is_kept = self._keep(change)
        # Before the change counts as settled: after `flush` every Saved has been told.
        if is_kept and isinstance(change, SaveSet):
            record = change.record
            saved = Saved(change.session_id, record.n, record.attempt, record.reps, record.hold_s)
            self._on_saved(saved)
        if self._on_settled is not None:
            words = "" if is_kept else self._trouble or ""
            self._on_settled(Settled(change.session_id, is_kept, words))
        with self._turn:
            self._waiting.popleft()
            self._settled += 1
            self._lost += not is_kept
            self._turn.notify_all()

    def _keep(self, change: Change) -> bool:
        """Try until the change is kept, or never will be."""
        is_first = True
        while True:
            try:
                trouble = self._keeper.keep(change)
            except HistoryError as error:
                # A short commit of another program is no news. And the first try may have made
                # room on a full disk by itself: closing the history empties its log.
                if not (error.passing and is_first):
                    self._tell(str(error))
                is_first = False
                if not error.passing:
                    return False
                if self._is_hurried_within(self._retry_s):
                    if self._keep_in_a_hurry(change, error):
                        return True
                    if self._is_last_try():
                        return False
            else:
                if trouble is not None or self._is_last():
                    self._tell(trouble)
                return True

    def _is_last(self) -> bool:
        with self._turn:
            return len(self._waiting) == 1

    def _keep_in_a_hurry(self, change: Change, reason: HistoryError) -> bool:
        try:
            self._tell(self._keeper.keep_in_file(change, reason))
        except HistoryError as error:
            self._tell(str(error))
            return False
        return True

    def _is_last_try(self) -> bool:
        """Whether it ends here; else the hurry is over, and it goes on as before."""
        with self._turn:
            self._is_hurried = self._is_closing
            self._turn.notify_all()
            return self._is_closing

    def _is_hurried_within(self, seconds: float) -> bool:
        with self._turn:
            return self._turn.wait_for(lambda: self._is_hurried, seconds)

    def _tell(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._on_trouble(trouble)
