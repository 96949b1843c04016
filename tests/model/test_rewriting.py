"""A routine written into the text it had before keeps what the person wrote around it."""

import tomllib

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.model.rewriting import rewrite_routine
from hiptimer.model.routine import Routine, Step
from hiptimer.model.writing import write_routine

TEXT = """\
# For Monday.
id = "mine"
name = "Mine"  # as Ana calls it
when = ""
rounds = 1

# Slow at first.
[[steps]]
exercise = "bridge"
reps = 10  # the physio said so
tempo_s = [
    1, 2,  # up
    2, 0,
]
# not on the bed

# --- second half ---

# the left one is the weak one
[[steps]]
exercise = "clam"
reps = 8

[[steps]]
exercise = "plank"
hold_s = 20

# That is all.
"""
MINE = msgspec.convert(tomllib.loads(TEXT), Routine)
BRIDGE, CLAM, PLANK = MINE.steps


def read(text: str) -> Routine:
    return msgspec.convert(tomllib.loads(text), Routine)


def test_what_did_not_change_is_not_touched() -> None:
    assert rewrite_routine(MINE, TEXT) == TEXT


def test_a_changed_amount_changes_its_line_alone() -> None:
    changed = replace(MINE, steps=(replace(BRIDGE, reps=12), CLAM, PLANK))
    assert rewrite_routine(changed, TEXT) == TEXT.replace("reps = 10  #", "reps = 12  #")


def test_a_changed_name_keeps_the_comment_behind_it() -> None:
    text = rewrite_routine(replace(MINE, name="Ours", before_run=False), TEXT)
    assert 'name = "Ours"  # as Ana calls it' in text
    assert read(text) == replace(MINE, name="Ours", before_run=False)


def test_comments_go_with_their_step() -> None:
    text = rewrite_routine(replace(MINE, steps=(PLANK, CLAM, BRIDGE)), TEXT)
    plank, clam, bridge = (text.index(f'"{name}"') for name in ("plank", "clam", "bridge"))
    assert plank < text.index("# --- second half") < text.index("# the left one") < clam
    assert clam < text.index("# Slow at first.") < bridge < text.index("# not on the bed")
    assert text.startswith("# For Monday.")
    assert text.endswith("# That is all.\n")


def test_a_step_that_is_gone_takes_its_comments_along() -> None:
    text = rewrite_routine(replace(MINE, steps=(BRIDGE, PLANK)), TEXT)
    assert "the left one" not in text
    assert "# Slow at first." in text
    assert read(text).steps == (BRIDGE, PLANK)


def test_another_exercise_at_the_same_place_keeps_the_comment() -> None:
    text = rewrite_routine(replace(MINE, steps=(BRIDGE, Step("clam-band"), PLANK)), TEXT)
    assert '# the left one is the weak one\n[[steps]]\nexercise = "clam-band"\n' in text
    assert read(text).steps[1] == Step("clam-band")


def test_what_is_as_usual_again_is_not_said() -> None:
    text = rewrite_routine(replace(MINE, steps=(Step("bridge"), CLAM, PLANK)), TEXT)
    assert "tempo_s" not in text
    assert read(text).steps[0] == Step("bridge")


def test_other_forms_are_written_anew() -> None:
    inline = 'id = "mine"\nname = "Mine"\nwhen = ""\nsteps = [{exercise = "clam"}]\n'
    for before in ("", "no = [toml", 'steps = "three"', inline, 'x = """\n[[steps]]\n"""\n'):
        assert rewrite_routine(MINE, before) == write_routine(MINE)


ids = st.sampled_from(("bridge", "clam", "plank", "lunge"))
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30)
amounts = st.floats(0.1, 600).map(lambda seconds: round(seconds, 2))
steps = st.builds(
    Step,
    exercise=ids,
    sets=st.integers(1, 20),
    reps=st.none() | st.integers(1, 200),
    tempo_s=st.none() | st.lists(st.sampled_from((0.0, 0.5, 1.0, 2.0)), max_size=4).map(tuple),
    hold_s=st.none() | amounts,
    rest_s=st.none() | amounts,
)
routines = st.builds(
    Routine,
    id=st.just("mine"),
    name=words.map(lambda text: f"R{text}"),
    when=words,
    steps=st.lists(steps, min_size=1, max_size=5).map(tuple),
    rounds=st.integers(1, 20),
    round_rest_s=amounts,
    before_run=st.booleans(),
    note=words,
)


@settings(max_examples=15)
@given(routines, routines, routines)
def test_it_is_read_as_it_is_whatever_was_there(
    first: Routine, then: Routine, now: Routine
) -> None:
    once = rewrite_routine(then, write_routine(first))
    assert read(once) == then
    assert read(rewrite_routine(now, once)) == now


@settings(max_examples=15)
@given(routines)
def test_a_person_s_text_is_read_as_it_is(routine: Routine) -> None:
    text = rewrite_routine(routine, TEXT)
    assert read(text) == routine
    assert text.startswith("# For Monday.")
    assert text.endswith("# That is all.\n")
