"""A routine that was being made when the program was ended."""

from pathlib import Path

import pytest

from hiptimer.app.unsaved import Unsaved
from hiptimer.model.draft import Draft
from hiptimer.model.routine import Step

HALF = Draft(id="hips", name=" Half", rounds=2, steps=(Step("clam-basic", tempo_s=(1.0, 0.5)),))


def test_it_is_kept_and_forgotten(tmp_path: Path) -> None:
    unsaved = Unsaved(tmp_path / "state" / "unsaved.json")
    assert unsaved.read() is None
    unsaved.keep(HALF)
    assert unsaved.read() == HALF
    unsaved.forget()
    unsaved.forget()
    assert unsaved.read() is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"steps": [{}]}', b"\xff", b"[" * 9_999])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "unsaved.json"
    file.write_bytes(content)
    assert Unsaved(file).read() is None


def test_a_place_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    unsaved = Unsaved(tmp_path / "state" / "unsaved.json")
    unsaved.keep(HALF)
    assert unsaved.read() is None
    unsaved.forget()
