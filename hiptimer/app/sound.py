"""The sound output of a workout: the device, or silence for what nobody does in real time."""

from collections.abc import Callable

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import SoundOutput, SoundState
from hiptimer.audio.silent import SilentMixer
from hiptimer.audio.tones import ToneBank

LAST_TONE_S = 3.0


def open_sound(home: Home, speed: float, on_state: Callable[[SoundState], None]) -> SoundOutput:
    """A started output. `on_state` comes on the output's own thread."""
    if speed != 1:
        silent = SilentMixer(on_state=on_state)
        silent.start()
        return silent
    mixer = Mixer(
        ToneBank.read(resources.asset_bytes("sounds/tones.toml")),
        on_state=on_state,
        volume=home.settings.volume,
        delay_s=home.settings.sound_delay_ms / 1000,
    )
    mixer.set_muted(home.settings.is_muted)
    mixer.start()
    return mixer
