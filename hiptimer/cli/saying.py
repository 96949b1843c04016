"""What several commands print, and how they find what is named."""

from collections.abc import Iterable

import click
import msgspec

from hiptimer.app.home import Home, Past
from hiptimer.model.language import tr
from hiptimer.model.nearest import nearest
from hiptimer.model.routine import Routine
from hiptimer.model.time_words import duration_words


def routine_named(name: str, home: Home) -> Routine:
    """The routine with this id; else a usage error that says why not or suggests the nearest."""
    known = home.catalogue.routines
    if name in known:
        return known[name]
    faults = [str(p) for p in home.catalogue.problems if p.file.stem == name]
    if faults:
        cannot = tr("The routine {name} cannot be used.", name=name)
        raise click.UsageError(" ".join([cannot, *faults]))
    there_is_none = tr("There is no routine called {name}.", name=name)
    raise click.UsageError(f"{there_is_none} {_hint(name, known, 'hiptimer list routines')}")


def unknown_exercise(name: str, known: Iterable[str]) -> str:
    """That there is none, and which one may be meant."""
    there_is_none = tr("There is no exercise called {name}.", name=name)
    return f"{there_is_none} {_hint(name, known, 'hiptimer list exercises')}"


def _hint(name: str, known: Iterable[str], command: str) -> str:
    close = nearest(name, known)
    if close:
        return tr("Did you mean {name}?", name=close)
    return tr("See: {command}", command=command)


def echo_routines(home: Home) -> None:
    for r in home.catalogue.routines.values():
        seconds = home.lay_out(r, Past()).seconds
        click.echo(f"{r.id:24} {r.name} · {duration_words(seconds)}")


def echo_json(value: object) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value)))


def echo_problems(home: Home) -> None:
    for problem in home.problems:
        click.echo(problem, err=True)
