"""The sound section of the settings, joined to what is kept."""

from PySide6.QtCore import QObject

from hiptimer.app.keeping import Keeping
from hiptimer.model.phrases import VoiceLevel
from hiptimer.settings import Settings
from hiptimer.ui.settings.sound import SoundChoices, SoundSection


class ChoosingSound(QObject):
    """What is heard, how loud, and how late the loudspeaker is."""

    def __init__(self, keeping: Keeping, section: SoundSection) -> None:
        super().__init__(keeping)
        self._keeping = keeping
        self._section = section
        section.voice_chosen.connect(self._choose_voice)
        section.volume_chosen.connect(self._choose_volume)
        section.mute_chosen.connect(self._choose_mute)
        section.delay_chosen.connect(self._choose_delay)
        section.keep_alive_chosen.connect(self._choose_keep_alive)

    def show(self, settings: Settings) -> None:
        self._section.show_choices(
            SoundChoices(
                voice=settings.voice,
                percent=round(settings.volume * 100),
                is_muted=settings.is_muted,
                delay_ms=settings.sound_delay_ms,
                keep_alive=settings.keep_alive,
            )
        )

    def _choose_voice(self, voice: VoiceLevel) -> None:
        self._keeping.keep(voice=voice)

    def _choose_volume(self, percent: int) -> None:
        """Whoever turns it up wants to hear it."""
        self._keeping.keep(volume=percent / 100, is_muted=False)

    def _choose_mute(self, is_muted: bool) -> None:
        self._keeping.keep(is_muted=is_muted)

    def _choose_delay(self, delay_ms: int) -> None:
        self._keeping.keep(sound_delay_ms=delay_ms)

    def _choose_keep_alive(self, keep_alive: str) -> None:
        self._keeping.keep(keep_alive=keep_alive)
