"""One stay in the window, from its first frame until it is closed."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hiptimer.app.choices import Choices

if TYPE_CHECKING:
    from hiptimer.app.home import Home
    from hiptimer.model.routine import Routine


class Visit(NamedTuple):
    """What the window is opened for: to start a routine, to take files in, or to see a page.

    `home` is what was read of the folders already, if it was. `told` is said in Settings and `news`
    on Today; `crash` is what the run before left behind, "" if it ended well.
    """

    choices: Choices
    home: "Home | None" = None
    speed: float = 1.0
    start: "Routine | None" = None
    files: tuple[Path, ...] = ()
    page: str = "today"
    told: str = ""
    news: str = ""
    crash: str = ""


class Closed(NamedTuple):
    """How a window was closed, and what another one is to be opened for in its place, if any."""

    code: int
    next: Visit | None = None
