"""What the person sees first: the window with its rail, in their theme and where they left it.

It takes a fraction of what the program is made of. The rest is read while it is looked at.
"""

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from hiptimer import resources
from hiptimer.app.choices import Choices
from hiptimer.app.dressing import Dressing
from hiptimer.app.remembering import Memory
from hiptimer.app.themes import Themes
from hiptimer.model.language import tr
from hiptimer.ui.main_window import Geometry, MainWindow, PageEntry
from hiptimer.ui.widgets.icons import IconSet

LONGEST_MS = 300
"""As long is waited for a frame; a window that opens behind others may have none."""


class Front(QObject):
    """`page` is the one that will be in sight. `is_left` says that the person closed the window
    already, or the system ended the program.
    """

    def __init__(self, app: QApplication, choices: Choices, page: str = "today") -> None:
        super().__init__()
        self.app = app
        self._page = page
        self.is_left = False
        self.themes = Themes(choices)
        self.dressing = Dressing(app, self.themes)
        self.icons = IconSet(resources.assets() / "icons")
        self.memory = Memory(choices.paths.state / "window.json")
        self.main = MainWindow(self.icons)
        self.main.furnish(_entries(), page)
        if self.memory.remembered.geometry is not None:
            self.main.restore_geometry(self.memory.remembered.geometry)
        self.main.geometry_changed.connect(self._note_geometry)
        self.main.close_wished.connect(self.leave)

    def leave(self) -> None:
        """Open nothing more."""
        self.is_left = True

    def appear(self) -> None:
        """Be on the screen, if that does not take long."""
        loop = QEventLoop()
        late = QTimer()
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        late.start(LONGEST_MS)
        # With the next turn of the loop what was painted is on its way to the screen.
        self.main.appeared.connect(loop.quit)
        self.main.show()
        loop.exec()
        QApplication.processEvents()

    def _note_geometry(self, geometry: Geometry) -> None:
        self.memory.note(geometry=geometry, page=self.main.page or self._page)


def _entries() -> tuple[PageEntry, ...]:
    """All pages, in the order of the rail."""
    return (
        PageEntry("today", tr("Today"), "sun"),
        PageEntry("exercises", tr("Exercises"), "dumbbell"),
        PageEntry("routines", tr("Routines"), "list-checks"),
        PageEntry("history", tr("History"), "history"),
        PageEntry("settings", tr("Settings"), "settings", at_foot=True),
        PageEntry("about", tr("About"), "info", at_foot=True),
    )
