from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from hiptimer.model.language import speak, spoken
from hiptimer.ui.widgets.key_words import key_words


class Spanish(NullTranslations):
    def pgettext(self, context: str, message: str) -> str:
        return {("a key", "Space"): "Espacio"}.get((context, message), message)


@pytest.fixture
def in_spanish() -> Iterator[None]:
    before = spoken()
    speak(Spanish())
    yield
    speak(before)


@pytest.mark.parametrize("key", ["Space", "Enter", "Esc", "←", "S  D"])
def test_keys_have_their_english_names(key: str) -> None:
    assert key_words(key) == key


@pytest.mark.usefixtures("in_spanish")
def test_a_named_key_is_told_in_the_language_of_the_person() -> None:
    assert key_words("Space") == "Espacio"
    assert key_words("E") == "E"
