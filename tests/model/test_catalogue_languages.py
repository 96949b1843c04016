"""What holds of the texts of the built-in exercises and routines in every language there is."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.exercise import Text
from hiptimer.model.side import Side
from hiptimer.model.words import side_filled

ASSETS = Path(__file__).parents[2] / "assets"
LANGUAGES = sorted(folder.name for folder in (ASSETS / "languages").iterdir() if folder.is_dir())
ENGLISH = read_catalogue(ASSETS, None)
TEXTS = Text.__struct_fields__

each_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def catalogue_in(language: str) -> Catalogue:
    return read_catalogue(ASSETS, None, ASSETS / "languages" / language)


@cache
def tables(language: str, file: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((ASSETS / "languages" / language / file).read_text(encoding="utf-8"))


def legs(says: str) -> set[str]:
    """Which legs a side sentence tells, whatever their gender and capitals."""
    return {place.removesuffix("_m").lower() for place in re.findall(r"{(\w+)}", says)}


def lines(text: Text) -> Iterator[str]:
    yield from (text.name, text.setup, text.setup_says, text.how, text.caution, text.side_says)
    yield from (*text.cues, *text.avoid)


@each_language
def test_every_text_there_is_can_be_used(language: str) -> None:
    assert catalogue_in(language).problems == ()


@each_language
def test_there_are_texts_for_what_is_built_in_and_for_nothing_else(language: str) -> None:
    exercises = tables(language, "exercises.toml")
    assert exercises.keys() - {"words"} == ENGLISH.exercises.keys()
    assert tables(language, "routines.toml").keys() == ENGLISH.routines.keys()


@each_language
@pytest.mark.parametrize("exercise_id", ENGLISH.exercises)
def test_an_exercise_has_each_text_that_its_english_has(language: str, exercise_id: str) -> None:
    english = ENGLISH.exercises[exercise_id].text
    told = catalogue_in(language).exercises[exercise_id].text
    table = tables(language, "exercises.toml")[exercise_id]
    assert {name for name in TEXTS if getattr(english, name)} == table.keys() - {"words"}
    assert (len(told.cues), len(told.avoid)) == (len(english.cues), len(english.avoid))
    assert legs(told.side_says) == legs(english.side_says)
    for side in (Side.LEFT, Side.RIGHT):
        assert not re.search("[{}]", side_filled(told.side_says, side))
    assert all(line == line.strip() for line in lines(told))
    assert not any(re.search("[¡!]", line) for line in lines(told))


@each_language
@pytest.mark.parametrize("exercise_id", ENGLISH.exercises)
def test_every_phase_has_its_word(language: str, exercise_id: str) -> None:
    words = tables(language, "exercises.toml")
    general, own = words["words"], words[exercise_id].get("words", {})
    assert isinstance(own, dict)
    for phase in ENGLISH.exercises[exercise_id].phases:
        assert {phase.name, phase.say} <= {*general, *own}


@each_language
@pytest.mark.parametrize("exercise_id", ENGLISH.exercises)
def test_the_words_are_short_enough_to_read_and_to_say(language: str, exercise_id: str) -> None:
    exercise = catalogue_in(language).exercises[exercise_id]
    text = exercise.text
    assert 3 <= len(text.name) <= 40
    assert len(text.setup) <= 120
    assert len(text.how) <= 140
    assert len(text.caution) <= 130
    assert all(len(cue) <= 50 for cue in text.cues)
    assert all(len(line) <= 60 for line in text.avoid)
    assert all(len(phase.say) <= 24 for phase in exercise.phases)


@each_language
def test_no_two_exercises_or_routines_have_one_name(language: str) -> None:
    catalogue = catalogue_in(language)
    names = [exercise.name for exercise in catalogue.exercises.values()]
    assert len(set(names)) == len(names)
    names = [routine.name for routine in catalogue.routines.values()]
    assert len(set(names)) == len(names)


@each_language
def test_a_routine_has_each_text_that_its_english_has(language: str) -> None:
    for routine_id, table in tables(language, "routines.toml").items():
        english = ENGLISH.routines[routine_id]
        assert {n for n in ("name", "when", "note") if getattr(english, n)} == table.keys()
