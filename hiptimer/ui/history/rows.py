"""How a session looks as a row of a list: when, which routine, how long, how it ended."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from hiptimer.model.language import tr
from hiptimer.model.past import SessionLine
from hiptimer.model.session import Session, Status
from hiptimer.model.time_words import clock_words, date_words, short_duration
from hiptimer.model.words import number_words, status_words
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.row_list import RowDelegate
from hiptimer.ui.widgets.shape import paint_box, paint_ring

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
TODAY_ROLE = LINE_ROLE + 1
NAME = 182
"""What a name needs for a row to be one line."""
SIDE = 20
# At least: words of another language may ask for more room.
WHEN, LENGTH, EFFORT, ENDING = 116, 50, 66, 104
BESIDE = 6
ICON = 15.0
Index = QModelIndex | QPersistentModelIndex


def when_words(start: datetime, today: date) -> str:
    """Such as "Fri 07:05" for the local time of a session."""
    day, time = date_words(start.date(), today), clock_words(start)
    # L: A day and a time, such as Fri 07:05.
    return tr("{day} {time}", day=day, time=time)


def ending_words(session: Session | SessionLine) -> str:
    """How it ended; a session at another speed is named as the trial it was."""
    words = status_words(session.status)
    if session.speed == 1:
        return words
    # L: {ended} is such as "Complete"; a trial is a workout at another speed than 1.
    return tr("{ended}, trial at {speed}×", ended=words, speed=number_words(session.speed))


class LineDelegate(RowDelegate):
    """One line where there is room, else two: when and how it ended go below."""

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self._icons = icons
        self._is_narrow = False
        # Made once: a list paints many rows in a frame.
        self._plain, self._small = regular(14, tabular=True), regular(13, tabular=True)
        self._figure, self._ending = medium(14, tabular=True), medium(14)
        self._mark, self._name = medium(13, tabular=True), semibold(15)
        self._when_room = max(WHEN, _room(self._plain, _when_samples()))
        self._effort_room = max(EFFORT, _room(self._plain, [_effort(10)]))
        endings = [status_words(status) for status in Status] + [_trial(0.5)]
        self._ending_room = max(ENDING, _room(self._ending, endings))
        around = self._when_room + self._effort_room + self._ending_room + LENGTH
        self._one_line = around + NAME

    def fit(self, width: int) -> bool:
        """Take the width of the list; whether the rows have another height now."""
        was, self._is_narrow = self._is_narrow, width < int(self._one_line)
        return was != self._is_narrow

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 60 if self._is_narrow else 44)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = option.palette, QRectF(option.rect)
        painter.save()
        hair = QRectF(rect.left() + 1, rect.top(), rect.width() - 2, 1)
        painter.fillRect(hair, colour(palette, Tone.LINE))
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            inner = rect.adjusted(6, 3, -6, -2)
            paint_box(painter, inner, 10, colour(palette, Tone.ACCENT_SOFT))
            if is_chosen and state & QStyle.StateFlag.State_HasFocus:
                paint_ring(painter, inner, 10, palette)
        self.paint_row(painter, rect, option, index)
        painter.restore()

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        line = index.data(LINE_ROLE)
        if line is None:
            self._paint_absent(painter, rect, option.palette)
            return
        pen = Pen(painter, option)
        when = when_words(line.started_at, index.data(TODAY_ROLE))
        if self._is_narrow:
            self._paint_two(pen, rect.adjusted(SIDE, 8, -SIDE, -7), line, when)
        else:
            self._paint_one(pen, rect.adjusted(SIDE, 0, -SIDE, 0), line, when)

    def _paint_one(self, pen: "Pen", box: QRectF, line: SessionLine, when: str) -> None:
        right = box.right()
        tail = (
            (ending_short(line), self._ending_room, self._ending, _tone(line)),
            (effort_words(line), self._effort_room, self._plain, Tone.MUTED),
            (_length(line), LENGTH, self._figure, Tone.INK),
        )
        for words, width, font, tone in tail:
            pen.right(QRectF(right - width, box.top(), width, box.height()), words, font, tone)
            right -= width
        pen.left(box, when, self._plain, Tone.MUTED)
        middle = box.adjusted(self._when_room, 0, 0, 0)
        middle.setRight(right)
        middle.setRight(middle.right() - self._paint_pain(pen, middle, line))
        pen.left(middle, line.routine_name, self._name, Tone.INK)

    def _paint_two(self, pen: "Pen", box: QRectF, line: SessionLine, when: str) -> None:
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        lower = upper.translated(0, upper.height())
        pen.right(upper, _length(line), self._figure, Tone.INK)
        rest = upper.adjusted(0, 0, -LENGTH, 0)
        rest.setRight(rest.right() - self._paint_pain(pen, rest, line))
        pen.left(rest, line.routine_name, self._name, Tone.INK)
        ending = ending_short(line)
        pen.right(lower, ending, self._mark, _tone(line))
        facts = " · ".join(part for part in (when, effort_words(line)) if part)
        taken = QFontMetricsF(self._mark).horizontalAdvance(ending) + 2 * BESIDE
        room = lower.adjusted(0, 0, -taken, 0)
        pen.left(room, facts, self._small, Tone.MUTED)

    def _paint_pain(self, pen: "Pen", box: QRectF, line: SessionLine) -> float:
        """A mark with words at the right end of `box`; the room it took."""
        worst = max((pain.score for pain in line.pain), default=0)
        if not worst:
            return 0.0
        font, words = self._mark, tr("pain {score}", score=worst)
        pen.right(box, words, font, Tone.WARNING)
        taken = QFontMetricsF(font).horizontalAdvance(words) + 5 + ICON
        icon = QRectF(box.right() - taken, box.center().y() - ICON / 2, ICON, ICON)
        self._icons.paint(pen.painter, "triangle-alert", icon, pen.colour(Tone.WARNING))
        return taken + 12

    def _paint_absent(self, painter: QPainter, rect: QRectF, palette: QPalette) -> None:
        """A row that is still being read."""
        bar = QRectF(rect.left() + SIDE, rect.center().y() - 5, rect.width() * 0.4, 10)
        paint_box(painter, bar, 5, colour(palette, Tone.CHIP))


class Pen:
    """Writes words of a row. On a tinted row all of them are in the colour of ink."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self.painter = painter
        self._palette: QPalette = option.palette
        tinted = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        self._is_tinted = bool(option.state & tinted)

    def colour(self, tone: Tone) -> QColor:
        return colour(self._palette, Tone.INK if self._is_tinted else tone)

    def left(self, box: QRectF, words: str, font: QFont, tone: Tone) -> None:
        """From the left, ending in "…" where there is no room."""
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._write(box, Qt.AlignmentFlag.AlignLeft, shown, font, tone)

    def right(self, box: QRectF, words: str, font: QFont, tone: Tone) -> None:
        self._write(box, Qt.AlignmentFlag.AlignRight, words, font, tone)

    def _write(
        self, box: QRectF, side: Qt.AlignmentFlag, words: str, font: QFont, tone: Tone
    ) -> None:
        self.painter.setFont(font)
        self.painter.setPen(self.colour(tone))
        self.painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, words)


def ending_short(line: SessionLine) -> str:
    if line.speed == 1:
        return status_words(line.status)
    return _trial(line.speed)


def effort_words(line: SessionLine) -> str:
    """Such as "effort 5", "" where none was said."""
    if line.effort is None:
        return ""
    return _effort(line.effort)


def _trial(speed: float) -> str:
    return tr("Trial at {speed}×", speed=number_words(speed))


def _effort(effort: float) -> str:
    return tr("effort {effort}", effort=number_words(effort))


def _when_samples() -> list[str]:
    """Days and times as long as they come."""
    last = datetime(2028, 12, 31, 20, 0, tzinfo=UTC)
    times = [last - timedelta(days=days) for days in (0, 1, *range(20, 390, 30))]
    return [when_words(time, last.date()) for time in times]


def _room(font: QFont, samples: list[str]) -> float:
    """Pixels for the longest of them and what is beside it."""
    metrics = QFontMetricsF(font)
    return max(metrics.horizontalAdvance(words) for words in samples) + BESIDE


def _length(line: SessionLine) -> str:
    return "" if line.status is Status.RUNNING else short_duration(line.seconds)


def _tone(line: SessionLine) -> Tone:
    """The words say how it ended; the colour only helps."""
    if line.speed != 1:
        return Tone.MUTED
    return Tone.ACCENT if line.status is Status.COMPLETE else Tone.REST
