import msgspec
import pytest
from examples import EXERCISES, ROUTINE
from plans import timeline

from hiptimer.audio.chapters import chapters_of
from hiptimer.model.routine import Routine, Step
from hiptimer.model.timeline import SegmentKind


def test_one_a_set_and_side_named_by_what_is_done() -> None:
    names = [chapter.name for chapter in chapters_of(timeline(ROUTINE))]
    assert names == ["Glute bridge", "Glute bridge hold", "Clamshell · left", "Clamshell · right"]


def test_sets_and_rounds_are_named_where_there_are_several() -> None:
    routine = Routine(
        id="r", name="R", when="", steps=(Step("clam-basic", sets=2, reps=2),), rounds=2
    )
    names = [chapter.name for chapter in chapters_of(timeline(routine))]
    assert names[:3] == [
        "Clamshell · left · set 1 of 2 · round 1 of 2",
        "Clamshell · right · set 1 of 2 · round 1 of 2",
        "Clamshell · left · set 2 of 2 · round 1 of 2",
    ]
    assert len(names) == len(set(names)) == 8


@pytest.mark.parametrize("rest_s", [0, 90])
def test_they_begin_with_the_get_readies_the_first_with_the_file(rest_s: float) -> None:
    steps = tuple(msgspec.structs.replace(s, sets=2, rest_s=rest_s) for s in ROUTINE.steps)
    laid_out = timeline(msgspec.structs.replace(ROUTINE, steps=steps))
    starts = [chapter.start for chapter in chapters_of(laid_out)]
    assert starts == [s.start for s in laid_out.segments if s.kind is SegmentKind.GET_READY]
    assert starts[0] == 0
    assert len(starts) == len(laid_out.work) == 2 * (2 + 2)
    assert EXERCISES["clam-basic"].per_side
