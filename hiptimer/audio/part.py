"""A segment that was given to the mixer, with the time at which it is to be heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiptimer.audio.bank import SoundBank
from hiptimer.model.cue import Cue

if TYPE_CHECKING:
    from hiptimer.audio.soundtrack import Buffer


@dataclass(slots=True, eq=False)
class Part:
    """A segment from `offset` on, that moment due at clock time `due`.

    Begun late by no more than `forgiven_s`, the last cue missed is heard late instead of not at
    all. `buffer` is its sound when it was drawn ahead.
    """

    cues: Sequence[Cue]
    seconds: float
    offset: float
    due: float
    forgiven_s: float
    buffer: "Buffer | None" = None
    is_sounding: bool = False

    def ends(self, bank: SoundBank) -> float:
        """The clock time of the end of its last tail; `due` when nothing sounds."""
        tails = [cue.at + bank.seconds(cue.sound) - self.offset for cue in self.cues]
        return self.due + max([0.0, *tails])

    def drawn(self, bank: SoundBank, late: float, delay_s: float) -> "Buffer":
        """The sound from `late` seconds after its beginning on.

        `delay_s`, the delay of the loudspeaker, is time that a segment posted at the last moment
        cannot make up, so that much is forgiven too.
        """
        from hiptimer.audio.soundtrack import caught_up, render

        begins = self.offset + late
        cues = self.cues
        if 0 < late <= self.forgiven_s + delay_s:
            cues = caught_up(cues, self.offset, begins)
        return render(cues, self.seconds, begins, bank=bank)
