"""Doing a routine, or taking it along."""

import math
import os
import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from hiptimer.app.home import Home
from hiptimer.app.visit import Visit
from hiptimer.cli.saying import echo_problems, routine_named
from hiptimer.cli.syncing import sync_after, sync_before
from hiptimer.cli.window import NO_DISPLAY, open_window, place_for_window
from hiptimer.desktop.display import has_display
from hiptimer.desktop.wishes import Start
from hiptimer.model.language import tr
from hiptimer.model.phrases import VoiceLevel
from hiptimer.model.routine import Routine
from hiptimer.paths import Paths


def _fitted(home: Home, routine: Routine, minutes: int | None) -> Routine:
    """As much of the routine as fits; tells what is left out."""
    from hiptimer.app.to_start import NothingFitsError, fitted

    if minutes is None:
        return routine
    try:
        found = fitted(home, home.read_past(), routine, minutes)
    except NothingFitsError as error:
        raise click.ClickException(str(error)) from error
    click.echo(found.words)
    return found.routine


def _dressed(home: Home, routine: Routine) -> Routine:
    """The routine as it is done here; tells what is spared, or that nothing is left."""
    from hiptimer.app.suits import NothingLeftError, Suits

    try:
        dressed = Suits(home).dressed(routine)
    except NothingLeftError as error:
        raise click.ClickException(str(error)) from error
    for words in dressed.told:
        click.echo(words, err=True)
    return dressed.routine


class Times(click.FloatRange):
    """A decimal comma does as well as a point. NaN is in no range, though it is neither less nor
    more than anything.
    """

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        typed: Any = value.replace(",", ".") if isinstance(value, str) else value
        times: float = super().convert(typed, param, ctx)
        if math.isnan(times):
            raise click.BadParameter("nan is no speed.", ctx, param)
        return times


@click.command()
@click.argument("routine")
@click.option("--text", is_flag=True, help="Lead me here in the terminal, without a window.")
@click.option(
    "--speed",
    type=Times(0.1, 1000),
    default=1.0,
    help="Run this many times as fast, silently, for trying out.",
)
@click.option(
    "--minutes",
    type=click.IntRange(1, 600),
    help="Do only as much of it as fits, and say what is left out.",
)
@click.pass_obj
def start(paths: Paths, *, routine: str, text: bool, speed: float, minutes: int | None) -> None:
    """Start ROUTINE at once."""
    home = Home(paths)
    named = routine_named(routine, home)
    if not text and has_display(os.environ):
        place = place_for_window(home.choices, Start(named.id, minutes, speed))
        found = _fitted(home, _dressed(home, named), minutes)
        visit = Visit(home.choices, home, speed, found)
        sys.exit(open_window(visit, place))
    found = _dressed(home, named)
    from hiptimer.app.text import run_text

    if not text:
        click.echo(tr(NO_DISPLAY), err=True)
    sync_before(home)
    past = home.read_past()
    echo_problems(home)
    code = run_text(home, past, _fitted(home, found, minutes), speed)
    sync_after(home)
    sys.exit(code)


@click.command()
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
    found = _dressed(home, routine_named(routine, home))
    try:
        kind_of(output)
        if voice is not None:
            home.settings = msgspec.structs.replace(home.settings, voice=VoiceLevel(voice))
        past = home.read_past()
        echo_problems(home)
        sys.exit(TakeAlongHere(home, past, found, output).run())
    except AudioError as error:
        raise click.ClickException(str(error)) from error


COMMANDS = (start, audio)
