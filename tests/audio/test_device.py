"""The real library on SDL's dummy device: what it plays, it ends; what is over, it lets go."""

import time
from collections.abc import Iterator

import numpy as np
import pytest

from hiptimer.audio.device import CHANNELS, PygameDevice
from hiptimer.audio.errors import AudioError
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


def opened_by_anyone(device: PygameDevice) -> bool:
    device.open()
    device.close()
    from hiptimer.audio.device import DEVICE_NUMBERS, STOPPED
    from hiptimer.audio.open_here import sdl_library

    sdl = sdl_library()
    assert sdl is not None
    return any(sdl.SDL_GetAudioDeviceStatus(n) != STOPPED for n in DEVICE_NUMBERS)


def test_a_sound_that_does_not_end_is_noticed(dummy_device: None) -> None:
    """The clock runs ahead of the device, as when the device stands still."""
    ahead = [0.0]

    def clock() -> float:
        return time.monotonic() + ahead[0]

    device = PygameDevice(clock)
    device.open()
    device.play(noise(2.0))
    ahead[0] = 2.9
    assert device.is_well()
    ahead[0] = 3.1
    assert not device.is_well()
    device.close()


def test_no_device_is_an_error_in_words(no_device: None) -> None:
    with pytest.raises(AudioError, match="nowhere"):
        pygame_device(time.monotonic).open()
