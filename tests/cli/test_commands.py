"""Which file a command is read from."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click

import hiptimer.cli
from hiptimer.cli.commands import FILES
from hiptimer.cli.program import main


def test_every_command_of_every_file_is_known() -> None:
    files = {path.stem for path in Path(hiptimer.cli.__file__).parent.glob("*.py")}
    modules = [import_module(f"hiptimer.cli.{file}") for file in files - {"__init__"}]
    commands = [c for module in modules for c in getattr(module, "COMMANDS", ())]
    assert {command.name for command in commands} == set(FILES)
    context = click.Context(main)
    assert all(main.get_command(context, str(c.name)) is c for c in commands)
    assert set(main.list_commands(context)) == {*FILES, "doctor"}


def test_what_no_command_asked_for_is_not_read() -> None:
    code = "import sys, hiptimer.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {f"hiptimer.cli.{file}" for file in FILES.values()} & set(done.stdout.split())
