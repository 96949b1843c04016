"""The program as a menu starts it, up to its first frame and the first one of Today."""

import builtins
import gc
import sys

# As the program does before it reads more.
gc.disable()

from hiptimer.__main__ import main  # noqa: E402
from hiptimer.cli import window as cli  # noqa: E402

place_for_window = cli.place_for_window
watches = []


def place_watched(*args):
    """What follows is the order in which the program reads its modules, with watches put in."""
    place = place_for_window(*args)
    usual_import = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = usual_import
    from hiptimer.app import front

    appear = front.Front.appear

    def appear_watched(seen) -> None:
        from frame import FirstFrame

        watches.append(FirstFrame(seen.main, "front", last=False))
        appear(seen)
        _watch_today()

    front.Front.appear = appear_watched
    return place


def _watch_today() -> None:
    from frame import FirstFrame

    from hiptimer.app import window

    show = window.Window.show

    def show_watched(opened, page: str = "today") -> None:
        watches.append(FirstFrame(opened.today_page, "today"))
        show(opened, page)

    window.Window.show = show_watched


cli.place_for_window = place_watched
sys.argv = ["hiptimer"]
main()
