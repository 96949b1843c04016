"""Arithmetic with points and directions, in plain floats: it runs for every frame."""

from math import acos, cos, sin, sqrt

from hiptimer.model.joint import Point

TINY = 1e-9
NEARLY_SAME = 0.9999995
NEARLY_OPPOSITE = -0.9999


def add(a: Point, b: Point) -> Point:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Point, b: Point) -> Point:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Point, factor: float) -> Point:
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(a: Point, direction: Point, length: float) -> Point:
    """The point reached from `a` by going `length` in a direction."""
    return (
        a[0] + direction[0] * length,
        a[1] + direction[1] * length,
        a[2] + direction[2] * length,
    )


def mix(a: Point, b: Point, share: float) -> Point:
    """The point on the line from `a` (share 0) to `b` (share 1)."""
    rest = 1 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)


def dot(a: Point, b: Point) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Point, b: Point) -> Point:
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def norm(a: Point) -> float:
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Point, b: Point) -> float:
    return norm(sub(a, b))


def unit(a: Point) -> Point:
    """The direction of `a`; a direction nobody asked for (upwards) where it has none."""
    length = norm(a)
    return (a[0] / length, a[1] / length, a[2] / length) if length > TINY else (0.0, 1.0, 0.0)


def across(a: Point, axis: Point) -> Point:
    """What is left of `a` at right angles to a direction."""
    return along(a, axis, -dot(a, axis))


def mirrored(a: Point) -> Point:
    return (-a[0], a[1], a[2])


def turned(a: Point, axis: Point, angle: float) -> Point:
    """`a` turned about an axis of length 1, radians."""
    cosine, sine = cos(angle), sin(angle)
    x, y, z = cross(axis, a)
    keep = dot(axis, a) * (1 - cosine)
    return (
        a[0] * cosine + x * sine + axis[0] * keep,
        a[1] * cosine + y * sine + axis[1] * keep,
        a[2] * cosine + z * sine + axis[2] * keep,
    )


class Arc:
    """The way from one direction to another, turning evenly by the shorter way round.

    Opposite directions have no shorter way: then it turns by the front, or from there upwards.
    """

    __slots__ = ("_angle", "_from", "_over_sine", "_to")

    def __init__(self, a: Point, b: Point) -> None:
        cosine = dot(a, b)
        if cosine < NEARLY_OPPOSITE:
            ahead = across((0.0, 0.0, 1.0), a)
            aside = ahead if norm(ahead) > 0.1 else across((0.0, 1.0, 0.0), a)
            b = unit(add(b, scale(unit(aside), 0.02)))
            cosine = dot(a, b)
        self._from = a
        self._to = b
        self._angle = 0.0 if cosine > NEARLY_SAME else acos(cosine)
        self._over_sine = 1 / sin(self._angle) if self._angle else 0.0

    def at(self, share: float) -> Point:
        """A direction of length 1; shares beyond 0 and 1 turn on at the same speed."""
        if not self._angle:
            return self._to if share >= 1 else self._from
        first = sin((1 - share) * self._angle) * self._over_sine
        second = sin(share * self._angle) * self._over_sine
        a, b = self._from, self._to
        return (
            a[0] * first + b[0] * second,
            a[1] * first + b[1] * second,
            a[2] * first + b[2] * second,
        )

    def carry(self, direction: Point, share: float) -> Point:
        """Another direction turned along with the arc from where it begins."""
        if not self._angle:
            return direction
        return turned(direction, unit(cross(self._from, self._to)), share * self._angle)
