"""The volume as the person sets it: heard at once, kept in the settings."""

from typing import Protocol

from hiptimer.app.home import Home
from hiptimer.model.language import tr

STEP = 0.1


class Output(Protocol):
    """What of the sound output this needs."""

    def set_volume(self, volume: float) -> None: ...
    def set_muted(self, muted: bool) -> None: ...


class Loudness:
    """Every command answers with words for a person."""

    def __init__(self, home: Home, output: Output) -> None:
        self._home = home
        self._output = output

    @property
    def percent(self) -> int:
        return round(self._home.settings.volume * 100)

    @property
    def is_muted(self) -> bool:
        return self._home.settings.is_muted

    @property
    def silence(self) -> str:
        """Why the person's own choice leaves nothing to hear; empty when something is heard."""
        if self.is_muted:
            return tr("No sound: it is muted.")
        return "" if self.percent else tr("No sound: the volume is 0 %.")

    def change(self, steps: int) -> str:
        return self.choose(self._home.settings.volume + steps * STEP)

    def choose(self, volume: float) -> str:
        """From 0 to 1; what lies beyond is brought back."""
        volume = round(min(1.0, max(0.0, volume)), 2)
        self._home.change_settings(volume=volume, is_muted=False)
        self._output.set_volume(volume)
        self._output.set_muted(False)
        return self._volume

    def toggle_mute(self) -> str:
        self._home.change_settings(is_muted=not self.is_muted)
        self._output.set_muted(self.is_muted)
        return tr("Sound off") if self.is_muted else self._volume

    @property
    def _volume(self) -> str:
        return tr("Volume {percent} %", percent=self.percent)
