"""The settings of what is sore, joined to what is kept."""

from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Home
from hiptimer.app.suits import Suits
from hiptimer.model.exercise import Complaint
from hiptimer.ui.settings.sore import SoreSection


class Sparing(QObject):
    """`changed` comes when routines take another form than before."""

    changed = Signal()

    def __init__(self, home: Home, section: SoreSection, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._section = section
        section.sore_chosen.connect(self._choose_sore)
        section.traffic_light_chosen.connect(self._choose_rule)
        self.show()

    def show(self) -> None:
        settings = self._home.settings
        has_traffic_light = settings.pain_rule == "traffic_light"
        words = Suits(self._home).safety
        self._section.show_choices(settings.sore, words, has_traffic_light=has_traffic_light)

    def _choose_sore(self, sore: tuple[Complaint, ...]) -> None:
        self._keep(sore=sore)

    def _choose_rule(self, is_given: bool) -> None:
        self._keep(pain_rule="traffic_light" if is_given else "strict")

    def _keep(self, **to: object) -> None:
        self._home.change_settings(**to)
        self.show()
        self.changed.emit()
