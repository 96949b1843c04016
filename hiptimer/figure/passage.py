"""The way from one key to the next: pinned points move, contacts stay, joints follow."""

from collections.abc import Mapping

import msgspec

from hiptimer.figure.key import Key, held_contacts
from hiptimer.figure.limb import ArmWay, Demand, LegWay, Reach
from hiptimer.figure.posture import Posture
from hiptimer.figure.skeleton import (
    HALF_HIP,
    HALF_SHOULDER,
    LUMBAR,
    SHOULDERS_BELOW_NECK,
    THORAX,
)
from hiptimer.figure.vector import Arc, add, along, mix, norm, scale, sub, unit
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Contact

ROUNDS = 12
CLOSE = 1e-4
_SHOULDERS = frozenset({Contact.LEFT_SHOULDER, Contact.RIGHT_SHOULDER})
DIRECTIONS = ("lumbar", "thorax", "hips", "shoulders", "head", "face")


class Trunk(msgspec.Struct, frozen=True):
    """Where shoulders and hips are, seen from the pelvis."""

    left_shoulder: Point
    right_shoulder: Point
    left_hip: Point
    right_hip: Point


class Passage:
    """From key `a` (share 0) to key `b` (share 1); beyond them it goes on a little."""

    def __init__(self, a: Key, b: Key) -> None:
        self._arcs = tuple(
            Arc(getattr(a.posture, name), getattr(b.posture, name)) for name in DIRECTIONS
        )
        held = held_contacts(a, b)
        self._from_chest = held >= _SHOULDERS and Contact.PELVIS_BACK not in held
        self._roots = (
            (_chest(a.joints), _chest(b.joints))
            if self._from_chest
            else (a.posture.pelvis, b.posture.pelvis)
        )
        self._left_arm, self._right_arm = ArmWay(a, b, "left"), ArmWay(a, b, "right")
        self._left_leg, self._right_leg = LegWay(a, b, "left"), LegWay(a, b, "right")

    def at(self, share: float) -> Posture:
        lumbar, thorax, hips, shoulders, head, face = (arc.at(share) for arc in self._arcs)
        chest = along(scale(lumbar, LUMBAR), thorax, THORAX - SHOULDERS_BELOW_NECK)
        trunk = Trunk(
            along(chest, shoulders, HALF_SHOULDER),
            along(chest, shoulders, -HALF_SHOULDER),
            scale(hips, HALF_HIP),
            scale(hips, -HALF_HIP),
        )
        root = mix(*self._roots, share)
        pelvis = sub(root, chest) if self._from_chest else self._placed(root, trunk, share)
        return Posture(
            pelvis=pelvis,
            lumbar=lumbar,
            thorax=thorax,
            hips=hips,
            shoulders=shoulders,
            head=head,
            face=face,
            left_arm=self._left_arm.at(share, add(pelvis, trunk.left_shoulder)),
            right_arm=self._right_arm.at(share, add(pelvis, trunk.right_shoulder)),
            left_leg=self._left_leg.at(share, add(pelvis, trunk.left_hip)),
            right_leg=self._right_leg.at(share, add(pelvis, trunk.right_hip)),
        )

    def _placed(self, pelvis: Point, trunk: Trunk, share: float) -> Point:
        """The pelvis put where held hands, knees and feet can keep their place."""
        share = min(max(share, 0.0), 1.0)
        asked = (
            (trunk.left_shoulder, self._left_arm.demand(share)),
            (trunk.right_shoulder, self._right_arm.demand(share)),
            (trunk.left_hip, self._left_leg.demand(share)),
            (trunk.right_hip, self._right_leg.demand(share)),
        )
        demands = [(offset, demand) for offset, demand in asked if demand is not None]
        for _ in range(ROUNDS):
            farthest = 0.0
            for offset, demand in demands:
                pelvis, off = _pulled(pelvis, offset, demand)
                farthest = max(farthest, off)
            if farthest < CLOSE:
                break
        return pelvis


def _chest(joints: Mapping[Joint, Point]) -> Point:
    """The middle between the shoulders."""
    return mix(joints[Joint.SHOULDER_LEFT], joints[Joint.SHOULDER_RIGHT], 0.5)


def _pulled(pelvis: Point, offset: Point, demand: Demand) -> tuple[Point, float]:
    """The pelvis moved so that one demand is met, and how far off it was, metres."""
    centre, length, reach = demand
    away = sub(add(pelvis, offset), centre)
    off = norm(away) - length
    if reach is Reach.AT_MOST and off <= 0:
        return pelvis, 0.0
    return along(pelvis, unit(away), -off), abs(off)
