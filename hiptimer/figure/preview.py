"""What is shown while a person gets ready, and when: stillness, then a slow preview."""

from collections.abc import Sequence

import msgspec

from hiptimer.figure.course import BEGINS_AT_START
from hiptimer.model.exercise import Exercise, Phase

STILL_S = 2.0
ENTER_S = 1.5
SLOWER = 1.4
"""How much slower than the reps themselves a preview is, where there is time."""
HURRIED = 0.6
"""The share of the reps' own seconds below which no preview is begun."""
LONGEST_HOLD_S = 1.5
SHORTEST_S = 0.5


class Stage(msgspec.Struct, frozen=True):
    """Part `part` of the preview, `fraction` of it over. `part` is -1 before it begins."""

    part: int
    fraction: float


def preview_parts(exercise: Exercise) -> tuple[tuple[int, float], ...]:
    """The phases of one preview, and their seconds; what ends elsewhere is taken back."""
    parts = tuple((index, _part_s(phase)) for index, phase in enumerate(exercise.phases))
    return parts + parts[::-1] if exercise.motion in BEGINS_AT_START else parts


def _part_s(phase: Phase) -> float:
    if phase.from_pose != phase.to_pose:
        return max(phase.seconds, SHORTEST_S)
    return min(max(phase.seconds, SHORTEST_S), LONGEST_HOLD_S)


class Preview:
    """The timetable of a get-ready. `parts_s` are the seconds of one preview's parts."""

    def __init__(self, parts_s: Sequence[float], enter_s: float) -> None:
        self._parts_s = tuple(parts_s)
        self._once_s = sum(parts_s)
        self._enter_s = enter_s

    def stage(self, seconds: float, total: float | None) -> Stage:
        """Where a get-ready of `total` seconds is; without it, it never ends."""
        still_s, enter_s, once_s = self._plan(total)
        if total is not None and seconds >= total:
            return Stage(-1, 1.0)
        if seconds <= still_s:
            return Stage(-1, 0.0)
        if seconds < still_s + enter_s:
            return Stage(-1, (seconds - still_s) / enter_s)
        if once_s <= 0:
            return Stage(-1, 1.0)
        left = ((seconds - still_s - enter_s) % once_s) * self._once_s / once_s
        for part, part_s in enumerate(self._parts_s):
            if left < part_s:
                return Stage(part, left / part_s)
            left -= part_s
        return Stage(-1, 1.0)

    def _plan(self, total: float | None) -> tuple[float, float, float]:
        """Seconds of stillness, of getting into place, and of one preview (0 for none)."""
        slow_s = self._once_s * SLOWER
        if total is None:
            return STILL_S, self._enter_s, slow_s
        free_s = total - STILL_S - self._enter_s
        if free_s < self._once_s * HURRIED:
            enter_s = min(self._enter_s, total)
            return total - enter_s, enter_s, 0.0
        times = max(1, int(free_s / slow_s))
        once_s = min(slow_s, free_s / times)
        return total - self._enter_s - times * once_s, self._enter_s, once_s
