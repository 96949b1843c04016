"""A device that notes what it is asked to play, and when."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue

import numpy as np

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.errors import AudioError
from hiptimer.audio.mixer import DOZE_S, REST_S, Mixer
from hiptimer.audio.outlet import Device
from hiptimer.audio.output import KeepAlive, SoundState
from hiptimer.audio.probe import DeviceReport
from hiptimer.audio.soundtrack import Buffer
from hiptimer.audio.tones import RATE


@dataclass
class Tape:
    """What all devices of one mixer were asked, in order, with the clock time."""

    log: list[tuple[float, str]] = field(default_factory=list)
    buffers: list[Buffer] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)
    keep_alives: list[KeepAlive] = field(default_factory=list)
    states: "SimpleQueue[SoundState]" = field(default_factory=SimpleQueue)
    is_there: bool = True
    is_well: bool = True
    refusal: str = ""
    opening_s: float = 0.0
    opening: Callable[[], object] | None = None

    def note(self, what: str) -> None:
        self.log.append((time.monotonic(), what))

    def times(self, what: str) -> list[float]:
        return [at for at, name in self.log if name == what]

    def next_state(self) -> SoundState:
        return self.states.get(timeout=10)

    def probe(self) -> DeviceReport:
        return DeviceReport(error="" if self.is_there else "no such device")

    def device(self, clock: Callable[[], float]) -> Device:
        return TapeDevice(self)

    def mixer(
        self,
        bank: SoundBank,
        *,
        volume: float = 0.8,
        delay_s: float = 0.0,
        keep_alive: KeepAlive = "quiet",
        doze_s: float = DOZE_S,
        rest_s: float = REST_S,
    ) -> Mixer:
        return Mixer(
            bank,
            on_state=self.states.put,
            volume=volume,
            delay_s=delay_s,
            keep_alive=keep_alive,
            probe=self.probe,
            device=self.device,
            doze_s=doze_s,
            rest_s=rest_s,
        )

    def wait_for(self, what: str, times: int = 1) -> None:
        end = time.monotonic() + 5
        while len(self.times(what)) < times:
            assert time.monotonic() < end, f"{what} never came: {self.log}"
            time.sleep(0.002)


class TapeDevice:
    def __init__(self, tape: Tape) -> None:
        self._tape = tape

    def open(self, *, dozing: bool = False) -> None:
        time.sleep(self._tape.opening_s)
        if self._tape.opening is not None:
            self._tape.opening()
        if self._tape.refusal:
            raise AudioError(self._tape.refusal)
        if not self._tape.is_there:
            raise AudioError("no such device")
        self._tape.is_well = True
        self._tape.note("doze" if dozing else "open")

    def close(self) -> None:
        self._tape.note("close")

    def play(self, buffer: Buffer) -> None:
        self._tape.buffers.append(buffer)
        self._tape.note("play")

    def set_level(self, level: float) -> None:
        self._tape.levels.append(level)

    def set_keep_alive(self, keep_alive: KeepAlive) -> None:
        self._tape.keep_alives.append(keep_alive)

    def fade_out(self) -> None:
        self._tape.note("fade out")

    def is_well(self) -> bool:
        return self._tape.is_well


def onset_s(buffer: Buffer) -> float:
    """Seconds from the start of a buffer to its first sound."""
    return float(np.argmax(np.abs(buffer).max(axis=1) > 0)) / RATE
