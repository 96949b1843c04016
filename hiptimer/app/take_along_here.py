"""Writing a routine to a sound file from a terminal: how far it is, and an end on Ctrl-C."""

import signal
import sys
from pathlib import Path

import click

from hiptimer.app.home import Home, Past
from hiptimer.app.take_along import take_along
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine

STOP_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
STOPPED = 130
STEPS = 100


class StoppedError(Exception):
    """Somebody wants no file after all."""


class TakeAlongHere:
    """One file being written, with a bar on a terminal and quietly in a pipe."""

    def __init__(self, home: Home, past: Past, routine: Routine, file: Path) -> None:
        self._home = home
        self._past = past
        self._routine = routine
        self._file = file
        self._is_stopped = False
        self._bar = click.progressbar(
            length=STEPS, label=file.name, file=sys.stderr, hidden=not sys.stderr.isatty()
        )

    def run(self) -> int:
        """Write the file and say so. Returns the exit code; raises AudioError."""
        self._listen_to_signals()
        try:
            with self._bar:
                taken = take_along(
                    self._home, self._past, self._routine, self._file, self._on_progress
                )
        except StoppedError:
            click.echo(tr("Stopped: {file} is not written.", file=self._file.name), err=True)
            return STOPPED
        click.echo(taken.words)
        return 0

    def _on_progress(self, share: float) -> None:
        if self._is_stopped:
            raise StoppedError
        self._bar.update(round(share * STEPS) - self._bar.pos)

    def _listen_to_signals(self) -> None:
        """With a mark instead of an exception: that would be lost within the encoder's calls."""
        for name in STOP_SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._on_signal)

    def _on_signal(self, number: int, frame: object) -> None:
        self._is_stopped = True
