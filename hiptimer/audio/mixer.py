"""Playing segments at their time, on one thread that owns the audio device.

Whoever posts a segment never waits: drawing the sound, finding a device, opening it and finding
it again when it was lost all happen on the thread. Importing this loads neither pygame nor NumPy.
"""

import math
import time
from collections.abc import Callable, Sequence
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.outlet import Device, Outlet, pygame_device
from hiptimer.audio.output import KeepAlive, SoundState
from hiptimer.audio.part import Part
from hiptimer.audio.probe import DeviceReport, probe_device
from hiptimer.model.cue import Cue

AHEAD_S = 0.02
"""The thread wakes this long before a sound is due and sleeps the rest, which is more exact."""

DRAW_S = 0.06
"""Drawing ahead is not begun when something is due sooner than this."""

LATE_S = 0.01
"""A sound this late is started whole: the device itself mixes in steps of twice that."""

MISSED_S = 0.05
MISSED_BY_OPENING_S = 2.5
"""By how much a cue may be missed to be heard late instead of not at all; the second while the
device opens for the first time or after a rest, so that the start of a workout is not lost."""

DOZE_S = 2.0
"""After so long with nothing to be heard, where `doze` was asked for, less is done for the device:
what is played next begins late. It is still kept awake, as a wireless loudspeaker needs it."""

REST_S = 60.0
"""After so long with nothing to be heard, as in a long pause, the device is given back: a stream
kept open takes over 1 % of a processor, and keeps the sound hardware awake for hours."""

DEVICE_LAG_S = 0.1
"""What may still be on its way to the loudspeaker when a sound has ended here."""


class Mixer:
    """The sound output through the default audio device (see SoundOutput for its methods).

    `on_state` is called on the mixer's thread, at the first outcome and at every change.
    `delay_s` is how late the loudspeaker is. `device`, `probe`, `doze_s` and `rest_s` are for tests
    and bundles.
    """

    def __init__(
        self,
        bank: SoundBank,
        *,
        clock: Callable[[], float] = time.monotonic,
        on_state: Callable[[SoundState], None],
        volume: float = 0.8,
        delay_s: float = 0.0,
        keep_alive: KeepAlive = "quiet",
        probe: Callable[[], DeviceReport] = probe_device,
        device: Callable[[Callable[[], float]], Device] = pygame_device,
        doze_s: float = DOZE_S,
        rest_s: float = REST_S,
    ) -> None:
        self._doze_s = doze_s
        self._rest_s = rest_s
        self._may_doze = False
        self._idle_since = clock()
        self._bank = bank
        self._clock = clock
        self._volume = volume
        self._delay_s = delay_s
        self._is_muted = False
        self._outlet = Outlet(
            clock,
            on_state,
            probe=probe,
            make_device=device,
            level=volume,
            keep_alive=keep_alive,
        )
        self._parts: list[Part] = []
        self._commands: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._stop_asked = Event()
        self._thread: Thread | None = None
        self._is_closing = False
        self._closes_at: float | None = None

    # Called from any thread.

    def start(self) -> None:
        if self._thread is None and not self._is_closing:
            self._thread = Thread(target=self._run, name="mixer", daemon=True)
            self._thread.start()

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        self._post(partial(self._take, tuple(cues), seconds, offset, due))

    def stop_all(self) -> None:
        if not self._is_closing:
            self._stop_asked.set()
        self._commands.put(self._silence)

    def doze(self) -> None:
        self._post(self._allow_dozing)

    def set_volume(self, volume: float) -> None:
        self._post(partial(self._turn, min(1.0, max(0.0, volume))))

    def set_muted(self, muted: bool) -> None:
        self._post(partial(self._mute, muted))

    def set_delay(self, seconds: float) -> None:
        self._post(partial(self._shift, seconds))

    def set_keep_alive(self, keep_alive: KeepAlive) -> None:
        self._post(partial(self._outlet.set_keep_alive, keep_alive))

    def close(self, timeout_s: float) -> None:
        self._post(partial(self._end, self._clock() + timeout_s))
        self._is_closing = True
        if self._thread is not None:
            # A device that is just being opened cannot be hurried, and while there is none there
            # is nothing to hear the end of: the thread ends by itself then.
            sounds_s = timeout_s + 2 * DEVICE_LAG_S if self._outlet.device is not None else 0.0
            self._thread.join(sounds_s + 1.0)

    def _post(self, command: Callable[[], None]) -> None:
        if not self._is_closing:
            self._commands.put(command)

    # Everything below runs on the mixer's thread.

    def _run(self) -> None:
        try:
            while self._closes_at is None or self._clock() < self._closes_at:
                if self._closes_at is None and self._outlet.look():
                    self._draw_again()
                self._start_what_is_due()
                self._rest_when_idle()
                if not self._draw_ahead():
                    self._obey()
        finally:
            if self._outlet.device is not None:
                self._outlet.device.fade_out()
                time.sleep(DEVICE_LAG_S)
                self._outlet.close()

    def _obey(self) -> None:
        """Wait for a command or for the next thing to do; for a command alone while resting."""
        left_s = self._wakes_at() - self._clock()
        try:
            self._commands.get(timeout=None if math.isinf(left_s) else max(0.0, left_s))()
        except Empty:
            return

    def _wakes_at(self) -> float:
        times = [self._outlet.next_look]
        if self._closes_at is not None:
            times.append(self._closes_at)
        if self._outlet.device is not None:
            times += [p.due - self._delay_s - AHEAD_S for p in self._parts if not p.is_sounding]
        return min(times)

    # Commands

    def _take(self, cues: Sequence[Cue], seconds: float, offset: float, due: float) -> None:
        self._may_doze = False
        self._outlet.wake()
        forgiven_s = MISSED_S if due > self._outlet.known_at else MISSED_BY_OPENING_S
        self._parts.append(Part(cues, seconds, offset, due, forgiven_s))

    def _allow_dozing(self) -> None:
        self._may_doze = True

    def _silence(self) -> None:
        self._stop_asked.clear()
        self._parts.clear()
        if self._closes_at is not None:
            self._closes_at = self._clock()
        if self._outlet.device is not None:
            self._outlet.device.fade_out()

    def _turn(self, volume: float) -> None:
        self._volume = volume
        self._set_level()

    def _mute(self, muted: bool) -> None:
        self._is_muted = muted
        self._set_level()

    def _shift(self, seconds: float) -> None:
        self._delay_s = seconds

    def _end(self, deadline: float) -> None:
        heard = self._outlet.device is not None and self._level > 0
        ends = [part.ends(self._bank) - self._delay_s for part in self._parts if heard]
        self._closes_at = min(deadline, max(ends) + DEVICE_LAG_S) if ends else self._clock()

    # Sounding

    @property
    def _level(self) -> float:
        return 0.0 if self._is_muted else self._volume

    def _set_level(self) -> None:
        self._outlet.set_level(self._level)

    def _draw_again(self) -> None:
        """What sounded is drawn once more, from where it is by then, for the next device."""
        for part in self._parts:
            part.is_sounding, part.buffer, part.forgiven_s = False, None, 0.0

    def _start_what_is_due(self) -> None:
        now = self._clock()
        self._parts = [part for part in self._parts if part.ends(self._bank) > now]
        device = self._outlet.device
        if device is None:
            return
        for part in self._parts:
            if not part.is_sounding and part.due - self._delay_s - AHEAD_S <= now:
                self._begin(part, device)

    def _rest_when_idle(self) -> None:
        now = self._clock()
        if self._parts or self._outlet.device is None:
            self._idle_since = now
        elif now > self._idle_since + self._rest_s:
            self._outlet.rest()
        elif self._may_doze and now > self._idle_since + self._doze_s:
            self._outlet.doze()

    def _draw_ahead(self) -> bool:
        """Draw what is to come, a step at a time, while there is time before anything is due.

        False when there is nothing to draw, or no time.
        """
        waiting = [part for part in self._parts if not part.is_sounding]
        undrawn = [part for part in waiting if part.buffer is None]
        if self._outlet.device is None or not undrawn or not self._commands.empty():
            return False
        if min(part.due for part in waiting) - self._delay_s < self._clock() + DRAW_S:
            return False
        part = min(undrawn, key=_due)
        if not part.make_a_sound(self._bank):
            part.buffer = part.drawn(self._bank, 0.0, self._delay_s)
        return True

    def _begin(self, part: Part, device: Device) -> None:
        if part.buffer is None and not self._late(part):
            part.buffer = part.drawn(self._bank, 0.0, self._delay_s)
        time.sleep(max(0.0, part.due - self._delay_s - self._clock()))
        buffer, late = part.buffer, self._late(part)
        if buffer is None or late > LATE_S:
            buffer = part.drawn(self._bank, late, self._delay_s)
            # Drawing takes time too, most of it when a sound is used for the first time.
            if (later := self._late(part)) > late + LATE_S:
                buffer = part.drawn(self._bank, later, self._delay_s)
        if self._stop_asked.is_set():
            return  # told meanwhile not to begin at all
        device.play(buffer)
        part.is_sounding, part.buffer = True, None

    def _late(self, part: Part) -> float:
        return max(0.0, self._clock() - (part.due - self._delay_s))


def _due(part: Part) -> float:
    return part.due
