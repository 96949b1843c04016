"""What the rest of the program asks of sound, whether there is a device or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from hiptimer.model.cue import Cue
from hiptimer.model.language import later

KeepAlive = Literal["off", "quiet", "stronger"]
"""The noise that keeps a wireless speaker awake; its levels are in keep_alive."""

NO_DEVICE = later("No sound: no audio device was found. The workout goes on.")
DEVICE_LOST = later("No sound: the audio device is gone. The workout goes on.")
DEVICE_BUSY = later("No sound: another program is using the audio device. The workout goes on.")
NO_ANSWER = later("No sound: the audio device does not answer. The workout goes on.")


@dataclass(frozen=True, slots=True)
class SoundState:
    """Whether sound can be heard. `words` are for the person, `detail` for a report."""

    on: bool
    words: str = ""
    detail: str = ""


class SoundOutput(Protocol):
    """Plays the cues of segments. No method waits, except `close`; none raises for a lost device.

    After `close` nothing is played any more, and every call does nothing; only `stop_all` cuts
    the end off that is still sounding.
    """

    def start(self) -> None:
        """Open the device in the background."""

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        """Sound a segment from `offset` seconds on, that moment being heard at clock time `due`.

        Post it ahead. If `due` is past it begins inside, at the elapsed offset.
        """

    def stop_all(self) -> None:
        """Silence what sounds, with a short fade, and drop what is still to come."""

    def doze(self) -> None:
        """What comes next may come late, as after a pause: until then less is done for the device.

        The next sound may begin 0.3 s late.
        """

    def set_volume(self, volume: float) -> None:
        """From 0 (silence) to 1."""

    def set_muted(self, muted: bool) -> None: ...

    def set_delay(self, seconds: float) -> None:
        """How late the speaker is: whatever has not begun is started this much earlier.

        What sounds already goes on as it is: moving it would cut a word or bend the beat.
        """

    def set_keep_alive(self, keep_alive: KeepAlive) -> None:
        """How loud the noise is that keeps a wireless speaker awake, from now on."""

    def close(self, timeout_s: float) -> None:
        """Let the last cue end, `timeout_s` seconds at most, and give the device back."""
