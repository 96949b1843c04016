"""A chart as a screen reader finds it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible

from hiptimer.ui.accessible import install_roles
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.charts.view import ChartView


@pytest.mark.parametrize("kind", [ChartKind.WEEKS, ChartKind.EXERCISES, ChartKind.FELT])
def test_a_chart_is_one_thing_with_a_name(
    turn_to: Callable[[ChartKind], ChartView], kind: ChartKind
) -> None:
    install_roles()
    told = QAccessible.queryAccessibleInterface(turn_to(kind))
    assert told.role() is QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name).endswith(", chart")
    # Not what the drawing library draws it with.
    assert told.childCount() == 0
    assert told.child(0) is None
