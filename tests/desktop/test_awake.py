"""When the screen is kept on, with a clock that is not the real one."""

import threading
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.desktop.awake import LONGEST_PAUSE_S, Awake, Hold, ScreenError, Vigil
from hiptimer.model.moment import PlayState

READY, RUNNING, PAUSED, DONE = PlayState


class Screen:
    """Notes who keeps it on, and on which thread."""

    way = "a screen of the test"

    def __init__(self, refusals: int = 0) -> None:
        self.refusals = refusals
        self.notes: list[str] = []
        self.threads: set[int] = set()
        self._changed = threading.Condition()

    def keep_on(self) -> Hold:
        self.threads.add(threading.get_ident())
        if self.refusals:
            self.refusals -= 1
            self._note("refused")
            raise ScreenError("It may turn off.")
        self._note("on")
        return self

    def release(self) -> None:
        self.threads.add(threading.get_ident())
        self._note("off")

    def wait_for(self, *notes: str) -> None:
        with self._changed:
            assert self._changed.wait_for(self._are(list(notes)), 5), self.notes

    def _are(self, notes: list[str]) -> Callable[[], bool]:
        return lambda: self.notes == notes

    def _note(self, note: str) -> None:
        with self._changed:
            self.notes.append(note)
            self._changed.notify_all()


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_on_from_the_first_look_to_the_end() -> None:
    screen, told = Screen(), []
    awake = Awake(screen.keep_on, told.append, Clock())
    awake.see(READY)
    for _ in range(3):
        awake.see(RUNNING)
    screen.wait_for("on")
    awake.see(DONE)
    screen.wait_for("on", "off")
    awake.close()
    assert awake.wait(5)
    assert screen.notes == ["on", "off"]
    assert told == []
    assert len(screen.threads) == 1
    assert threading.get_ident() not in screen.threads


def test_a_pause_of_ten_minutes_then_dark_and_on_again_when_it_goes_on() -> None:
    screen, clock = Screen(), Clock()
    awake = Awake(screen.keep_on, _fail, clock)
    awake.see(RUNNING)
    for second in range(0, 600, 30):
        clock.now = 2000.0 + second
        awake.see(PAUSED)
    screen.wait_for("on")
    clock.now = 2000.0 + LONGEST_PAUSE_S
    awake.see(PAUSED)
    awake.see(PAUSED)
    screen.wait_for("on", "off")
    clock.now += 5
    awake.see(RUNNING)
    screen.wait_for("on", "off", "on")
    clock.now += 5
    awake.see(PAUSED)  # a new pause has ten minutes of its own
    clock.now += LONGEST_PAUSE_S - 1
    awake.see(PAUSED)
    awake.close()
    assert awake.wait(5)
    assert screen.notes == ["on", "off", "on", "off"]


def _fail(words: str) -> None:
    raise AssertionError(words)


def test_that_it_cannot_be_is_told_once_and_tried_again() -> None:
    screen, told, clock = Screen(refusals=2), [], Clock()
    awake = Awake(screen.keep_on, told.append, clock)
    for _ in range(3):
        awake.see(RUNNING)
        awake.see(PAUSED)
        clock.now += LONGEST_PAUSE_S
        awake.see(PAUSED)
    awake.close()
    assert awake.wait(5)
    assert screen.notes == ["refused", "refused", "on", "off"]
    assert told == ["It may turn off."]


def test_a_slow_system_keeps_nobody_waiting() -> None:
    answers = threading.Event()

    def keep_on() -> Hold:
        answers.wait(5)
        return screen

    screen = Screen()
    awake = Awake(keep_on, _fail, Clock())
    awake.see(RUNNING)
    awake.see(DONE)
    awake.close()
    assert not awake.wait(0.05)
    answers.set()
    assert awake.wait(5)
    assert screen.notes == ["off"]


def test_what_was_never_wanted_starts_no_thread() -> None:
    before = threading.active_count()
    awake = Awake(Screen().keep_on, _fail, Clock())
    awake.see(READY)
    awake.close()
    assert threading.active_count() == before
    assert awake.wait(0)


@given(
    st.lists(
        st.tuples(st.sampled_from(PlayState), st.floats(0, 1000, allow_nan=False)), max_size=30
    )
)
def test_law_it_is_wanted_while_running_and_in_short_pauses_alone(
    looks: list[tuple[PlayState, float]],
) -> None:
    vigil, now, paused_since = Vigil(), 0.0, None
    for state, later in looks:
        now += later
        paused_since = (now if paused_since is None else paused_since) if state is PAUSED else None
        short = paused_since is not None and now - paused_since < LONGEST_PAUSE_S
        assert vigil.wants(state, now) is (state is RUNNING or short)
