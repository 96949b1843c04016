from itertools import product

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hiptimer.ui.widgets.button import Button, Look


def test_the_ring_of_the_focus_keeps_clear_of_words_and_key(qtbot: QtBot) -> None:
    button = Button("‹ All sessions", Look.QUIET, key="Esc")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    ringed = button.grab().toImage()
    places = set(product(range(plain.width()), range(plain.height())))
    ring = {at for at in places if ringed.pixel(*at) != plain.pixel(*at)}
    ink = {at for at in places if plain.pixel(*at) != plain.pixel(0, 0)}
    around = {(x + dx, y + dy) for x, y in ink for dx, dy in product((-1, 0, 1), repeat=2)}
    assert ring
    assert ink
    assert ring & around == set()
