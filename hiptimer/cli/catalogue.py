"""What there is to do: listed, checked, drawn, read."""

import os
import sys
from pathlib import Path

import click

from hiptimer.app.home import Home, Past
from hiptimer.cli.saying import echo_json, echo_problems, echo_routines, unknown_exercise
from hiptimer.model.catalogue import check_file
from hiptimer.model.language import tr
from hiptimer.model.side import Side
from hiptimer.model.words import equipment_words
from hiptimer.paths import Paths


@click.group(name="list")
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
        echo_json([{name: getattr(e, name) for name in fields + links} for e in found])
        return
    for e in found:
        needs = f" · {equipment_words(e.needs)}" if e.needs else ""
        click.echo(f"{e.id:24} {e.family} {e.level} · {e.name}{needs}")
    echo_problems(home)


@list_.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def routines(paths: Paths, as_json: bool) -> None:
    """List the routines with how long each takes."""
    home = Home(paths)
    if not as_json:
        echo_routines(home)
        echo_problems(home)
        return
    past = Past()
    echo_json(
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


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def check(paths: Paths, files: tuple[Path, ...]) -> None:
    """Check files of exercises, poses or routines; exit code 1 when something is wrong."""
    home = Home(paths)
    problems = [p for file in files for p in check_file(file, home.catalogue)]
    for problem in problems:
        click.echo(str(problem), err=True)
    if not problems:
        click.echo(tr("All good.") if len(files) > 1 else tr("{file}: all good.", file=files[0]))
    sys.exit(1 if problems else 0)


@click.command(context_settings={"ignore_unknown_options": True})  # a line may begin with a dash
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
    typed = os.fsencode(" ".join(text))  # bytes that are no text may be among them
    lines = sys.stdin.buffer.read() if typed == b"-" else typed
    read = prescription_reader(home).read(lines.decode(errors="replace"))
    if as_json:
        echo_json(prescription_table(read))
    else:
        for line in prescription_lines(read, home.catalogue.exercises):
            click.echo(line)
    sys.exit(1 if read.not_understood else 0)


@click.command()
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
        raise click.UsageError(unknown_exercise(exercise, home.catalogue.exercises))

    def draw() -> None:
        draw_picture(home, file, output, side=Side(side), theme=theme, height=height)
        click.echo(tr("{file} is drawn.", file=output))

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


COMMANDS = (list_, check, parse, picture)
