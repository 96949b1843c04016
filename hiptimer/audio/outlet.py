"""The audio device while there is one, and the search for it while there is none.

All is done on one thread, which may have to wait long for a device; only the words for that come
from another. Importing this loads neither pygame nor NumPy.
"""

import math
from collections.abc import Callable
from threading import Lock, Timer
from typing import TYPE_CHECKING, Protocol

from hiptimer.audio.errors import AudioError
from hiptimer.audio.open_here import prepare_environment
from hiptimer.audio.output import (
    DEVICE_BUSY,
    DEVICE_LOST,
    NO_ANSWER,
    NO_DEVICE,
    KeepAlive,
    SoundState,
)
from hiptimer.audio.probe import DeviceReport
from hiptimer.model.language import tr

if TYPE_CHECKING:
    from hiptimer.audio.soundtrack import Buffer

LOOK_S = 0.5
"""How often the device is looked at; a look takes some 20 microseconds."""

RETRY_S = 1.5
PATIENT_RETRY_S = 10.0
PATIENT_AFTER_S = 60.0
"""How often a missing device is looked for, and how often after a minute without one."""

SLOW_S = 4.0
"""A device that takes longer to open is told of; it is waited for all the same."""

BUSY_SIGNS = ("busy", "in use")


class Device(Protocol):
    """What is asked of an audio device, always from one thread."""

    def open(self, *, dozing: bool = False) -> None:
        """Raises AudioError when there is none. While `dozing` nothing is to be played."""

    def close(self) -> None: ...

    def play(self, buffer: "Buffer") -> None: ...

    def set_level(self, level: float) -> None: ...

    def set_keep_alive(self, keep_alive: KeepAlive) -> None: ...

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


class Outlet:
    """`device` is None while there is none. `on_state` hears of every change."""

    def __init__(
        self,
        clock: Callable[[], float],
        on_state: Callable[[SoundState], None],
        *,
        probe: Callable[[], DeviceReport],
        make_device: Callable[[Callable[[], float]], Device],
        level: float,
        keep_alive: KeepAlive,
    ) -> None:
        self.device: Device | None = None
        self.known_at = math.inf
        """When it was first known whether there is a device, or again after a rest."""
        self.next_look = 0.0
        self._clock = clock
        self._on_state = on_state
        self._probe = probe
        self._make_device = make_device
        self._level = level
        self._keep_alive: KeepAlive = keep_alive
        self._state: SoundState | None = None
        self._had_device = False
        self._missing_since: float | None = None
        self._is_opening = False
        self._is_resting = False
        self._is_dozing = False
        self._telling = Lock()

    def look(self) -> bool:
        """Look after the device when it is time to. True if it was lost since the last look."""
        if self._is_resting or self._clock() < self.next_look:
            return False
        is_lost = self.device is not None and not self.device.is_well()
        if is_lost:
            self._lose()
        if self.device is None:
            self._find()
        self.next_look = self._clock() + (LOOK_S if self.device else self._retry_s())
        return is_lost

    def set_level(self, level: float) -> None:
        self._level = level
        if self.device is not None:
            self.device.set_level(level)

    def set_keep_alive(self, keep_alive: KeepAlive) -> None:
        self._keep_alive = keep_alive
        if self.device is not None:
            self.device.set_keep_alive(keep_alive)

    def doze(self) -> None:
        """Until `wake` only keep the device awake. Nobody is told."""
        if self.device is not None and not self._is_dozing:
            self._open_again(dozing=True)

    def rest(self) -> None:
        """Give the device back until `wake`. Nobody is told."""
        self._is_resting, self.next_look = True, math.inf
        self.close()

    def wake(self) -> None:
        """Be ready to play. A device that was given back is looked for as if for the first time."""
        if self._is_resting:
            self._is_resting, self.next_look, self.known_at = False, 0.0, math.inf
        elif self._is_dozing:
            self._open_again(dozing=False)
            self.known_at = self._clock()

    def close(self) -> None:
        self._is_dozing = False
        device, self.device = self.device, None
        if device is not None:
            device.close()

    def _open_again(self, *, dozing: bool) -> None:
        """In the other way. One that is gone meanwhile is missed with the next look."""
        device = self.device
        self.close()
        if device is None:
            return
        try:
            device.open(dozing=dozing)
        except AudioError:
            self.next_look = 0.0
        else:
            self.device, self._is_dozing = device, dozing

    def _lose(self) -> None:
        # Said first: closing waits for a server that stands still.
        self._say(SoundState(on=False, words=tr(DEVICE_LOST)))
        self.close()

    def _find(self) -> None:
        self._is_opening = True
        slow = Timer(SLOW_S, self._tell_slow)
        slow.daemon = True
        slow.start()
        try:
            self.device = self._opened()
        except AudioError as problem:
            self._miss(str(problem))
            return
        finally:
            slow.cancel()
            slow.join()
        self._had_device = True
        self._missing_since = None
        self._say(SoundState(on=True))

    def _opened(self) -> Device:
        # In a process of its own first: opening here may end this one.
        report = self._probe()
        if not report.is_usable:
            raise AudioError(report.error)
        device = self._make_device(self._clock)
        device.set_level(self._level)
        device.set_keep_alive(self._keep_alive)
        device.open()
        return device

    def _miss(self, detail: str) -> None:
        if self._missing_since is None:
            self._missing_since = self._clock()
        words = DEVICE_LOST if self._had_device else NO_DEVICE
        if any(sign in detail.lower() for sign in BUSY_SIGNS):
            words = DEVICE_BUSY
        self._say(SoundState(on=False, words=tr(words), detail=detail))

    def _retry_s(self) -> float:
        since = self._missing_since
        is_patient = since is not None and self._clock() - since > PATIENT_AFTER_S
        return PATIENT_RETRY_S if is_patient else RETRY_S

    def _tell_slow(self) -> None:
        """From a thread of its own, since the other waits for the device."""
        with self._telling:
            if self._is_opening:
                self._tell(SoundState(on=False, words=tr(NO_ANSWER)))

    def _say(self, state: SoundState) -> None:
        with self._telling:
            self._is_opening = False
            self._tell(state)

    def _tell(self, state: SoundState) -> None:
        self.known_at = min(self.known_at, self._clock())
        if state != self._state:
            self._state = state
            self._on_state(state)
