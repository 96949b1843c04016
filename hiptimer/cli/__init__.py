"""The command line."""

from hiptimer.cli import catalogue, past, workout
from hiptimer.cli.program import main

__all__ = ["main"]

for command in (*workout.COMMANDS, *catalogue.COMMANDS, *past.COMMANDS):
    main.add_command(command)
