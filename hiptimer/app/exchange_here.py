"""Getting everything out and back in from a terminal: what is said, and what is asked first."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from hiptimer.app.exchange import Exchange
from hiptimer.history.exchange.results import Chosen, Preview
from hiptimer.model.language import tr

FAULTY = 1
NOTHING_DONE = 1


class ExchangeHere:
    """Each method does one command and returns its exit code; all raise HistoryError.

    Before anything is brought in it is shown and, on a terminal, asked about. In a pipe nobody
    can answer: without `yes` it is only shown.
    """

    def __init__(self, exchange: Exchange, *, yes: bool = False, undelete: bool = False) -> None:
        self._exchange = exchange
        self._yes = yes
        self._undelete = undelete

    def export(self, chosen: Chosen, file: Path) -> int:
        exported = self._exchange.export(chosen, file)
        click.echo(exported.words)
        for words in exported.left_out:
            click.echo(tr("Left out: {what}.", what=words), err=True)
        return 0

    def import_(self, paths: Sequence[Path]) -> int:
        preview = self._exchange.preview_import(paths)
        self._tell_lines(preview)
        click.echo(f"{preview.words}.")
        faulty = FAULTY if preview.unreadable else 0
        if not self._brings(preview):
            self._hint_at_deleted(preview)
            return faulty
        if not self._may(tr("Import?")):
            return NOTHING_DONE
        click.echo(self._exchange.apply_import(preview, undelete=self._undelete).words)
        click.echo(tr("Taken back with: {command}", command="hiptimer import --undo"))
        self._hint_at_deleted(preview)
        return faulty

    def undo(self) -> int:
        last = self._exchange.last_import()
        if last is None:
            click.echo(tr("There is no import to take back."), err=True)
            return NOTHING_DONE
        words = tr(
            "The import of {time}: {new} new, {changed} changed.",
            time=_minute(last.at),
            new=last.new,
            changed=last.changed,
        )
        click.echo(words)
        if not self._may(tr("Take it back?")):
            return NOTHING_DONE
        click.echo(self._exchange.undo_import().words)
        return 0

    def back_up(self, file: Path) -> int:
        backed_up = self._exchange.back_up(file)
        click.echo(backed_up.words)
        for name in backed_up.left_out:
            words = tr("Left out, since not every system has such names: {name}", name=name)
            click.echo(words, err=True)
        return FAULTY if backed_up.left_out else 0

    def restore(self, file: Path) -> int:
        preview = self._exchange.preview_restore(file)
        self._tell_lines(preview.history)
        click.echo(tr("Backup of {time}.", time=_minute(preview.made_at)))
        for line in preview.lines:
            click.echo(line)
        faulty = FAULTY if preview.history.unreadable else 0
        if not (preview.brings or self._brings(preview.history)):
            self._hint_at_deleted(preview.history)
            click.echo(tr("Everything is as in the backup already."))
            return faulty
        if not self._may(tr("Restore?")):
            return NOTHING_DONE
        settings = preview.settings_differ and self._may(tr("Replace your settings too?"))
        restored = self._exchange.apply_restore(preview, settings=settings, undelete=self._undelete)
        click.echo(restored.words)
        self._hint_at_deleted(preview.history)
        return faulty

    def _brings(self, preview: Preview) -> bool:
        return bool(preview.brings or (self._undelete and preview.stay_deleted))

    def _may(self, question: str) -> bool:
        if self._yes:
            return True
        if sys.stdin.isatty() and sys.stdout.isatty():
            return click.confirm(question)
        click.echo(tr("Nothing was changed. Add {option} to do it.", option="--yes"), err=True)
        return False

    def _tell_lines(self, preview: Preview) -> None:
        for line in (*preview.unreadable, *preview.passed_over):
            click.echo(line, err=True)

    def _hint_at_deleted(self, preview: Preview) -> None:
        if preview.stay_deleted and not self._undelete:
            words = tr(
                "What you deleted here stays deleted; {option} brings it back.",
                option="--undelete",
            )
            click.echo(words)


def _minute(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
