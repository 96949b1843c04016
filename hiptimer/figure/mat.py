"""Where the mat lies."""

from hiptimer.figure.motion import Frame
from hiptimer.model.joint import Point
import math

def mat_corners(frame: Frame) -> tuple[Point, ...]:
    x, _, z = frame.centre
    a = math.radians(frame.azimuth)
    l, b = (0.95,0.32) if abs(math.cos(a))>abs(math.sin(a)) else (.32,.95)
    return ((x-l,0,z-b),(x+l,0,z-b),(x+l,0,z+b),(x-l,0,z+b))
