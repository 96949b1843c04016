"""The figure shows the exercise in hand, whatever takes its place and whenever."""

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from stage import Stage

from hiptimer.figure.motion import Motion
from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import PlayState
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.routine import Routine, Step
from hiptimer.ui.figure.guide import Guide
from hiptimer.workout.layout import Timing

ASSETS = Path(__file__).parents[3] / "assets"
IDS = ("clam-basic", "clam-band", "bridge-basic", "bridge-hold", "band-side-step")
KNOWN = {name: read_exercise(ASSETS / "exercises" / f"{name}.toml") for name in IDS}
ROUTINE = Routine(
    id="r",
    name="R",
    when="",
    steps=tuple(Step(name, sets=2) for name in ("clam-band", "bridge-hold")),
)
COMMANDS = (*IDS, "press", "toggle_pause", "skip", "back", "toggle_my_pace", "slower", "look")


@cache
def motion(name: str) -> Motion:
    return Motion(KNOWN[name], read_poses(ASSETS / "poses" / f"{name}.toml"))


@settings(max_examples=40)
@given(
    st.booleans(),
    st.lists(st.tuples(st.sampled_from(COMMANDS), st.floats(0, 40)), max_size=20),
)
def test_the_figure_is_of_the_exercise_in_hand(
    my_pace: bool, commands: list[tuple[str, float]]
) -> None:
    asked: list[str] = []

    def motion_of(name: str) -> Motion:
        asked.append(name)
        return motion(name)

    guide = Guide(motion_of, is_still=False)
    stage = Stage.of(ROUTINE, KNOWN, Timing(Gaps(), PhraseTable(), {}), my_pace=my_pace)
    show = stage.show
    show.start()
    for command, seconds in commands:
        for share in (0.3, 0.6, 0.1):  # looks in between, as a window has them
            stage.clock.now += seconds * share
            show.look()
            if show.state is PlayState.DONE:
                return
            moment = show.moment()
            assert show.timeline.segments[moment.index] is moment.segment
            frame = guide.frame(moment, show.timeline)
            assert frame is not None
            assert asked[-1] == moment.segment.exercise.id
            ready = motion(asked[-1]).get_ready(0.0, moment.segment.side)
            assert [type(prop) for prop in frame.props] == [type(p) for p in ready.props]
        if command in IDS:
            show.swap(command)
        else:
            getattr(show, command)()
