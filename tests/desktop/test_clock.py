"""Clocks and the signs of a suspended machine."""

import time
from datetime import UTC, datetime

from hiptimer.desktop.clock import (
    BootSleepWatch,
    LateLookWatch,
    SpeedClock,
    SteadyWall,
    sleep_watch,
)


class Hand:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


def test_speed_multiplies_what_passes() -> None:
    hand = Hand()
    clock = SpeedClock(60, hand)
    before = clock()
    hand.now += 2
    assert clock() - before == 120


def test_at_speed_one_the_clock_is_the_machines_own() -> None:
    hand = Hand()
    assert SpeedClock(1, hand)() == 50


def test_a_boot_clock_that_runs_ahead_tells_of_a_suspend_once() -> None:
    monotonic, boottime = Hand(), Hand()
    slept = BootSleepWatch(monotonic, boottime)
    monotonic.now += 30
    boottime.now += 30
    assert not slept()
    boottime.now += 3600
    assert slept() == 3600
    assert slept() is None


def test_a_look_that_is_late_but_awake_is_no_suspend_on_linux() -> None:
    monotonic, boottime = Hand(), Hand()
    slept = BootSleepWatch(monotonic, boottime)
    monotonic.now += 600
    boottime.now += 600
    assert slept() is None


def test_elsewhere_a_look_more_than_five_seconds_late_is_a_suspend() -> None:
    hand = Hand()
    slept = LateLookWatch(hand)
    hand.now += 4.9
    assert slept() is None
    hand.now += 5.1
    assert slept() == 0


def test_this_machine_is_awake() -> None:
    slept = sleep_watch()
    time.sleep(0.01)
    assert slept() is None


def test_the_time_of_day_goes_on_as_it_began_whoever_sets_the_clock() -> None:
    passed = Hand()
    days = [datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 3, 28, tzinfo=UTC)]
    wall = SteadyWall(lambda: days.pop(0), passed)
    passed.now += 90
    assert wall() == datetime(2026, 3, 29, 1, 0, 30, tzinfo=UTC)
