"""The program itself, without a command: the window, or what stands in for it."""

import os
import sys
from pathlib import Path

import click

import hiptimer
from hiptimer.app.choices import Choices
from hiptimer.app.data_place import as_chosen, gone_words
from hiptimer.app.logs import log_bugs, write_logs
from hiptimer.app.visit import Visit
from hiptimer.cli.commands import Commands
from hiptimer.cli.window import NO_DISPLAY, open_window
from hiptimer.desktop.display import has_display
from hiptimer.model.language import tr
from hiptimer.paths import Paths, default_paths, paths_under

USUAL_COMMAND = "hiptimer --usual-folder"


@click.group(cls=Commands, invoke_without_command=True)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep all of your data in this folder.",
)
@click.option(
    "--usual-folder",
    is_flag=True,
    help="Use the usual data folder this time, not the one chosen in Settings.",
)
@click.version_option(hiptimer.__version__, prog_name="hiptimer")
@click.pass_context
def main(context: click.Context, *, data_dir: Path | None, usual_folder: bool) -> None:
    """Lead me through a hip routine before a run."""
    paths = default_paths() if data_dir is None else paths_under(data_dir)
    context.obj = paths = paths if usual_folder else as_chosen(paths)
    write_logs(paths)
    log_bugs()
    if paths.is_gone and not _goes_without_data(context.invoked_subcommand):
        context.obj = paths = _paths_found(paths)
    if context.invoked_subcommand is None:
        sys.exit(_open_here(Choices(paths)))


def _goes_without_data(command: str | None) -> bool:
    """Whether nothing is made where data should be: the window asks by itself where they are."""
    return command == "doctor" or (command is None and has_display(os.environ))


def _paths_found(paths: Paths) -> Paths:
    """Where the data are, asked where nobody would read words. Raises ClickException."""
    choices = Choices(paths)
    if has_display(os.environ) and not sys.stderr.isatty():
        from hiptimer.app.running import ask_where

        found = ask_where(choices)
        if found is None:
            sys.exit(1)
        return found
    instead = tr("To use the usual folder this time: {command}", command=USUAL_COMMAND)
    raise click.ClickException(f"{gone_words(paths)} {instead}")


def _open_here(choices: Choices) -> int:
    return open_window(Visit(choices)) if has_display(os.environ) else _without_display(choices)


def _without_display(choices: Choices) -> int:
    """On a terminal the proposed routine in text after Enter; in a pipe the routines."""
    # What no window needs before its first frame.
    from hiptimer.app.home import Home
    from hiptimer.app.text import propose_in_text
    from hiptimer.cli.saying import echo_routines
    from hiptimer.cli.syncing import sync_after, sync_before

    home = Home(choices.paths, choices)
    click.echo(tr(NO_DISPLAY))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        echo_routines(home)
        return 0
    sync_before(home)
    code = propose_in_text(home)
    sync_after(home)
    return code


@main.command()
@click.option("--probe-audio", is_flag=True, help="Open the audio device, in its own process.")
@click.option("--report", "is_whole", is_flag=True, help="Add choices and the end of the log.")
@click.pass_obj
def doctor(paths: Paths, probe_audio: bool, is_whole: bool) -> None:
    """Report versions, folders, display and sound; with --report all that helps to mend a fault."""
    from hiptimer.app.doctor import report
    from hiptimer.app.home import Home

    if is_whole:
        from hiptimer.app.report import full_report

        click.echo(full_report(Home(paths), probe_audio=probe_audio), nl=False)
        return
    for name, found in report(Home(paths), probe_audio=probe_audio):
        click.echo(f"{name:20} {found}")
