"""Audio devices that come, go, and take turns, while a workout plays on."""

import time
from queue import SimpleQueue

import pytest
from real.listening import decibels, listening
from real.mortal import (
    MortalServer,
    assert_sounds,
    next_state,
    play_for_a_minute,
    seconds_to_sound,
    tones_alone,
)

from hiptimer.audio.keep_alive import LEVELS_DB
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import DEVICE_LOST, NO_DEVICE, KeepAlive, SoundState

States = SimpleQueue[SoundState]


def test_a_device_that_appears_later_is_heard(
    server: MortalServer, mixer: Mixer, states: States
) -> None:
    server.start(sink=False)
    mixer.start()
    assert states.get(timeout=10).words == NO_DEVICE
    play_for_a_minute(mixer)
    time.sleep(1.0)
    server.add_sink("bench")
    added = time.monotonic()
    with listening(server.env, "bench.monitor") as listener:
        assert states.get(timeout=10) == SoundState(on=True)
        opened = time.monotonic() - added
        time.sleep(4.0)
        heard = seconds_to_sound(listener, added)
    print(f"opened after {opened:.2f} s, heard after {heard:.2f} s")
    assert opened < 3


def test_the_default_device_goes_and_another_is_left(
    server: MortalServer, mixer: Mixer, states: States
) -> None:
    server.start()
    server.add_sink("other")
    server.tell("set-default-sink", "bench")
    mixer.start()
    assert states.get(timeout=10).on
    play_for_a_minute(mixer)
    time.sleep(3.0)
    server.remove_sink("bench")
    assert_sounds(server, "other")
    assert all(state.on or state.words == DEVICE_LOST for state in drained(states))


def test_the_only_device_goes_and_one_comes(
    server: MortalServer, mixer: Mixer, states: States
) -> None:
    server.start()
    mixer.start()
    assert states.get(timeout=10).on
    play_for_a_minute(mixer)
    time.sleep(3.0)
    server.remove_sinks()
    gone = time.monotonic()
    assert states.get(timeout=10) == SoundState(on=False, words=DEVICE_LOST)
    noticed = time.monotonic() - gone
    time.sleep(2.5)
    server.add_sink("new")
    added = time.monotonic()
    next_state(states, on=True)
    back = time.monotonic() - added
    print(f"noticed after {noticed:.2f} s, back after {back:.2f} s")
    assert noticed < 2
    assert back < 3
    assert_sounds(server, "new")


def test_sound_follows_the_default_device(
    server: MortalServer, mixer: Mixer, states: States
) -> None:
    """The server moves the stream by itself."""
    server.start()
    server.add_sink("other")
    server.tell("set-default-sink", "bench")
    mixer.start()
    assert states.get(timeout=10).on
    play_for_a_minute(mixer)
    time.sleep(3.0)
    with listening(server.env, "other.monitor") as listener:
        changed = time.monotonic()
        server.tell("set-default-sink", "other")
        time.sleep(5.0)
        took = seconds_to_sound(listener, changed)
    print(f"heard on the other device after {took:.2f} s")
    assert took < 4
    assert_sounds(server, "other")


@pytest.mark.parametrize("strength", ["quiet", "stronger", "off"])
def test_the_noise_that_keeps_a_speaker_awake(
    server: MortalServer, states: States, strength: KeepAlive
) -> None:
    """As loud as it says, whatever the volume is; at volume 0 and muted there is nothing."""
    server.start()
    mixer = Mixer(tones_alone(), on_state=states.put, volume=0.1, keep_alive=strength)
    mixer.start()
    assert states.get(timeout=10).on
    levels = []
    time.sleep(3.0)
    for volume, muted in ((0.1, False), (1.0, False), (0.0, False), (0.5, True), (0.5, False)):
        mixer.set_volume(volume)
        mixer.set_muted(muted)
        time.sleep(0.3)
        levels.append(level(server))
    mixer.close(1)
    print(f"{strength}: " + ", ".join(f"{db:.1f}" for db in levels) + " dBFS")
    nothing = -180.0
    there = LEVELS_DB.get(strength, nothing)
    assert levels == pytest.approx([there, there, nothing, nothing, there], abs=1.0)


def level(server: MortalServer) -> float:
    with listening(server.env, "bench.monitor") as listener:
        time.sleep(2.0)
        return decibels(listener.stop()[4800:])


def drained(states: States) -> list[SoundState]:
    return [states.get() for _ in range(states.qsize())]
