"""What is sore and what is at hand, joined to what is kept: routines take their form from it."""

from PySide6.QtCore import QObject

from hiptimer.app.home import Home
from hiptimer.app.keeping import Keeping
from hiptimer.app.suits import Suits
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.settings import Settings
from hiptimer.ui.settings.equipment import EquipmentSection
from hiptimer.ui.settings.sore import SoreSection


class Sparing(QObject):
    """Exercises are swapped or left out for what is chosen here."""

    def __init__(
        self, home: Home, keeping: Keeping, sore: SoreSection, equipment: EquipmentSection
    ) -> None:
        super().__init__(keeping)
        self._home = home
        self._keeping = keeping
        self._sore = sore
        self._equipment = equipment
        sore.sore_chosen.connect(self._choose_sore)
        sore.traffic_light_chosen.connect(self._choose_rule)
        equipment.at_hand_chosen.connect(self._choose_at_hand)

    def show(self, settings: Settings) -> None:
        has_traffic_light = settings.pain_rule == "traffic_light"
        words = Suits(self._home).safety
        self._sore.show_choices(settings.sore, words, has_traffic_light=has_traffic_light)
        self._equipment.show_at_hand(settings.equipment)

    def _choose_sore(self, sore: tuple[Complaint, ...]) -> None:
        self._keeping.keep(sore=sore)

    def _choose_rule(self, is_given: bool) -> None:
        self._keeping.keep(pain_rule="traffic_light" if is_given else "strict")

    def _choose_at_hand(self, at_hand: tuple[Equipment, ...] | None) -> None:
        self._keeping.keep(equipment=at_hand)
