"""The sound check: joins its page to the sound output, and keeps what is set there."""

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hiptimer.app.bridge import Bridge
from hiptimer.app.home import Home
from hiptimer.app.loudness import Loudness
from hiptimer.audio.output import SoundOutput, SoundState
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.sound_check.face import LISTEN, MUTED, NO_SOUND, PAUSED, Face, face_of
from hiptimer.ui.sound_check.page import Part, Silence, SoundCheckPage
from hiptimer.workout.sound_check import Rounds, Ticks, lay_out_check

# A flash is held against an ear, so it is looked for with every frame.
LOOK_MS = {Part.LISTEN: 33, Part.DELAY: 16}
REAL_TIME = 1.0


class Outputs(Protocol):
    """Where the output comes from; see Sounds."""

    @property
    def is_free(self) -> bool: ...
    def open(self, speed: float) -> SoundOutput: ...
    def rest(self) -> None: ...


class Checking(QObject):
    """`left` comes when the person is through with it.

    The device is open only while the page is shown. `outputs` must tell `bridge` their state.
    """

    left = Signal()

    def __init__(
        self,
        home: Home,
        main: MainWindow,
        page: SoundCheckPage,
        outputs: Outputs,
        bridge: Bridge,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._home = home
        self._main = main
        self.page = page
        self._outputs = outputs
        self._clock = clock
        self._output: SoundOutput | None = None
        self._loudness: Loudness | None = None
        self._course: Rounds | Ticks | None = None
        self._has_sound: bool | None = None
        self._is_open = False
        self._is_paused = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        bridge.sound_changed.connect(self._hear_of)
        self._join()

    def _join(self) -> None:
        page = self.page
        page.pause_toggled.connect(self._toggle_pause)
        page.volume_wished.connect(self._change_volume)
        page.volume_chosen.connect(self._choose_volume)
        page.mute_wished.connect(self._mute)
        page.part_wished.connect(self._change_part)
        page.delay_chosen.connect(self._choose_delay)
        page.done.connect(self.leave)

    @property
    def is_open(self) -> bool:
        return self._is_open

    def open(self, part: Part = Part.LISTEN) -> None:
        """Show the page and begin as soon as there is a device."""
        if self._is_open:
            return
        self._is_open, self._has_sound, self._is_paused = True, None, False
        self._take_part(part)
        self._main.show_full(self.page)

    def leave(self) -> None:
        """Silence, the device given back, and the page taken away."""
        if not self._is_open:
            return
        self._is_open = False
        self._timer.stop()
        if self._output is not None:
            self._output.stop_all()
            self._outputs.rest()
        self._output, self._loudness, self._course = None, None, None
        self.left.emit()

    # --- time passes ---

    def _take_part(self, part: Part) -> None:
        if self._course is not None:
            self._course.stop()
        self._course = None
        self.page.show_part(part)
        self.page.show_face(LISTEN)
        self.page.show_flash(None)
        self._open_output()
        self._show()
        self._timer.start(LOOK_MS[part])

    def _open_output(self) -> None:
        """Once the last words of a workout are over, which may take a few seconds."""
        if self._output is None and self._outputs.is_free:
            self._output = self._outputs.open(REAL_TIME)
            self._loudness = Loudness(self._home, self._output)
        if self._output is not None and self._course is None:
            self._course = self._made_course(self._output)
            self._run()

    def _made_course(self, output: SoundOutput) -> Rounds | Ticks:
        if self.page.part is Part.DELAY:
            return Ticks(output)
        return Rounds(lay_out_check(self._home.timing().speech), output)

    def _run(self) -> None:
        """Sound when it shall and can, else be silent."""
        if self._course is None:
            return
        if self._has_sound and not self._is_paused:
            self._course.start(self._clock())
        else:
            self._course.stop()
        self._look()

    def _look(self) -> None:
        if self._course is None:
            self._open_output()
            return
        now = self._clock()
        if isinstance(self._course, Ticks):
            self.page.show_flash(self._course.look(now))
        elif isinstance(self._course, Rounds):
            heard = self._course.look(now)
            self.page.show_face(self._standing() or (face_of(*heard) if heard else LISTEN))

    def _standing(self) -> Face | None:
        """What is shown in place of what would be heard."""
        silence = self._silence()
        if silence is Silence.NO_DEVICE or silence is Silence.ZERO:
            return NO_SOUND
        if self._is_paused:
            return PAUSED
        return MUTED if silence is Silence.MUTED else None

    def _silence(self) -> Silence | None:
        """None too while it is not yet known whether there is a device."""
        if self._has_sound is False:
            return Silence.NO_DEVICE
        if self._home.settings.is_muted:
            return Silence.MUTED
        return Silence.ZERO if self._home.settings.volume == 0 else None

    def _show(self) -> None:
        settings = self._home.settings
        self.page.show_state(
            silence=self._silence(),
            is_paused=self._is_paused,
            is_muted=settings.is_muted,
        )
        self.page.show_levels(
            percent=round(settings.volume * 100),
            is_muted=settings.is_muted,
            delay_ms=settings.sound_delay_ms,
        )

    def _hear_of(self, state: SoundState) -> None:
        """The device came or went."""
        if self._output is not None and state.on is not self._has_sound:
            self._has_sound = state.on
            self._run()
            self._show()

    # --- wishes ---

    def _toggle_pause(self) -> None:
        self._is_paused = not self._is_paused
        self._run()
        self._show()

    def _change_part(self) -> None:
        self._is_paused = False
        is_delay = self.page.part is Part.DELAY
        self._take_part(Part.LISTEN if is_delay else Part.DELAY)

    def _change_volume(self, steps: int) -> None:
        if self._loudness is not None:
            self._loudness.change(steps)
            self._show()

    def _choose_volume(self, percent: int) -> None:
        if self._loudness is not None:
            self._loudness.choose(percent / 100)
            self._show()

    def _mute(self) -> None:
        if self._loudness is not None:
            self._loudness.toggle_mute()
            self._show()

    def _choose_delay(self, delay_ms: int) -> None:
        """From the next tick on it comes that much earlier."""
        if self._output is not None:
            self._home.change_settings(sound_delay_ms=delay_ms)
            self._output.set_delay(delay_ms / 1000)
            self._show()
