from PySide6.QtWidgets import QVBoxLayout, QWidget
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


def test_with_an_outset_every_line_begins_before_its_place(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    column.setContentsMargins(20, 0, 20, 0)
    flow = FlowLayout(gap=0, outset=4)
    column.addLayout(flow)
    children = [QWidget() for _ in range(3)]
    for child in children:
        child.setFixedSize(100, 30)
        flow.addWidget(child)
    whole.resize(240, 200)
    whole.show()
    assert [child.x() for child in children] == [16, 116, 16]


def test_the_height_follows_the_width(qtbot: QtBot) -> None:
    _, flow = filled(qtbot, 5)
    assert flow.heightForWidth(540) == 30
    assert flow.heightForWidth(320) == 70
    assert flow.heightForWidth(50) == 5 * 30 + 4 * 10
