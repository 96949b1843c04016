"""The course of the time: when each move of the routine comes and how long it takes."""

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import later, tr, tr_in
from hiptimer.model.time_words import duration_words, short_duration
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.shape import paint_box

PAD = 28.0
HEAD = 32.0
FOOT = 28.0
BAR = 14.0
TITLE = later("How the time goes")
ROOM_FOR_TITLE = 330.0
TICK_SPACE = 68.0
TICK_STEPS_S = (30, 60, 120, 300, 600, 900, 1800, 3600)


class Stretch(msgspec.Struct, frozen=True):
    """Time spent on one step without a break, in seconds; `work` are the parts with movement."""

    start: float
    end: float
    work: tuple[tuple[float, float], ...]


class Lane(msgspec.Struct, frozen=True):
    """One step of the routine and all its stretches, a stretch for each round."""

    name: str
    stretches: tuple[Stretch, ...]

    @property
    def seconds(self) -> float:
        return sum(stretch.end - stretch.start for stretch in self.stretches)


def lanes(timeline: Timeline) -> tuple[Lane, ...]:
    """The steps of a timeline in their order; together their stretches tile it."""
    names: dict[int, str] = {}
    stretches: dict[int, list[Stretch]] = {}
    for step, stretch, name in _stretches(timeline):
        names.setdefault(step, name)
        stretches.setdefault(step, []).append(stretch)
    return tuple(Lane(names[step], tuple(found)) for step, found in stretches.items())


def _stretches(timeline: Timeline) -> Iterator[tuple[int, Stretch, str]]:
    """Step, stretch and name, for each run of segments of one step in one round."""
    segments = timeline.segments
    first = 0
    for index, segment in enumerate(segments):
        follower = segments[index + 1] if index + 1 < len(segments) else None
        if follower and (follower.step, follower.round) == (segment.step, segment.round):
            continue
        run = segments[first : index + 1]
        work = tuple((s.start, s.end) for s in run if s.kind is SegmentKind.WORK)
        yield segment.step, Stretch(run[0].start, segment.end, work), segment.exercise.name
        first = index + 1


class Course(QWidget):
    """The lanes as steps of a stair, on a panel in the colour of the mat."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self._seconds = 0.0
        self._name_font = medium(13)
        self._small_font = regular(12, tabular=True)
        self._head_font = semibold(13)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_timeline(self, timeline: Timeline | None) -> None:
        self._lanes = lanes(timeline) if timeline else ()
        self._seconds = timeline.seconds if timeline else 0.0
        told = ", ".join(f"{lane.name} {duration_words(lane.seconds)}" for lane in self._lanes)
        self.setAccessibleName(tr(TITLE))
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 16, colour(self.palette(), Tone.MAT))
        if not self._lanes or not self._seconds:
            return
        field = QRectF(self.rect()).adjusted(PAD, 24, -PAD, -20)
        self._paint_head(painter, field)
        self._paint_ticks(painter, field)
        height = (field.height() - HEAD - FOOT) / len(self._lanes)
        for index, lane in enumerate(self._lanes):
            top = field.top() + HEAD + index * height
            self._paint_lane(painter, lane, QRectF(field.left(), top, field.width(), height))

    def _paint_head(self, painter: QPainter, field: QRectF) -> None:
        palette = self.palette()
        painter.setFont(self._head_font)
        painter.setPen(colour(palette, Tone.INK))
        line = QRectF(field.left(), field.top(), field.width(), 18)
        if field.width() >= ROOM_FOR_TITLE:
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, tr(TITLE))
        right = line.right()
        for words, fill in (
            (tr_in("what the person does then", "getting ready"), self._quiet()),
            (tr_in("what the person does then", "moving"), colour(palette, Tone.ACCENT)),
        ):
            painter.setFont(self._small_font)
            width = QFontMetricsF(self._small_font).horizontalAdvance(words)
            painter.setPen(colour(palette, Tone.INK))
            place = QRectF(right - width, line.top(), width + 1, line.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            dot = QRectF(place.left() - 16, line.center().y() - 5, 10, 10)
            paint_box(painter, dot, 5, fill)
            right = dot.left() - 16

    def _paint_ticks(self, painter: QPainter, field: QRectF) -> None:
        """Thin upright lines at whole minutes, with their time below."""
        most = field.width() / TICK_SPACE
        step = next((s for s in TICK_STEPS_S if self._seconds / s <= most), TICK_STEPS_S[-1])
        painter.setFont(self._small_font)
        for second in range(0, int(self._seconds) + 1, step):
            left = self._x(second, field)
            line = QRectF(left - 0.5, field.top() + HEAD, 1, field.height() - HEAD - FOOT + 4)
            faint = colour(self.palette(), Tone.INK)
            faint.setAlphaF(0.10)
            paint_box(painter, line, 0, faint)
            painter.setPen(colour(self.palette(), Tone.INK))
            place = QRectF(left - 30, field.bottom() - 18, 60, 18)
            flag = Qt.AlignmentFlag.AlignHCenter
            if second == 0:
                place, flag = QRectF(left, place.top(), 60, 18), Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, flag, short_duration(second))

    def _paint_lane(self, painter: QPainter, lane: Lane, row: QRectF) -> None:
        palette = self.palette()
        top = row.center().y() + (2 if row.height() >= 36 else -BAR / 2)
        for stretch in lane.stretches:
            left, right = self._x(stretch.start, row), self._x(stretch.end, row)
            whole = QRectF(left + 1, top, max(BAR, right - left - 2), BAR)
            paint_box(painter, whole, BAR / 2, self._quiet())
            for start, end in stretch.work:
                first, last = self._x(start, row), self._x(end, row) - 1
                part = QRectF(first, top, max(4.0, last - first), BAR)
                paint_box(painter, part, min(BAR, part.width()) / 2, colour(palette, Tone.ACCENT))
        if row.height() >= 36:
            self._paint_name(painter, lane, QRectF(row.left(), top - 20, row.width(), 18))

    def _paint_name(self, painter: QPainter, lane: Lane, line: QRectF) -> None:
        """Above the first bar; moved to the left where it would leave the panel."""
        length = f"  {short_duration(lane.seconds)}"
        tail = QFontMetricsF(self._small_font).horizontalAdvance(length)
        metrics = QFontMetricsF(self._name_font)
        name = metrics.elidedText(lane.name, Qt.TextElideMode.ElideRight, line.width() - tail)
        width = metrics.horizontalAdvance(name)
        left = min(self._x(lane.stretches[0].start, line) + 2, line.right() - width - tail)
        painter.setPen(colour(self.palette(), Tone.INK))
        painter.setFont(self._name_font)
        painter.drawText(QRectF(left, line.top(), width + 2, 18), 0, name)
        painter.setFont(self._small_font)
        painter.drawText(QRectF(left + width, line.top() + 1, tail + 2, 18), 0, length)

    def _quiet(self) -> QColor:
        """Of the time between: seen on the mat, light or dark, and less than the work."""
        quiet = colour(self.palette(), Tone.MUTED)
        quiet.setAlphaF(0.38)
        return quiet

    def _x(self, second: float, row: QRectF) -> float:
        return row.left() + row.width() * second / self._seconds
