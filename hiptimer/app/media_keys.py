"""Media keys and the buttons of earphones: they reach a workout wherever the focus is.

On Linux over MPRIS, while a workout runs and no longer: between workouts the keys belong to the
music. On Windows and macOS a program without a window in front would need the system's own
services for that, which are not used here: there the keys count that the window gets itself.
"""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.leading import Leading
from hiptimer.model.moment import Moment, PlayState
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.workout.keys import Wish
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.ui.workout.sentences import playing_sentence
from hiptimer.workout.performance import Performance

if TYPE_CHECKING:
    from hiptimer.desktop.player import Command, Player


class MediaKeys(QObject):
    """Joins the workout in hand to the desktop's keys.

    One key for play and pause means the same as Space, which at my pace is the next rep. Stop
    pauses: no key that is pressed without looking ends a workout.
    """

    _asked = Signal(object)
    _volume_asked = Signal(float)

    def __init__(self, leading: Leading, page: WorkoutPage, main: MainWindow) -> None:
        super().__init__()
        self._leading = leading
        self._page = page
        self._main = main
        self._player: Player | None = None
        self._shown: tuple[object, ...] = ()
        self._asked.connect(self._obey)
        self._volume_asked.connect(leading.choose_volume)

    def show(self, moment: Moment, performance: Performance) -> None:
        """Where the workout is. Cheap when nothing but time has changed."""
        from hiptimer.desktop.player import Player, Playing

        if self._player is None:
            self._player = Player(os.environ, self._asked.emit, self._volume_asked.emit)
            self._shown = ()
        timeline, volume = performance.timeline, self._leading.volume
        shown = (moment.segment, moment.state, timeline.seconds, volume)
        position_s = moment.segment.start + moment.position
        if shown == self._shown:
            self._player.go_on(position_s)
            return
        self._shown = shown
        playing = Playing(
            track=moment.index + 1,
            title=playing_sentence(moment.segment),
            album=performance.routine.name,
            length_s=timeline.seconds,
            is_paused=moment.state is PlayState.PAUSED,
            volume=volume,
        )
        self._player.show(playing, position_s)

    def end(self) -> None:
        """The workout is over."""
        if self._player is not None:
            self._player.close()
            self._player = None

    def _obey(self, command: "Command") -> None:
        match command.value:
            case "PlayPause":
                self._page.wishes.take(Wish.TOGGLE)
            case "Play":
                self._leading.play()
            case "Pause" | "Stop":
                self._leading.pause()
            case "Next":
                self._page.wishes.take(Wish.ONWARD)
            case "Previous":
                self._page.wishes.take(Wish.BACK)
            case "Raise":
                self._main.come_to_front()
            case "Quit":
                self._main.close()


def media_keys(leading: Leading, page: WorkoutPage, main: MainWindow) -> MediaKeys | None:
    """None where they come to the window alone."""
    return MediaKeys(leading, page, main) if sys.platform == "linux" else None
