"""Writing a routine and reading it again gives the same routine."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.model.catalogue import read_catalogue, write_routine
from hiptimer.model.plain import without_controls
from hiptimer.model.reading import read_routine
from hiptimer.model.routine import Routine, Step

ASSETS = Path(__file__).parents[2] / "assets"

ids = st.from_regex(r"\A[a-z0-9-]{1,20}\Z")
words = st.text(max_size=60).map(without_controls)
steps = st.builds(
    Step,
    exercise=ids,
    sets=st.integers(1, 20),
    reps=st.none() | st.integers(1, 200),
    tempo_s=st.none() | st.lists(st.floats(0, 60), max_size=5).map(tuple),
    hold_s=st.none() | st.floats(0, 600, exclude_min=True),
    rest_s=st.none() | st.floats(0, 600),
)
routines = st.builds(
    Routine,
    id=ids,
    name=words.map(lambda text: "R" + text[:39]),
    when=words,
    steps=st.lists(steps, min_size=1, max_size=4).map(tuple),
    rounds=st.integers(1, 20),
    round_rest_s=st.floats(0, 600),
    before_run=st.booleans(),
    note=words,
)


def read_again(routine: Routine) -> Routine:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"{routine.id}.toml"
        file.write_text(write_routine(routine), encoding="utf-8", newline="")
        return read_routine(file)


@given(routines)
def test_what_is_written_is_read(routine: Routine) -> None:
    assert read_again(routine) == routine


def test_the_built_in_routines_survive() -> None:
    for routine in read_catalogue(ASSETS, None).routines.values():
        assert read_again(routine) == routine


def test_what_is_not_said_is_not_written() -> None:
    text = write_routine(Routine(id="mine", name="Mine", when="", steps=(Step("clam", reps=3),)))
    assert (
        text == 'id = "mine"\nname = "Mine"\nwhen = ""\n\n[[steps]]\nexercise = "clam"\nreps = 3\n'
    )
