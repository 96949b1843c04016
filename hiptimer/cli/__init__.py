"""The command line."""

from hiptimer.cli import catalogue, past, week, workout
from hiptimer.cli.program import main

__all__ = ["main"]

for command in (*workout.COMMANDS, *catalogue.COMMANDS, *past.COMMANDS, *week.COMMANDS):
    main.add_command(command)
