"""The titles of the pages: who goes from one to the next sees them stay where they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walking import recent_samples
from windows import window_for

from hiptimer.app.exchange import Exchange
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.window import Window
from hiptimer.paths import paths_under
from hiptimer.ui.main_window import SMALLEST, USUAL
from hiptimer.ui.widgets.label import Label

TURNS = 6
TITLES = {
    "today": "Run today?",
    "exercises": "Exercises",
    "routines": "Routines",
    "history": "History",
    "settings": "Settings",
    "about": "About",
}


@pytest.fixture(params=[False, True], ids=["new", "with a past"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    home = Home(paths_under(tmp_path / "data"))
    if request.param:
        exchange = Exchange(home, local_now)
        exchange.apply_import(exchange.preview_import(recent_samples(tmp_path)))
    return Home(home.paths)


@pytest.fixture(params=[SMALLEST, USUAL], ids=["smallest", "usual"])
def window(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, home: Home
) -> Iterator[Window]:
    window = window_for(qapp, home)
    size: QSize = request.param
    window.main.resize(size)
    window.show()
    qtbot.waitUntil(lambda: window.is_prepared)
    yield window
    window.close()


def test_titles_stay_where_they_are(window: Window) -> None:
    places: dict[str, tuple[int, int, int]] = {}
    for page, words in TITLES.items():
        window.main.show_page(page)
        for _ in range(TURNS):
            QApplication.processEvents()
        titles = [w for w in window.main.findChildren(Label) if w.text() == words]
        title = next(label for label in titles if label.isVisible())
        text = title.contentsRect()
        place = title.mapTo(window.main, QPoint(text.left(), text.center().y()))
        places[page] = (place.x(), place.y(), title.font().pixelSize())
    assert len(set(places.values())) == 1, str(places)
