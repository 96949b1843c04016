"""A whole workout, heard through a real sound server."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import numpy as np
import pytest
from real.led import QUICK, Asked, Led, bank_of, home_with_short_gaps
from real.listening import (
    Heard,
    Listener,
    best_place,
    gaps_s,
    listening,
    shift,
    sounding,
    unexplained,
)
from real.machine import RATE, SoundServer
from real.mortal import MortalServer

from hiptimer.app.home import Home, Past
from hiptimer.app.now import local_now
from hiptimer.audio.soundtrack import Buffer, render
from hiptimer.model.cue import Phrase
from hiptimer.model.event import Outcome
from hiptimer.model.saving import write_atomically
from hiptimer.model.session import Session, Status
from hiptimer.model.writing import write_routine
from hiptimer.settings import save_settings
from hiptimer.workout.cues import cues_of
from hiptimer.workout.speech import PAUSED

WARM_UP_S = 3.0
"""A null sink takes 2 s of a new stream at once; only then does it play in real time."""

STARTS_WITHIN_S = 4.0
"""The program, on a busy computer."""

SILENT_WITHIN_S = 0.05
NAMED_AFTER_S = 0.25
"""A pause is named by a voice, but not before this."""

DOZED_S = 5.0
"""So long a pause that the device is kept awake in another way meanwhile."""

SETTLED_S = 0.65
"""After a key: what sounds at once has ended, what was silenced long before."""

ALIKE = 0.8
"""A sound so much like the one wanted is the one wanted."""

REACH = RATE // 5
QUIET = 400
"""Of 32768: what is softer is the keep-alive."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with_short_gaps(tmp_path / "data")


@pytest.fixture
def led(sound_server: SoundServer, home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[Led]:
    for name, value in sound_server.env.items():
        monkeypatch.setenv(name, value)
    led = Led(home)
    yield led
    led.close()


@pytest.fixture
def listener(led: Led, sound_server: SoundServer) -> Iterator[Listener]:
    """Hears `led`, which has begun and was skipped to its first rep."""
    led.show.start()
    with listening(sound_server.env, sound_server.monitor) as listener:
        led.look_for(WARM_UP_S)
        led.show.skip()
        yield listener


def test_a_countdown_ends_where_the_first_rep_begins(sound_server: SoundServer, home: Home) -> None:
    """The get-ready and the set after it are two sounds, each started on its own."""
    keep(home)
    ready, reps = (wanted_in(home, n) for n in range(2))
    zero_s = home.lay_out(QUICK, Past()).segments[0].seconds
    with listening(sound_server.env, sound_server.monitor) as listener:
        run = start_in_text(home, sound_server.env)
        time.sleep(zero_s + STARTS_WITHIN_S + 5.0)
        run.terminate()
        assert run.wait(timeout=20) == 130
        heard = listener.stop()
    countdown = ready[round((zero_s - 3) * RATE) :]
    zero, zero_likeness = best_place(heard, countdown)
    beat, beat_likeness = best_place(heard, reps[: 4 * RATE])
    if gaps_s(heard[zero : beat + 4 * RATE]) > 0:
        pytest.skip("the sound server ran dry in the middle of it")
    assert min(zero_likeness, beat_likeness) > ALIKE
    assert beat - zero == pytest.approx(3 * RATE, abs=0.06 * RATE)


def test_a_pause_silences_and_nothing_sounds_in_it_but_its_name(
    led: Led, listener: Listener
) -> None:
    paused: list[tuple[float, float]] = []
    # In the middle of a tone, just before one, between two, and in a get-ready.
    for running_s in (1.05, 1.95, 1.5, 6.0):
        led.look_for(running_s)
        began = led.press(led.show.toggle_pause)
        led.look_for(2.2)
        paused.append((began, led.press(led.show.toggle_pause)))
        led.look_for(1.0)
    heard = listener.stop()
    path_s = usual_delay_s(led, listener, heard)
    took = [last_sound_s(heard, listener, began) for began, _ in paused]
    print(f"a tone is heard {1e3 * path_s:.0f} ms after it is due; a pause is silent after")
    print(", ".join(f"{1e3 * (s - path_s):.0f} ms and that (in all {1e3 * s:.0f})" for s in took))
    for began, ended in paused:
        assert_only_its_name(led, listener, heard, began, ended)
    assert max(took) - path_s <= SILENT_WITHIN_S


def test_after_a_pause_in_which_the_device_dozed_the_rep_sounds_on_time(
    led: Led, listener: Listener
) -> None:
    led.look_for(2.5)
    led.press(led.show.toggle_pause)
    led.look_for(DOZED_S)
    resumed = led.press(led.show.toggle_pause)
    led.look_for(6.0)
    heard = listener.stop()
    (rep,) = [a for a in led.speaker.asked if resumed + 0.5 < a.due < resumed + 1.5]
    wanted = drawn(led, rep)[: 3 * RATE]
    place, likeness = best_place(heard, wanted)
    if gaps_s(heard[place : place + len(wanted)]) > 0:
        pytest.skip("the sound server ran dry in the middle of it")
    assert likeness > ALIKE
    delay_s = (place - listener.frame_at(rep.due)) / RATE
    assert delay_s == pytest.approx(usual_delay_s(led, listener, heard), abs=0.06)


def last_sound_s(heard: Heard, listener: Listener, since: float) -> float:
    first = listener.frame_at(since)
    loud = sounding(heard[first : first + round(NAMED_AFTER_S * RATE)])
    return float(loud[-1]) / RATE if len(loud) else 0.0


def assert_only_its_name(
    led: Led, listener: Listener, heard: Heard, began: float, ended: float
) -> None:
    first = listener.frame_at(began + NAMED_AFTER_S)
    silence = heard[first : listener.frame_at(ended)]
    name = led.bank.sound(Phrase(PAUSED))
    asked = [a for a in led.speaker.asked if began <= a.at < ended]
    assert [cue.sound for a in asked for cue in a.cues] == [Phrase(PAUSED)] * bool(len(name))
    wanted = {listener.frame_at(a.due) - first: drawn(led, a) for a in asked if a.cues}
    assert np.abs(unexplained(silence, wanted, REACH)).max() < QUIET


def usual_delay_s(led: Led, listener: Listener, heard: Heard) -> float:
    """From when a cue that was asked for ahead is due to when it is heard: mixer and server."""
    delays = []
    silenced = [*led.speaker.stopped, time.monotonic()]
    for asked in led.speaker.asked:
        if asked.due < asked.at + 0.5 or not asked.cues:
            continue  # it may have been begun late
        first = min(cue.at for cue in asked.cues) - asked.offset
        if any(asked.at < at < asked.due + first + 0.5 for at in silenced):
            continue  # perhaps before it was heard
        begins = round(first * RATE)
        cue = drawn(led, asked)[begins : begins + RATE // 4]
        delays.append(shift(heard, cue, listener.frame_at(asked.due + first), REACH) / RATE)
    return float(np.median(delays))


def drawn(led: Led, asked: Asked) -> Buffer:
    return render(asked.cues, asked.seconds, asked.offset, bank=led.bank)


def test_skip_and_back_never_sound_two_segments_at_once(led: Led, listener: Listener) -> None:
    """Between two keys, all that is heard is what was asked for after the first of them."""
    show = led.show
    script = (
        (2.2, show.skip), (1.7, show.skip), (1.4, show.back), (1.9, show.back),
        (1.6, show.skip), (2.3, show.skip), (1.5, show.back), (2.0, show.skip), (2.0, show.skip),
    )  # fmt: skip
    pressed = []
    for running_s, command in script:
        led.look_for(running_s)
        pressed.append(led.press(command))
    led.look_for(2.0)
    heard = listener.stop()
    spans = list(zip(pressed, [*pressed[1:], time.monotonic()], strict=True))
    checked = [check_span(led, listener, heard, *span) for span in spans[:-1]]
    print(f"{checked.count(True)} of {len(checked)} spans were recorded whole and hold sound")
    if checked.count(True) < len(checked) // 2:
        pytest.skip("the sound server ran dry too often to tell")


def check_span(led: Led, listener: Listener, heard: Heard, began: float, ended: float) -> bool:
    """Whether there was something to hear and the server had no gap; then nothing else sounded."""
    first = listener.frame_at(began + SETTLED_S)
    span = heard[first : listener.frame_at(ended)]
    asked = [a for a in led.speaker.asked if began <= a.at < ended and a.cues and a.due < ended]
    if gaps_s(span) > 0 or not len(sounding(span)):
        return False
    wanted = {listener.frame_at(a.due) - first: drawn(led, a) for a in asked}
    assert np.abs(unexplained(span, wanted, REACH)).max() < QUIET
    return True


def test_a_workout_outlives_the_sound_server(server: MortalServer, home: Home) -> None:
    """It finishes, its record is whole, and its last segments are heard where they belong."""
    keep(home)
    timeline = home.lay_out(QUICK, Past())
    server.start()
    began = time.monotonic()
    run = start_in_text(home, server.env)
    time.sleep(12.0)
    server.kill()
    time.sleep(4.0)
    server.start()
    with listening(server.env, "bench.monitor") as listener:
        assert run.wait(timeout=timeline.seconds + 30) == 0
        took = time.monotonic() - began
        heard = listener.stop()
    assert took < timeline.seconds + 12
    (session,) = sessions(home)
    assert session.status is Status.COMPLETE
    assert [record.outcome for record in session.sets] == [Outcome.DONE] * len(timeline.work)
    last = len(timeline.segments) - 1
    apart = round((timeline.segments[last].start - timeline.segments[last - 1].start) * RATE)
    if gaps_s(heard[round(WARM_UP_S * RATE) : -2 * RATE]) > 0:
        return  # what is heard where cannot be told
    ready, ready_likeness = best_place(heard, wanted_in(home, last - 1)[: 3 * RATE])
    reps, reps_likeness = best_place(heard[ready:], wanted_in(home, last)[: 4 * RATE])
    assert min(ready_likeness, reps_likeness) > ALIKE
    assert reps == pytest.approx(apart, abs=0.06 * RATE)


def keep(home: Home) -> None:
    """Put the settings and the routine where the program finds them."""
    save_settings(home.paths.settings_file, home.settings, now=local_now)
    file = home.paths.own_catalogue / "routines" / f"{QUICK.id}.toml"
    write_atomically(file, write_routine(QUICK).encode())


def start_in_text(home: Home, env: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(home.paths.data)]
    return subprocess.Popen(
        [*command, "start", QUICK.id, "--text"],
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **env},
    )


def wanted_in(home: Home, n: int) -> Buffer:
    """The sound of segment `n` of the quick routine."""
    timeline = home.lay_out(QUICK, Past())
    cues = cues_of(timeline, n, home.timing().speech)
    return render(cues, timeline.segments[n].seconds, bank=bank_of(home))


def sessions(home: Home) -> list[Session]:
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(home.paths.data)]
    run = subprocess.run([*command, "history", "--json"], check=True, capture_output=True)
    return msgspec.json.decode(run.stdout, type=list[Session])
