"""What is painted of a frame, in its place on the screen, and where two such pictures differ."""

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

EDGE = 0.03
"""Metres left free for outlines and the mat's round corners."""
OUTLINE = 0.009
THINNEST_OUTLINE = 0.8
UNSEEN = 0.25
"""Pixels by which all may move before another picture is worth its painting."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`parts` are in the order in which they are painted, far to near, and `areas` what each of
    them covers, with its soft edge.
    """

    frame: Frame
    rect: QRectF
    lens: Lens
    parts: tuple[Part, ...]
    areas: tuple[QRectF, ...]
    shadows: tuple[Fallen, ...]
    outline: float
    """Its breadth in pixels."""


def picture_of(frame: Frame, rect: QRectF) -> Picture:
    """The frame as large as `rect` allows."""
    lens = lens_for(frame, rect)
    parts = parts_of(frame, lens)
    outline = max(OUTLINE * lens.scale, THINNEST_OUTLINE)
    ordered = tuple(parts[place] for place in far_to_near(parts, lens))
    return Picture(
        frame=frame,
        rect=rect,
        lens=lens,
        parts=ordered,
        areas=tuple(_area(part, outline) for part in ordered),
        shadows=fallen(shadow_bones(frame.body.joints, frame.props), lens),
        outline=outline,
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
    area = reach(set(before.shadows) ^ set(after.shadows), after.rect, after.lens)
    for picture in (before, after):
        for part, covered in zip(picture.parts, picture.areas, strict=True):
            if part.name in moved:
                area |= covered
    return area & after.rect


def _area(part: Part, outline: float) -> QRectF:
    area = QRectF()
    for fill in (*part.fills, *part.bare):
        area |= fill.shape.bounds
    edge = outline + 1.0
    return area.adjusted(-edge, -edge, edge, edge)


def _is_same_view(one: Frame, two: Frame) -> bool:
    return (one.azimuth, one.elevation, one.centre, one.half, one.mat, one.working) == (
        two.azimuth,
        two.elevation,
        two.centre,
        two.half,
        two.mat,
        two.working,
    )
