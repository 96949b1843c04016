"""Garbage is collected on the window's thread, and on no other."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hiptimer.app.collecting import Collecting


class Knot:
    """Holds itself, so that only a collection can take it away."""

    def __init__(self) -> None:
        self.itself = self
        self.gone_on: list[threading.Thread] = []


@pytest.fixture
def collecting() -> Iterator[Collecting]:
    was_enabled = gc.isenabled()
    collecting = Collecting()
    yield collecting
    collecting.close()
    assert gc.isenabled()
    if not was_enabled:
        gc.disable()


def tie_knots(gone_on: list[threading.Thread]) -> None:
    """Ask for so much memory that Python would collect."""
    for _ in range(5000):
        knot = Knot()
        weakref.finalize(knot, note_thread, gone_on)


def note_thread(gone_on: list[threading.Thread]) -> None:
    gone_on.append(threading.current_thread())


def test_what_another_thread_leaves_goes_on_this_one(qtbot: QtBot, collecting: Collecting) -> None:
    gone_on: list[threading.Thread] = []
    other = threading.Thread(target=tie_knots, args=(gone_on,))
    other.start()
    other.join()
    assert gone_on == []
    qtbot.waitUntil(lambda: len(gone_on) >= 4000)
    assert set(gone_on) == {threading.main_thread()}


def test_what_is_there_when_a_workout_begins_is_left_until_it_is_over(
    qtbot: QtBot, collecting: Collecting
) -> None:
    is_leading = True
    collecting.spare_while(lambda: is_leading)
    knots = [Knot()]
    before = weakref.ref(knots[0])
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    knots.append(Knot())
    meanwhile = weakref.ref(knots[1])
    knots.clear()
    gc.collect()
    assert meanwhile() is None
    assert before() is not None
    is_leading = False
    qtbot.waitUntil(lambda: gc.get_freeze_count() == 0)
    gc.collect()
    assert before() is None
