"""What several commands print, and how they find what is named."""

from collections.abc import Iterable

import click
import msgspec

from hiptimer.app.home import Home, Past
from hiptimer.model.nearest import nearest
from hiptimer.model.routine import Routine
from hiptimer.model.words import duration_words

NO_DISPLAY = "There is no display to open a window on."


def routine_named(name: str, home: Home) -> Routine:
    """The routine with this id; else a usage error that says why not or suggests the nearest."""
    known = home.catalogue.routines
    if name in known:
        return known[name]
    faults = [str(p) for p in home.catalogue.problems if p.file.stem == name]
    if faults:
        raise click.UsageError(f"The routine {name} cannot be used. {' '.join(faults)}")
    raise click.UsageError(unknown("routine", name, known))


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    close = nearest(name, known)
    hint = f"Did you mean {close}?" if close else f"See: hiptimer list {what}s"
    return f"There is no {what} called {name}. {hint}"


def echo_routines(home: Home) -> None:
    for r in home.catalogue.routines.values():
        seconds = home.lay_out(r, Past()).seconds
        click.echo(f"{r.id:24} {r.name} · {duration_words(seconds)}")


def echo_json(value: object) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value)))


def echo_problems(home: Home) -> None:
    for problem in home.problems:
        click.echo(problem, err=True)
