"""The words that prescriptions are read with."""

from pathlib import Path

import pytest

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.fault import CatalogueError
from hiptimer.model.prescription.reading import Reader
from hiptimer.model.prescription.vocabulary import classes, read_vocabulary

ASSETS = Path(__file__).parents[2] / "assets"
FILE = ASSETS / "prescriptions" / "en.toml"
EXERCISES = read_catalogue(ASSETS, None).exercises
VOCABULARY = read_vocabulary(FILE)
READER = Reader(EXERCISES, VOCABULARY)
NAMES = [(id_, name) for id_, names in VOCABULARY.names.items() for name in names]


def test_names_are_of_exercises_that_exist() -> None:
    assert {*VOCABULARY.names} <= {*EXERCISES}


def test_every_exercise_has_other_names() -> None:
    assert {*VOCABULARY.names} == {*EXERCISES}


@pytest.mark.parametrize(("exercise", "name"), NAMES)
def test_a_name_is_of_one_exercise_only(exercise: str, name: str) -> None:
    for text in (f"{name} 2 sets", f"{name.title()}: sets 2"):
        read = READER.read(text)
        assert [step.exercise for step in read.steps] == [exercise], read
        assert not read.not_understood


def test_no_form_stands_for_two_things() -> None:
    for group in (VOCABULARY.amounts, VOCABULARY.sides, VOCABULARY.notes):
        forms = [form for form, _ in classes(group)]
        assert sorted(forms) == sorted({*forms})
    alike = [form for forms in VOCABULARY.alike.values() for form in forms]
    assert sorted(alike) == sorted({*alike})
    parts = [form for forms in VOCABULARY.parts.values() for form in forms]
    assert sorted(parts) == sorted({*parts})


def test_all_words_are_in_small_letters() -> None:
    text = FILE.read_text(encoding="utf-8")
    written = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in written if line != line.lower()] == []


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "en.toml"
    broken.write_text(FILE.read_text(encoding="utf-8").replace("[numbers]", "[number]"))
    with pytest.raises(CatalogueError, match="number"):
        read_vocabulary(broken)
