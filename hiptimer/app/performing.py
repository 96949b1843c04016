"""What a workout needs besides its plan: the writer of the history, and the performance itself."""

import uuid
from collections.abc import Callable

from hiptimer.app.home import Home
from hiptimer.app.now import local_now, utc_now
from hiptimer.desktop.clock import SpeedClock, SteadyWall, passed_s, sleep_watch
from hiptimer.history.journal import Journal, Saved
from hiptimer.model.language import later
from hiptimer.model.routine import Routine
from hiptimer.model.timeline import Timeline
from hiptimer.workout.performance import Performance, World
from hiptimer.workout.sounding import Speaker
from hiptimer.workout.suiting import unfit

SAVING_AGAIN = later("Saving works again. What you have done so far is saved.")
"""Told when a trouble with saving is over."""


def open_journal(
    home: Home, on_saved: Callable[[Saved], None], on_trouble: Callable[[str | None], None]
) -> Journal:
    """The writer of the history. Both callbacks come on its thread."""
    return Journal(
        home.paths.history_file,
        on_saved=on_saved,
        on_trouble=on_trouble,
        now=utc_now,
        fallback_folders=home.waiting_folders(),
        # Where the folder that was chosen is gone nothing is made in its place.
        must_exist=not home.paths.is_usual,
    )


def perform(
    home: Home,
    routine: Routine,
    timeline: Timeline,
    *,
    journal: Journal,
    speaker: Speaker,
    speed: float,
    has_keys: bool = True,
) -> Performance:
    """A performance of `timeline`, ready to start. Without keys no rep can wait for a press."""
    world = World(
        clock=SpeedClock(speed),
        wall=SteadyWall(utc_now, passed_s),
        utc_offset_s=_utc_offset_s(),
        slept=sleep_watch(),
        speed=speed,
    )
    return Performance(
        routine,
        timeline,
        home.catalogue.exercises,
        home.timing(routine.id),
        session_id=str(uuid.uuid4()),
        world=world,
        journal=journal,
        speaker=speaker,
        my_pace=home.settings.my_pace and has_keys,
        unfit=_unfit(home, routine),
    )


def _unfit(home: Home, routine: Routine) -> frozenset[str]:
    """What must not take the place of an exercise on the way. What the routine needs is there."""
    exercises, at_hand = home.catalogue.exercises, home.settings.equipment
    if at_hand is not None:
        at_hand = (*at_hand, *home.catalogue.needs_of(routine))
    return unfit(exercises, at_hand, home.settings.sore)


def _utc_offset_s() -> int:
    offset = local_now().utcoffset()
    return int(offset.total_seconds()) if offset else 0
