"""Keeping in step with the sync folder before and after a command."""

import click

from hiptimer.app.home import Home


def sync_before(home: Home) -> None:
    """Take in what is new in the sync folder, if there is one; words about it are problems."""
    if home.settings.sync_folder:
        from hiptimer.app.sync_here import sync_here

        home.problems += sync_here(home)


def sync_after(home: Home) -> None:
    """Write there what was done since, and say no more than what was not said before."""
    known = len(home.problems)
    sync_before(home)
    for problem in dict.fromkeys(home.problems[known:]):
        if problem not in home.problems[:known]:
            click.echo(problem, err=True)
