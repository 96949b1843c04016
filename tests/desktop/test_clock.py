"""Clocks and the signs of a suspended machine."""

import time

from hiptimer.desktop.clock import BootSleepWatch, LateLookWatch, SpeedClock, sleep_watch


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
    assert slept()
    assert not slept()


def test_a_look_that_is_late_but_awake_is_no_suspend_on_linux() -> None:
    monotonic, boottime = Hand(), Hand()
    slept = BootSleepWatch(monotonic, boottime)
    monotonic.now += 600
    boottime.now += 600
    assert not slept()


def test_elsewhere_a_look_more_than_five_seconds_late_is_a_suspend() -> None:
    hand = Hand()
    slept = LateLookWatch(hand)
    hand.now += 4.9
    assert not slept()
    hand.now += 5.1
    assert slept()


def test_this_machine_is_awake() -> None:
    slept = sleep_watch()
    time.sleep(0.01)
    assert not slept()
