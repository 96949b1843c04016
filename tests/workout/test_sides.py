"""Which side goes first."""

from examples import ROUTINE

from hiptimer.model.side import Side
from hiptimer.workout.sides import first_sides


def test_the_side_that_went_second_goes_first_and_a_new_one_starts_left() -> None:
    sides = first_sides(ROUTINE, {"clam-basic": Side.RIGHT, "elsewhere": Side.RIGHT})
    assert sides["clam-basic"] is Side.RIGHT
    assert sides["bridge-basic"] is Side.LEFT
    assert "elsewhere" not in sides
