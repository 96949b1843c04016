"""The sound output of a workout: the device, or silence for what nobody does in real time."""

from collections.abc import Callable
from threading import Thread

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.audio.bank import Bank
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import SoundOutput, SoundState
from hiptimer.audio.silent import SilentMixer
from hiptimer.audio.tones import ToneBank
from hiptimer.desktop.memory import give_large_pieces_back

LAST_TONE_S = 6.0
"""How long the last tone and the words after it may take."""


def open_sound(home: Home, speed: float, on_state: Callable[[SoundState], None]) -> SoundOutput:
    """A started output. `on_state` comes on the output's own thread."""
    if speed != 1:
        silent = SilentMixer(on_state=on_state)
        silent.start()
        return silent
    give_large_pieces_back()
    mixer = Mixer(
        Bank(ToneBank.read(resources.asset_bytes("sounds/tones.toml")), home.voice),
        on_state=on_state,
        volume=home.settings.volume,
        delay_s=home.settings.sound_delay_ms / 1000,
        keep_alive=home.settings.keep_alive,
    )
    mixer.set_muted(home.settings.is_muted)
    mixer.start()
    return mixer


class Sounds:
    """The output of the workout in hand; between workouts the device is given back."""

    def __init__(self, home: Home, on_state: Callable[[SoundState], None]) -> None:
        self._home = home
        self._on_state = on_state
        self._output: SoundOutput | None = None
        self._resting: SoundOutput | None = None
        self._closing: Thread | None = None

    @property
    def is_free(self) -> bool:
        """Whether the device was given back."""
        return self._output is None and (self._closing is None or not self._closing.is_alive())

    def open(self, speed: float) -> SoundOutput:
        """The output of another workout. It waits for the device until the one before is done."""
        self.rest()
        if self._resting is not None:
            # What comes now is more important than the last words of before.
            self._resting.stop_all()
        self._output = open_sound(self._home, speed, self._on_state)
        return self._output

    def rest(self) -> None:
        """Let the last tone sound and give the device back, without keeping anyone waiting."""
        if self._output is not None:
            self._closing = Thread(
                target=self._output.close, args=(LAST_TONE_S,), name="last tone", daemon=True
            )
            self._closing.start()
            self._resting, self._output = self._output, None

    def close(self) -> None:
        """The program ends: the last tone is waited for."""
        self.rest()
        if self._closing is not None:
            self._closing.join()
