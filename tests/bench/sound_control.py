"""The control: each cue is a sound of its own, begun by a timer of the window when it is due.

That is how a timer is usually written. All else is as in the program.
"""

from collections.abc import Sequence
from dataclasses import replace

from pygame import mixer
from PySide6.QtCore import QObject, Qt, QTimer

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.soundtrack import Buffer, render
from hiptimer.model.cue import Cue


class CueTimers(QObject):
    """Lives on the thread it was made on, and begins the sounds there."""

    def __init__(self, bank: SoundBank) -> None:
        super().__init__()
        self._bank = bank
        self._waiting: dict[QTimer, Buffer] = {}
        self._sounding: list[mixer.Sound] = []

    def play(self, cues: Sequence[Cue], offset: float, in_s: float) -> None:
        """`offset` seconds into a segment its sound begins, `in_s` seconds from now."""
        for cue in cues:
            if cue.at < offset:
                continue
            # Drawn ahead, as whoever writes such a timer would.
            buffer = render((replace(cue, at=0.0),), 0.0, bank=self._bank)
            if len(buffer) == 0:
                continue
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(self._begin)
            self._waiting[timer] = buffer
            timer.start(max(0, round(1000 * (in_s + cue.at - offset))))

    def stop(self) -> None:
        for timer in self._waiting:
            timer.stop()
            timer.deleteLater()
        self._waiting.clear()

    def _begin(self) -> None:
        timer = self.sender()
        if isinstance(timer, QTimer) and timer in self._waiting:
            buffer = self._waiting.pop(timer)
            timer.deleteLater()
            if mixer.get_init() is not None:
                # Kept: one that goes while it plays crashes the process.
                self._sounding.append(mixer.Sound(buffer=buffer))
                self._sounding[-1].play()
