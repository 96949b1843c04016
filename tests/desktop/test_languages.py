"""What the system says about languages."""

import pytest

from hiptimer.desktop.languages import system_languages


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, ()),
        ({"LANG": "C.UTF-8"}, ()),
        ({"LANG": "es_MX.UTF-8"}, ("es_MX",)),
        ({"LANG": "es_ES@euro"}, ("es_ES",)),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "es_ES.UTF-8"}, ("es_ES",)),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C", "LANGUAGE": "es"}, ()),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "ca:es"}, ("ca", "es", "de_DE")),
        ({"LANG": "", "LC_ALL": "fr_FR.UTF-8"}, ("fr_FR",)),
    ],
)
def test_on_linux_the_environment_says(environment: dict[str, str], found: tuple[str, ...]) -> None:
    assert system_languages(environment, "linux") == found


def test_a_system_without_an_answer_says_nothing() -> None:
    # There is no `defaults` here to ask.
    assert system_languages({"PATH": ""}, "darwin") == ()
