"""What was taken of the amounts beside a name, within limits, and what is to be told of them."""

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.item import Item
from hiptimer.model.prescription.prescribed import NotUnderstood, Part, Remark, What

MOST_SETS = 20
MOST_REPS = 200
LONGEST_HOLD_S = 600
LONGEST_REST_S = 600
# A phase of a rep lasts no longer.
LONGEST_REP_HOLD_S = 60
HOLD_LIMITS = later("A hold lasts more than 0 and at most {most} seconds.")
REP_HOLD_LIMITS = later("A hold within a rep lasts more than 0 and at most {most} seconds.")


class Taken:
    """The amounts of one step. What is out of its limits is told and stays None."""

    def __init__(self, text: str) -> None:
        self.strays: list[NotUnderstood] = []
        self.remarks: list[Remark] = []
        self.parts: list[Part] = []
        self.sets: int | None = None
        self.reps: int | None = None
        self.hold_s: float | None = None
        self.rest_s: float | None = None
        self._text = text

    def shown(self, item: Item) -> str:
        return self._text[item.start : item.end]

    def stray(self, item: Item, why: str) -> None:
        self.strays.append(NotUnderstood(self.shown(item), why, item.start, item.end))

    def remark(self, item: Item, why: str) -> None:
        if why:
            self.remarks.append(Remark(self.shown(item), why, item.start, item.end))

    def take(self, what: What, item: Item, *whys: str) -> None:
        self.parts.append(Part(what, item.start, item.end))
        self.remark(item, " ".join(why for why in (item.why, *whys) if why))

    def take_sets(self, item: Item, why: str = "") -> None:
        number = self._whole(item, later("Sets are a whole number from 1 to {most}."), MOST_SETS)
        if number is not None:
            self.sets = number
            self.take(What.SETS, item, why)

    def take_reps(self, item: Item, why: str = "") -> None:
        number = self._whole(item, later("Reps are a whole number from 1 to {most}."), MOST_REPS)
        if number is not None:
            self.reps = number
            self.take(What.REPS, item, why)

    def _whole(self, item: Item, limits: str, most: int) -> int | None:
        if 1 <= item.value <= most and item.value == int(item.value):
            return int(item.value)
        self.stray(item, tr(limits, most=most))
        return None

    def take_hold(self, item: Item) -> None:
        self._take_held(item, HOLD_LIMITS, LONGEST_HOLD_S)

    def take_rep_hold(self, item: Item, why: str) -> None:
        """The hold in each rep."""
        self._take_held(item, REP_HOLD_LIMITS, LONGEST_REP_HOLD_S, why)

    def _take_held(self, item: Item, limits: str, longest: float, why: str = "") -> None:
        if 0 < item.value <= longest:
            self.hold_s = item.value
            self.take(What.HOLD, item, why)
        else:
            self.stray(item, tr(limits, most=longest))

    def take_rest(self, item: Item) -> None:
        if 0 <= item.value <= LONGEST_REST_S:
            self.rest_s = item.value
            self.take(What.REST, item)
        else:
            self.stray(item, tr("A rest lasts 0 to {most} seconds.", most=LONGEST_REST_S))
