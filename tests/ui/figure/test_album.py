import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView

SIZE = QSize(60, 40)


class Artist:
    """Draws in one colour and remembers what; nothing for "unknown"."""

    def __init__(self, colour: Qt.GlobalColor = Qt.GlobalColor.red) -> None:
        self.colour = colour
        self.asked: list[tuple[str, float]] = []

    def draw(self, exercise_id: str, size: QSize, ratio: float) -> QPixmap | None:
        self.asked.append((exercise_id, ratio))
        if exercise_id == "unknown":
            return None
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.colour)
        return picture


@pytest.fixture
def album(qapp: object) -> Album:
    return Album()


def test_a_picture_comes_soon_and_is_drawn_once(qtbot: QtBot, album: Album) -> None:
    artist = Artist()
    album.draw_with(artist.draw)
    with qtbot.waitSignal(album.drawn) as told:
        assert album.picture("clam", SIZE, 1.0) is None
        assert album.picture("clam", SIZE, 1.0) is None
    assert told.args == ["clam"]
    assert album.picture("clam", SIZE, 1.0) is album.picture("clam", SIZE, 1.0) is not None
    assert artist.asked == [("clam", 1.0)]


def test_only_one_is_drawn_at_a_time(qtbot: QtBot, album: Album) -> None:
    artist = Artist()
    album.draw_with(artist.draw)
    album.picture("clam", SIZE, 1.0)
    with qtbot.waitSignal(album.drawn):
        album.picture("bridge", SIZE, 1.0)
    assert artist.asked == [("clam", 1.0)]
    with qtbot.waitSignal(album.drawn):
        pass
    assert artist.asked == [("clam", 1.0), ("bridge", 1.0)]


def test_each_density_has_its_own(qtbot: QtBot, album: Album) -> None:
    album.draw_with(Artist().draw)
    with qtbot.waitSignal(album.drawn):
        album.picture("clam", SIZE, 2.0)
    picture = album.picture("clam", SIZE, 2.0)
    assert picture is not None
    assert (picture.size(), picture.deviceIndependentSize().toSize()) == (SIZE * 2, SIZE)
    assert album.picture("clam", SIZE, 1.0) is None


def test_what_cannot_be_drawn_is_not_tried_again(qtbot: QtBot, album: Album) -> None:
    artist = Artist()
    album.draw_with(artist.draw)
    spy = QSignalSpy(album.drawn)
    album.picture("unknown", SIZE, 1.0)
    qtbot.waitUntil(lambda: len(artist.asked) == 1)
    assert album.picture("unknown", SIZE, 1.0) is None
    album.picture("clam", SIZE, 1.0)
    qtbot.waitUntil(lambda: spy.count() == 1)
    assert [name for name, _ in artist.asked] == ["unknown", "clam"]


def test_without_a_way_to_draw_nothing_is_kept_waiting(qtbot: QtBot, album: Album) -> None:
    assert album.picture("clam", SIZE, 1.0) is None
    artist = Artist()
    album.draw_with(artist.draw)
    with qtbot.waitSignal(album.drawn) as told:
        album.picture("bridge", SIZE, 1.0)
    assert told.args == ["bridge"]
    assert artist.asked == [("bridge", 1.0)]


def test_a_view_shows_it_when_it_is_there_and_anew_in_other_colours(
    qtbot: QtBot, album: Album
) -> None:
    view = PictureView("clam", SIZE, album)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert _middle(view) != Qt.GlobalColor.red
    for colour in (Qt.GlobalColor.red, Qt.GlobalColor.blue):
        with qtbot.waitSignal(album.drawn):
            album.draw_with(Artist(colour).draw)
        assert _middle(view) == colour


def _middle(view: PictureView) -> object:
    return view.grab().toImage().pixelColor(view.rect().center())
