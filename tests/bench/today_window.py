"""The program as `hiptimer` starts it, up to the first frame of Today."""

import sys

from frame import FirstFrame

from hiptimer.app import window
from hiptimer.cli import main

show = window.Window.show
watches = []


def show_watched(opened: window.Window, page: str = "today") -> None:
    watches.append(FirstFrame(opened.today_page))
    show(opened, page)


window.Window.show = show_watched
main(["--data-dir", sys.argv[1]])
