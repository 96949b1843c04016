"""A workout over the whole window, from Start to what is said at its end."""

import logging
import time

from PySide6.QtCore import QObject, Signal

from hiptimer.app.bridge import Bridge
from hiptimer.app.ending import Ending
from hiptimer.app.figures import Figures
from hiptimer.app.home import Home
from hiptimer.app.keeping_awake import keeping_awake
from hiptimer.app.leading import Leading
from hiptimer.app.loudness import Loudness
from hiptimer.app.media_keys import media_keys
from hiptimer.app.next_time import NextTime
from hiptimer.app.offering import local_today
from hiptimer.app.offers import Offers
from hiptimer.app.performing import open_journal, perform
from hiptimer.app.shelf import Shelf
from hiptimer.app.sound import Sounds
from hiptimer.desktop.awake import Awake
from hiptimer.history.changes import Change
from hiptimer.model.moment import Moment
from hiptimer.model.routine import Routine
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.timeline import Timeline
from hiptimer.ui.done.page import DonePage
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.guide import Guide
from hiptimer.ui.figure.stillness import wants_stillness
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.sight import Distance
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.workout.performance import Performance

log = logging.getLogger(__name__)

# So long the window may stay while it closes; what is not in the history by then goes to a file.
SAVING_S = 3.0
# So long the window may stand still for an answer that is usually kept in a few milliseconds.
KEEPING_S = 0.5


class Stage(QObject):
    """Leads through workouts and keeps them. `ended` comes when one is over, `left` when the
    person is through with what is said about it.
    """

    ended = Signal()
    left = Signal()

    def __init__(
        self,
        home: Home,
        shelf: Shelf,
        main: MainWindow,
        *,
        figures: Figures,
        album: Album,
        theme: Theme,
        speed: float,
    ) -> None:
        super().__init__()
        self._home = home
        self._main = main
        self._speed = speed
        self._performance: Performance | None = None
        self._bridge = Bridge()
        self._journal = open_journal(home, self._bridge.tell_saved, self._bridge.tell_trouble)
        self._sounds = Sounds(home, self._bridge.tell_sound)
        self.workout_page = WorkoutPage(theme=theme, now=time.monotonic)
        self.done_page = DonePage(album)
        still = wants_stillness(home.settings.motion)
        self._guide = Guide(figures.motion, is_still=still)
        self._leading = Leading(self.workout_page, self._guide, self._bridge)
        self.offers = Offers(home, shelf, local_today)
        self._next_time = NextTime(home, self.offers, self.done_page.next_card)
        self._ending = Ending(self.done_page, self._journal, self._bridge, self._next_time)
        self._can_save = True
        self._awake: Awake | None = None
        self._media_keys = media_keys(self._leading, self.workout_page, main)
        self._leading.moved.connect(self._tell_outside)
        self._leading.ended.connect(self._show_end)
        self._leading.full_screen_wished.connect(main.toggle_full_screen)
        self.workout_page.wishes.distance_wished.connect(self._toggle_distance)
        self._ending.closed.connect(self._leave)

    @property
    def sounds(self) -> Sounds:
        """The sound outputs, one at a time; their state is told to `bridge`."""
        return self._sounds

    @property
    def bridge(self) -> Bridge:
        return self._bridge

    @property
    def is_leading(self) -> bool:
        return self._leading.is_leading

    def start(self, routine: Routine, timeline: Timeline, speed: float | None = None) -> None:
        """Lead through `timeline` now, at the window's speed unless another one is given."""
        speed = self._speed if speed is None else speed
        output = self._sounds.open(speed)
        self._performance = perform(
            self._home,
            routine,
            timeline,
            journal=self._journal,
            speaker=output,
            speed=speed,
        )
        self._awake = keeping_awake(self._home, self._bridge.tell_screen)
        self._guide.stand_still(wants_stillness(self._home.settings.motion))
        self._look_from()
        self._main.show_full(self.workout_page)
        self._leading.begin(self._performance, Loudness(self._home, output))

    def keep(self, change: Change) -> None:
        """Save what the person says of a session outside of a workout, and wait until it is."""
        self._journal.keep(change)
        self._journal.flush(KEEPING_S)

    def tell(self, words: str) -> None:
        """Say something in the running workout, until the person does something."""
        self._leading.tell(words)

    def leave_end(self) -> None:
        """The person goes elsewhere: they are through with what is said at the end, if it is."""
        if self.done_page.isVisible():
            self.done_page.leave()

    def keep_all(self) -> bool:
        """Stop and keep a running workout, and save what waits; False while nothing can be
        written, which `trouble` is about.
        """
        self._leading.stop()
        self._can_save = self._journal.hasten(SAVING_S)
        return self._can_save

    @property
    def trouble(self) -> str:
        """Why something is not saved, "" while all is."""
        return self._journal.trouble

    def close(self) -> bool:
        """Stop and keep a running workout, and save what waits. False when that cannot be."""
        self._leading.stop()
        self._sounds.close()
        # Whoever closes all the same has waited for that already.
        is_saved = self._journal.close(SAVING_S if self._can_save else 0.0)
        if not is_saved:
            log.error("closed with something not saved: %s", self._journal.trouble)
        return is_saved

    def _toggle_distance(self) -> None:
        self._home.change_settings(distance_view=not self._home.settings.distance_view)
        self._look_from()

    def _look_from(self) -> None:
        """How far away the person is, as the settings say."""
        settings = self._home.settings
        self.workout_page.look_from(
            Distance(
                is_on=settings.distance_view,
                metres=settings.distance_m,
                flashes=settings.flash,
                is_still=wants_stillness(settings.motion),
            )
        )

    def _tell_outside(self, moment: Moment) -> None:
        """The screen stays on with it, and the desktop's media keys show it."""
        if self._awake is not None:
            self._awake.see(moment.state)
        if self._media_keys is not None and self._performance is not None:
            self._media_keys.show(moment, self._performance)

    def _show_end(self) -> None:
        if self._performance is None:
            return
        if self._performance.routine.id != SELF_CHECK:
            show = self._performance
            self._home.change_settings(paces=dict(show.paces), my_pace=show.my_pace)
        self._sounds.rest()
        if self._awake is not None:
            self._awake.close()
        if self._media_keys is not None:
            self._media_keys.end()
        session = self._performance.session
        before_run = self._performance.routine.before_run
        self._ending.show(session, self._home.catalogue, before_run=before_run)
        self._main.show_full(self.done_page)
        self.ended.emit()

    def _leave(self) -> None:
        self._journal.flush(KEEPING_S)
        self.left.emit()
