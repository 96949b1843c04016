"""The real library on SDL's dummy device: what it plays, it ends; what is over, it lets go."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from pygame import mixer

from hiptimer.audio import device as device_module
from hiptimer.audio import heartbeat
from hiptimer.audio.device import (
    CHANNELS,
    DEVICE_NUMBERS,
    KEEP_ALIVE_CHANNEL,
    STOPPED,
    PygameDevice,
)
from hiptimer.audio.errors import AudioError
from hiptimer.audio.open_here import SERVER_VARIABLE, sdl_library
from hiptimer.audio.outlet import pygame_device
from hiptimer.audio.tones import RATE


def noise(seconds: float) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    return np.random.default_rng(0).integers(-99, 99, (round(seconds * RATE), 2), np.int16)


@pytest.fixture
def device(dummy_device: None) -> Iterator[PygameDevice]:
    device = PygameDevice(time.monotonic)
    device.open()
    yield device
    device.close()


def test_a_device_that_plays_is_well(device: PygameDevice) -> None:
    assert device.is_well()
    device.play(noise(0.1))
    device.play(noise(0))
    assert device.is_well()


def test_a_second_device_waits_until_the_first_is_closed(
    device: PygameDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device_module, "TURN_S", 0.05)
    other = PygameDevice(time.monotonic)
    with pytest.raises(AudioError, match="not ended"):
        other.open()
    # What was never open takes nothing away from the one that is.
    other.set_keep_alive("quiet")
    other.close()
    device.play(noise(0.1))
    assert device.is_well()
    device.close()
    other.open()
    other.play(noise(0.1))
    assert other.is_well()
    other.close()


def test_devices_opened_and_closed_on_many_threads_never_meet(dummy_device: None) -> None:
    def use() -> None:
        mine = PygameDevice(time.monotonic)
        for _ in range(5):
            try:
                mine.open()
            except AudioError:
                continue
            mine.set_keep_alive("quiet")
            mine.play(noise(0.02))
            assert mine.is_well()
            mine.close()

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(use) for _ in range(4)]:
            done.result(timeout=60)
    assert mixer.get_init() is None


def test_more_sounds_than_channels_are_taken(device: PygameDevice) -> None:
    for _ in range(3 * CHANNELS):
        device.play(noise(1.0))
    device.set_level(0)
    device.fade_out()
    assert device.is_well()


def test_a_closed_device_is_not_well_and_opens_again(device: PygameDevice) -> None:
    device.play(noise(0.5))
    device.close()
    assert not opened_by_anyone(device)
    device.open()
    device.play(noise(0.1))
    assert device.is_well()


def test_a_dozing_device_is_well_and_plays_when_it_is_opened_again(
    device: PygameDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SERVER_VARIABLE, "25")
    device.set_keep_alive("quiet")
    device.close()
    device.open(dozing=True)
    assert device.is_well()
    # What the next one is opened with is the person's own again.
    assert os.environ[SERVER_VARIABLE] == "25"
    device.close()
    device.open()
    device.play(noise(0.1))
    assert device.is_well()


def opened_by_anyone(device: PygameDevice) -> bool:
    device.open()
    device.close()
    sdl = sdl_library()
    assert sdl is not None
    return any(sdl.SDL_GetAudioDeviceStatus(n) != STOPPED for n in DEVICE_NUMBERS)


class RunningAhead:
    """A clock that can be put forward, as seen from a device that stands still."""

    def __init__(self) -> None:
        self.by = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.by


@pytest.fixture
def clock() -> RunningAhead:
    return RunningAhead()


@pytest.fixture
def timed(clock: RunningAhead, dummy_device: None) -> Iterator[PygameDevice]:
    device = PygameDevice(clock)
    device.open()
    time.sleep(0.6)  # by then it has taken its first sound
    assert device.is_well()
    yield device
    device.close()


@pytest.fixture
def without_heartbeat(monkeypatch: pytest.MonkeyPatch) -> None:
    """The heartbeat never gives alarm."""
    monkeypatch.setattr(heartbeat, "FIRST_S", 1000.0)
    monkeypatch.setattr(heartbeat, "STILL_S", 1000.0)


def test_a_sound_that_does_not_end_is_noticed(
    without_heartbeat: None, timed: PygameDevice, clock: RunningAhead
) -> None:
    clock.by = 3.0
    timed.play(noise(2.0))
    clock.by = 5.9
    assert timed.is_well()
    clock.by = 6.1
    assert not timed.is_well()


def test_a_stream_just_opened_may_begin_late(
    without_heartbeat: None, timed: PygameDevice, clock: RunningAhead
) -> None:
    timed.play(noise(2.0))
    clock.by = 5.4
    assert timed.is_well()
    clock.by = 5.6
    assert not timed.is_well()


def test_a_device_that_takes_no_more_sound_is_noticed(
    timed: PygameDevice, clock: RunningAhead
) -> None:
    sdl = sdl_library()
    assert sdl is not None
    ours = next(n for n in DEVICE_NUMBERS if sdl.SDL_GetAudioDeviceStatus(n) != STOPPED)
    time.sleep(0.6)
    assert timed.is_well()
    sdl.SDL_PauseAudioDevice(ours, 1)
    time.sleep(0.1)
    assert timed.is_well()
    clock.by = 1.0
    assert timed.is_well()
    clock.by = 1.6
    assert not timed.is_well()
    sdl.SDL_PauseAudioDevice(ours, 0)
    time.sleep(0.6)
    assert timed.is_well()


def test_a_device_that_plays_for_long_stays_well(
    dummy_device: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through the end of the fade that tells, and with sounds begun while it is worn."""
    monkeypatch.setattr(heartbeat, "FADE_MS", 400)
    monkeypatch.setattr(heartbeat, "STILL_S", 0.2)
    monkeypatch.setattr(heartbeat, "FIRST_S", 0.2)
    device = PygameDevice(time.monotonic)
    device.open()
    for look in range(40):
        time.sleep(0.03)
        if look % 7 == 0:
            device.play(noise(0.05))
        assert device.is_well()
    device.close()


def test_the_noise_is_chosen_before_and_after_opening(dummy_device: None) -> None:
    device = PygameDevice(time.monotonic)
    device.set_keep_alive("stronger")
    device.open()
    channel = mixer.Channel(KEEP_ALIVE_CHANNEL)
    assert channel.get_busy()
    device.set_keep_alive("off")
    assert not channel.get_busy()
    device.set_keep_alive("quiet")
    assert channel.get_busy()
    device.close()
    device.set_keep_alive("off")


def test_no_device_is_an_error_in_words(no_device: None) -> None:
    with pytest.raises(AudioError, match="nowhere"):
        pygame_device(time.monotonic).open()
