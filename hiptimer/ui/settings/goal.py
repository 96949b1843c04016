"""How often the person means to do this."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hiptimer.model.words import plural
from hiptimer.ui.fonts import semibold
from hiptimer.ui.settings.section import Section
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.slider import Slider

LEAST, MOST = 1, 14
FIGURE_WIDTH = 96


class GoalSlider(Slider):
    """From 1 on: a goal of none is no goal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sessions a week", MOST, 1, parent=parent)
        self.setMinimum(LEAST)
        self.setPageStep(1)


class GoalSection(Section):
    """`goal_chosen` carries the number of sessions a week."""

    goal_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Runs and goal", parent)
        self.goal = GoalSlider()
        self._figure = Label("", semibold(16, tabular=True))
        self._figure.setFixedWidth(FIGURE_WIDTH)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.goal, 1)
        row.addWidget(self._figure)
        self.add_row(
            "Week goal",
            "Your streak counts the weeks that reach it. A week begins on Monday.",
            both,
        )
        self.goal.chosen.connect(self._choose)

    def show_goal(self, goal: int) -> None:
        """Show it without telling anyone."""
        self.goal.show_value(goal)
        self._figure.setText(plural(goal, "session"))

    def _choose(self, goal: int) -> None:
        self._figure.setText(plural(goal, "session"))
        self.goal_chosen.emit(goal)
