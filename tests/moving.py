"""Every shipped exercise in motion, for tests that hold for all of them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.pose import Pose
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side

ASSETS = Path(__file__).parents[1] / "assets"
IDS = sorted(path.stem for path in (ASSETS / "exercises").glob("*.toml"))
INSTANTS = 50
READY_S = 12.0

Instant = tuple[str, Frame]
"""Where in the motion, for messages, and what is shown."""


@cache
def exercise_of(exercise_id: str) -> Exercise:
    return read_exercise(ASSETS / "exercises" / f"{exercise_id}.toml")


@cache
def poses_of(exercise_id: str) -> dict[str, Pose]:
    return dict(read_poses(ASSETS / "poses" / f"{exercise_id}.toml"))


@cache
def motion_of(exercise_id: str, mirror_front: bool = False) -> Motion:
    return Motion(exercise_of(exercise_id), poses_of(exercise_id), mirror_front=mirror_front)


def phase_instants(exercise_id: str, side: Side, rep: int, count: int) -> Iterator[Instant]:
    motion = motion_of(exercise_id)
    for index, phase in enumerate(exercise_of(exercise_id).phases):
        for step in range(count + 1):
            fraction = step / count
            frame = motion.at_phase(index, fraction, rep, side, fraction * phase.seconds)
            yield f"{phase.name} {fraction:.2f} of rep {rep}", frame


def ready_instants(exercise_id: str, side: Side, count: int) -> Iterator[Instant]:
    motion = motion_of(exercise_id)
    for step in range(count + 1):
        seconds = READY_S * step / count
        yield f"get ready {seconds:.2f} s", motion.get_ready(seconds, side, READY_S)


def turning_instants(exercise_id: str, count: int) -> Iterator[Instant]:
    motion = motion_of(exercise_id)
    for step in range(count + 1):
        fraction = step / count
        yield f"turning {fraction:.2f}", motion.turning(fraction, Side.RIGHT, Side.LEFT)


@cache
def all_instants(exercise_id: str) -> tuple[Instant, ...]:
    """The whole motion with the right side working: two reps, get-ready and turning."""
    instants = [
        *phase_instants(exercise_id, Side.RIGHT, 0, INSTANTS),
        *phase_instants(exercise_id, Side.RIGHT, 1, INSTANTS),
        *ready_instants(exercise_id, Side.RIGHT, INSTANTS),
    ]
    if exercise_of(exercise_id).per_side:
        instants += turning_instants(exercise_id, INSTANTS)
    return tuple(instants)
