"""How long a routine takes, measured without laying it out."""

import pytest
from examples import EXERCISES
from hypothesis import given
from hypothesis import strategies as st
from strategies import routines, timings

from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.lengths import Lengths


@given(st.data())
def test_the_length_is_that_of_the_layout(data: st.DataObject) -> None:
    routine, known = data.draw(routines())
    timing = data.draw(timings(known))
    sides = {id_: data.draw(st.sampled_from([Side.LEFT, Side.RIGHT])) for id_ in known}
    laid_out = lay_out(routine, known, timing, sides).seconds
    assert Lengths(known, timing, sides).seconds(routine) == pytest.approx(laid_out, abs=1e-6)


def test_many_sets_and_rounds_are_measured_as_they_are_laid_out() -> None:
    steps = (Step("bridge-hold", sets=4), Step("clam-band", sets=3), Step("clam-basic", sets=3))
    routine = Routine(id="r", name="R", when="", steps=steps, rounds=5, round_rest_s=60)
    timing = Timing(Gaps(), PhraseTable(), {"clam-band": 1.5})
    lengths = Lengths(EXERCISES, timing, {})
    assert lengths.seconds(routine) == pytest.approx(
        lay_out(routine, EXERCISES, timing, {}).seconds, abs=1e-6
    )
