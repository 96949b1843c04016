from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.audio.clips import Clip
from hiptimer.audio.errors import AudioError
from hiptimer.audio.lines import Line, clip_name, read_respelt


def test_a_file_is_named_after_its_words() -> None:
    assert clip_name(Line("Lie down, left leg on top."), "hum").startswith(
        "lie-down-left-leg-on-top-"
    )


@pytest.mark.parametrize(
    "other",
    [
        Line("Clamshell!"),
        Line("Clamshell.", given="Clam shell."),
        Line("Clamshell.", speed=1.1),
        Line("Clamshell.", within_s=1.5),
    ],
)
def test_whatever_can_be_heard_gives_another_file(other: Line) -> None:
    assert clip_name(Line("Clamshell."), "hum") != clip_name(other, "hum")
    assert clip_name(other, "hum") != clip_name(other, "drum")


@given(st.text(min_size=1))
def test_every_phrase_has_a_file_name_that_a_manifest_may_list(phrase: str) -> None:
    name = clip_name(Line(phrase), "hum")
    assert len(name) < 70
    assert name.isascii()
    clip = {"phrase": phrase, "file": name, "seconds": 1.0}
    assert msgspec.convert(clip, Clip).file == name


def test_respelt_words_are_what_the_voice_is_given(tmp_path: Path) -> None:
    file = tmp_path / "respelt.toml"
    file.write_text('"In." = "/ɪn./"\n', encoding="utf-8")
    assert read_respelt(file) == {"In.": "/ɪn./"}
    assert Line("In.", "/ɪn./").words == "/ɪn./"
    assert Line("In.").words == "In."


@pytest.mark.parametrize("text", ["no toml", '"In." = 3\n'])
def test_a_broken_list_of_respelt_words_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "respelt.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AudioError, match=r"respelt\.toml"):
        read_respelt(file)


def test_without_a_list_of_respelt_words_none_is_respelt(tmp_path: Path) -> None:
    assert read_respelt(tmp_path / "respelt.toml") == {}
