"""The breath of a body that holds still."""

from math import inf, pi, sin

import msgspec

from hiptimer.figure.posture import Posture
from hiptimer.figure.skeleton import LUMBAR, THORAX
from hiptimer.figure.vector import along, cross, unit

BREATH_S = 4.0
RIBS = 0.005
"""Metres the ribs go out and in."""
FADE_S = 1.0


def breathing(posture: Posture, seconds: float, left_s: float = inf) -> Posture:
    """The posture with the ribs a little out or in; hips and neck stay where they are.

    It begins and ends without a breath, `left_s` from now.
    """
    fade = min(1.0, seconds / FADE_S, left_s / FADE_S)
    out = RIBS * fade * sin(2 * pi * seconds / BREATH_S)
    if not out:
        return posture
    ahead = unit(cross(posture.shoulders, posture.thorax))
    return msgspec.structs.replace(
        posture,
        lumbar=unit(along(posture.lumbar, ahead, out / LUMBAR)),
        thorax=unit(along(posture.thorax, ahead, -out / THORAX)),
    )
