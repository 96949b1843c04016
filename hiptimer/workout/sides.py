"""Which side goes first: the one that went second last time, so that neither is always fresh."""

from collections.abc import Mapping

from hiptimer.model.routine import Routine
from hiptimer.model.side import Side


def first_sides(routine: Routine, second_last_time: Mapping[str, Side]) -> Mapping[str, Side]:
    """The first side of each exercise of the routine; left for one never done on both sides."""
    return {step.exercise: second_last_time.get(step.exercise, Side.LEFT) for step in routine.steps}
