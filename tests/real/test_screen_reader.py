"""The whole way of a workout for somebody who sees nothing: by what is read and announced."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from real.machine import Display
from real.program import running_program, sessions_in, short_routine
from real.reader import ScreenReader, running_reader

from hiptimer.model.session import Place, Rating, Status
from hiptimer.model.side import Side


@pytest.fixture(scope="module")
def heard(display: Display) -> Iterator[tuple[Mapping[str, str], ScreenReader]]:
    with running_reader(display) as heard:
        yield heard


def test_choose_swap_work_out_rate_and_look_back(
    heard: tuple[Mapping[str, str], ScreenReader], tmp_path: Path
) -> None:
    env, reader = heard
    data = short_routine(tmp_path / "data")
    with running_program(env, data):
        _choose_and_swap(reader)
        _work_out(reader)
        _rate(reader)
        _look_back(reader)
    (session,) = sessions_in(data)
    assert session.status is Status.COMPLETE
    assert {s.exercise.id for s in session.sets} == {"clam-high"}
    assert {s.rating for s in session.sets} == {Rating.RIGHT}
    assert [s.reps for s in session.sets] == [2, 1]
    assert session.sets[1].corrected is not None
    assert session.sets[1].corrected.reps == 2
    assert session.effort == 3
    assert [(p.place, p.side, p.score) for p in session.pain] == [(Place.KNEE, Side.LEFT, 4)]
    assert session.note == "The knee said something"
    assert len(session.pauses) == 1


def _choose_and_swap(reader: ScreenReader) -> None:
    reader.find("push button", "Start the routine")
    reader.do("radio button", "Routines")
    reader.select(reader.find("list", "Routines"), "Short one")
    reader.do("push button", "Use Short one for today")
    reader.do("push button", "2 × Clamshell each side. Change this move")
    reader.do("push button", "Level 2, Clamshell, high")
    reader.find("push button", "2 × Clamshell, high each side, changed for this time")
    reader.do("push button", "Start the routine")


def _work_out(reader: ScreenReader) -> None:
    """The first side with a pause in it, the second only in part."""
    told = "Clamshell, high. Lie on your {} side, {} leg on top. 2 reps."
    sides = {"left": "right", "right": "left"}  # the leg that works: the side to lie on
    said = reader.wait_for("Get ready. Clamshell, high.")
    first = next(leg for leg, lies in sides.items() if told.format(lies, leg) in said)
    second = sides[first]
    reader.do("push button", "Start now")
    reader.wait_for(told.format(second, first))
    reader.find("label", "1 of 2")
    reader.do("push button", "Pause")
    reader.wait_for("Paused. Rep 1 starts again. Space: go on.")
    time.sleep(0.4)  # two presses within 300 ms count as one
    reader.do("push button", "Go on")
    reader.wait_for("Going on.")
    reader.find("label", "2 of 2", limit_s=20)
    reader.wait_for(f"Get ready. {told.format(first, second)}")
    reader.do("push button", "Start now")
    reader.find("label", "2 of 2", limit_s=20)
    assert 50 < reader.value(reader.find("progress bar", "Progress of the routine")) < 100
    reader.do("push button", "I stopped here")


def _rate(reader: ScreenReader) -> None:
    reader.wait_for("Done. Go run. Short one")
    reader.do("check box", "Clamshell, high: right")
    reader.do("check box", "Effort 3")
    assert "checked" in reader.find("check box", "Effort 3").states
    reader.do("check box", "Knee")
    reader.do("radio button", "Knee, left")
    reader.do("check box", "Knee, pain 4 of 10")
    reader.wait_for("clinician")
    for button in reader.tree().all():
        if button.role == "push button" and button.name.endswith(": more"):
            last = button
    reader.act(last)
    reader.write(reader.find("text", "Note"), "The knee said something")
    reader.do("push button", "Done")


def _look_back(reader: ScreenReader) -> None:
    reader.do("radio button", "History")
    row = reader.find("list item", "")
    for words in ("Short one", "effort 3", "Pain 4 of 10: knee, left", "The knee said something"):
        assert words in row.name
