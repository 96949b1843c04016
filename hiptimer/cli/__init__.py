"""The command line."""

from hiptimer.cli.program import main

__all__ = ["main"]
