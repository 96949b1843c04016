"""The choices of the settings page on their way to the settings, and what they change."""

from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Home
from hiptimer.settings import Settings


class Keeping(QObject):
    """`changed` carries the names of the settings that are others than before, as a frozenset.

    Whoever chooses, one value or all of them, by hand or by a reset, does so here: what has to
    follow from it then does.
    """

    changed = Signal(object)

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home

    @property
    def settings(self) -> Settings:
        return self._home.settings

    def keep(self, **to: object) -> None:
        """Hold and save these from now on."""
        before = self._home.settings
        self._home.change_settings(**to)
        new = self._home.settings
        names = frozenset(name for name in to if getattr(before, name) != getattr(new, name))
        if names:
            self.changed.emit(names)
