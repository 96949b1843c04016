"""Playing segments at their time, on one thread that owns the audio device.

Whoever posts a segment never waits: drawing the sound, finding a device, opening it and finding
it again when it was lost all happen on the thread. Importing this loads neither pygame nor NumPy.
"""

import math
import time
from collections.abc import Callable, Sequence
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.errors import AudioError
from hiptimer.audio.open_here import prepare_environment
from hiptimer.audio.output import DEVICE_LOST, NO_DEVICE, SoundState
from hiptimer.audio.part import Part
from hiptimer.audio.probe import DeviceReport, probe_device
from hiptimer.model.cue import Cue

if TYPE_CHECKING:
    from hiptimer.audio.soundtrack import Buffer

LOOK_S = 0.5
"""How often the device is looked at; a look takes some 20 microseconds."""

RETRY_S = 1.5
PATIENT_RETRY_S = 10.0
PATIENT_AFTER_S = 60.0
"""How often a missing device is looked for, and how often after a minute without one."""

AHEAD_S = 0.02
"""The thread wakes this long before a sound is due and sleeps the rest, which is more exact."""

LATE_S = 0.01
"""A sound this late is started whole: the device itself mixes in steps of twice that."""

MISSED_S = 0.05
MISSED_BY_OPENING_S = 2.5
"""By how much a cue may be missed to be heard late instead of not at all; the second while the
device opens for the first time, so that the start of a workout is not lost."""

DEVICE_LAG_S = 0.1
"""What may still be on its way to the loudspeaker when a sound has ended here."""


class Device(Protocol):
    """What the mixer asks of an audio device, always from its own thread."""

    def open(self) -> None:
        """Raises AudioError when there is none."""

    def close(self) -> None: ...

    def play(self, buffer: "Buffer") -> None: ...

    def set_level(self, level: float) -> None: ...

    def fade_out(self) -> None: ...

    def is_well(self) -> bool: ...


def pygame_device(clock: Callable[[], float]) -> Device:
    """The default device; AudioError when pygame cannot be loaded."""
    prepare_environment()
    try:
        from hiptimer.audio.device import PygameDevice
    except ImportError as problem:
        raise AudioError(f"pygame cannot be loaded: {problem}") from problem
    return PygameDevice(clock)


class Mixer:
    """The sound output through the default audio device (see SoundOutput for its methods).

    `on_state` is called on the mixer's thread, at the first outcome and at every change.
    `delay_s` is how late the loudspeaker is. `device` and `probe` are for tests and bundles.
    """

    def __init__(
        self,
        bank: SoundBank,
        *,
        clock: Callable[[], float] = time.monotonic,
        on_state: Callable[[SoundState], None],
        volume: float = 0.8,
        delay_s: float = 0.0,
        probe: Callable[[], DeviceReport] = probe_device,
        device: Callable[[Callable[[], float]], Device] = pygame_device,
    ) -> None:
        self._bank = bank
        self._clock = clock
        self._on_state = on_state
        self._volume = volume
        self._delay_s = delay_s
        self._probe = probe
        self._make_device = device
        self._is_muted = False
        self._state: SoundState | None = None
        self._known_at = math.inf  # when it was first known whether there is a device
        self._device: Device | None = None
        self._parts: list[Part] = []
        self._commands: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_closing = False
        self._closes_at: float | None = None
        self._next_look = 0.0
        self._missing_since: float | None = None

    # Called from any thread.

    def start(self) -> None:
        if self._thread is None and not self._is_closing:
            self._thread = Thread(target=self._run, name="mixer", daemon=True)
            self._thread.start()

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        self._post(partial(self._take, tuple(cues), seconds, offset, due))

    def stop_all(self) -> None:
        self._post(self._silence)

    def set_volume(self, volume: float) -> None:
        self._post(partial(self._turn, min(1.0, max(0.0, volume))))

    def set_muted(self, muted: bool) -> None:
        self._post(partial(self._mute, muted))

    def set_delay(self, seconds: float) -> None:
        self._post(partial(self._shift, seconds))

    def close(self, timeout_s: float) -> None:
        self._post(partial(self._end, self._clock() + timeout_s))
        self._is_closing = True
        if self._thread is not None:
            # A device that is just being opened cannot be hurried; the thread ends by itself then.
            self._thread.join(timeout_s + 2 * DEVICE_LAG_S + 1.0)

    def _post(self, command: Callable[[], None]) -> None:
        if not self._is_closing:
            self._commands.put(command)

    # Everything below runs on the mixer's thread.

    def _run(self) -> None:
        try:
            while self._closes_at is None or self._clock() < self._closes_at:
                self._look_after_device()
                self._start_what_is_due()
                self._obey()
        finally:
            if self._device is not None:
                self._device.fade_out()
                time.sleep(DEVICE_LAG_S)
                self._device.close()

    def _obey(self) -> None:
        """Wait for a command or for the next thing to do."""
        try:
            self._commands.get(timeout=max(0.0, self._wakes_at() - self._clock()))()
        except Empty:
            return

    def _wakes_at(self) -> float:
        times = [self._next_look]
        if self._closes_at is not None:
            times.append(self._closes_at)
        if self._device is not None:
            times += [p.due - self._delay_s - AHEAD_S for p in self._parts if not p.is_sounding]
        return min(times)

    # Commands

    def _take(self, cues: Sequence[Cue], seconds: float, offset: float, due: float) -> None:
        forgiven_s = MISSED_S if due > self._known_at else MISSED_BY_OPENING_S
        part = Part(cues, seconds, offset, due, forgiven_s)
        self._parts.append(part)
        if self._device is not None and due - self._delay_s > self._clock():
            part.buffer = part.drawn(self._bank, 0.0, self._delay_s)

    def _silence(self) -> None:
        self._parts.clear()
        if self._device is not None:
            self._device.fade_out()

    def _turn(self, volume: float) -> None:
        self._volume = volume
        self._set_level()

    def _mute(self, muted: bool) -> None:
        self._is_muted = muted
        self._set_level()

    def _shift(self, seconds: float) -> None:
        self._delay_s = seconds

    def _end(self, deadline: float) -> None:
        heard = self._device is not None and self._level > 0
        ends = [part.ends(self._bank) - self._delay_s for part in self._parts if heard]
        self._closes_at = min(deadline, max(ends) + DEVICE_LAG_S) if ends else self._clock()

    # Sounding

    @property
    def _level(self) -> float:
        return 0.0 if self._is_muted else self._volume

    def _set_level(self) -> None:
        if self._device is not None:
            self._device.set_level(self._level)

    def _start_what_is_due(self) -> None:
        now = self._clock()
        self._parts = [part for part in self._parts if part.ends(self._bank) > now]
        if self._device is None:
            return
        for part in self._parts:
            if not part.is_sounding and part.due - self._delay_s - AHEAD_S <= now:
                self._begin(part, self._device)

    def _begin(self, part: Part, device: Device) -> None:
        time.sleep(max(0.0, part.due - self._delay_s - self._clock()))
        buffer, late = part.buffer, self._late(part)
        if buffer is None or late > LATE_S:
            buffer = part.drawn(self._bank, late, self._delay_s)
            # Drawing takes time too, most of it when a tone is used for the first time.
            if (later := self._late(part)) > late + LATE_S:
                buffer = part.drawn(self._bank, later, self._delay_s)
        device.play(buffer)
        part.is_sounding, part.buffer = True, None

    def _late(self, part: Part) -> float:
        return max(0.0, self._clock() - (part.due - self._delay_s))

    # The device

    def _look_after_device(self) -> None:
        if self._closes_at is not None or self._clock() < self._next_look:
            return
        if self._device is not None and not self._device.is_well():
            self._lose(self._device)
        if self._device is None:
            self._find_device()
        self._next_look = self._clock() + (LOOK_S if self._device else self._retry_s())

    def _lose(self, device: Device) -> None:
        device.close()
        self._device = None
        self._say(SoundState(on=False, words=DEVICE_LOST))
        for part in self._parts:
            # What still sounds is drawn again, from where it will be, for the next device.
            part.is_sounding, part.buffer, part.forgiven_s = False, None, 0.0

    def _find_device(self) -> None:
        report = self._probe()
        try:
            if not report.is_usable:
                raise AudioError(report.error)
            device = self._make_device(self._clock)
            device.set_level(self._level)
            device.open()
        except AudioError as problem:
            self._miss(str(problem))
            return
        self._device = device
        self._missing_since = None
        self._say(SoundState(on=True))

    def _miss(self, detail: str) -> None:
        if self._missing_since is None:
            self._missing_since = self._clock()
        was_lost = self._state is not None and self._state.words == DEVICE_LOST
        words = DEVICE_LOST if was_lost else NO_DEVICE
        self._say(SoundState(on=False, words=words, detail=detail))

    def _retry_s(self) -> float:
        since = self._missing_since
        is_patient = since is not None and self._clock() - since > PATIENT_AFTER_S
        return PATIENT_RETRY_S if is_patient else RETRY_S

    def _say(self, state: SoundState) -> None:
        if state != self._state:
            self._known_at = min(self._known_at, self._clock())
            self._state = state
            self._on_state(state)
