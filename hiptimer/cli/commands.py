"""The commands by their names; what they need is read when one of them is asked for."""

from importlib import import_module

import click

FILES = {
    "start": "workout",
    "open": "opening",
    "audio": "workout",
    "list": "catalogue",
    "check": "catalogue",
    "parse": "catalogue",
    "picture": "catalogue",
    "history": "past",
    "export": "past",
    "import": "past",
    "backup": "past",
    "restore": "past",
    "week": "week",
}


class Commands(click.Group):
    """Without a command the window opens, and sooner without the files of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *FILES})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in FILES:
            file = import_module(f"hiptimer.cli.{FILES[cmd_name]}")
            commands: tuple[click.Command, ...] = file.COMMANDS
            return next(command for command in commands if command.name == cmd_name)
        return super().get_command(ctx, cmd_name)
