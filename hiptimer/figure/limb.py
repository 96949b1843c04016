"""One arm or leg on its way between two keys: held, stepping, sliding or swinging freely."""

from enum import Enum, auto
from math import pi, sin

from hiptimer.figure.key import Key, held_contacts
from hiptimer.figure.posture import Arm, Leg
from hiptimer.figure.skeleton import (
    ANKLE_ABOVE_SOLE,
    FOOT,
    FOREARM,
    HAND,
    HEEL_BEHIND_ANKLE,
    SHANK,
    THIGH,
    UPPER_ARM,
)
from hiptimer.figure.swing import Swing
from hiptimer.figure.vector import Arc, across, along, distance, mix, sub, unit
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Contact

LOWEST_STEP = 0.05
STEP_PER_METRE = 0.12
OVER_AN_EDGE = 0.6
GIVE = 0.001
"""Metres a swinging sole may be below the floor: poses are given to the millimetre."""
LOWEST_WRIST = 0.015
LANDING = 0.03
"""How much higher than needed a swinging foot goes on its way to or from the floor, metres."""


class Way(Enum):
    """How the end of a limb goes from one key to the next."""

    HELD = auto()
    STEPPING = auto()
    SLIDING = auto()
    SWINGING = auto()


class Reach(Enum):
    """What a limb asks of the joint it hangs from."""

    EXACTLY = auto()
    AT_MOST = auto()


Demand = tuple[Point, float, Reach]
"""A point, how far the hip or shoulder must or may be from it, and which of the two."""


def ease(share: float) -> float:
    """Smooth in and out."""
    return share * share * (3 - 2 * share) if 0 < share < 1 else min(max(share, 0.0), 1.0)


def step_height(a: Point, b: Point) -> float:
    """How high a foot is lifted on its way, metres; more where it steps up or down an edge."""
    return max(LOWEST_STEP, STEP_PER_METRE * distance(a, b)) + OVER_AN_EDGE * abs(a[1] - b[1])


class ArmWay:
    """An arm between two keys."""

    def __init__(self, a: Key, b: Key, side: str) -> None:
        shoulder, elbow = Joint(f"shoulder_{side}"), Joint(f"elbow_{side}")
        wrist = Joint(f"wrist_{side}")
        one = a.posture.left_arm if side == "left" else a.posture.right_arm
        two = b.posture.left_arm if side == "left" else b.posture.right_arm
        held = held_contacts(a, b)
        self._on_forearm = Contact(f"{side}-forearm") in held
        hand = Contact(f"{side}-hand")
        if self._on_forearm or hand in held:
            self.way = Way.HELD
        elif hand in a.touches and hand in b.touches:
            self.way = Way.SLIDING
        else:
            self.way = Way.SWINGING
        self._swing = Swing(a, b, (shoulder, elbow, wrist), (one.pole, two.pole))
        self._pole = Arc(one.pole, two.pole)
        self._hand = Arc(one.hand, two.hand)
        self._wrists = (a.joints[wrist], b.joints[wrist])
        self._elbows = (a.joints[elbow], b.joints[elbow])

    def demand(self, share: float) -> Demand | None:
        if self._on_forearm:
            return (mix(*self._elbows, share), UPPER_ARM, Reach.EXACTLY)
        if self.way is Way.HELD:
            return (mix(*self._wrists, share), UPPER_ARM + FOREARM, Reach.AT_MOST)
        return None

    def at(self, share: float, shoulder: Point) -> Arm:
        share = _within(self.way, share)
        hand = self._hand.at(share)
        if self._on_forearm:
            pole = sub(mix(*self._elbows, share), shoulder)
            return Arm(mix(*self._wrists, share), pole, hand)
        if self.way is not Way.SWINGING:
            return Arm(mix(*self._wrists, share), self._pole.at(share), hand)
        wrist = self._swing.end(share, shoulder)
        lowest = min(wrist[1] - LOWEST_WRIST, wrist[1] + HAND * hand[1])
        up = (wrist[0], wrist[1] + max(0.0, -lowest), wrist[2])
        return Arm(up, self._swing.pole(share), hand)


class LegWay:
    """A leg between two keys."""

    def __init__(self, a: Key, b: Key, side: str) -> None:
        hip, knee, ankle = Joint(f"hip_{side}"), Joint(f"knee_{side}"), Joint(f"ankle_{side}")
        one = a.posture.left_leg if side == "left" else a.posture.right_leg
        two = b.posture.left_leg if side == "left" else b.posture.right_leg
        held = held_contacts(a, b)
        self._on_knee = Contact(f"{side}-knee") in held
        self._on_shin = self._on_knee and Contact(f"{side}-shin") in held
        self._pivot = _pivot(held, side)
        self.way = self._choose(a, b, side)
        self._lands = _on_foot(a, side) is not _on_foot(b, side)
        self._swing = Swing(a, b, (hip, knee, ankle), (one.pole, two.pole))
        self._shank = Arc(*(unit(sub(key.joints[ankle], key.joints[knee])) for key in (a, b)))
        self._pole = Arc(one.pole, two.pole)
        self._forward = Arc(one.forward, two.forward)
        self._up = Arc(one.up, two.up)
        self._knees = (a.joints[knee], b.joints[knee])
        self._ankles = (a.joints[ankle], b.joints[ankle])
        pivot = ankle if self._pivot is None else Joint(f"{self._pivot}_{side}")
        self._pivots = (a.joints[pivot], b.joints[pivot])

    def _choose(self, a: Key, b: Key, side: str) -> Way:
        if self._on_knee or self._pivot is not None:
            return Way.HELD
        if Contact(f"{side}-foot-side") in a.touches & b.touches:
            return Way.SLIDING
        return Way.STEPPING if _on_foot(a, side) and _on_foot(b, side) else Way.SWINGING

    def demand(self, share: float) -> Demand | None:
        if self._on_knee:
            return (mix(*self._knees, share), THIGH, Reach.EXACTLY)
        if self.way is Way.SWINGING:
            return None
        forward, up = self._foot(share)
        return (self._ankle(share, forward, up), THIGH + SHANK, Reach.AT_MOST)

    def at(self, share: float, hip: Point) -> Leg:
        share = _within(self.way, share)
        forward, up = self._foot(share)
        if self._on_knee:
            return self._kneeling(share, hip, forward, up)
        if self.way is not Way.SWINGING:
            return Leg(self._ankle(share, forward, up), self._pole.at(share), forward, up)
        ankle = self._swing.end(share, hip)
        if self._lands:
            ankle = along(ankle, (0.0, 1.0, 0.0), LANDING * max(sin(pi * share), 0.0))
        return Leg(_above_floor(ankle, forward, up), self._swing.pole(share), forward, up)

    def _kneeling(self, share: float, hip: Point, forward: Point, up: Point) -> Leg:
        knee = mix(*self._knees, share)
        if self._on_shin:
            ankle = mix(*self._ankles, share)
        else:
            ankle = along(knee, self._shank.at(share), SHANK)
        return Leg(ankle, sub(knee, hip), forward, up)

    def _foot(self, share: float) -> tuple[Point, Point]:
        forward = self._forward.at(share)
        return forward, unit(across(self._up.at(share), forward))

    def _ankle(self, share: float, forward: Point, up: Point) -> Point:
        if self.way is Way.STEPPING:
            return _stepped(*self._ankles, share)
        if self.way is Way.SLIDING or self._pivot in {None, "ankle"}:
            return mix(*self._ankles, share)
        pivot = mix(*self._pivots, share)
        back = HEEL_BEHIND_ANKLE if self._pivot == "heel" else HEEL_BEHIND_ANKLE - FOOT
        return along(along(pivot, forward, back), up, ANKLE_ABOVE_SOLE)


def _within(way: Way, share: float) -> float:
    """What swings may swing on a little beyond the keys; what touches something may not."""
    return share if way is Way.SWINGING else min(max(share, 0.0), 1.0)


def _pivot(held: frozenset[Contact], side: str) -> str | None:
    """The part of a held foot that stays exactly where it is."""
    for part, joint in (("ball", "toe"), ("heel", "heel"), ("foot-side", "ankle")):
        if Contact(f"{side}-{part}") in held:
            return joint
    return None


def _on_foot(key: Key, side: str) -> bool:
    return any(Contact(f"{side}-{part}") in key.touches for part in ("sole", "ball", "heel"))


def _stepped(a: Point, b: Point, share: float) -> Point:
    x, y, z = mix(a, b, ease(share))
    return (x, y + step_height(a, b) * sin(pi * min(max(share, 0.0), 1.0)), z)


def _above_floor(ankle: Point, forward: Point, up: Point) -> Point:
    sole = along(ankle, up, -ANKLE_ABOVE_SOLE)
    heel = sole[1] - HEEL_BEHIND_ANKLE * forward[1]
    toe = sole[1] + (FOOT - HEEL_BEHIND_ANKLE) * forward[1]
    lowest = min(heel, toe)
    return (ankle[0], ankle[1] + max(0.0, -GIVE - lowest), ankle[2])
