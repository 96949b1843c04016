from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.widgets.flow import FlowLayout


def filled(qtbot: QtBot, count: int) -> tuple[QWidget, FlowLayout]:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = FlowLayout(whole, gap=10)
    for _ in range(count):
        child = QWidget()
        child.setFixedSize(100, 30)
        flow.addWidget(child)
    return whole, flow


def test_items_go_on_in_the_next_line(qtbot: QtBot) -> None:
    whole, flow = filled(qtbot, 5)
    whole.resize(320, 200)
    whole.show()
    places = [
        (item.geometry().x(), item.geometry().y())
        for item in (flow.itemAt(n) for n in range(flow.count()))
        if item is not None
    ]
    assert places == [(0, 0), (110, 0), (220, 0), (0, 40), (110, 40)]


def test_the_height_follows_the_width(qtbot: QtBot) -> None:
    _, flow = filled(qtbot, 5)
    assert flow.heightForWidth(540) == 30
    assert flow.heightForWidth(320) == 70
    assert flow.heightForWidth(50) == 5 * 30 + 4 * 10
