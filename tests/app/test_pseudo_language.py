"""The whole window in a language of longer words: all that is read was looked up, and has room.

The window goes through its pages and rooms as a person does, at its smallest and its usual size.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pseudo import PLACE, Known, Pseudo, not_looked_up
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from seen import PAINTED, Seen, look_at
from walking import LINES, WAYS, Walk, recent_samples
from windows import window_for

from hiptimer import resources
from hiptimer.app.exchange import Exchange
from hiptimer.app.helping import help_text
from hiptimer.app.home import Home
from hiptimer.app.languages import NAMES
from hiptimer.app.now import local_now
from hiptimer.app.why_room import TEXT
from hiptimer.app.window import Window
from hiptimer.model.language import speak, spoken
from hiptimer.paths import Paths, paths_under
from hiptimer.ui.main_window import SMALLEST, USUAL

TURNS = 6
# Keys have these names on most keyboards, the program has one name, and languages their own.
EVERYWHERE = {"hiptimer", "Ctrl", "something else", *NAMES.values()}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_under(tmp_path / "data")
    exchange = Exchange(Home(paths), local_now)
    exchange.apply_import(exchange.preview_import(recent_samples(tmp_path)))
    return paths


class Looking(Walk):
    """Writes down what is wrong with what it sees on its way."""

    def __init__(self, window: Window, qtbot: QtBot, known: Known) -> None:
        super().__init__(window, qtbot)
        self.painted = 0
        self._known = known
        self._wrong: dict[str, str] = {}

    def look(self, place: str, widget: QWidget | None = None) -> None:
        super().look(place, widget)
        self._settle()
        found = dict.fromkeys(look_at(widget or self.window.main))
        self.painted += sum(seen.where.startswith(PAINTED) for seen in found)
        for seen in found:
            if trouble := self._trouble(seen):
                self._wrong.setdefault(f"{trouble} ({seen.where})", place)

    def _settle(self) -> None:
        """What has changed gets its place in turns: a part in its page, then words in the part."""
        for _ in range(TURNS):
            QApplication.processEvents()

    @property
    def wrong(self) -> list[str]:
        """Each thing once, with the place where it was first met."""
        return [f"{place}: {trouble}" for trouble, place in self._wrong.items()]

    def _trouble(self, seen: Seen) -> str:
        if words := not_looked_up(seen.words, self._known):
            return f"{' '.join(words)!r} of {seen.words!r} is not looked up"
        return f"{seen.words!r} has no room: {seen.trouble}" if seen.trouble else ""


def known_words(home: Home) -> set[str]:
    """What the catalogue and the help say; they have words of their own in each language."""
    notes = [session.note for session in home.read_sessions()]
    why = tomllib.loads(resources.asset_bytes(TEXT).decode())
    catalogue = home.catalogue
    moves = (*catalogue.exercises.values(), *catalogue.routines.values())
    told = msgspec.to_builtins((*moves, why, help_text("en"), notes, LINES.split("\n")))
    pieces = {piece for text in _texts(told) for piece in (text, *PLACE.split(text))}
    pieces |= {sentence.strip(" .") for sentence in pieces}
    return {form for piece in pieces for form in (piece, piece.lower(), piece.capitalize())}


def folder_names(home: Home) -> set[str]:
    """A folder is called what the person called it."""
    return set(home.paths.data.parts)


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for part in told.values():
            yield from _texts(part)
    elif isinstance(told, list | tuple):
        for part in told:
            yield from _texts(part)


@pytest.fixture(params=[SMALLEST, USUAL], ids=["smallest", "usual"])
def walk(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, paths: Paths
) -> Iterator[Looking]:
    before = spoken()
    home = Home(paths)
    speak(Pseudo())
    size: QSize = request.param
    window = window_for(qapp, home)
    window.main.resize(size)
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    qtbot.waitUntil(lambda: window.is_prepared)
    yield Looking(window, qtbot, Known(known_words(home) | EVERYWHERE | folder_names(home)))
    window.close()
    speak(before)


def test_all_words_are_looked_up_and_have_room(walk: Looking) -> None:
    size = walk.window.main.size()
    for go in WAYS:
        go(walk)
        assert walk.window.main.size() == size, f"grew at {walk.places[-1]}"
    assert len(walk.places) > 50
    assert walk.painted > 500
    assert not walk.wrong, "\n".join([f"{len(walk.wrong)} wrong:", *walk.wrong])
