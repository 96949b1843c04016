"""The body, the camera and the props on their way from one side to the other."""

from collections.abc import Sequence

from hiptimer.figure.between_sides import halfway
from hiptimer.figure.frame import mirrored_joints
from hiptimer.figure.key import Key, mirrored_key
from hiptimer.figure.limb import ease
from hiptimer.figure.path import Path
from hiptimer.figure.placed import PlacedProp, mirrored_prop
from hiptimer.figure.placing import changing_sides, place
from hiptimer.figure.posture import Posture
from hiptimer.figure.vector import mirrored, mix
from hiptimer.model.exercise import Exercise
from hiptimer.model.joint import Joint, Point


class Turning:
    """From the right side's starting pose (fraction 0) to the left's (1)."""

    def __init__(self, exercise: Exercise, start: Key) -> None:
        self._props = exercise.props
        self._azimuth = exercise.camera.azimuth
        self._way = (exercise.start, exercise.start, 0.0)
        self._path = Path([start, *halfway(start, exercise.position), mirrored_key(start)])

    def posture(self, fraction: float) -> Posture:
        return self._path.at(fraction)

    def props(self, joints: dict[Joint, Point], fraction: float) -> tuple[PlacedProp, ...]:
        here = place(self._props, joints, self._way)
        return tuple(
            changing_sides(prop, other, fraction)
            for prop, other in zip(here, self._there(joints), strict=True)
        )

    def _there(self, joints: dict[Joint, Point]) -> Sequence[PlacedProp]:
        """The props where the left side has them, with the body where it is."""
        placed = place(self._props, mirrored_joints(joints), self._way)
        return [mirrored_prop(prop) for prop in placed]

    def azimuth(self, fraction: float) -> float:
        """Degrees; it goes to its mirror image by the shorter way round."""
        shorter = (-2 * self._azimuth + 180) % 360 - 180
        return self._azimuth + ease(fraction) * shorter

    @staticmethod
    def centre(centre: Point, fraction: float) -> Point:
        return mix(centre, mirrored(centre), ease(fraction))
