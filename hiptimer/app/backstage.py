"""What is made right after the first frame: the workout, the pictures, the person's own voice."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Home
from hiptimer.app.shelf import Shelf
from hiptimer.app.themes import Themes
from hiptimer.ui.figure.album import Album
from hiptimer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from hiptimer.app.figures import Figures
    from hiptimer.app.own_voice import OwnVoice
    from hiptimer.app.stage import Stage


class Backstage(QObject):
    """`ended` comes when a workout is over, `left` when the person is through with what is said
    about it, `voice_changed` when more can be said than before.
    """

    ended = Signal()
    left = Signal()
    voice_changed = Signal()

    def __init__(
        self,
        home: Home,
        shelf: Shelf,
        main: MainWindow,
        *,
        album: Album,
        themes: Themes,
        speed: float,
    ) -> None:
        super().__init__()
        self._home = home
        self._shelf = shelf
        self._main = main
        self._album = album
        self._themes = themes
        self._speed = speed
        self._stage: Stage | None = None
        self._figures: Figures | None = None
        self._own_voice: OwnVoice | None = None

    @property
    def is_made(self) -> bool:
        """Whether the workout is there already."""
        return self._stage is not None

    @property
    def is_leading(self) -> bool:
        return self._stage is not None and self._stage.is_leading

    @property
    def own_voice(self) -> "OwnVoice | None":
        """None before it was asked to speak."""
        return self._own_voice

    @property
    def stage(self) -> "Stage":
        """The workout; made when it is first asked for."""
        if self._stage is None:
            from hiptimer.app.stage import Stage

            self._stage = Stage(
                self._home,
                self._shelf,
                self._main,
                figures=self.made_figures(),
                album=self._album,
                theme=self._themes.of_workout(),
                speed=self._speed,
            )
            self._stage.left.connect(self.left)
            self._stage.ended.connect(self.ended)
        return self._stage

    def made_figures(self) -> "Figures":
        """The moving figures; made when they are first asked for."""
        if self._figures is None:
            from hiptimer.app.figures import Figures

            self._figures = Figures(self._home)
        return self._figures

    def draw_pictures(self) -> None:
        """Fill the places on the pages, in the colours of the theme."""
        from hiptimer.ui.figure.pictures import Pictures

        self._album.draw_with(Pictures(self.made_figures().motion, self._themes.of_pages()).draw)

    def speak_own_words(self) -> None:
        """Make the voice for exercises of the person's own, beside the window."""
        from hiptimer.app.own_voice import OwnVoice

        self._own_voice = OwnVoice(self._home)
        self._own_voice.changed.connect(self.voice_changed)
        self._own_voice.begin()

    def renew_own(self) -> None:
        """Draw and speak exercises that were made or changed."""
        if self._figures is not None:
            self._album.forget(self._figures.forget_changed())
        if self._own_voice is not None:
            self._own_voice.begin()

    def dress_anew(self) -> None:
        """The theme has changed."""
        if self._stage is not None:
            self._stage.workout_page.set_theme(self._themes.of_workout())
            self.draw_pictures()

    def close(self) -> bool:
        """Stop and keep a running workout, and save what waits. False when that cannot be."""
        if self._own_voice is not None:
            self._own_voice.stop()
        return self._stage is None or self._stage.close()
