"""Driving one performance in the window: looks often, shows the moment, passes wishes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hiptimer.app.bridge import Bridge
from hiptimer.app.loudness import Loudness
from hiptimer.app.now import local_now
from hiptimer.app.performing import SAVING_AGAIN
from hiptimer.audio.output import SoundState
from hiptimer.history.journal import Saved
from hiptimer.model.event import Event
from hiptimer.model.language import later, tr
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.time_words import finish_words, short_duration
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.figure.guide import Guide
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.workout.performance import Performance

LOOK_MS = 33
LOOK_PAUSED_MS = 1000
# So long good news stays on the screen.
READING_MS = 8000
SLEPT = later("The computer slept, so the workout is paused.")


class Leading(QObject):
    """Joins a page to the performance in hand. `ended` comes once, when it is over; `moved`
    carries a Moment with every look until then.
    """

    moved = Signal(object)
    ended = Signal()
    full_screen_wished = Signal()

    def __init__(self, page: WorkoutPage, guide: Guide, bridge: Bridge) -> None:
        super().__init__()
        self._page = page
        self._guide = guide
        self._show: Performance | None = None
        self._loudness: Loudness | None = None
        self._timeline = Timeline(())
        self._notices: dict[str, str] = {}
        self._finish = ""
        self._is_stop_asked = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(READING_MS)
        self._reading.timeout.connect(self._forget_saved)
        self._join(bridge)

    @property
    def is_leading(self) -> bool:
        return self._show is not None

    def begin(self, performance: Performance, loudness: Loudness) -> None:
        """Start leading; the page must be shown by then."""
        self._show, self._loudness = performance, loudness
        self._notices.pop("slept", None)
        self._notices.pop("told", None)
        self._notices.pop("screen", None)
        self._is_stop_asked = False
        self._timeline = performance.timeline
        self._notices["chosen"] = _silence(loudness)
        self._page.start(performance.timeline, performance.routine.name)
        self._show_notice()
        self._after(performance.start())

    def tell(self, words: str) -> None:
        """Say something, until the person does something."""
        self._note("told", words)

    def play(self) -> None:
        """Go on, if it is paused."""
        if self._show is not None and self._show.state is PlayState.PAUSED:
            self._wish(Performance.toggle_pause)

    def pause(self) -> None:
        """Pause, if it runs."""
        if self._show is not None and self._show.state is PlayState.RUNNING:
            self._wish(Performance.toggle_pause)

    @property
    def volume(self) -> float:
        """From 0 to 1; 0 while it is muted."""
        loudness = self._loudness
        return 0.0 if loudness is None or loudness.is_muted else loudness.percent / 100

    def choose_volume(self, volume: float) -> None:
        """From 0 to 1."""
        if self._loudness is not None:
            self._loudness.choose(volume)
            self._show_volume(self._loudness)

    def stop(self) -> None:
        """Stop and keep what was done."""
        self._wish(Performance.stop)

    def _join(self, bridge: Bridge) -> None:
        wishes = self._page.wishes
        wishes.pause_toggled.connect(self._press)
        wishes.onward_wished.connect(self._go_onward)
        wishes.my_pace_wished.connect(self._change_my_pace)
        wishes.skip_wished.connect(self._skip)
        wishes.back_wished.connect(self._back)
        wishes.more_wished.connect(self._more)
        wishes.stopped_here_wished.connect(self._stop_here)
        wishes.easier_wished.connect(self._ease)
        wishes.half_wished.connect(self._halve)
        wishes.slower_wished.connect(self._slow_down)
        wishes.faster_wished.connect(self._speed_up)
        wishes.volume_wished.connect(self._change_volume)
        wishes.mute_wished.connect(self._mute)
        wishes.full_screen_wished.connect(self.full_screen_wished)
        wishes.escape_pressed.connect(self._escape)
        bridge.saved.connect(self._show_saved)
        bridge.trouble_changed.connect(self._show_trouble)
        bridge.sound_changed.connect(self._show_sound)
        bridge.screen_told.connect(self._show_screen)

    # --- time passes ---

    def _look(self) -> None:
        if self._show is None:
            return
        was_running = self._show.state is PlayState.RUNNING
        events = self._show.look()
        if was_running and self._show.state is PlayState.PAUSED:
            self._note("slept", tr(SLEPT))
        self._after(events)

    def _after(self, events: tuple[Event, ...]) -> None:
        """Show where the performance is now, or that it is over."""
        if self._show is None:
            return
        if self._show.state is PlayState.DONE:
            self._timer.stop()
            self._show = None
            self.ended.emit()
            return
        if self._show.timeline is not self._timeline:
            self._timeline = self._show.timeline
            self._page.set_timeline(self._timeline)
        moment = self._show.moment()
        self._page.show_figure(self._guide.frame(moment, self._timeline))
        self._page.show_moment(moment)
        self.moved.emit(moment)
        if moment.segment.kind is SegmentKind.WORK:
            self._note("chosen", "")
            self._note("screen", "")
        self._tell_finish(moment)
        paused = moment.state is PlayState.PAUSED
        interval = LOOK_PAUSED_MS if paused else LOOK_MS
        if self._timer.interval() != interval or not self._timer.isActive():
            self._timer.start(interval)

    def _tell_finish(self, moment: Moment) -> None:
        """What is left and until when; a guess where reps still wait for the person, and the most
        it can be where sets last until the person stops them.
        """
        speed = self._show.speed if self._show is not None else 1.0
        left_s = moment.total_left_s
        to_come = self._timeline.segments[moment.index :]
        is_guess = moment.my_pace and any(segment.is_reps for segment in to_come)
        finish = finish_words(local_now(), left_s / speed, is_guess=is_guess)
        time = short_duration(left_s)
        left = tr("about {time} left", time=time) if is_guess else tr("{time} left", time=time)
        words = f"{left} · {finish}"
        if moment.segment.counts_up:
            words = tr("At most {time}", time=time)
        if words != self._finish:
            self._finish = words
            self._page.show_finish(words)

    # --- wishes ---

    def _wish(self, command: Callable[[Performance], tuple[Event, ...]]) -> None:
        if self._show is None:
            return
        self._ask_stop(False)
        self._note("slept", "")
        self._note("told", "")
        self._after(command(self._show))

    def _press(self) -> None:
        self._wish(Performance.press)

    def _go_onward(self) -> None:
        self._wish(Performance.onward)

    def _change_my_pace(self) -> None:
        self._wish(Performance.toggle_my_pace)

    def _skip(self) -> None:
        self._wish(Performance.skip)

    def _back(self) -> None:
        self._wish(Performance.back)

    def _more(self) -> None:
        self._wish(Performance.more)

    def _stop_here(self) -> None:
        self._wish(Performance.stopped_here)

    def _halve(self) -> None:
        self._wish(Performance.halve)

    def _slow_down(self) -> None:
        self._wish(Performance.slower)

    def _speed_up(self) -> None:
        self._wish(Performance.faster)

    def _ease(self) -> None:
        if self._show is not None and not self._show.has_easier:
            self._page.offer_easier(True)
            return
        self._wish(Performance.easier)

    def _escape(self) -> None:
        """Once pauses and asks, twice stops and keeps."""
        if self._show is None:
            return
        if self._is_stop_asked:
            self.stop()
            return
        if self._show.state is PlayState.RUNNING:
            self._after(self._show.toggle_pause())
        self._ask_stop(True)

    def _ask_stop(self, asked: bool) -> None:
        if asked != self._is_stop_asked:
            self._is_stop_asked = asked
            self._page.ask_stop(asked)

    def _change_volume(self, steps: int) -> None:
        if self._loudness is not None:
            self._loudness.change(steps)
            self._show_volume(self._loudness)

    def _mute(self) -> None:
        if self._loudness is not None:
            self._loudness.toggle_mute()
            self._show_volume(self._loudness)

    def _show_volume(self, loudness: Loudness) -> None:
        self._note("chosen", "")
        self._page.show_volume(loudness.percent, loudness.is_muted)
        if self._show is not None:
            self.moved.emit(self._show.moment())

    # --- news ---

    def _show_saved(self, saved: Saved) -> None:
        if self._show is not None and saved.session_id == self._show.session_id:
            done = saved.reps if saved.hold_s is None else int(saved.hold_s > 0)
            self._page.show_saved(saved.n, saved.attempt, done or 0)

    def _show_trouble(self, words: str | None) -> None:
        self._note("saving", words or "")
        self._note("saved", "" if words else tr(SAVING_AGAIN))
        if not words:
            self._reading.start()

    def _forget_saved(self) -> None:
        self._note("saved", "")

    def _show_sound(self, state: SoundState) -> None:
        self._note("sound", "" if state.on else state.words)

    def _show_screen(self, words: str) -> None:
        """Once, while there is time to read it."""
        self._note("screen", words)

    def _note(self, about: str, words: str) -> None:
        if self._notices.get(about, "") != words:
            self._notices[about] = words
            self._show_notice()

    def _show_notice(self) -> None:
        """The most pressing of what there is to say."""
        order = ("saving", "slept", "saved", "told", "sound", "chosen", "screen")
        about = next((about for about in order if self._notices.get(about)), "")
        self._page.show_notice(
            self._notices.get(about), quiet=about in ("screen", "saved"), read_out=about != "screen"
        )


def _silence(loudness: Loudness) -> str:
    """Why nothing is heard, and the key that ends it."""
    key = "M" if loudness.is_muted else "="
    return f"{loudness.silence} {tr('Press {key}.', key=key)}" if loudness.silence else ""
