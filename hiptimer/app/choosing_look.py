"""The look section of the settings, joined to what is kept."""

from PySide6.QtCore import QObject

from hiptimer.app.keeping import Keeping
from hiptimer.settings import Settings
from hiptimer.ui.settings.look import LookChoices, LookSection


class ChoosingLook(QObject):
    """How all of it looks. What follows from a choice is for who hears of it from `keeping`."""

    def __init__(self, keeping: Keeping, section: LookSection) -> None:
        super().__init__(keeping)
        self._keeping = keeping
        self._section = section
        section.theme_chosen.connect(self._choose_theme)
        section.workout_theme_chosen.connect(self._choose_workout_theme)
        section.motion_chosen.connect(self._choose_motion)
        section.mirror_chosen.connect(self._choose_mirror)
        section.size_chosen.connect(self._choose_size)
        section.language_chosen.connect(self._choose_language)

    def show(self, settings: Settings) -> None:
        self._section.show_choices(
            LookChoices(
                theme=settings.theme,
                workout_theme=settings.workout_theme,
                motion=settings.motion,
                is_mirrored=settings.mirror_front,
                text_percent=settings.text_percent,
                language=settings.language,
            )
        )

    def _choose_theme(self, theme: str) -> None:
        self._keeping.keep(theme=theme)

    def _choose_workout_theme(self, theme: str) -> None:
        self._keeping.keep(workout_theme=theme)

    def _choose_motion(self, motion: str) -> None:
        self._keeping.keep(motion=motion)

    def _choose_mirror(self, is_mirrored: bool) -> None:
        self._keeping.keep(mirror_front=is_mirrored)

    def _choose_size(self, percent: int) -> None:
        self._keeping.keep(text_percent=percent)

    def _choose_language(self, language: str) -> None:
        self._keeping.keep(language=language)
