"""The courses of an exercise: its phases, and how it is entered, as paths between its poses."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hiptimer.figure.key import Key, moved
from hiptimer.figure.path import Path
from hiptimer.figure.vector import scale
from hiptimer.model.exercise import Exercise, Motion, Phase

BEGINS_AT_START = (Motion.PENDULUM, Motion.WALK)
"""Motions whose first rep sets out from the starting pose itself."""

Way = tuple[str, str, float]
"""Between which two poses, by name, and how far from the first to the second."""


class Course(msgspec.Struct, frozen=True):
    """A path and the names of the poses it goes through."""

    path: Path
    names: tuple[str, ...]

    def way(self, fraction: float) -> Way:
        index, share = self.path.place(fraction)
        return (self.names[index], self.names[index + 1], share)

    def instants(self, count: int) -> Iterator[float]:
        """`count` steps that show all of it; one is enough where it stands still."""
        return (step / count for step in range(1 if self.path.stands_still else count + 1))


class Courses(msgspec.Struct, frozen=True):
    """`first` is the first phase of the first rep; `enter` leads to it from the starting pose."""

    phases: tuple[Course, ...]
    first: Course
    enter: Course | None

    def of(self, phase: int, rep: int) -> Course:
        return self.first if phase == 0 and rep == 0 else self.phases[phase]

    def all(self) -> tuple[Course, ...]:
        entered = () if self.enter is None else (self.enter,)
        return (*entered, self.first, *self.phases)


def courses_of(exercise: Exercise, keys: Mapping[str, Key]) -> Courses:
    phases = tuple(_course(phase, keys) for phase in exercise.phases)
    first = phases[0]
    if exercise.motion in BEGINS_AT_START:
        phase = exercise.phases[0]
        through = tuple(name for name in phase.through if name != exercise.start)
        first = _along((exercise.start, *through, phase.to_pose), keys)
        phases = (_again(phase, keys, exercise), *phases[1:])
    enter = None
    if exercise.start != first.names[0]:
        enter = _along((exercise.start, first.names[0]), keys)
    return Courses(phases, first, enter)


def _again(phase: Phase, keys: Mapping[str, Key], exercise: Exercise) -> Course:
    """The first phase of a later rep; in a walk it begins where the rep before ended."""
    names = (phase.from_pose, *phase.through, phase.to_pose)
    begin = moved(keys[names[0]], scale(exercise.travel, -1))
    return Course(Path([begin, *(keys[name] for name in names[1:])]), names)


def _course(phase: Phase, keys: Mapping[str, Key]) -> Course:
    return _along((phase.from_pose, *phase.through, phase.to_pose), keys)


def _along(names: Sequence[str], keys: Mapping[str, Key]) -> Course:
    return Course(Path([keys[name] for name in names]), tuple(names))
