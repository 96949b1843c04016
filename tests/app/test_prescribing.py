"""The reader of a physio's lines as the program makes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hiptimer.app.home import Home
from hiptimer.app.languages import NAMES
from hiptimer.app.prescribing import prescription_reader
from hiptimer.model.language import speak, spoken, tr
from hiptimer.paths import paths_under
from hiptimer.ui.prescription.text_box import EXAMPLE


@pytest.fixture(autouse=True)
def same_language_after() -> Iterator[None]:
    before = spoken()
    yield
    speak(before)


@pytest.fixture(params=NAMES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    home = Home(paths_under(tmp_path))
    home.change_settings(language=request.param)
    return Home(paths_under(tmp_path))


def test_lines_of_both_languages_are_read(home: Home) -> None:
    reader = prescription_reader(home)
    for text in ("clamshell 3x10 each side, 5 s hold", "almeja 3x10 cada lado, aguantar 5 s"):
        read = reader.read(text)
        assert [(s.exercise, s.sets, s.reps, s.hold_s) for s in read.steps] == [
            ("clam-basic", 3, 10, 5)
        ]
        assert not read.not_understood


def test_the_example_in_the_box_is_read_to_its_last_word(home: Home) -> None:
    read = prescription_reader(home).read(tr(EXAMPLE))
    assert len(read.steps) == 3
    assert not read.not_understood
