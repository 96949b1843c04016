"""A head between two ears, and the sound that comes to them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import tr, tr_in
from hiptimer.ui.fonts import bold
from hiptimer.ui.sound_check.face import LISTEN, WAVES, Face
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.shape import paint_box

HEAD = 0.94
"""The head's diameter, as a share of the height."""

OPENING = 26
"""Half the angle of a wave, in degrees."""


class Ears(QWidget):
    """Repaints only when another Face is shown."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = LISTEN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name()

    @property
    def face(self) -> Face:
        return self._face

    @property
    def word(self) -> str:
        """What stands in the head."""
        return tr_in("in the head of the sound check", self._face.word)

    def show_face(self, face: Face) -> None:
        if face == self._face:
            return
        has_other_word = face.word != self._face.word
        self._face = face
        if has_other_word:
            self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(tr("You should hear: {word}", word=self.word))

    def sizeHint(self) -> QSize:
        return QSize(600, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = min(self.height() * HEAD, self.width() * 0.4)
        head = QRectF(0, 0, size, size)
        head.moveCenter(QRectF(self.rect()).center())
        for side, waves in ((-1, self._face.left), (1, self._face.right)):
            self._paint_waves(painter, head, side, waves)
            self._paint_ear(painter, head, side, waves)
        self._paint_head(painter, head)
        self._paint_word(painter, head)

    def _paint_ear(self, painter: QPainter, head: QRectF, side: int, waves: int) -> None:
        width, height = head.width() * 0.16, head.height() * 0.3
        ear = QRectF(0, 0, width, height)
        ear.moveCenter(QPointF(head.center().x() + side * head.width() * 0.5, head.center().y()))
        lit = self._face.wave if waves == WAVES else Tone.TRACK
        paint_box(painter, ear, width / 2, colour(self.palette(), lit))

    def _paint_head(self, painter: QPainter, head: QRectF) -> None:
        line = max(3.0, head.width() * 0.018)
        painter.setPen(QPen(colour(self.palette(), Tone.TRACK), line))
        painter.setBrush(colour(self.palette(), Tone.CARD))
        half = line / 2
        painter.drawEllipse(head.adjusted(half, half, -half, -half))

    def _paint_waves(self, painter: QPainter, head: QRectF, side: int, waves: int) -> None:
        """From the outermost in, as sound comes."""
        thick = head.width() * 0.055
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in range(WAVES):
            is_lit = place >= WAVES - waves
            tone = self._face.wave if is_lit else Tone.TRACK
            pen = QPen(colour(self.palette(), tone), thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            reach = head.width() * (0.72 + 0.17 * place)
            wave = QRectF(0, 0, 2 * reach, 2 * reach)
            wave.moveCenter(head.center())
            middle = 0 if side > 0 else 180
            painter.drawArc(wave, (middle - OPENING) * 16, 2 * OPENING * 16)

    def _paint_word(self, painter: QPainter, head: QRectF) -> None:
        """As large as the head allows; figures larger than words."""
        word = self.word
        size = head.width() * (0.66 if len(word) == 1 else 0.4)
        widest = head.width() * 0.76
        width = QFontMetricsF(bold(round(size))).horizontalAdvance(word)
        painter.setFont(bold(round(min(size, size * widest / width))))
        painter.setPen(QColor(colour(self.palette(), self._face.ink)))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, word)
