"""The language of the tests shows what was looked up."""

import pytest
from pseudo import Known, Pseudo, not_looked_up, pseudo

from hiptimer.model.language import speak, spoken, tr, tr_n


def test_a_text_is_marked_and_longer_with_its_places() -> None:
    text = "Press Enter to start the routine {name}"
    marked = pseudo(text)
    assert marked.startswith("[Press Enter to start the routine «{name}»")
    assert marked.endswith("]")
    assert len(marked.replace("{name}", "")) >= 1.35 * len(text.replace("{name}", ""))


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("[Start]", []),
        ("Start", ["Start"]),
        ("[Set «1» of «2»]", []),
        ("[Set «first»]", ["first"]),
        ("[Set «[first]»]", []),
        ("[Clamshells], each side", ["each", "side"]),
        ("10 × Clamshell · [each side]", []),
        ("10 × Clamsh…", []),
        ("10 × Clamsh", ["Clamsh"]),
        ("[Starts wi…", []),
        ("[Done by «Clam…", []),
        ('[See <a href="about">there</a>]', []),
        ("7:30 · 12 %", []),
    ],
)
def test_what_was_not_looked_up_is_found(shown: str, words: list[str]) -> None:
    assert not_looked_up(shown, Known(["Clamshell", "shell"])) == words


def test_the_door_speaks_it() -> None:
    before = spoken()
    speak(Pseudo())
    try:
        assert tr("Rest") == "[Rest]"
        assert not_looked_up(tr_n("{n} rep", "{n} reps", 3), Known()) == []
    finally:
        speak(before)
