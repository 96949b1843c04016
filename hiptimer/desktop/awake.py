"""Keeping the screen on while a workout runs, and through a pause of some minutes."""

import logging
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Protocol

from hiptimer.model.moment import PlayState

log = logging.getLogger(__name__)

LONGEST_PAUSE_S = 600.0


class ScreenError(Exception):
    """The screen cannot be kept on here; the message says so in words."""


class Hold(Protocol):
    """The screen is kept on until it is released; when the process ends it is released anyway."""

    @property
    def way(self) -> str:
        """What keeps it on, for a report."""

    def release(self) -> None: ...


class Vigil:
    """Whether the screen is to be on, from what the workout does. `now` is monotonic seconds."""

    def __init__(self) -> None:
        self._paused_at: float | None = None

    def wants(self, state: PlayState, now: float) -> bool:
        if state is not PlayState.PAUSED:
            self._paused_at = None
            return state is PlayState.RUNNING
        if self._paused_at is None:
            self._paused_at = now
        return now - self._paused_at < LONGEST_PAUSE_S


class Awake:
    """Of one workout: told often what it does, until `close`. No call here ever waits.

    `keep_on` takes hold of the screen or raises ScreenError; both it and the release happen on a
    thread of their own, since some systems want the same one for both. `on_trouble` is told
    there, at most once, why the screen may go off.
    """

    def __init__(
        self,
        keep_on: Callable[[], Hold],
        on_trouble: Callable[[str], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._keep_on = keep_on
        self._on_trouble = on_trouble
        self._now = now
        self._vigil = Vigil()
        self._is_wanted = False
        self._is_told = False
        self._orders: SimpleQueue[bool | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def see(self, state: PlayState) -> None:
        """What the workout does now."""
        is_wanted = self._vigil.wants(state, self._now())
        if is_wanted is not self._is_wanted:
            self._is_wanted = is_wanted
            self._orders.put(is_wanted)
            self._begin()

    def close(self) -> None:
        """The workout is over: let go of the screen."""
        self._is_wanted = False
        self._orders.put(None)

    def wait(self, seconds: float) -> bool:
        """After `close`: whether the screen was let go of within this time."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="awake", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        hold: Hold | None = None
        while (is_wanted := self._orders.get()) is not None:
            if is_wanted and hold is None:
                hold = self._take()
            elif not is_wanted and hold is not None:
                hold.release()
                hold = None
        if hold is not None:
            hold.release()

    def _take(self) -> Hold | None:
        try:
            hold = self._keep_on()
        except ScreenError as error:
            log.info("The screen is not kept on: %s", error.__cause__ or error)
            if not self._is_told:
                self._is_told = True
                self._on_trouble(str(error))
            return None
        log.info("The screen is kept on: %s", hold.way)
        return hold
