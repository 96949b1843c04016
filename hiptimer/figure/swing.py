"""A limb on its way between two keys with nothing to hold its end."""

from math import acos, atan2, cos, pi, sqrt

from hiptimer.figure.key import Key
from hiptimer.figure.vector import Arc, across, along, cross, distance, dot, sub, turned, unit
from hiptimer.model.joint import Joint, Point


class Swing:
    """It turns about its root, bends and twists, all evenly; so it never stretches on the way."""

    def __init__(
        self, a: Key, b: Key, limb: tuple[Joint, Joint, Joint], poles: tuple[Point, Point]
    ) -> None:
        root, middle, end = ([key.joints[joint] for key in (a, b)] for joint in limb)
        chords = [unit(sub(e, r)) for r, e in zip(root, end, strict=True)]
        self._arc = Arc(*chords)
        self._upper = distance(root[0], middle[0])
        self._lower = distance(middle[0], end[0])
        self._bends = tuple(
            acos(max(-1.0, min(1.0, dot(unit(sub(r, m)), unit(sub(e, m))))))
            for r, m, e in zip(root, middle, end, strict=True)
        )
        self._pole, wanted = (
            unit(across(pole, chord)) for pole, chord in zip(poles, chords, strict=True)
        )
        carried = self._arc.carry(self._pole, 1.0)
        self._twist = atan2(dot(cross(carried, wanted), chords[1]), dot(carried, wanted))

    def end(self, share: float, root: Point) -> Point:
        angle = min(self._bends[0] + share * (self._bends[1] - self._bends[0]), pi)
        upper, lower = self._upper, self._lower
        reach = sqrt(upper * upper + lower * lower - 2 * upper * lower * cos(angle))
        return along(root, self._arc.at(share), reach)

    def pole(self, share: float) -> Point:
        carried = self._arc.carry(self._pole, share)
        return turned(carried, self._arc.at(share), share * self._twist)
