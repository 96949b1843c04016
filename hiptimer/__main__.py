"""Where the program starts, as `hiptimer` and as `python -m hiptimer`."""

import gc
import os
import sys

from hiptimer.desktop.display import has_display

AS_A_MENU_DOES: tuple[list[str], ...] = ([], ["open"])
COMPLETING = "_HIPTIMER_COMPLETE"
"""Set by a shell that asks how a command line goes on."""


def main() -> None:
    """The window where nothing else is asked for, and sooner without what reads commands."""
    if sys.argv[1:] in AS_A_MENU_DOES and COMPLETING not in os.environ and has_display(os.environ):
        # As `open_window` does, and sooner.
        gc.disable()
        from hiptimer.cli.window import open_usual

        sys.exit(open_usual())
    from hiptimer.cli.program import main as commands

    commands(prog_name="hiptimer")


if __name__ == "__main__":
    main()
