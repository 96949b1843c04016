"""Whatever is changed of a routine being made can be taken back; whatever is saved is good."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.model.catalogue import check_file, read_catalogue
from hiptimer.model.draft import MOST_STEPS, Changes, Draft, draft_of
from hiptimer.model.reading import read_routine
from hiptimer.model.routine import Step
from hiptimer.model.writing import write_routine

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = read_catalogue(ASSETS, None)
EXERCISES = CATALOGUE.exercises
Edit = Callable[[Draft], Draft]


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """As the fields of a step give them: within their limits, and of the kind of the exercise."""
    exercise = EXERCISES[draw(st.sampled_from(sorted(EXERCISES)))]
    seconds = st.none() | st.sampled_from((0.0, 5.0, 12.5, 600.0))
    step = Step(exercise.id, sets=draw(st.integers(1, 20)), rest_s=draw(seconds))
    if exercise.is_hold:
        return replace(step, hold_s=draw(st.none() | st.sampled_from((1.0, 20.0, 600.0))))
    tempo = st.tuples(*[st.sampled_from((0.0, 0.5, 2.0, 60.0))] * len(exercise.phases))
    return replace(
        step,
        reps=draw(st.none() | st.integers(1, 200)),
        tempo_s=draw(st.none() | tempo.filter(any)),
    )


place = st.integers(0, MOST_STEPS)
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30)


def added(step: Step, at: int) -> Edit:
    return lambda draft: draft.with_added(step, at)


def put(step: Step, at: int) -> Edit:
    return on_a_step(at, lambda draft, n: draft.with_step(n, step))


def moved(at: int, to: int) -> Edit:
    return on_a_step(at, lambda draft, n: draft.with_moved(n, to))


def on_a_step(at: int, edit: Callable[[Draft, int], Draft]) -> Edit:
    return lambda draft: edit(draft, at % len(draft.steps)) if draft.steps else draft


def field(name: str, value: object) -> Edit:
    return lambda draft: replace(draft, **{name: value})


fields = st.one_of(
    st.builds(field, st.sampled_from(("name", "when", "note")), words),
    st.builds(field, st.just("before_run"), st.booleans()),
    st.builds(field, st.just("rounds"), st.integers(1, 20)),
    st.builds(field, st.just("round_rest_s"), st.sampled_from((0.0, 7.5, 600.0))),
)
edits = st.one_of(
    st.builds(added, steps(), place),
    st.builds(put, steps(), place),
    st.builds(moved, place, place),
    st.builds(on_a_step, place, st.just(Draft.without_step)),
    st.builds(on_a_step, place, st.just(Draft.with_doubled)),
    fields,
)
begun = st.sampled_from((Draft(), *(draft_of(r) for r in CATALOGUE.routines.values())))


@settings(max_examples=50)
@given(begun, st.lists(st.tuples(edits, st.sampled_from(("", "name", "note"))), max_size=25))
def test_undone_it_is_the_start_and_redone_the_end(
    start: Draft, made: list[tuple[Edit, str]]
) -> None:
    changes = Changes(start)
    for edit, about in made:
        changes.make(edit(changes.draft), about)
    end = changes.draft
    passed = [end]
    while changes.can_undo:
        passed.append(changes.undo())
    assert changes.draft == start
    assert changes.is_saved
    assert changes.undo() == start
    for state in reversed(passed[:-1]):
        assert changes.can_redo
        assert changes.redo() == state
    assert changes.redo() == end
    assert not changes.can_redo


@settings(max_examples=50, deadline=None)
@given(begun, st.lists(edits, max_size=15))
def test_what_lacks_nothing_is_a_good_file(start: Draft, made: list[Edit]) -> None:
    draft = start
    for edit in made:
        draft = edit(draft)
    lacks = draft.lacks(EXERCISES)
    assert bool(lacks) == (not draft.name.strip() or not draft.steps)
    if lacks:
        return
    routine = draft.routine("mine")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "mine.toml"
        file.write_text(write_routine(routine), encoding="utf-8", newline="")
        assert check_file(file, CATALOGUE) == ()
        assert read_routine(file) == routine


@pytest.mark.parametrize("routine_id", sorted(CATALOGUE.routines))
def test_a_routine_comes_back_from_its_draft(routine_id: str) -> None:
    routine = CATALOGUE.routines[routine_id]
    assert draft_of(routine).routine(routine_id) == routine


@given(st.lists(st.integers(), min_size=1, max_size=6, unique=True), place, place)
def test_a_move_keeps_the_order_of_the_others(reps: list[int], at: int, to: int) -> None:
    draft = Draft(steps=tuple(Step("clam-basic", reps=n) for n in reps))
    n = at % len(reps)
    moved_to = draft.with_moved(n, to).steps
    assert moved_to.index(draft.steps[n]) == min(to, len(reps) - 1)
    others = [step for step in draft.steps if step != draft.steps[n]]
    assert [step for step in moved_to if step != draft.steps[n]] == others


def test_letters_typed_into_one_field_are_one_change() -> None:
    changes = Changes(Draft(name="Hip"))
    for name in ("Hips", "Hips ", "Hips on"):
        changes.make(replace(changes.draft, name=name), "name")
    changes.make(replace(changes.draft, note="x"), "note")
    changes.make(replace(changes.draft, name="Hips on M"), "name")
    names = [changes.undo().name, changes.undo().name, changes.undo().name]
    assert names == ["Hips on", "Hips on", "Hip"]
    assert not changes.can_undo


def test_typing_goes_on_as_a_change_of_its_own_after_undo_and_after_saving() -> None:
    changes = Changes(Draft())
    changes.make(Draft(name="A"), "name")
    changes.make(Draft(name="AB"), "name")
    changes.save("ab")
    assert changes.is_saved
    changes.make(replace(changes.draft, name="ABC"), "name")
    assert not changes.is_saved
    assert changes.undo() == Draft(id="ab", name="AB")
    assert changes.is_saved
    changes.make(replace(changes.draft, name="ABD"), "name")
    assert changes.undo().name == "AB"
    # The id is no change to be taken back: what was saved stays that routine.
    assert changes.undo() == Draft(id="ab")


def test_another_change_forgets_what_was_taken_back() -> None:
    changes = Changes(Draft())
    changes.make(Draft(name="A"))
    changes.undo()
    changes.make(Draft(name="B"))
    assert not changes.can_redo
    assert changes.undo() == Draft()


def test_what_is_missing_is_said_in_words() -> None:
    assert Draft().lacks(EXERCISES) == ("Give it a name.", "Add an exercise.")
    long = Draft(name="n" * 41, when="w" * 201, note="o" * 501, steps=(Step("clam-basic"),))
    assert long.lacks(EXERCISES) == (
        "The name may have up to 40 characters.",
        "When to do it may have up to 200 characters.",
        "The note may have up to 500 characters.",
    )
    (unknown,) = Draft(name="A", steps=(Step("clam-basik"),)).lacks(EXERCISES)
    assert "clam-basic" in unknown


def test_there_are_only_so_many_steps() -> None:
    full = Draft(steps=(Step("clam-basic"),) * MOST_STEPS)
    assert full.with_added(Step("clam-basic")) == full
    assert full.with_doubled(3) == full
