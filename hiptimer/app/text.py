"""A workout in the terminal, joined to history and sound."""

import os
import signal
import sys
import threading
from typing import TextIO

from hiptimer.app.home import Home, Past
from hiptimer.app.keeping_awake import keeping_awake
from hiptimer.app.loudness import Loudness
from hiptimer.app.now import local_now
from hiptimer.app.offering import Offering, local_today
from hiptimer.app.performing import SAVING_AGAIN, open_journal, perform
from hiptimer.app.sound import LAST_TONE_S, open_sound
from hiptimer.app.suits import NothingLeftError, Suits
from hiptimer.audio.output import SoundState
from hiptimer.desktop.awake import Awake
from hiptimer.desktop.display import has_display
from hiptimer.history.journal import Saved
from hiptimer.model.language import tr
from hiptimer.model.moment import PlayState
from hiptimer.model.routine import Routine
from hiptimer.model.session import Session
from hiptimer.model.time_words import duration_words
from hiptimer.model.words import total_words
from hiptimer.terminal.keyboard import NoKeyboard, TerminalKeyboard
from hiptimer.terminal.workout import EXIT_UNSAVED, TextWorkout
from hiptimer.workout.progress.words import offer_line

SAVING_S = 5.0
STOP_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class TextRun:
    """One workout in text, from the first line to the saved record."""

    def __init__(self, home: Home, past: Past, *, out: TextIO, keys: TextIO | None) -> None:
        self._home = home
        self._past = past
        self._out = out
        self._keys = keys
        self._stop = threading.Event()
        self._workout: TextWorkout | None = None
        self._early: list[str] = []
        self._awake: Awake | None = None

    def run(self, routine: Routine, speed: float) -> int:
        """Lead through it. Returns the exit code: that of the workout, 1 when it is not saved."""
        self._listen_to_signals()
        known = len(self._home.problems)
        sound = open_sound(self._home, speed, self._on_sound)
        journal = open_journal(self._home, self._on_saved, self._tell_saving)
        timeline = self._home.lay_out(routine, self._past)
        show = perform(
            self._home,
            routine,
            timeline,
            journal=journal,
            speaker=sound,
            speed=speed,
            has_keys=self._keys is not None,
        )
        loudness = Loudness(self._home, sound)
        self._workout = TextWorkout(
            show,
            out=self._out,
            keyboard=TerminalKeyboard(self._keys) if self._keys else NoKeyboard(),
            is_live=self._keys is not None,
            has_keys=self._keys is not None,
            loudness=loudness,
            local_now=local_now,
            stop_asked=self._stop.is_set,
            on_look=self._look_after_screen,
        )
        for words in (*self._early, loudness.silence):
            self._workout.notify(words)
        self._awake = self._keep_awake()
        code = self._workout.run()
        if self._awake is not None:
            self._awake.close()
        self._home.change_settings(paces=dict(show.paces))
        if self._keys is not None:
            self._home.change_settings(my_pace=show.my_pace)
        for words in self._home.problems[known:]:
            self._workout.notify(words)
        sound.close(LAST_TONE_S)
        is_saved = journal.close(SAVING_S)
        session = show.session
        parts = [
            routine.name,
            duration_words(session.seconds * speed),
            total_words(session.total_reps, session.total_hold_s),
            # L: The end of such as "Hips · 5 min · 60 reps · saved".
            tr("saved") if is_saved else tr("not saved"),
        ]
        self._workout.notify(" · ".join(part for part in parts if part))
        self._workout.notify(self._offer(session))
        return code if is_saved else EXIT_UNSAVED

    def _offer(self, session: Session) -> str | None:
        """What the next time could bring. Nothing is asked here: it is told, and asked on Today."""
        offering = Offering(self._home, local_today)
        offer = offering.after(session, offering.read(session.routine.id))
        return None if offer is None else offer_line(offer, self._home.catalogue.exercises)

    def _on_saved(self, saved: Saved) -> None:
        if self._workout is not None:
            self._workout.tell_saved(saved.n, saved.attempt, saved.reps, saved.hold_s)

    def _keep_awake(self) -> Awake | None:
        """Where there is a screen: not on a console, nor from another computer."""
        if not has_display(os.environ):
            return None
        return keeping_awake(self._home, self._tell)

    def _look_after_screen(self, state: PlayState) -> None:
        if self._awake is not None:
            self._awake.see(state)

    def _on_sound(self, state: SoundState) -> None:
        self._tell(state.words)

    def _tell_saving(self, trouble: str | None) -> None:
        """Comes on the journal's thread; None when it is over."""
        self._tell(tr(SAVING_AGAIN) if trouble is None else trouble)

    def _tell(self, words: str | None) -> None:
        if self._workout is not None:
            self._workout.notify(words)
        elif words:
            self._early.append(words)

    def _listen_to_signals(self) -> None:
        for name in STOP_SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._on_signal)

    def _on_signal(self, number: int, frame: object) -> None:
        self._stop.set()


def run_text(home: Home, past: Past, routine: Routine, speed: float) -> int:
    """Lead through `routine` here: with keys on a terminal, in plain lines in a pipe."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    run = TextRun(home, past, out=sys.stdout, keys=sys.stdin if is_terminal else None)
    code = run.run(routine, speed)
    _let_go_of(sys.stdout)
    return code


def _let_go_of(out: TextIO) -> None:
    """When the reader of a pipe is gone, Python must not stumble over the rest at its end."""
    try:
        out.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def propose_in_text(home: Home) -> int:
    """Offer the routine for today on this terminal and lead through it after Enter."""
    past = home.read_past()
    routine = home.proposed(past)
    if routine is None:
        print(tr("There is no routine to start."), file=sys.stderr)
        return 1
    try:
        dressed = Suits(home).dressed(routine)
    except NothingLeftError as error:
        print(error, file=sys.stderr)
        return 1
    for words in dressed.told:
        print(words)
    routine = dressed.routine
    seconds = home.lay_out(routine, past).seconds
    # Started by another program it may have been told to ignore Ctrl-C; here somebody presses it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        words = tr(
            "Enter starts {routine}, {duration}, here. Ctrl-C leaves.",
            routine=routine.name,
            duration=duration_words(seconds),
        )
        input(f"{words} ")
    except (KeyboardInterrupt, EOFError):
        print()
        return 0
    return run_text(home, past, routine, speed=1.0)
