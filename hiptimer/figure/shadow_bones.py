"""What throws a shadow: the limbs, the trunk, the head and the props that stand on the floor."""

from collections.abc import Iterable, Iterator

from hiptimer.figure.limb_parts import Points
from hiptimer.figure.placed import PlacedBall, PlacedBlock, PlacedProp
from hiptimer.figure.shadow import Bone
from hiptimer.model.joint import Joint

LIMBS = (
    ("hip", "knee", 0.075),
    ("knee", "ankle", 0.05),
    ("heel", "toe", 0.035),
    ("shoulder", "elbow", 0.05),
    ("elbow", "hand", 0.035),
)
TRUNK = (
    (Joint.PELVIS, Joint.MID_SPINE, 0.12),
    (Joint.MID_SPINE, Joint.NECK, 0.13),
    (Joint.HIP_LEFT, Joint.HIP_RIGHT, 0.09),
    (Joint.SHOULDER_LEFT, Joint.SHOULDER_RIGHT, 0.08),
    (Joint.HEAD, Joint.HEAD, 0.1),
)


def shadow_bones(points: Points, props: Iterable[PlacedProp]) -> Iterator[Bone]:
    """Each with its ends and thickness, metres."""
    for side in ("left", "right"):
        for start, end, radius in LIMBS:
            yield points[Joint(f"{start}_{side}")], points[Joint(f"{end}_{side}")], radius
    for one, two, radius in TRUNK:
        yield points[one], points[two], radius
    for prop in props:
        if isinstance(prop, PlacedBall):
            yield prop.centre, prop.centre, prop.radius * 0.8
        elif isinstance(prop, PlacedBlock):
            yield from _under_block(prop)


def _under_block(block: PlacedBlock) -> Iterator[Bone]:
    """Strips along the longer side, as broad as they are apart."""
    (x0, y0, z0), (x1, _, z1) = block.low, block.high
    half = min(x1 - x0, z1 - z0) / 4
    for share in (0.25, 0.75):
        if x1 - x0 > z1 - z0:
            z = z0 + share * (z1 - z0)
            yield (x0 + half, y0, z), (x1 - half, y0, z), half
        else:
            x = x0 + share * (x1 - x0)
            yield (x, y0, z0 + half), (x, y0, z1 - half), half
