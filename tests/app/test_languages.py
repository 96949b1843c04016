"""Which language is spoken."""

import pytest

from hiptimer.app.languages import first_known, language_of, translations


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


def test_words_that_cannot_be_read_are_english(caplog: pytest.LogCaptureFixture) -> None:
    assert translations("xx").gettext("Rest") == "Rest"
    assert "xx" in caplog.text
