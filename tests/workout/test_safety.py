"""When the words «go run» give way."""

import pytest

from hiptimer.model.session import Pain, Place, Sign
from hiptimer.model.side import Side
from hiptimer.workout.safety import advice


def pain(place: Place, score: int) -> Pain:
    return Pain(place, Side.LEFT, score)


@pytest.mark.parametrize(
    ("pains", "signs"),
    [
        ([pain(Place.KNEE, 4)], []),
        ([pain(Place.FRONT_OF_HIP, 1)], []),
        ([], [Sign.LIMPING]),
        ([pain(Place.KNEE, 1)], [Sign.NUMBNESS]),
    ],
)
def test_the_run_is_left(pains: list[Pain], signs: list[Sign]) -> None:
    words = advice(pains, signs)
    assert words is not None
    assert "Leave the run" in words


@pytest.mark.parametrize("pains", [[], [pain(Place.KNEE, 3)], [pain(Place.FRONT_OF_HIP, 0)]])
def test_nothing_speaks_against_the_run(pains: list[Pain]) -> None:
    assert advice(pains, []) is None
