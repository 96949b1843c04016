"""An offer to do more of an exercise or another one, or to take a step back."""

from enum import StrEnum

import msgspec

from hiptimer.model.routine import Routine, Step


class Kind(StrEnum):
    """What is offered. `RESTART` is a gentle routine for today in place of this one."""

    MORE = "more"
    STRONGER_BAND = "stronger_band"
    LEVEL_UP = "level_up"
    FEWER = "fewer"
    LEVEL_DOWN = "level_down"
    RESTART = "restart"

    @property
    def is_harder(self) -> bool:
        return self in (Kind.MORE, Kind.STRONGER_BAND, Kind.LEVEL_UP)


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """`becomes` is what the step `now` would be; None where the routine stays as it is.
    `reason` says in one sentence what it follows from.
    """

    kind: Kind
    reason: str
    now: Step
    becomes: Step | None = None

    @property
    def name(self) -> str:
        """By which it is remembered, such as "up:clam-basic"."""
        if self.kind is Kind.RESTART:
            return RESTART
        return f"{WAYS[self.kind]}:{self.now.exercise}"

    def applied(self, routine: Routine) -> Routine:
        """The routine with the offer accepted; as it is when it has no such step any more."""
        becomes = self.becomes
        if becomes is None:
            return routine
        steps = tuple(becomes if step == self.now else step for step in routine.steps)
        return msgspec.structs.replace(routine, steps=steps)


# How offers are remembered. A band is no other step, so it is remembered by itself.
WAYS = {
    Kind.MORE: "up",
    Kind.LEVEL_UP: "up",
    Kind.STRONGER_BAND: "band",
    Kind.FEWER: "back",
    Kind.LEVEL_DOWN: "back",
}
HARDER, BACK = ("up", "band"), ("back",)
RESTART = "restart"
