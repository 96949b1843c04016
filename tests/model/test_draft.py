"""A routine being made: its laws of undo, and what of it can be saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.model.catalogue import Catalogue, check_file, read_catalogue
from hiptimer.model.draft import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_WHEN,
    MOST_STEPS,
    Changes,
    Draft,
    draft_of,
)
from hiptimer.model.laws import routine_faults
from hiptimer.model.reading import read_routine
from hiptimer.model.routine import Step
from hiptimer.model.writing import write_routine

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE: Catalogue = read_catalogue(ASSETS, None)
EXERCISES = CATALOGUE.exercises
Edit = Callable[[Draft], Draft]

clam, bridge, plank = Step("clam-basic"), Step("bridge-basic", sets=2), Step("side-plank")


def steps() -> st.SearchStrategy[Step]:
    """Steps as the fields of the page can make them: each fits its exercise."""

    def of(exercise_id: str) -> st.SearchStrategy[Step]:
        exercise = EXERCISES[exercise_id]
        is_hold = exercise.is_hold
        none = st.none()
        return st.builds(
            Step,
            exercise=st.just(exercise_id),
            sets=st.integers(1, 20),
            reps=none if is_hold else none | st.integers(1, 200),
            hold_s=none | st.integers(1, 600).map(float) if is_hold else none,
            rest_s=none | st.integers(0, 600).map(float),
        )

    return st.sampled_from(sorted(EXERCISES)).flatmap(of)


def words(most: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=most)


def drafts() -> st.SearchStrategy[Draft]:
    return st.builds(
        Draft,
        name=words(LONGEST_NAME + 2),
        when=words(LONGEST_WHEN + 2),
        note=words(60),
        before_run=st.booleans(),
        rounds=st.integers(1, 20),
        round_rest_s=st.integers(0, 600).map(float),
        steps=st.lists(steps(), max_size=6).map(tuple),
    )


def edits() -> st.SearchStrategy[tuple[Edit, str]]:
    """Any change the page can make, and what it is about."""
    place = st.integers(0, 8)

    def at(change: Callable[[Draft, int], Draft]) -> st.SearchStrategy[Edit]:
        def edit(n: int) -> Edit:
            return lambda d: change(d, n % len(d.steps)) if d.steps else d

        return place.map(edit)

    changes = st.one_of(
        st.tuples(steps(), place).map(lambda a: lambda d: d.with_added(*a)),
        at(lambda d, n: d.without_step(n)),
        at(lambda d, n: d.with_moved(n, len(d.steps) - 1 - n)),
        at(lambda d, n: d.with_doubled(n)),
        at(lambda d, n: d.with_step(n, replace(d.steps[n], sets=d.steps[n].sets % 20 + 1))),
    )
    names = words(5).map(lambda name: lambda d: replace(d, name=name))
    return st.tuples(changes, st.just("")) | st.tuples(names, st.just("name"))


@given(start=drafts(), edits=st.lists(edits(), max_size=12))
def test_taking_everything_back_gives_the_start_and_again_the_end(
    start: Draft, edits: list[tuple[Edit, str]]
) -> None:
    changes = Changes(start)
    for edit, about in edits:
        changes.make(edit(changes.draft), about)
    end = changes.draft
    while changes.can_undo:
        changes.undo()
    assert changes.draft == start
    assert changes.is_saved
    while changes.can_redo:
        changes.redo()
    assert changes.draft == end
    assert changes.is_saved == (end == start)


@given(draft=drafts())
def test_what_lacks_nothing_is_written_and_checked(
    draft: Draft, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if draft.lacks(EXERCISES):
        return
    file = tmp_path_factory.getbasetemp() / "drafted.toml"
    routine = draft.routine("drafted")
    file.write_text(write_routine(routine), encoding="utf-8", newline="")
    assert check_file(file, CATALOGUE) == ()
    assert read_routine(file) == routine


@given(draft=drafts(), place=st.integers(0, 5), to=st.integers(-2, 8))
def test_moving_keeps_the_others_in_order(draft: Draft, place: int, to: int) -> None:
    if place >= len(draft.steps):
        return
    moved = draft.with_moved(place, to)
    at = min(max(to, 0), len(draft.steps) - 1)
    assert moved.steps[at] == draft.steps[place]
    assert moved.without_step(at).steps == draft.without_step(place).steps


@pytest.mark.parametrize("routine_id", sorted(CATALOGUE.routines))
def test_a_built_in_routine_is_unchanged_by_being_opened(routine_id: str) -> None:
    routine = CATALOGUE.routines[routine_id]
    draft = draft_of(routine)
    assert draft.lacks(EXERCISES) == ()
    assert draft.routine(draft.id) == routine


def test_steps_are_added_doubled_and_taken_away() -> None:
    draft = Draft().with_added(clam).with_added(bridge).with_added(plank, 0)
    assert draft.steps == (plank, clam, bridge)
    assert draft.with_doubled(1).steps == (plank, clam, clam, bridge)
    assert draft.without_step(0).steps == (clam, bridge)


def test_there_are_only_so_many_steps() -> None:
    full = Draft(steps=(clam,) * MOST_STEPS)
    assert full.with_added(bridge) == full
    assert full.with_doubled(0) == full


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (Draft(steps=(clam,)), "Give it a name."),
        (Draft(name="  ", steps=(clam,)), "Give it a name."),
        (Draft(name="Hips"), "Add an exercise."),
        (Draft(name="x" * 41, steps=(clam,)), "The name may have up to 40 characters."),
        (Draft(name="a", when="x" * 201, steps=(clam,)), "up to 200 characters."),
        (Draft(name="a", note="x" * (LONGEST_NOTE + 1), steps=(clam,)), "up to 500 characters."),
        (Draft(name="a", steps=(Step("clam-basc"),)), "not here any more: clam-basc."),
        (Draft(name="a", steps=(Step("side-plank", reps=3),)), "is a hold"),
    ],
)
def test_what_is_missing_is_said(draft: Draft, words: str) -> None:
    (said,) = draft.lacks(EXERCISES)
    assert words in said


def test_letters_typed_into_one_field_are_one_change() -> None:
    changes = Changes(Draft())
    for name in ("H", "Hi", "Hips"):
        changes.make(Draft(name=name), "name")
    changes.make(Draft(name="Hips", when="M"), "when")
    assert changes.undo() == Draft(name="Hips")
    assert changes.undo() == Draft()
    assert not changes.can_undo


def test_a_change_after_taking_back_leaves_nothing_to_make_again() -> None:
    changes = Changes(Draft())
    changes.make(Draft(name="a"))
    changes.undo()
    changes.make(Draft(name="b"))
    assert not changes.can_redo
    changes.make(Draft(name="b"))
    assert changes.undo() == Draft()


def test_what_was_saved_has_its_id_in_every_state() -> None:
    changes = Changes(Draft())
    changes.make(Draft(name="a"), "name")
    assert not changes.is_saved
    changes.save("a")
    assert changes.is_saved
    changes.make(replace(changes.draft, name="ab"), "name")
    assert changes.undo() == Draft(id="a", name="a")
    assert changes.is_saved
    assert changes.undo() == Draft(id="a")
    assert not changes.is_saved


def test_a_routine_has_an_end() -> None:
    """All of it is laid out in one go, whenever a page shows how long it takes."""
    many = Draft(name="Many", rounds=8, steps=(Step("clam-basic", sets=20),) * 2)
    assert many.lacks(EXERCISES) == ("A routine may have up to 300 sets in all rounds.",)
    [fault] = routine_faults(many.routine("many"), EXERCISES)
    assert str(fault) == "steps: found 320 sets in all rounds, must be at most 300"
    assert replace(many, rounds=7).lacks(EXERCISES) == ()


def test_a_set_has_an_end() -> None:
    slow = Draft(name="Slow", steps=(Step("bridge-basic", reps=200, tempo_s=(3.0, 2.0, 3.0, 0.0)),))
    assert slow.lacks(EXERCISES) == ("Glute bridge: a set may last up to 20 minutes.",)
    [fault] = routine_faults(slow.routine("slow"), EXERCISES)
    assert str(fault) == "steps[1].reps: found 200, a set may last up to 20 minutes"


def test_a_name_is_kept_in_writing() -> None:
    draft = Draft(name=" a\x00\u202e\nb ", when="\x07", steps=(Step("clam-basic"),))
    assert draft.lacks(EXERCISES) == ()
    assert (draft.routine("x").name, draft.routine("x").when) == ("a b", "")
    assert Draft(name="\x00").lacks(EXERCISES)[0] == "Give it a name."
