"""What the system says went wrong is handed on, in the person's language where it is known."""

import errno
import os
from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from hiptimer.model.language import speak, spoken
from hiptimer.model.reasons import SAID, reason_of


class Shouting(NullTranslations):
    """Knows what is marked for the translators."""

    def gettext(self, message: str) -> str:
        return message.upper() if message in SAID else message


@pytest.fixture(autouse=True)
def shouting() -> Iterator[None]:
    before = spoken()
    speak(Shouting())
    yield
    speak(before)


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_what_is_met_most_is_translated(number: int) -> None:
    said = os.strerror(number)
    assert reason_of(OSError(number, said, "file")) == said.upper()


def test_what_is_not_known_stays_as_the_system_says_it() -> None:
    assert reason_of(OSError(errno.EDOM, "Quite {unheard} of")) == "Quite {unheard} of"


def test_without_words_of_the_system_there_are_those_of_the_error() -> None:
    assert reason_of(OSError("odd")) == "odd"
    assert reason_of(OSError()) == ""
