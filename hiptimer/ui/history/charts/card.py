"""The card of the charts: a choice, the chart that was chosen, and its numbers in words."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.model.past import Felt, StoryPoint, Trained, WeekTotal
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.history.charts.balance import balance_chart
from hiptimer.ui.history.charts.chart import Chart
from hiptimer.ui.history.charts.felt import felt_chart
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.charts.legend import Legend
from hiptimer.ui.history.charts.periods import range_words
from hiptimer.ui.history.charts.saving import Picture, PictureError
from hiptimer.ui.history.charts.story import story_chart
from hiptimer.ui.history.charts.tabs import Tabs
from hiptimer.ui.history.charts.trained import trained_chart
from hiptimer.ui.history.charts.view import NOWHERE
from hiptimer.ui.history.charts.views import Views, new_view
from hiptimer.ui.history.charts.weeks import weeks_chart
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.shape import RING_SPACE

SIDE = 20
ONE_LINE_FROM = 860
NOT_IN_FILES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class ChartCard(Card):
    """Shows what it is given; asks for what it lacks with `needed`, which carries a ChartKind.

    Begin with `set_range`; each kind of chart but the story is then asked for when it is first
    looked at. `exercise_wished` carries the id of an exercise whose story is to be shown.
    """

    needed = Signal(object)
    exercise_wished = Signal(str)

    def __init__(self, paper: QPalette, pictures: Path, parent: QWidget | None = None) -> None:
        """`paper` are the colours of saved pictures, `pictures` where saving begins to look."""
        super().__init__(parent=parent)
        self._paper = paper
        self._pictures = pictures
        self._range: tuple[date, date] | None = None
        self._charts: dict[ChartKind, Chart] = {ChartKind.STORY: story_chart("", ())}
        self._kind = ChartKind.WEEKS
        self.tabs = Tabs()
        self.title = ElidedLabel("", semibold(18))
        self.save_button = Button(tr("Save picture"), Look.QUIET, size=13)
        self.legend = Legend()
        self.views = Views()
        self.readout = Label("", regular(14), Tone.MUTED, wraps=True)
        self._lay_out()
        self.tabs.chosen.connect(self._choose)
        self.views.pointed.connect(self._say)
        self.views.entered.connect(self._enter)
        self.save_button.clicked.connect(self._ask_where)
        self._show()

    @property
    def kind(self) -> ChartKind:
        """The chart that is looked at."""
        return self._kind

    def set_range(self, first: date, last: date) -> None:
        """Look at another range, both days included, or at the same after something changed."""
        self._range = (first, last)
        self._charts = {ChartKind.STORY: self._charts[ChartKind.STORY]}
        self._choose(self._kind)

    def show_weeks(self, weeks: Sequence[WeekTotal], goal: int) -> None:
        """`weeks` without gaps, the last of them this week; `goal` in sessions a week."""
        today = self._range[1] if self._range else None
        self._take(ChartKind.WEEKS, weeks_chart(weeks, goal, today))

    def show_trained(self, exercises: Sequence[Trained], muscles: Sequence[Trained]) -> None:
        for kind, trained in ((ChartKind.EXERCISES, exercises), (ChartKind.MUSCLES, muscles)):
            self._take(kind, trained_chart(kind, trained, self._dates))

    def show_balance(self, exercises: Sequence[Trained]) -> None:
        self._take(ChartKind.BALANCE, balance_chart(exercises, self._dates))

    def show_felt(self, felt: Sequence[Felt]) -> None:
        """`felt` in order of time."""
        self._take(ChartKind.FELT, felt_chart(felt, self._range))

    def show_story(self, name: str, points: Sequence[StoryPoint]) -> None:
        """Turn to the story of the exercise `name`; `points` in order of time."""
        self._charts[ChartKind.STORY] = story_chart(name, points)
        has_focus = self.views.hasFocus() or self.views.isAncestorOf(self.focusWidget() or self)
        self.tabs.choose(ChartKind.STORY)
        self._show()
        if has_focus and self.views.view is not None:
            self.views.view.setFocus()

    def save_picture(self, file: Path) -> None:
        """Write the present chart, as SVG or else PNG by the ending of `file`; say how it went."""
        chart = self._charts[self._kind]
        view = new_view(self._kind)
        view.show_chart(chart)
        try:
            Picture(chart, view, self._paper).save(file)
        except PictureError as error:
            self._tell(str(error))
        else:
            self._tell(tr("Saved as {file}.", file=file.name))
        view.deleteLater()

    @property
    def _dates(self) -> str:
        return range_words(*self._range) if self._range else ""

    @property
    def _file_name(self) -> str:
        """Such as "Glute bridge, its story 2026-11-22.png"."""
        last = f" {self._range[1]}" if self._range else ""
        title = self._charts[self._kind].heading.title.replace(":", ",")
        # Exercises of one's own may have any name, files may not.
        return f"{NOT_IN_FILES.sub('-', title)}{last}.png"

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.save_button)
        # Its words, not its ring, end where the chart does.
        head.addSpacing(-round(RING_SPACE))
        self.readout.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, SIDE, 12)
        column.setSpacing(4)
        column.addWidget(self.tabs)
        column.addLayout(head)
        column.addWidget(self.legend)
        column.addWidget(self.views, 1)
        column.addSpacing(4)
        column.addWidget(self.readout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_readout()

    def _fit_readout(self) -> None:
        """Two lines for the numbers where one may not do, and more where some of them take more:
        the chart must not jump with them.
        """
        metrics = self.readout.fontMetrics()
        room = QRect(0, 0, self.width() - 2 * SIDE, 1000)
        lines = 1 if self.width() >= ONE_LINE_FROM else 2
        height = lines * metrics.lineSpacing()
        chart = self._charts.get(self._kind)
        said = () if chart is None else (_rest_words(chart), *(stop.words for stop in chart.stops))
        wraps = int(Qt.TextFlag.TextWordWrap)
        for words in set(said):
            height = max(height, metrics.boundingRect(room, wraps, words).height())
        self.readout.setFixedHeight(height + 4)

    def _choose(self, kind: ChartKind) -> None:
        self._kind = kind
        self._show()
        if kind not in self._charts and self._range is not None:
            self.needed.emit(kind)

    def _take(self, kind: ChartKind, chart: Chart) -> None:
        self._charts[kind] = chart
        if kind is self._kind:
            self._show()

    def _show(self) -> None:
        chart = self._charts.get(self._kind)
        is_drawn = chart is not None and not chart.heading.empty
        self.save_button.setEnabled(is_drawn)
        self.title.setText(self._kind.words if chart is None else chart.heading.title)
        self.legend.show_keys(chart.heading.legend if chart is not None else ())
        self.readout.setText(_rest_words(chart))
        self._fit_readout()
        if chart is not None and is_drawn:
            self.views.show_chart(self._kind, chart)
        else:
            self.views.show_words(chart.heading.empty if chart is not None else "")

    def _say(self, place: int) -> None:
        """The numbers of the stop that is meant, else what the whole chart says."""
        chart = self._charts[self._kind]
        if place == NOWHERE:
            self.readout.setText(_rest_words(chart))
            return
        words = chart.stops[place].words
        self.readout.setText(words)
        if self.views.view is not None and self.views.view.hasFocus():
            self._announce(words)

    def _enter(self, place: int) -> None:
        key = self._charts[self._kind].stops[place].key
        if key:
            self.exercise_wished.emit(key)

    def _tell(self, words: str) -> None:
        self.readout.setText(words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _ask_where(self) -> None:
        file = str(self._pictures / self._file_name)
        dialog = QFileDialog(self, tr("Save picture"), file, _formats())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(self._use_ending)
        dialog.fileSelected.connect(self._save_chosen)
        dialog.open()

    def _use_ending(self, chosen: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix("svg" if "svg" in chosen else "png")

    def _save_chosen(self, file: str) -> None:
        self.save_picture(Path(file))


def _formats() -> str:
    return f"{tr('PNG picture')} (*.png);;{tr('SVG drawing')} (*.svg)"


def _rest_words(chart: Chart | None) -> str:
    """What stands below a chart while nothing in it is pointed at."""
    return "" if chart is None else f"{chart.heading.summary} {chart.heading.hint}".strip()
