"""The command line."""

import math
import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import msgspec

import hiptimer
from hiptimer.app.home import Home, Past
from hiptimer.app.logs import log_bugs, write_logs
from hiptimer.desktop.display import has_display
from hiptimer.model.catalogue import check_file
from hiptimer.model.nearest import nearest
from hiptimer.model.phrases import VoiceLevel
from hiptimer.model.routine import Routine
from hiptimer.model.side import Side
from hiptimer.model.words import duration_words, equipment_words
from hiptimer.paths import Paths, default_paths, paths_under
from hiptimer.terminal.past import session_line

if TYPE_CHECKING:
    from hiptimer.app.exchange_here import ExchangeHere

INSTEAD = "In the terminal it works without: hiptimer start ROUTINE --text"
NO_DISPLAY = "There is no display to open a window on."


def _no_nan(context: click.Context, option: click.Parameter, speed: float) -> float:
    """NaN is in every range, since it is neither less nor more than anything."""
    if math.isnan(speed):
        raise click.BadParameter("nan is no speed.", context, option)
    return speed


@click.group(invoke_without_command=True)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep all of your data in this folder.",
)
@click.version_option(hiptimer.__version__, prog_name="hiptimer")
@click.pass_context
def main(context: click.Context, data_dir: Path | None) -> None:
    """Lead me through a hip routine before a run."""
    paths = default_paths() if data_dir is None else paths_under(data_dir)
    context.obj = paths
    write_logs(paths)
    log_bugs()
    if context.invoked_subcommand is None:
        sys.exit(_open_window(Home(paths)))


def _open_window(home: Home) -> int:
    return _window(home) if has_display(os.environ) else _without_display(home)


def _window(home: Home, start: Routine | None = None, speed: float = 1.0) -> int:
    try:
        import PySide6.QtWidgets  # noqa: F401  (alone, so that our own faults are not taken for it)
    except ImportError as error:
        click.echo(f"The window cannot be opened: {error}. {INSTEAD}", err=True)
        return 1
    from hiptimer.app.running import run_window

    return run_window(home, start=start, speed=speed)


def _without_display(home: Home) -> int:
    """On a terminal the proposed routine in text after Enter; in a pipe the routines."""
    from hiptimer.app.text import propose_in_text

    click.echo(NO_DISPLAY)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        _echo_routines(home)
        return 0
    _sync(home)
    code = propose_in_text(home)
    _sync_after(home)
    return code


@main.command()
@click.argument("routine")
@click.option("--text", is_flag=True, help="Lead me here in the terminal, without a window.")
@click.option(
    "--speed",
    type=click.FloatRange(0.1, 1000),
    callback=_no_nan,
    default=1.0,
    help="Run this many times as fast, silently, for trying out.",
)
@click.pass_obj
def start(paths: Paths, routine: str, text: bool, speed: float) -> None:
    """Start ROUTINE at once."""
    home = Home(paths)
    found = _routine_named(routine, home)
    if not text and has_display(os.environ):
        sys.exit(_window(home, found, speed))
    from hiptimer.app.text import run_text

    if not text:
        click.echo(NO_DISPLAY, err=True)
    _sync(home)
    past = home.read_past()
    _echo_problems(home)
    code = run_text(home, past, found, speed)
    _sync_after(home)
    sys.exit(code)


@main.group(name="list")
def list_() -> None:
    """List exercises or routines."""


@list_.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def exercises(paths: Paths, as_json: bool) -> None:
    """List the exercises by family and level."""
    home = Home(paths)
    found = sorted(home.catalogue.exercises.values(), key=lambda e: (e.family, e.level, e.id))
    if as_json:
        fields = ("id", "name", "family", "level", "position", "needs", "per_side")
        links = ("easier_id", "harder_id")
        _echo_json([{name: getattr(e, name) for name in fields + links} for e in found])
        return
    for e in found:
        needs = f" · {equipment_words(e.needs)}" if e.needs else ""
        click.echo(f"{e.id:24} {e.family} {e.level} · {e.name}{needs}")
    _echo_problems(home)


@list_.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def routines(paths: Paths, as_json: bool) -> None:
    """List the routines with how long each takes."""
    home = Home(paths)
    if not as_json:
        _echo_routines(home)
        _echo_problems(home)
        return
    past = Past()
    _echo_json(
        [
            {
                "id": r.id,
                "name": r.name,
                "duration_s": round(home.lay_out(r, past).seconds, 3),
                "needs": home.catalogue.needs_of(r),
                "exercises": [step.exercise for step in r.steps],
            }
            for r in home.catalogue.routines.values()
        ]
    )


def _echo_routines(home: Home) -> None:
    for r in home.catalogue.routines.values():
        seconds = home.lay_out(r, Past()).seconds
        click.echo(f"{r.id:24} {r.name} · {duration_words(seconds)}")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="As session files, newest first.")
@click.pass_obj
def history(paths: Paths, as_json: bool) -> None:
    """Show past sessions, newest first."""
    home = Home(paths)
    _sync(home)
    home.read_past()  # brings it in order
    sessions = home.read_sessions()
    if as_json:
        from hiptimer.history.interchange import to_json

        click.echo(to_json(sessions), nl=False)
    else:
        for session in sessions:
            click.echo(session_line(session))
        if not sessions:
            click.echo("No sessions yet.")
    _echo_problems(home)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def check(paths: Paths, files: tuple[Path, ...]) -> None:
    """Check files of exercises, poses or routines; exit code 1 when something is wrong."""
    home = Home(paths)
    problems = [p for file in files for p in check_file(file, home.catalogue)]
    for problem in problems:
        click.echo(str(problem), err=True)
    if not problems:
        click.echo("All good." if len(files) > 1 else f"{files[0]}: all good.")
    sys.exit(1 if problems else 0)


@main.command(context_settings={"ignore_unknown_options": True})  # a line may begin with a dash
@click.argument("text", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def parse(paths: Paths, *, text: tuple[str, ...], as_json: bool) -> None:
    """Read a physio's TEXT, such as "clamshell 3x10 each side, 5 s hold, 30 s rest".

    With - as TEXT, standard input is read, of any number of lines. The exit code is 0 when all of
    it was understood, and 1 otherwise.
    """
    from hiptimer.app.prescribing import prescription_reader
    from hiptimer.terminal.prescription import prescription_lines, prescription_table

    home = Home(paths)
    typed = " ".join(text)
    lines = sys.stdin.buffer.read().decode(errors="replace") if typed == "-" else typed
    read = prescription_reader(home).read(lines)
    if as_json:
        _echo_json(prescription_table(read))
    else:
        for line in prescription_lines(read, home.catalogue.exercises):
            click.echo(line)
    sys.exit(1 if read.not_understood else 0)


@main.command()
@click.argument("exercise")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="A .png.")
@click.option("--side", type=click.Choice(["left", "right"]), default="left")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light")
@click.option("--height", type=click.IntRange(50, 2000), default=400, help="In pixels.")
@click.option("--watch", "stays", is_flag=True, help="Draw again whenever the pose file changes.")
@click.pass_obj
def picture(
    paths: Paths, *, exercise: str, output: Path, side: str, theme: str, height: int, stays: bool
) -> None:
    """Draw the key moments of EXERCISE, or of a file of poses, side by side."""
    from hiptimer.app.picture import PictureError, draw_picture, pose_file, watch

    home = Home(paths)
    file = pose_file(home, exercise)
    if exercise not in home.catalogue.exercises and not file.exists():
        raise click.UsageError(_unknown("exercise", exercise, home.catalogue.exercises))

    def draw() -> None:
        draw_picture(home, file, output, side=Side(side), theme=theme, height=height)
        click.echo(f"{output} is drawn.")

    def try_to_draw() -> None:
        try:
            draw()
        except PictureError as error:
            click.echo(str(error), err=True)

    try:
        watch(file, try_to_draw) if stays else draw()
    except PictureError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        click.echo()


@main.command()
@click.argument("routine")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="A .ogg (small), .mp3 (plays anywhere) or .wav (exact and large).",
)
@click.option(
    "--voice",
    type=click.Choice(["brief", "normal", "talkative", "tones"]),
    help="How much is said; as in the settings when not given.",
)
@click.pass_obj
def audio(paths: Paths, routine: str, output: Path, voice: str | None) -> None:
    """Write ROUTINE with all its sounds to a file, to take along.

    The file is as long as the routine. What would be heard after its end comes just before it
    instead, in the last lowering, as early as is needed and without covering another sound.
    """
    from hiptimer.app.take_along_here import TakeAlongHere
    from hiptimer.audio.errors import AudioError
    from hiptimer.audio.export import kind_of

    home = Home(paths)
    found = _routine_named(routine, home)
    try:
        kind_of(output)
        if voice is not None:
            home.settings = msgspec.structs.replace(home.settings, voice=VoiceLevel(voice))
        past = home.read_past()
        _echo_problems(home)
        sys.exit(TakeAlongHere(home, past, found, output).run())
    except AudioError as error:
        raise click.ClickException(str(error)) from error


@main.command()
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


@main.command(name="import")
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


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(paths: Paths, file: Path) -> None:
    """Write everything of yours to FILE.zip: sessions, own moves and routines, settings."""
    _exchange_here(paths, lambda here: here.back_up(file))


@main.command()
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


@main.command()
@click.option("--probe-audio", is_flag=True, help="Open the audio device, in its own process.")
@click.pass_obj
def doctor(paths: Paths, probe_audio: bool) -> None:
    """Report versions, folders, display and sound."""
    from hiptimer.app.doctor import report

    for name, found in report(Home(paths), probe_audio=probe_audio):
        click.echo(f"{name:20} {found}")


def _exchange_here(
    paths: Paths, do: Callable[["ExchangeHere"], int], yes: bool = False, undelete: bool = False
) -> NoReturn:
    """Bring the history in order, do it, and leave with its exit code."""
    from hiptimer.app.exchange import Exchange
    from hiptimer.app.exchange_here import ExchangeHere
    from hiptimer.history.errors import HistoryError

    home = Home(paths)
    _sync(home)
    home.read_past()
    _echo_problems(home)
    try:
        code = do(ExchangeHere(Exchange(home), yes=yes, undelete=undelete))
    except HistoryError as error:
        raise click.ClickException(str(error)) from error
    _sync_after(home)
    sys.exit(code)


def _sync(home: Home) -> None:
    """Take in what is new in the sync folder, if there is one; words about it are problems."""
    if home.settings.sync_folder:
        from hiptimer.app.sync_here import sync_here

        home.problems += sync_here(home)


def _sync_after(home: Home) -> None:
    """Write there what was done since, and say no more than what was not said before."""
    known = len(home.problems)
    _sync(home)
    for problem in dict.fromkeys(home.problems[known:]):
        if problem not in home.problems[:known]:
            click.echo(problem, err=True)


def _routine_named(name: str, home: Home) -> Routine:
    """The routine with this id; else a usage error that says why not or suggests the nearest."""
    known = home.catalogue.routines
    if name in known:
        return known[name]
    faults = [str(p) for p in home.catalogue.problems if p.file.stem == name]
    if faults:
        raise click.UsageError(f"The routine {name} cannot be used. {' '.join(faults)}")
    raise click.UsageError(_unknown("routine", name, known))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    close = nearest(name, known)
    hint = f"Did you mean {close}?" if close else f"See: hiptimer list {what}s"
    return f"There is no {what} called {name}. {hint}"


def _echo_json(value: object) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value)))


def _echo_problems(home: Home) -> None:
    for problem in home.problems:
        click.echo(problem, err=True)
