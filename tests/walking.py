"""Goes through the whole window as a person does: its pages, its rooms and a workout.

Who looks, and for what, is said by who walks: a test looks for words that were not looked up or
have no room, and the pictures of the pages are taken on the same way.
"""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.app.bugs import BugReports
from hiptimer.app.now import local_now
from hiptimer.app.telling_bugs import TellingBugs
from hiptimer.app.window import Window
from hiptimer.model.equipment import Equipment
from hiptimer.model.moment import PlayState
from hiptimer.model.session import After
from hiptimer.ui.about import AboutPage
from hiptimer.ui.editor.sides import SCRIPT
from hiptimer.ui.help.window import HelpWindow
from hiptimer.ui.history.page import HistoryPage
from hiptimer.ui.own_exercise.page import OwnExercisePage
from hiptimer.ui.report_dialog import ReportDialog
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.start.page import StartPage
from hiptimer.ui.widgets.popover import Popover

DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T)")
SAMPLES = 12
LINES = "clamshell 3x10 each side, 5 s hold\nside plank 2 x 30 s\nsomething else 3x"


def recent_samples(folder: Path, count: int = SAMPLES) -> list[Path]:
    """The last of the sample sessions, as if the newest of them was done this morning."""
    samples = sorted(resources.sessions().glob("sample/*.json"))[-count:]
    later = local_now().date() - date.fromisoformat(samples[-1].name[:10])
    files = []
    for sample in samples:
        file = folder / sample.name
        file.write_text(DAY.sub(lambda day: _moved(day[0], later), sample.read_text("utf-8")))
        files.append(file)
    return files


def _moved(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


class Walk:
    """`look` is called wherever there is something to be seen, with a name for the place."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.places: list[str] = []

    def look(self, place: str, widget: QWidget | None = None) -> None:
        """At the window, or at a dialog of it."""
        self.places.append(place)

    def press(self, button: QAbstractButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def close_popover(self) -> None:
        popover = self.find(Popover)
        assert isinstance(popover, Popover)
        popover.close_panel()

    def find(self, kind: type[QWidget]) -> QWidget:
        return next(w for w in self.window.main.findChildren(kind) if w.isVisible())


# --- the pages ---


def today(walk: Walk) -> None:
    page = walk.window.today_page
    walk.look("today")
    walk.press(page.hero.move_buttons[0])
    walk.look("today, another exercise")
    walk.close_popover()
    walk.press(page.hero.less)
    walk.look("today, less time")
    walk.close_popover()
    home = walk.window._home
    home.change_settings(equipment=(Equipment.STEP,), sore=())
    walk.window._retelling.read_routines()
    walk.window._room.show_plan()
    walk.look("today, without a band")
    home.change_settings(equipment=None)
    walk.window._retelling.read_routines()


def exercises(walk: Walk) -> None:
    main = walk.window.main
    main.show_page("exercises")
    walk.look("exercises")
    page = walk.window.pages._exercises.page
    for id_ in ("bridge-basic", "side-plank", "clam-band", "fire-hydrant"):
        page.choose(id_)
        walk.look(f"exercises, {id_}")


def routines(walk: Walk) -> None:
    walk.window.main.show_page("routines")
    page = walk.find(RoutinesPage)
    walk.look("routines")
    own = walk.window.pages._routines
    own.duplicate(next(iter(walk.window._home.catalogue.routines)))
    walk.look("routines, a second one")
    walk.press(page.detail.lines[0])
    walk.look("routines, another exercise")
    walk.close_popover()
    own.undo()


def history(walk: Walk) -> None:
    walk.window.main.show_page("history")
    page = walk.find(HistoryPage)
    walk.qtbot.waitUntil(lambda: page.overview.sessions.list.model().rowCount() > SAMPLES // 2)
    charts = page.overview.charts
    walk.qtbot.waitUntil(lambda: charts.views.view is not None)
    walk.look("history")
    for tab in charts.tabs.findChildren(QAbstractButton):
        walk.press(tab)
        walk.look(f"history, {tab.text()}")


def session(walk: Walk) -> None:
    page = walk.find(HistoryPage)
    outlines = walk.window.past.outlines
    page.overview.sessions.session_wished.emit(outlines[0].id)
    walk.look("session")
    one = walk.window.pages._past_pages._looking_back._one
    one._tell_after(After.HURT)
    walk.qtbot.waitUntil(lambda: one._waiting == 0)
    walk.look("session, edited")
    one._delete(outlines[0].id)
    walk.look("session, deleted")
    one._undelete(outlines[0].id)
    walk.qtbot.waitUntil(lambda: one._waiting == 0)
    one._page.close_page()


def settings(walk: Walk) -> None:
    walk.window.main.show_page("settings")
    walk.look("settings")


def about(walk: Walk) -> None:
    walk.window.main.show_page("about")
    walk.look("about")


def help_beside(walk: Walk) -> None:
    """About two of the pages, as F1 opens it."""
    for page in ("today", "history"):
        walk.window.main.show_page(page)
        walk.window.main.help_wished.emit()
        window = walk.find(HelpWindow)
        walk.look(f"help on {page}", window)
        window.close()


def report(walk: Walk) -> None:
    window = walk.window
    window.main.show_page("about")
    with closing(BugReports()) as bugs:
        telling = TellingBugs(window._home, window.main, bugs, is_leading=window.is_leading)
        window.report_wished.connect(telling.show_asked)
        walk.press(walk.find(AboutPage).report)
        dialog = walk.find(ReportDialog)
        walk.look("report", dialog)
        walk.press(dialog.copy)
        walk.look("report, copied", dialog)
        dialog.close()
        window.report_wished.disconnect(telling.show_asked)


# --- rooms over the whole window ---


def editor(walk: Walk) -> None:
    walk.window.rooms.edit_routine("basic-three")
    walk.look("editor")
    room = walk.window.rooms._editor
    room.page.choose_exercise()
    walk.look("editor, an exercise")
    walk.close_popover()
    room.page.editing.double()
    walk.look("editor, changed")
    room.page.sides.turn_to(SCRIPT)
    walk.look("editor, what is said")
    room.page.ask()
    walk.look("editor, to be left")
    room.page.discard_wished.emit()


def lines(walk: Walk) -> None:
    walk.window.rooms.type_lines(LINES)
    walk.look("a physio's lines")
    walk.window._ways.leave_room()


def own_exercise(walk: Walk) -> None:
    walk.window.rooms.write_exercise(like="clam-basic")
    page = walk.find(OwnExercisePage)
    walk.look("own exercise")
    walk.window.rooms._own_exercise.save()
    walk.look("own exercise, not to be saved")
    page.left.emit()


def start_questions(walk: Walk) -> None:
    walk.window.rooms.ask_where_to_start()
    page = walk.find(StartPage)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_1):
        walk.look(f"start, {page.step}")
        walk.qtbot.keyClick(page, key)
    walk.look("start, proposal")
    page.left.emit()


def why(walk: Walk) -> None:
    walk.window.rooms.tell_why()
    walk.look("why")
    walk.window._ways.leave_room()


def self_check(walk: Walk) -> None:
    walk.window.rooms.check_self()
    walk.look("self-check")
    walk.window._ways.leave_room()


def files(walk: Walk) -> None:
    """Those that bring something, and one that cannot be used."""
    home = walk.window._home
    assets = resources.assets()
    one = home.paths.data / "hips.toml"
    one.write_bytes((assets / "routines" / "basic-three.toml").read_bytes().replace(b"10", b"11"))
    other = home.paths.data / "other.doc"
    other.write_text("")
    walk.window.take_files((one, other))
    dialog = next(d for d in walk.window.main.findChildren(QDialog) if d.isVisible())
    walk.look("files to take in", dialog)
    dialog.reject()


# --- a workout ---


def workout(walk: Walk) -> None:
    window = walk.window
    window.start(window._home.catalogue.routines["pre-run-activation"])
    stage, page = window.stage, window.stage.workout_page
    leading = stage._leading
    walk.look("workout, begin")
    for wished, place in (
        (page.wishes.skip_wished, "first set"),
        (page.wishes.more_wished, "more"),
        (page.wishes.pause_toggled, "paused"),
        (page.wishes.mute_wished, "muted"),
        (page.wishes.pause_toggled, "going on"),
        (page.wishes.easier_wished, "easier"),
        # From now on Space is the next rep and pauses no more.
        (page.wishes.my_pace_wished, "my pace"),
        (page.wishes.slower_wished, "slower"),
    ):
        wished.emit()
        walk.look(f"workout, {place}")
    walk.qtbot.keyClick(page, Qt.Key.Key_Question)
    walk.look("workout, keys")
    walk.qtbot.keyClick(page, Qt.Key.Key_Question)
    for number in range(12):
        page.wishes.skip_wished.emit()
        walk.look(f"workout, skip {number}")
    page.wishes.distance_wished.emit()
    for number in range(4):
        page.wishes.back_wished.emit()
        walk.look(f"workout from a distance, back {number}")
    page.wishes.distance_wished.emit()
    leading.tell("")
    page.wishes.escape_pressed.emit()
    assert leading._show.state is PlayState.PAUSED
    walk.look("workout, to be stopped")
    page.wishes.escape_pressed.emit()


def end(walk: Walk) -> None:
    stage = walk.window.stage
    page = stage.done_page
    walk.qtbot.waitUntil(page.isVisible)
    walk.look("end")
    stage._ending._delete()
    walk.look("end, deleted")
    page.leave()


def sound_check(walk: Walk) -> None:
    # The workout was muted: the device is given back at once.
    walk.qtbot.waitUntil(lambda: walk.window.stage.sounds.is_free)
    walk.window._check.check()
    walk.look("sound check")
    walk.window._check.set_delay()
    walk.look("sound check, delay")
    walk.window._check.close()
    walk.window._ways.leave_room()


WAYS: tuple[Callable[[Walk], None], ...] = (
    today,
    exercises,
    routines,
    history,
    session,
    settings,
    about,
    help_beside,
    report,
    editor,
    lines,
    own_exercise,
    start_questions,
    why,
    self_check,
    files,
    workout,
    end,
    sound_check,
)
