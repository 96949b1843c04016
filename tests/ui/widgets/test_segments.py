from pytestqt.qtbot import QtBot

from hiptimer.ui.widgets.segments import Segments


def test_exactly_one_is_chosen(qtbot: QtBot, dressed: None) -> None:
    bar = Segments(("This time", "From now on"))
    qtbot.addWidget(bar)
    assert bar.chosen == 0
    with qtbot.waitSignal(bar.changed) as told:
        bar.segments[1].click()
    assert told.args == [1]
    bar.segments[1].click()
    assert bar.chosen == 1
    assert [segment.isChecked() for segment in bar.segments] == [False, True]
