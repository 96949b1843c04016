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

    Begun late by no more than `forgiven_s`, what was missed is heard late instead of not at all,
    as far as it can be. `buffer` is its sound when it was drawn ahead.
    """

    cues: Sequence[Cue]
    seconds: float
    offset: float
    due: float
    forgiven_s: float
    buffer: "Buffer | None" = None
    is_sounding: bool = False
    _made: int = 0

    def ends(self, bank: SoundBank) -> float:
        """The clock time of the end of its last tail; `due` when nothing sounds."""
        tails = [cue.at + bank.seconds(cue.sound) - self.offset for cue in self.cues]
        return self.due + max([0.0, *tails])

    def make_a_sound(self, bank: SoundBank) -> bool:
        """Make or decode the next of its sounds, some 5 ms for a phrase. False: all are made."""
        if self._made >= len(self.cues):
            return False
        bank.sound(self.cues[self._made].sound)
        self._made += 1
        return True

    def drawn(self, bank: SoundBank, late: float, delay_s: float) -> "Buffer":
        """The sound from `late` seconds after its beginning on.

        `delay_s`, the delay of the loudspeaker, is time that a segment posted at the last moment
        cannot make up, so that much is forgiven too.
        """
        from hiptimer.audio.late import caught_up
        from hiptimer.audio.soundtrack import render

        begins = self.offset + late
        cues = caught_up(
            self.cues,
            self.seconds,
            wanted=self.offset,
            actual=begins,
            forgiven_s=self.forgiven_s + delay_s,
            bank=bank,
        )
        return render(cues, self.seconds, begins, bank=bank)
