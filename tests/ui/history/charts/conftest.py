"""A card of charts, filled with the figures of twelve weeks."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from past_figures import MONDAY, TODAY, exercises, felt, muscles, weeks
from pytestqt.qtbot import QtBot

from hiptimer.ui.history.charts.card import ChartCard
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.charts.view import ChartView
from hiptimer.ui.theme import Theme, palette_of


@pytest.fixture
def card(qtbot: QtBot, dressed: None, light: Theme, tmp_path: Path) -> ChartCard:
    card = ChartCard(palette_of(light), tmp_path)
    qtbot.addWidget(card)
    card.resize(560, 380)
    card.show()
    return card


@pytest.fixture
def filled(card: ChartCard) -> ChartCard:
    card.set_range(MONDAY - timedelta(weeks=11), TODAY)
    card.show_weeks(weeks(12), 3)
    card.show_trained(exercises(), muscles())
    card.show_balance(exercises())
    card.show_felt(felt(35))
    return card


@pytest.fixture
def turn_to(qtbot: QtBot, filled: ChartCard) -> Callable[[ChartKind], ChartView]:
    def turn(kind: ChartKind) -> ChartView:
        filled.tabs.choose(kind)
        qtbot.waitUntil(lambda: filled.views.view is not None)
        view = filled.views.view
        assert view is not None
        view.setFocus()
        return view

    return turn
