"""The run days: told, and written for a calendar."""

from pathlib import Path

import click

from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.cli.saying import echo_problems
from hiptimer.model.language import tr_n
from hiptimer.paths import Paths


@click.command()
@click.option(
    "--ics",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write them to this .ics file, for your calendar and its reminders.",
)
@click.pass_obj
def week(paths: Paths, file: Path | None) -> None:
    """Show your run days, or write them for your calendar.

    The days, the time and the reminder are chosen in Settings. Bringing in a later file takes the
    place of the one before.
    """
    from hiptimer.app.week_file import WeekError, save_week, week_of, week_words

    home = Home(paths)
    now = local_now()
    try:
        words = (
            week_words(week_of(home, now.date())) if file is None else save_week(home, file, now)
        )
    except WeekError as error:
        raise click.ClickException(str(error)) from error
    echo_problems(home)
    click.echo(words)
    if file is None:
        goal = home.settings.week_goal
        click.echo(
            tr_n("The goal is {n} session a week.", "The goal is {n} sessions a week.", goal)
        )


COMMANDS = (week,)
