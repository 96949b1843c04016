"""When the person runs, how often they mean to do this, and both for their calendar."""

from datetime import time
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from hiptimer.model.language import later, tr, tr_in, tr_n
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.settings.rows import inset
from hiptimer.ui.settings.run_days import ClockField, DayChips, Reminder
from hiptimer.ui.settings.section import Section
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.slider import Slider
from hiptimer.ui.widgets.switch import Switch

LEAST, MOST = 1, 14
FIGURE_WIDTH = 96
FILE_NAME = "hip-routine.ics"
NO_DAYS = later("Choose at least one run day first.")
DAYS_HINT = later(
    "Today proposes what you last did on such a day, and on a run day only what suits a run."
)
ASKS_HINT = later(
    "Today asks once how your hips felt after the workout. Your answer says when to do more, "
    "and when less."
)
CALENDAR_HINT = later(
    "A file with your run days that any calendar can open, to remind you. "
    "Open a new one after a change: it takes the place of the one before."
)


class GoalSlider(Slider):
    """From 1 on: a goal of none is no goal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sessions a week"), MOST, 1, parent=parent)
        self.setMinimum(LEAST)
        self.setPageStep(1)


class GoalSection(Section):
    """`goal_chosen` carries the number of sessions a week, `days_chosen` weekdays from Monday 0,
    `clock_chosen` a time or None, `reminder_chosen` minutes, `asking_chosen` whether it is asked
    afterwards how it felt, and `calendar_wished` the file to write.
    """

    goal_chosen = Signal(object)
    days_chosen = Signal(object)
    clock_chosen = Signal(object)
    asking_chosen = Signal(object)
    reminder_chosen = Signal(object)
    calendar_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Runs and goal"), parent)
        self.days = DayChips()
        self.add_row(tr("Run days"), tr(DAYS_HINT), self.days)
        self.clock = ClockField(tr("When you start on a run day"))
        self.add_row(
            tr_in("a time of the day", "Start at"),
            tr("For your calendar. Leave it empty for any time."),
            inset(self.clock, is_short=True),
        )
        self._add_goal()
        self.asks = Switch(tr("Ask how it felt"))
        self.add_row(tr("Ask how it felt"), tr(ASKS_HINT), self.asks)
        self.reminder = Reminder()
        self.save = Button(tr("Save to my calendar…"))
        self.told = Label("", regular(14), Tone.MUTED, wraps=True)
        self.told.hide()
        self.add_row(
            tr("Remind me"),
            tr("So long before. A day without a time: at 8 in the morning."),
            inset(self.reminder),
        )
        self.add_row(tr("Calendar"), tr(CALENDAR_HINT), self.save, self.told)
        self._connect()

    def _add_goal(self) -> None:
        self.goal = GoalSlider()
        self._figure = Label("", semibold(16, tabular=True))
        widest = self._figure.fontMetrics().horizontalAdvance(_sessions(MOST)) + 2
        self._figure.setFixedWidth(max(FIGURE_WIDTH, widest))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.goal, 1)
        row.addWidget(self._figure)
        self.add_row(
            tr("Week goal"),
            tr("Your streak counts the weeks that reach it. A week begins on Monday."),
            both,
        )

    def _connect(self) -> None:
        self.days.chosen.connect(self.days_chosen)
        self.clock.told.connect(self.clock_chosen)
        self.goal.chosen.connect(self._choose)
        self.reminder.chosen_minutes.connect(self.reminder_chosen)
        self.asks.clicked.connect(self._tell_asking)
        self.save.clicked.connect(self._ask)

    def show_goal(self, goal: int) -> None:
        """Show it without telling anyone."""
        self.goal.show_value(goal)
        self._figure.setText(_sessions(goal))

    def show_asking(self, asks: bool) -> None:
        """Show it without telling anyone."""
        self.asks.setChecked(asks)

    def show_runs(self, days: tuple[int, ...], clock: time | None, reminder_min: int) -> None:
        """Show them without telling anyone."""
        self.days.show_days(days)
        self.clock.show_clock(clock)
        self.reminder.show_minutes(reminder_min)

    def tell(self, words: str) -> None:
        """What became of the calendar file."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _choose(self, goal: int) -> None:
        self._figure.setText(_sessions(goal))
        self.goal_chosen.emit(goal)

    def _tell_asking(self) -> None:
        self.asking_chosen.emit(self.asks.isChecked())

    def _ask(self) -> None:
        if not any(chip.isChecked() for chip in self.days.chips):
            self.tell(tr(NO_DAYS))
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        place = folder if folder and Path(folder).is_dir() else str(Path.home())
        files = f"{tr('Calendar file')} (*.ics)"
        dialog = QFileDialog(self, tr("Save to my calendar"), place, files)
        dialog.setObjectName("Save to my calendar")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self._give)
        dialog.open()

    def _give(self, name: str) -> None:
        self.calendar_wished.emit(Path(name))


def _sessions(goal: int) -> str:
    return tr_n("{n} session", "{n} sessions", goal)
