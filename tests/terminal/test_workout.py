"""The workout in text: what is printed, and what the keys do."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from stage import Stage

from hiptimer.model.moment import PlayState
from hiptimer.model.routine import Step
from hiptimer.model.session import Status
from hiptimer.terminal.workout import TextWorkout


class Keys:
    """A keyboard on which time passes between presses."""

    def __init__(self, stage: Stage, presses: dict[float, str]) -> None:
        self._stage = stage
        self._presses = sorted(presses.items())
        self._start = stage.clock.now

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return

    def read(self, timeout_s: float) -> str | None:
        self._stage.clock.now += timeout_s
        if self._presses and self._stage.clock.now - self._start >= self._presses[0][0]:
            return self._presses.pop(0)[1]
        return None


class Volume:
    def __init__(self) -> None:
        self.percent = 80

    def change(self, steps: int) -> str:
        self.percent += 10 * steps
        return f"Volume {self.percent} %"

    def toggle_mute(self) -> str:
        return "Sound off"


class Broken(io.StringIO):
    """A pipe whose reader goes away after some lines."""

    def write(self, text: str) -> int:
        if self.getvalue().count("\n") >= 3:
            raise BrokenPipeError
        return super().write(text)


def run(
    *steps: Step,
    presses: dict[float, str] | None = None,
    out: io.StringIO | None = None,
    stops: Iterator[bool] | None = None,
    is_live: bool = False,
    has_keys: bool = True,
    looks: list[PlayState] | None = None,
) -> tuple[int, list[str], Stage]:
    stage = Stage(*steps)
    out = out or io.StringIO()
    if isinstance(stops, Sleeping):
        stops.stage = stage
    workout = TextWorkout(
        stage.show,
        out=out,
        keyboard=Keys(stage, presses or {}),
        is_live=is_live,
        has_keys=has_keys,
        loudness=Volume(),
        local_now=lambda: datetime(2026, 3, 1, 7, 30, tzinfo=UTC),
        stop_asked=lambda: next(stops, False) if stops else False,
        on_look=_not_watched if looks is None else looks.append,
    )
    code = workout.run()
    return code, out.getvalue().splitlines(), stage


def _not_watched(_state: PlayState) -> None:
    """Nobody asks what the workout does."""


def test_whoever_keeps_the_screen_on_is_told_what_it_does() -> None:
    looks: list[PlayState] = []
    run(Step("bridge-basic", reps=1), presses={3.0: "space", 9.0: "space"}, looks=looks)
    assert list(dict.fromkeys(looks)) == [PlayState.RUNNING, PlayState.PAUSED, PlayState.DONE]
    assert looks.index(PlayState.PAUSED) < len(looks) - looks[::-1].index(PlayState.RUNNING)


def test_a_whole_workout_reads_like_a_script() -> None:
    code, lines, stage = run(Step("bridge-basic", reps=2), Step("clam-basic", reps=1))
    assert code == 0
    assert lines == [
        "R · 48 s · done at 07:30",
        "Get ready 12 s · Glute bridge",
        "Glute bridge · 2 reps",
        "Get ready 8 s · Clamshell (Lie on your right side, left leg on top)",
        "Clamshell (Lie on your right side, left leg on top) · 1 rep",
        "Get ready 8 s · Clamshell (Lie on your left side, right leg on top)",
        "Clamshell (Lie on your left side, right leg on top) · 1 rep",
        "Done",
    ]
    assert stage.paper.session is not None
    assert stage.paper.session.status is Status.COMPLETE


class Sleeping(Iterator[bool]):
    """Asked with every look whether to stop; the machine is suspended before one of them."""

    def __init__(self, look: int) -> None:
        self.look = look
        self.stage: Stage | None = None

    def __next__(self) -> bool:
        self.look -= 1
        if self.look == 0 and self.stage is not None:
            self.stage.clock.sleep(3600)
        return False


def test_without_keys_it_goes_on_by_itself_after_a_suspend() -> None:
    sleeping = Sleeping(look=280)
    _, lines, stage = run(Step("bridge-basic", reps=2), stops=sleeping, has_keys=False)
    assert lines[2:] == ["Glute bridge · 2 reps", "Paused", "Going on in 3 s", "Done"]
    assert stage.done() == [("bridge-basic", "both", 1, 2, None, "done")]


def test_keys_pause_skip_and_stop() -> None:
    presses = {3.0: "right", 5.0: "space", 30.0: "space", 40.0: "down", 42: "escape", 43: "escape"}
    code, lines, stage = run(Step("bridge-basic", reps=9), Step("bridge-hold"), presses=presses)
    assert code == 130
    assert [line for line in lines if "Get ready" not in line][1:] == [
        "Glute bridge · 9 reps",
        "Paused",
        "Going on in 3 s",
        "Esc again: stop and keep. Space: go on.",
        "Paused",
        "Stopped",
    ]
    assert stage.paper.session is not None
    assert stage.paper.session.status is Status.STOPPED
    assert stage.paper.sets[(1, 1)].reps == 1
    assert len(stage.paper.pauses) == 2


def test_another_key_after_escape_takes_the_question_back() -> None:
    presses = {2.0: "escape", 3.0: "space", 4.0: "escape", 5.0: "space"}
    code, _, stage = run(Step("bridge-basic", reps=1), presses=presses)
    assert code == 0
    assert stage.paper.session is not None
    assert stage.paper.session.status is Status.COMPLETE


def test_volume_and_help_are_answered() -> None:
    _, lines, _ = run(Step("bridge-basic", reps=1), presses={1: "=", 2: "m", 3: "?"})
    assert "Volume 90 %" in lines
    assert "Sound off" in lines
    assert any(line.startswith("Space pause") for line in lines)


def test_without_an_easier_one_half_is_offered_and_done() -> None:
    presses = {13.0: "e", 14.0: "h"}
    _, lines, stage = run(Step("clam-basic", reps=4), presses=presses)
    assert any("There is no easier one" in line for line in lines)
    assert [s.reps for s in stage.paper.sets.values()] == [2, 2]


def test_the_easier_one_is_taken() -> None:
    _, lines, _ = run(Step("clam-band", reps=2), presses={21.0: "e"})
    assert any(line.startswith("Clamshell (") for line in lines)


def test_a_wish_to_stop_from_outside_stops_and_keeps() -> None:
    asked = iter([False] * 400 + [True])
    code, lines, stage = run(Step("bridge-basic", reps=9), stops=asked)
    assert code == 130
    assert lines[-1] == "Stopped"
    assert stage.paper.sets[(1, 1)].reps == 1


def test_a_reader_that_goes_away_stops_it() -> None:
    code, _, stage = run(Step("bridge-basic", reps=9), Step("bridge-hold"), out=Broken())
    assert code == 130
    assert stage.paper.session is not None
    assert stage.paper.session.status is Status.STOPPED


def test_the_live_line_says_what_to_do_and_what_is_left() -> None:
    _, lines, _ = run(Step("bridge-basic", reps=2), is_live=True)
    text = "\n".join(lines)
    assert "Get ready 12: Glute bridge" in text
    assert "Glute bridge: 2 of 2 lower" in text
    assert "left · done at 07:30" in text


def test_what_is_saved_is_said_once() -> None:
    stage, out = Stage(Step("bridge-basic")), io.StringIO()
    workout = TextWorkout(
        stage.show,
        out=out,
        keyboard=Keys(stage, {}),
        is_live=False,
        has_keys=True,
        loudness=Volume(),
        local_now=lambda: datetime(2026, 3, 1, tzinfo=UTC),
        stop_asked=lambda: False,
        on_look=_not_watched,
    )
    workout.tell_saved(1, 1, 0, None)
    workout.tell_saved(1, 1, 1, None)
    workout.tell_saved(1, 1, 1, None)
    workout.tell_saved(2, 1, None, 30.0)
    assert out.getvalue() == "  saved: 1 rep\n  saved: 30 s held\n"


def test_at_my_pace_space_is_the_next_rep_and_the_live_line_says_so() -> None:
    presses = {1.0: "p", 20.0: "space", 30.0: "page down"}
    code, printed, stage = run(Step("bridge-basic", reps=2), presses=presses, is_live=True)
    assert code == 0
    assert any("My pace. Space: next rep." in line for line in printed)
    assert any("1 of 2 Space: go on" in line for line in printed)
    assert any("about" in line for line in printed)
    assert stage.done() == [("bridge-basic", "both", 1, 2, None, "done")]
    assert 29 < stage.clock.now - 1000 < 31
