"""The page of the past over a real history: what it shows, and that keys alone reach all of it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.app.home import Home
from hiptimer.app.looking_back import LookingBack
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.history.statistics import Statistics
from hiptimer.history.store import Store
from hiptimer.model.event import Outcome
from hiptimer.model.past import Range
from hiptimer.model.session import (
    ExerciseRef,
    Pain,
    Place,
    Planned,
    RoutineRef,
    Session,
    SetRecord,
    Status,
)
from hiptimer.model.side import Side
from hiptimer.paths import paths_under
from hiptimer.ui.figure.album import Album
from hiptimer.ui.history.calendar_grid import CalendarGrid
from hiptimer.ui.history.overview import RANGES
from hiptimer.ui.history.page import EMPTY, HistoryPage
from hiptimer.ui.theme import Theme, palette_of
from hiptimer.ui.widgets.icons import IconSet

TODAY = date(2025, 11, 21)  # a Friday
START = datetime(2025, 11, 21, 6, 12, tzinfo=UTC)
CLAM = ExerciseRef("clam-basic", "Clamshell", "clamshell", 1, ("gluteus_medius",))
BRIDGE = ExerciseRef("bridge-basic", "Glute bridge", "bridge", 1, ("gluteus_maximus",))
MINI_BAND = RoutineRef("mini-band", "Mini band")
Show = Callable[..., HistoryPage]


def done(n: int, exercise: ExerciseRef, side: Side, reps: int) -> SetRecord:
    return SetRecord(
        n=n, exercise=exercise, step=n, round=1, set=1, side=side, planned=Planned(reps=10),
        reps=reps, outcome=Outcome.DONE, started_at=START,
    )  # fmt: skip


def session(number: int, days_ago: int, **changes: object) -> Session:
    at = START - timedelta(days=days_ago)
    values: dict[str, object] = {
        "id": str(UUID(int=number)),
        "status": Status.COMPLETE,
        "speed": 1.0,
        "routine": RoutineRef("pre-run-activation", "Pre-run activation"),
        "started_at": at,
        "utc_offset_s": 3600,
        "ended_at": at + timedelta(seconds=346),
        "sets": (done(1, CLAM, Side.LEFT, 10), done(2, CLAM, Side.RIGHT, 8)),
    }
    return Session(**(values | changes))  # type: ignore[arg-type]


SOME = (
    session(1, 0),
    session(2, 1, speed=60.0),
    session(3, 4, note="Stiff after the 한강 run", pain=(Pain(Place.KNEE, Side.LEFT, 3),)),
    session(4, 8, status=Status.STOPPED, effort=6.0),
    session(5, 9, routine=MINI_BAND, sets=(done(1, BRIDGE, Side.BOTH, 12),)),
    session(6, 40),
    session(7, 200),
    session(8, 600),
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def show(qtbot: QtBot, icons: IconSet, light: Theme, home: Home, tmp_path: Path) -> Iterator[Show]:
    """Write some sessions and show the page of them."""
    joined: list[LookingBack] = []

    def show_page(*sessions: Session) -> HistoryPage:
        keep(home, *sessions)
        page = HistoryPage(icons, Album(), palette_of(light), tmp_path)
        qtbot.addWidget(page)
        looking_back = LookingBack(home, page, lambda: TODAY)
        joined.append(looking_back)
        page.resize(1192, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        looking_back.refresh()
        return page

    yield show_page
    for one in joined:
        one.close()


def keep(home: Home, *sessions: Session) -> None:
    if sessions:
        store = Store(open_history(home.paths.history_file, now=START).connection)
        for one in sessions:
            store.take_in(one)
        store.close()


def words(widget: QWidget) -> set[str]:
    # A layout shows new widgets in the next round of events only.
    QApplication.processEvents()
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def rows(page: HistoryPage) -> list[str]:
    model = page.overview.sessions.model
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def choose_range(page: HistoryPage, range_: Range) -> None:
    page.overview.ranges.choose([one for one, _ in RANGES].index(range_))


def test_before_the_first_session_it_says_what_to_do(show: Show) -> None:
    page = show()
    assert EMPTY in words(page)
    assert not page.overview.isVisible()


def test_before_the_first_session_a_backup_can_be_brought_back(show: Show, qtbot: QtBot) -> None:
    page = show()
    with qtbot.waitSignal(page.overview.exchange.restore_wished):
        page.bring_back.click()


def test_the_newest_comes_first_with_all_that_was_said(show: Show) -> None:
    page = show(*SOME)
    shown = rows(page)
    assert shown[0] == "Today 07:12, Pre-run activation, 5:46, 18 reps, Complete"
    assert shown[1].endswith("Complete, trial at 60×")
    assert "Pain 3 of 10: knee, left" in shown[2]
    assert "Stiff after the 한강 run" in shown[2]
    assert shown[3].endswith("effort 6, Stopped early")


def test_the_totals_leave_trials_out(show: Show) -> None:
    assert "7 sessions · 40 min" in words(show(*SOME))


@pytest.mark.parametrize(
    ("range_", "count", "said"),
    [
        (Range.MONTH, 5, "5 in the last 30 days"),
        (Range.TWELVE_WEEKS, 6, "6 in the last 12 weeks"),
        (Range.YEAR, 7, "7 in the last year"),
        (Range.ALL, 8, "8 in all"),
    ],
)
def test_the_range_holds_for_list_balance_and_charts(
    qtbot: QtBot, show: Show, range_: Range, count: int, said: str
) -> None:
    page = show(*SOME)
    choose_range(page, range_)
    assert len(rows(page)) == count
    assert said in words(page)
    counted = [one for one in SOME[:count] if one.speed == 1 and one.routine.id != "mini-band"]
    left, right = 10 * len(counted), 8 * len(counted)
    told = f"Left {left} · Right {right} reps, {left - right} reps more on the left"
    qtbot.waitUntil(lambda: page.overview.evenness.words.text() == told)
    charts = page.overview.charts
    qtbot.waitUntil(lambda: f"in {count - 1} sessions" in charts.readout.text())


def test_the_calendar_tells_what_the_statistics_say(show: Show, home: Home) -> None:
    calendar = show(*SOME, session(9, 4)).overview.calendar.calendar
    connection = open_for_reading(home.paths.history_file)
    assert connection is not None
    statistics = Statistics(connection)
    grid = CalendarGrid(TODAY)
    counted = {total.day: total for total in statistics.days(grid.first, grid.last)}
    statistics.close()
    assert len(counted) == 6
    for number in range(grid.days):
        day = grid.first + timedelta(days=number)
        said = calendar.words_of(day)
        assert said.endswith(": no session") == (day not in counted)
    assert calendar.words_of(TODAY) == "Today: 1 session, 6 min"
    assert calendar.words_of(TODAY - timedelta(days=4)) == "Mon 17 Nov: 2 sessions, 12 min"


def test_a_day_is_chosen_by_click_and_taken_back(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    calendar, sessions = page.overview.calendar.calendar, page.overview.sessions
    old = TODAY - timedelta(days=200)
    spot = calendar.rect_of(old).center().toPoint()
    qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=spot)
    assert len(rows(page)) == 1
    assert "1 session" in words(sessions)
    sessions.show_day(None)
    assert len(rows(page)) == 6


def test_a_click_on_a_day_without_a_session_changes_nothing(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    calendar = page.overview.calendar.calendar
    spot = calendar.rect_of(TODAY - timedelta(days=2)).center().toPoint()
    qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=spot)
    assert len(rows(page)) == 6


def test_arrows_walk_the_days_and_stay_in_the_year(qtbot: QtBot, show: Show) -> None:
    calendar = show(*SOME).overview.calendar.calendar
    calendar.setFocus()
    assert calendar.meant == TODAY
    for key, day in (
        (Qt.Key.Key_Up, date(2025, 11, 20)),
        (Qt.Key.Key_Left, date(2025, 11, 13)),
        (Qt.Key.Key_PageUp, date(2025, 10, 16)),
        (Qt.Key.Key_Home, date(2024, 11, 18)),
        (Qt.Key.Key_Left, date(2024, 11, 18)),
        (Qt.Key.Key_End, TODAY),
        (Qt.Key.Key_Right, TODAY),
    ):
        qtbot.keyClick(calendar, key)
        assert calendar.meant == day


def test_all_of_the_past_has_a_calendar_for_every_year(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    card = page.overview.calendar
    assert not card.back.isVisible()
    choose_range(page, Range.ALL)
    assert (card.back.isEnabled(), card.forward.isEnabled()) == (True, False)
    card.back.click()
    old = TODAY - timedelta(days=600)
    assert card.calendar.words_of(old).endswith("2024: 1 session, 6 min")
    assert (card.back.isEnabled(), card.forward.isEnabled()) == (False, True)


def test_search_filters_and_both_say_how_many(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    sessions = page.overview.sessions
    sessions.search.insert("한강")  # QTest types ASCII only
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert "1 found in the last 12 weeks" in words(page)
    qtbot.keyClick(sessions.search, Qt.Key.Key_Escape)
    assert len(rows(page)) == 6
    for title, choice, count in (
        ("Status", "Stopped early", 1),
        ("Status", "Any", 6),
        ("Routine", "Mini band", 1),
        ("Routine", "Any", 6),
        ("Exercise", "Clamshell", 5),
    ):
        sessions.filter.fill_menu()
        menu = next(a for a in sessions.filter.menu.actions() if a.text() == title).menu()
        next(a for a in menu.actions() if a.text() == choice).trigger()  # type: ignore[union-attr]
        assert len(rows(page)) == count, choice
    sessions.filter.fill_menu()
    next(a for a in sessions.filter.menu.actions() if a.text() == "With pain").trigger()
    assert len(rows(page)) == 1
    assert sessions.filter.text() == "Filter · 2"


def test_what_is_not_found_can_be_looked_for_in_all_of_the_past(qtbot: QtBot, show: Show) -> None:
    page = show(session(1, 0), session(2, 300, note="hilly"))
    sessions = page.overview.sessions
    qtbot.keyClicks(sessions.search, "hilly")
    qtbot.waitUntil(sessions.widen.isVisible)
    assert sessions.message.text() == "No session matches."
    sessions.widen.click()
    assert len(rows(page)) == 1
    qtbot.keyClicks(sessions.search, "zzz")
    qtbot.waitUntil(lambda: len(rows(page)) == 0)
    assert not sessions.widen.isVisible()
    sessions.clear.click()
    assert len(rows(page)) == 2
    assert sessions.search.text() == ""


def test_a_range_without_a_session_says_so(show: Show) -> None:
    page = show(session(1, 200))
    sessions = page.overview.sessions
    assert sessions.message.text() == "No session in the last 12 weeks."
    assert not sessions.clear.isVisible()
    sessions.widen.click()
    assert len(rows(page)) == 1


def test_keys_alone_search_open_and_come_back_to_the_same_place(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    sessions = page.overview.sessions
    assert sessions.list.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert sessions.search.hasFocus()
    qtbot.keyClicks(sessions.search, "clam")
    qtbot.keyClick(sessions.search, Qt.Key.Key_Return)
    assert sessions.list.hasFocus()
    assert len(rows(page)) == 5
    qtbot.keyClick(sessions.list, Qt.Key.Key_Down)
    qtbot.keyClick(sessions.list, Qt.Key.Key_Down)
    qtbot.keyClick(sessions.list, Qt.Key.Key_Return)
    assert page.is_looking_at_session
    assert page.detail.session is not None
    assert page.detail.session.id == SOME[2].id
    qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Escape)
    assert not page.is_looking_at_session
    assert sessions.list.hasFocus()
    assert sessions.list.currentIndex().row() == 2
    assert sessions.wanted.words == "clam"


def test_a_click_opens_a_session(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    list_ = page.overview.sessions.list
    spot = list_.visualRect(list_.model().index(3, 0)).center()
    qtbot.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.is_looking_at_session
    qtbot.mouseClick(page.detail.back, Qt.MouseButton.LeftButton)
    assert list_.currentIndex().row() == 3


def test_tab_reaches_range_export_calendar_search_filter_and_list(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    look = page.overview
    met: list[QWidget] = []
    for _ in range(40):
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        widget = page.focusWidget()
        assert widget is not None
        if widget in met:
            break
        met.append(widget)
    sessions = look.sessions
    for stop in (
        look.exchange,
        look.calendar.calendar,
        sessions.search,
        sessions.filter,
        sessions.list,
    ):
        assert stop in met
    assert any(segment in met for segment in look.ranges.segments)


def test_the_choice_survives_a_new_session(home: Home, show: Show) -> None:
    page = show(*SOME)
    sessions = page.overview.sessions
    sessions.list.choose(3)
    keep(home, session(20, 0, started_at=START + timedelta(hours=2)))
    page.findChild(QWidget)
    looking_back = LookingBack(home, page, lambda: TODAY)
    looking_back.refresh()
    looking_back.close()
    assert sessions.list.currentIndex().row() == 4


def test_a_long_list_is_read_where_it_is_looked_at(qtbot: QtBot, home: Home, show: Show) -> None:
    page = show(*(session(n, n // 8) for n in range(1, 401)))
    model, list_ = page.overview.sessions.model, page.overview.sessions.list
    widgets = len(page.findChildren(QWidget))
    assert model.rowCount() == 400
    assert rows(page)[399] == "On its way"
    qtbot.waitUntil(lambda: "Pre-run" in str(model.index(399, 0).data()))
    list_.scrollToBottom()
    list_.grab()
    assert len(page.findChildren(QWidget)) < widgets + 10


def test_every_control_has_a_name(show: Show) -> None:
    page = show(*SOME)
    for control in (
        page.overview.exchange,
        page.overview.sessions.search,
        page.overview.sessions.filter,
        page.overview.sessions.list,
        page.overview.calendar.calendar,
        page.overview.calendar.back,
        page.detail.back,
    ):
        assert control.accessibleName()


def test_nothing_is_wider_than_the_smallest_window(show: Show) -> None:
    page = show(*SOME)
    page.resize(872, 600)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 872
    for part in (page.overview.calendar, page.overview.charts, page.overview.exchange):
        assert part.mapTo(page, QPoint(part.width(), 0)).x() <= 872


def test_what_is_put_right_is_counted_when_the_list_is_back(qtbot: QtBot, show: Show) -> None:
    page = show(*SOME)
    sessions = page.overview.sessions
    qtbot.keyClick(sessions.list, Qt.Key.Key_Return)
    qtbot.keyClick(page.detail, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.detail.status.text() == "Saved")
    qtbot.keyClick(page.detail, Qt.Key.Key_Escape)
    assert "6 sessions · 35 min" in words(page)
    assert len(rows(page)) == 5
    assert sessions.list.hasFocus()


@pytest.mark.parametrize("size", [(872, 600), (1192, 800)])
def test_the_search_and_the_count_have_room_for_all_of_their_words(
    show: Show, size: tuple[int, int]
) -> None:
    page = show(*SOME)
    page.resize(*size)
    QApplication.processEvents()
    card = page.overview.sessions
    for field, words in ((card.search, card.search.placeholderText()), (card.count, "")):
        needed = field.fontMetrics().horizontalAdvance(words or card.count.text())
        # The field keeps 12 pixels at either side.
        assert needed + (28 if words else 0) <= field.width(), words
