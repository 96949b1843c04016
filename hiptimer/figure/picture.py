"""What is painted of a frame, in its place on the screen, and where two such pictures differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from hiptimer.figure.body_parts import body_parts
from hiptimer.figure.frame import Frame
from hiptimer.figure.lens import Lens
from hiptimer.figure.order import far_to_near
from hiptimer.figure.part import Part
from hiptimer.figure.prop_parts import prop_parts
from hiptimer.figure.shadow import Fallen, fallen, reach
from hiptimer.figure.shadow_bones import shadow_bones
from hiptimer.figure.shapes import Shape

EDGE = 0.03
"""Metres left free for outlines and the mat's round corners."""
OUTLINE = 0.009
THINNEST_OUTLINE = 0.8
UNSEEN = 0.25
"""Pixels by which all may move before another picture is worth its painting."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`parts` are in the order in which they are painted, far to near."""

    frame: Frame
    rect: QRectF
    lens: Lens
    parts: tuple[Part, ...]
    shadows: tuple[Fallen, ...]

    @property
    def outline(self) -> float:
        """Pixels."""
        return max(OUTLINE * self.lens.scale, THINNEST_OUTLINE)


def picture_of(frame: Frame, rect: QRectF) -> Picture:
    """The frame as large as `rect` allows."""
    lens = lens_for(frame, rect)
    parts = parts_of(frame, lens)
    return Picture(
        frame,
        rect,
        lens,
        tuple(parts[place] for place in far_to_near(parts, lens)),
        fallen(shadow_bones(frame.body.joints, frame.props), lens),
    )


def lens_for(frame: Frame, rect: QRectF) -> Lens:
    """A lens that shows all of the frame as large as `rect` allows."""
    across, upright = frame.half[0] + EDGE, frame.half[1] + EDGE
    scale = min(rect.width() / (2 * across), rect.height() / (2 * upright))
    middle = (rect.center().x(), rect.center().y())
    return Lens(frame.azimuth, frame.elevation, frame.centre, scale, middle)


def parts_of(frame: Frame, lens: Lens) -> list[Part]:
    """Body and props, in no order."""
    joints = frame.body.joints
    return [*body_parts(joints, frame.working, lens), *prop_parts(frame.props, joints, lens)]


def is_worth_painting(frame: Frame, shown: Picture) -> bool:
    """Whether the difference to what is shown could be seen."""
    before = shown.frame
    if not _is_same_view(frame, before) or frame.props != before.props:
        return True
    joints = before.body.joints
    unseen = UNSEEN / shown.lens.scale
    return any(
        abs(now - then) > unseen
        for joint, place in frame.body.joints.items()
        for now, then in zip(place, joints[joint], strict=True)
    )


def difference(before: Picture, after: Picture) -> QRectF:
    """What must be painted again when one picture takes the other's place; null for nothing."""
    if before.rect != after.rect or not _is_same_view(before.frame, after.frame):
        return after.rect
    old = {part.name: part for part in before.parts}
    new = {part.name: part for part in after.parts}
    moved = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    if [name for name in old if name not in moved] != [name for name in new if name not in moved]:
        return after.rect
    area = QRectF()
    for picture in (before, after):
        for part in picture.parts:
            if part.name in moved:
                area |= bounds(part, picture.outline)
    for shadow in set(before.shadows) ^ set(after.shadows):
        area |= reach(shadow, after.rect, after.lens)
    return area & after.rect


def bounds(part: Part, outline: float) -> QRectF:
    """All that it covers, with its soft edge."""
    area = QRectF()
    for shape in _shapes(part):
        area |= shape.bounds
    edge = outline + 1.0
    return area.adjusted(-edge, -edge, edge, edge)


def _shapes(part: Part) -> Iterator[Shape]:
    yield from (fill.shape for fill in part.fills)
    yield from (fill.shape for fill in part.bare)


def _is_same_view(one: Frame, two: Frame) -> bool:
    return (one.azimuth, one.elevation, one.centre, one.half, one.mat, one.working) == (
        two.azimuth,
        two.elevation,
        two.centre,
        two.half,
        two.mat,
        two.working,
    )
