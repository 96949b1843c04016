"""Two postures that are nearly the same, mixed into one."""

from hiptimer.figure.posture import Arm, Leg, Posture
from hiptimer.figure.vector import mix, unit
from hiptimer.model.joint import Point


def blended(a: Posture, b: Posture, share: float) -> Posture:
    """`a` for share 0, `b` for share 1."""
    return Posture(
        pelvis=mix(a.pelvis, b.pelvis, share),
        lumbar=_turned(a.lumbar, b.lumbar, share),
        thorax=_turned(a.thorax, b.thorax, share),
        hips=_turned(a.hips, b.hips, share),
        shoulders=_turned(a.shoulders, b.shoulders, share),
        head=_turned(a.head, b.head, share),
        face=_turned(a.face, b.face, share),
        left_arm=_arm(a.left_arm, b.left_arm, share),
        right_arm=_arm(a.right_arm, b.right_arm, share),
        left_leg=_leg(a.left_leg, b.left_leg, share),
        right_leg=_leg(a.right_leg, b.right_leg, share),
    )


def _arm(a: Arm, b: Arm, share: float) -> Arm:
    return Arm(
        mix(a.wrist, b.wrist, share), mix(a.pole, b.pole, share), _turned(a.hand, b.hand, share)
    )


def _leg(a: Leg, b: Leg, share: float) -> Leg:
    return Leg(
        mix(a.ankle, b.ankle, share),
        mix(a.pole, b.pole, share),
        _turned(a.forward, b.forward, share),
        _turned(a.up, b.up, share),
    )


def _turned(a: Point, b: Point, share: float) -> Point:
    return unit(mix(a, b, share))
