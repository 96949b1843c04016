"""Leading a workout in a terminal: the same performance as in the window, in lines and keys."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TextIO

from hiptimer.model.event import Event, Finished
from hiptimer.model.language import later, tr
from hiptimer.model.moment import PlayState
from hiptimer.terminal.keyboard import Keyboard
from hiptimer.terminal.lines import event_line, live_line, saved_line, title_line
from hiptimer.workout.performance import Performance

LOOK_S = 0.05
EXIT_WHOLE, EXIT_UNSAVED, EXIT_STOPPED = 0, 1, 130

KEYS = later(
    "Space pause and go on · Right skip · Left back · Up more · Down I stopped here · E easier\n"
    "S slower · D faster · P my pace: Space is the next rep, Esc pauses\n"
    "- and = volume · M mute · Esc twice stops and keeps"
)


class Loudness(Protocol):
    """The volume as a person sets it; both answer with words."""

    def change(self, steps: int) -> str: ...
    def toggle_mute(self) -> str: ...


class TextWorkout:
    """One workout in text. `is_live` has a terminal: one line that changes, and keys. Without
    keys it goes on by itself after the computer slept. `on_look` is told with every look what the
    workout does.
    """

    def __init__(
        self,
        performance: Performance,
        *,
        out: TextIO,
        keyboard: Keyboard,
        is_live: bool,
        has_keys: bool,
        loudness: Loudness,
        local_now: Callable[[], datetime],
        stop_asked: Callable[[], bool],
        on_look: Callable[[PlayState], None],
    ) -> None:
        self._performance = performance
        self._out = out
        self._keyboard = keyboard
        self._is_live = is_live
        self._has_keys = has_keys
        self._loudness = loudness
        self._local_now = local_now
        self._stop_asked = stop_asked
        self._on_look = on_look
        self._printing = threading.Lock()
        self._said = ""
        self._escaped = False
        self._is_cut_off = False
        self._saved: dict[tuple[int, int], tuple[int | None, float | None]] = {}

    def run(self) -> int:
        """Lead through it. Returns the exit code: 0 whole, 130 stopped."""
        show = self._performance
        now, speed = self._local_now(), show.speed
        self._print(title_line(show.routine.name, show.timeline.seconds, speed, now))
        if self._is_live:
            self._print(tr(KEYS))
        with self._keyboard as keyboard:
            events = show.start()
            while not self._tell(events):
                stop = self._is_cut_off or self._stop_asked()
                events = show.stop() if stop else show.look()
                if show.state is PlayState.PAUSED and not self._has_keys:
                    events = (*events, *show.toggle_pause())
                self._on_look(show.state)
                self._refresh()
                if show.state is PlayState.DONE:
                    continue
                key = keyboard.read(LOOK_S)
                if key is not None:
                    events = (*events, *self._obey(key))
        stopped = any(isinstance(e, Finished) and e.stopped for e in events)
        return EXIT_STOPPED if stopped else EXIT_WHOLE

    def tell_saved(self, n: int, attempt: int, reps: int | None, hold_s: float | None) -> None:
        """Print what is on disk, once. Called on the journal's thread, right after the commit."""
        if self._saved.get((n, attempt)) == (reps, hold_s):
            return
        self._saved[(n, attempt)] = (reps, hold_s)
        line = saved_line(reps, hold_s)
        if line is not None:
            self._print(line)

    def notify(self, words: str | None) -> None:
        """Print a word about sound or saving. Called on any thread."""
        if words:
            self._print(words)

    def _tell(self, events: tuple[Event, ...]) -> bool:
        """Print what happened; whether the workout is over."""
        for event in events:
            line = event_line(event)
            if line is not None:
                self._print(line)
        return any(isinstance(event, Finished) for event in events)

    def _obey(self, key: str) -> tuple[Event, ...]:
        show = self._performance
        escaped, self._escaped = self._escaped, False
        commands = {
            "space": show.press,
            "right": show.skip,
            "page down": show.onward,
            "left": show.back,
            "page up": show.back,
            "up": show.more,
            "down": show.stopped_here,
            "s": show.slower,
            "d": show.faster,
            "h": show.halve,
        }
        if key in commands:
            return commands[key]()
        if key == "e":
            return self._easier()
        if key == "p":
            return self._change_my_pace()
        if key == "escape":
            return self._escape(escaped)
        self._answer(key)
        return ()

    def _easier(self) -> tuple[Event, ...]:
        if self._performance.has_easier:
            return self._performance.easier()
        self._print(tr("There is no easier one. H: half of it. Right: skip it."))
        return ()

    def _change_my_pace(self) -> tuple[Event, ...]:
        events = self._performance.toggle_my_pace()
        on = self._performance.my_pace
        self._print(tr("My pace. Space: next rep.") if on else tr("Reps go on by the clock."))
        return events

    def _escape(self, escaped: bool) -> tuple[Event, ...]:
        if escaped:
            return self._performance.stop()
        self._escaped = True
        paused = self._performance.state is PlayState.PAUSED
        events = () if paused else self._performance.toggle_pause()
        self._print(tr("Esc again: stop and keep. Space: go on."))
        return events

    def _answer(self, key: str) -> None:
        match key:
            case "-" | "=" | "+":
                self._print(self._loudness.change(-1 if key == "-" else 1))
            case "m":
                self._print(self._loudness.toggle_mute())
            case "?":
                self._print(tr(KEYS))

    def _refresh(self) -> None:
        if self._is_live:
            moment, show = self._performance.moment(), self._performance
            line = live_line(moment, self._local_now(), show.speed)
            if line != self._said:
                self._write(f"\r\x1b[K{line}", said=line)

    def _print(self, line: str) -> None:
        self._write(f"\r\x1b[K{line}\n" if self._is_live else f"{line}\n", said="")

    def _write(self, text: str, *, said: str) -> None:
        with self._printing:
            self._said = said
            try:
                self._out.write(text)
                self._out.flush()
            except OSError:
                # Whoever read along is gone: stop and keep, as when a terminal is closed.
                self._is_cut_off = True
