"""What the recogniser is told may be said; listening itself needs `make voice ARGS=--check`."""

from hearing import exchanged, kinds

from hiptimer.model.catalogue import read_catalogue
from hiptimer.resources import assets
from hiptimer.workout.speech import COUNTS, phrases_of

CATALOGUE = read_catalogue(assets(), None)


def test_every_phrase_is_listened_to_once() -> None:
    listened = [phrase for kind in kinds(CATALOGUE) for phrase in kind.phrases]
    said = phrases_of(CATALOGUE.exercises.values(), CATALOGUE.routines.values())
    assert sorted(listened) == sorted(said)


def test_counts_are_heard_against_counts_alone() -> None:
    (counts,) = (kind for kind in kinds(CATALOGUE) if kind.name == "counts")
    assert counts.phrases == COUNTS
    assert counts.decoys == ()


def test_a_side_is_heard_against_every_other_left_and_right() -> None:
    assert set(exchanged("Lie on your right side, left leg on top.")) == {
        f"lie on your {below} side, {above} leg on top."
        for below in ("left", "right")
        for above in ("left", "right")
    }


def test_a_phrase_without_sides_has_no_other() -> None:
    assert list(exchanged("Lift.")) == []
    assert list(exchanged("Upright and bright.")) == []
