"""What the rooms over the whole window share."""

from collections.abc import Callable
from dataclasses import dataclass

from hiptimer.app.figures import Figures
from hiptimer.app.home import Home
from hiptimer.app.shelf import Shelf
from hiptimer.ui.figure.album import Album
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.theme import Theme
from hiptimer.ui.widgets.icons import IconSet


@dataclass(frozen=True, slots=True)
class House:
    """`theme` gives the theme of the pages as it is now."""

    home: Home
    shelf: Shelf
    main: MainWindow
    icons: IconSet
    album: Album
    figures: Figures
    theme: Callable[[], Theme]
