"""Where a bundle starts: the program, or the one thing that it starts in a process of its own."""

import os
import sys

LIBRARIES = "LD_LIBRARY_PATH"


def main() -> None:
    """Ends the process with the exit code of what was asked for."""
    _let_others_find_their_libraries()
    from hiptimer.audio import open_here

    if sys.argv[1:] == [open_here.OPEN_HERE]:
        open_here.leave(open_here.main())
    from hiptimer.__main__ import main as start

    start()


def _let_others_find_their_libraries() -> None:
    """Other programs, such as the one that shows a folder, shall not load the bundle's Qt.

    The linker has read the variable already; a bundle sets it anew when it is started itself.
    """
    before = os.environ.get(f"{LIBRARIES}_ORIG")
    if before is not None:
        os.environ[LIBRARIES] = before
    elif getattr(sys, "frozen", False):
        os.environ.pop(LIBRARIES, None)


if __name__ == "__main__":
    main()
