"""What was done: shown, written out, taken in, kept safe."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from hiptimer.app.called_names import called_in
from hiptimer.app.home import Home
from hiptimer.cli.saying import echo_problems
from hiptimer.cli.syncing import sync_after, sync_before
from hiptimer.model.language import tr
from hiptimer.paths import Paths
from hiptimer.terminal.past import session_line

if TYPE_CHECKING:
    from hiptimer.app.exchange_here import ExchangeHere


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As session files, newest first.")
@click.pass_obj
def history(paths: Paths, as_json: bool) -> None:
    """Show past sessions, newest first."""
    home = Home(paths)
    sync_before(home)
    home.read_past()  # brings it in order
    sessions = home.read_sessions()
    if as_json:
        from hiptimer.history.interchange import to_json

        click.echo(to_json(sessions), nl=False)
    else:
        called = called_in(home.language)
        for session in sessions:
            click.echo(session_line(called.session(session)))
        if not sessions and not home.is_past_unread:
            click.echo(tr("No sessions yet."))
    echo_problems(home)
    # Whoever asked for it should not take it for an empty one.
    sys.exit(1 if home.is_past_unread else 0)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--session", "session_id", help="Only the session with this id.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Only sessions of this day and later."
)
@click.pass_obj
def export(paths: Paths, file: Path, session_id: str | None, since: datetime | None) -> None:
    """Write your sessions to FILE.

    FILE.json holds everything, those you deleted too, with a mark; it can be imported again.
    FILE.csv opens in a spreadsheet as one row a set. FILE.fit is a Garmin activity; when there
    are several, they become FILE.fit.zip.
    """
    from hiptimer.history.exchange.results import Chosen

    if session_id is not None and since is not None:
        raise click.UsageError("Either --session or --since, not both.")
    ids = None if session_id is None else (session_id,)
    chosen = Chosen(ids, None if since is None else since.date())
    _exchange_here(paths, lambda here: here.export(chosen, file))


@click.command(name="import")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Don't ask.")
@click.option("--undelete", is_flag=True, help="Bring back what you deleted here, too.")
@click.option("--undo", is_flag=True, help="Take back the last import.")
@click.pass_obj
def import_(
    paths: Paths, *, files: tuple[Path, ...], yes: bool, undelete: bool, undo: bool
) -> None:
    """Take in session files, from FILES or from the folders you name.

    First it shows what is new. In a pipe, without --yes, it does no more than that.
    """
    if undo == bool(files):
        raise click.UsageError("Name files or folders to import, or --undo alone.")
    _exchange_here(paths, lambda here: here.undo() if undo else here.import_(files), yes, undelete)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(paths: Paths, file: Path) -> None:
    """Write everything of yours to FILE.zip: sessions, own moves and routines, settings."""
    _exchange_here(paths, lambda here: here.back_up(file))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Don't ask, and replace the settings.")
@click.option("--undelete", is_flag=True, help="Bring back what you deleted since, too.")
@click.pass_obj
def restore(paths: Paths, *, file: Path, yes: bool, undelete: bool) -> None:
    """Bring back what is in a backup FILE.zip.

    Sessions are added to those that are here. Where a file of yours is different, the one that
    is here is kept beside under a dated name.
    """
    _exchange_here(paths, lambda here: here.restore(file), yes, undelete)


def _exchange_here(
    paths: Paths, do: Callable[["ExchangeHere"], int], yes: bool = False, undelete: bool = False
) -> NoReturn:
    """Bring the history in order, do it, and leave with its exit code."""
    from hiptimer.app.exchange import Exchange
    from hiptimer.app.exchange_here import ExchangeHere
    from hiptimer.history.errors import HistoryError

    home = Home(paths)
    sync_before(home)
    home.read_past()
    echo_problems(home)
    try:
        code = do(ExchangeHere(Exchange(home), yes=yes, undelete=undelete))
    except HistoryError as error:
        raise click.ClickException(str(error)) from error
    # A backup may have brought others.
    home.reread_settings()
    sync_after(home)
    sys.exit(code)


COMMANDS = (history, export, import_, backup, restore)
