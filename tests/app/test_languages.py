"""Which language is spoken."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path

import msgspec
import pytest

from hiptimer import resources
from hiptimer.app.called_names import called_in
from hiptimer.app.home import Home
from hiptimer.app.languages import (
    NAMES,
    SOURCE,
    first_known,
    language_of,
    translations,
)
from hiptimer.app.now import local_now
from hiptimer.app.prescribing import prescription_reader
from hiptimer.audio.synthesiser import VOICES
from hiptimer.model.language import speak
from hiptimer.model.words import joined
from hiptimer.paths import paths_under
from hiptimer.settings import Settings, save_settings

HomeIn = Callable[[str], Home]


@pytest.fixture
def home_in(tmp_path: Path) -> Iterator[HomeIn]:
    """Makes the home of a person who has chosen a language; English is spoken again after it."""

    def make(language: str) -> Home:
        paths = paths_under(tmp_path / language)
        chosen = msgspec.convert({"language": language}, Settings)
        save_settings(paths.settings_file, chosen, now=local_now)
        return Home(paths)

    yield make
    speak(NullTranslations())


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ((), "en"),
        (("es",), "es"),
        (("es_MX",), "es"),
        (("es-419",), "es"),
        (("ca", "es", "en"), "es"),
        (("en_GB", "es"), "en"),
        (("de_DE",), "en"),
    ],
)
def test_the_first_language_we_have_words_for(wanted: tuple[str, ...], language: str) -> None:
    assert first_known(wanted) == language


def test_a_fixed_choice_wins_over_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    assert language_of("system") == "es"
    assert language_of("en") == "en"


def test_the_built_in_names_are_known_in_each_language() -> None:
    assert called_in("es").exercise("clam-basic", "Clamshell") == "Almeja"
    assert called_in("en").exercise("clam-basic", "Almeja") == "Clamshell"


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"[]", b'{"exercises": {"a": 1}}'])
def test_without_the_built_in_names_they_stay_as_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    monkeypatch.setattr(resources, "assets", lambda: tmp_path)
    if content is not None:
        (tmp_path / "names.json").write_bytes(content)
    assert called_in("es").exercise("clam-basic", "Clamshell") == "Clamshell"


@pytest.mark.parametrize("cut", [0, 3, 10, 40, 5000, -1])
@pytest.mark.parametrize("change", ["cut", "garbled"])
def test_broken_words_are_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int, change: str
) -> None:
    whole = resources.asset_bytes("languages/es/hiptimer.mo")
    broken = whole[:cut] if change == "cut" else whole[:cut] + bytes(len(whole) - len(whole[:cut]))
    (tmp_path / "languages" / "es").mkdir(parents=True)
    (tmp_path / "languages" / "es" / "hiptimer.mo").write_bytes(broken)
    monkeypatch.setattr(resources, "assets", lambda: tmp_path)
    assert translations("es").gettext("Rest?") == "Rest?"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("Plancha", "Almeja y Plancha"),
        ("Hidrante", "Almeja e Hidrante"),
        ("isquiotibiales", "Almeja e isquiotibiales"),
        ("hielo", "Almeja y hielo"),
    ],
)
def test_and_is_another_word_before_the_sound_of_i(home_in: HomeIn, last: str, words: str) -> None:
    assert joined(["Clamshell", "Fire hydrant"]) == "Clamshell and Fire hydrant"
    home_in("es")
    assert joined(["Almeja", last]) == words


def test_words_that_cannot_be_read_are_english(caplog: pytest.LogCaptureFixture) -> None:
    assert translations("xx").gettext("Rest") == "Rest"
    assert "xx" in caplog.text


def test_there_is_a_voice_for_every_language() -> None:
    assert VOICES.keys() == NAMES.keys()
    for name in VOICES.values():
        assert (resources.assets() / "voice" / f"{name}.npz").is_file()


@pytest.mark.parametrize("language", [name for name in NAMES if name != SOURCE])
def test_a_home_tells_the_built_in_exercises_in_its_language(
    home_in: HomeIn, language: str
) -> None:
    english = home_in("en")
    home = home_in(language)
    assert home.language == language
    assert home.problems == []
    assert home.catalogue.exercises.keys() == english.catalogue.exercises.keys()
    names = {e.name for e in home.catalogue.exercises.values()}
    assert not names & {e.name for e in english.catalogue.exercises.values()} - {"Bird dog"}
    home.reread_catalogue()
    assert {e.name for e in home.catalogue.exercises.values()} == names


@pytest.mark.parametrize("language", NAMES)
def test_a_home_has_the_voice_of_its_language(home_in: HomeIn, language: str) -> None:
    home = home_in(language)
    assert home.shipped_voice == resources.assets() / "voice" / language
    assert home.own_voice == home.paths.cache / "voice" / language
    is_there = (home.shipped_voice / "manifest.json").is_file()
    assert bool(home.voice.table.seconds_by_phrase) == is_there
    assert home.voice.problems == ()


def test_the_english_voice_says_nothing_in_another_language(home_in: HomeIn) -> None:
    assert "Get ready." in home_in("en").voice.table
    assert "Get ready." not in home_in("es").voice.table


def test_an_english_line_of_a_physio_is_read_in_every_language(home_in: HomeIn) -> None:
    line = "clamshell 3x10 each side, 5 s hold, 30 s rest"
    read = [prescription_reader(home_in(language)).read(line) for language in NAMES]
    assert [step.exercise for step in read[0].steps] == ["clam-basic"]
    assert all(one.steps == read[0].steps and not one.not_understood for one in read)
    spanish = prescription_reader(home_in("es")).read("almeja 3x10")
    assert [step.exercise for step in spanish.steps] == ["clam-basic"]
