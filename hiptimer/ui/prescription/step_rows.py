"""The steps as they were understood, as rows of a list."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from hiptimer.model.exercise import Exercise
from hiptimer.model.prescription.prescribed import PrescribedStep
from hiptimer.model.prescription.telling import amount_words_of
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.row_list import RowDelegate
from hiptimer.ui.widgets.rows_model import ROW_ROLE, Index, RowsModel

PICTURE = QSize(72, 48)


class StepRow(msgspec.Struct, frozen=True):
    """One step in words."""

    number: int
    exercise_id: str
    name: str
    amount: str

    @property
    def words(self) -> str:
        return f"{self.number}. {self.name}: {self.amount}"


class StepModel(RowsModel[StepRow]):
    """One row for each step."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self._exercises = exercises

    def words_of(self, row: StepRow) -> str:
        return row.words

    def show_steps(self, steps: tuple[PrescribedStep, ...]) -> None:
        rows = tuple(self._row(number, step) for number, step in enumerate(steps, 1))
        if rows != self.rows:
            self.show_rows(rows)

    def _row(self, number: int, step: PrescribedStep) -> StepRow:
        exercise = self._exercises[step.exercise]
        return StepRow(number, exercise.id, exercise.name, amount_words_of(step, exercise))


class StepDelegate(RowDelegate):
    """Number, name above the amount, and a picture."""

    def __init__(self, album: Album) -> None:
        super().__init__()
        self._album = album

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: StepRow = index.data(ROW_ROLE)
        right = rect.right() - 12 - PICTURE.width()
        ratio = painter.device().devicePixelRatioF()
        picture = self._album.picture(row.exercise_id, PICTURE, ratio)
        if picture is not None:
            painter.drawPixmap(round(right), round(rect.center().y() - 24), picture)
        for words, font, tone, left, top in (
            (str(row.number), semibold(15, tabular=True), Tone.MUTED, 16.0, 21.0),
            (row.name, semibold(16), Tone.INK, 46.0, 11.0),
            (row.amount, regular(14), Tone.MUTED, 46.0, 33.0),
        ):
            place = QRectF(rect.left() + left, rect.top() + top, right - rect.left() - left - 8, 20)
            shown = QFontMetricsF(font).elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.setFont(font)
            painter.setPen(colour(option.palette, tone))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
