"""The sound output that makes no sound: for other speeds than 1 and for quiet runs."""

from collections.abc import Callable, Sequence

from hiptimer.audio.output import KeepAlive, SoundState
from hiptimer.model.cue import Cue


class SilentMixer:
    """Takes what a Mixer takes. `words` tell the person why there is no sound; "" tells nothing."""

    def __init__(self, *, on_state: Callable[[SoundState], None], words: str = "") -> None:
        self._on_state = on_state
        self._words = words

    def start(self) -> None:
        self._on_state(SoundState(on=False, words=self._words))

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        """Nothing is heard."""

    def stop_all(self) -> None:
        """Nothing was heard."""

    def doze(self) -> None:
        """Less than nothing cannot be done."""

    def set_volume(self, volume: float) -> None:
        """Silence has no volume."""

    def set_muted(self, muted: bool) -> None:
        """It is always."""

    def set_delay(self, seconds: float) -> None:
        """Silence is never late."""

    def set_keep_alive(self, keep_alive: KeepAlive) -> None:
        """Nothing is kept awake."""

    def close(self, timeout_s: float) -> None:
        """There is nothing to wait for."""
