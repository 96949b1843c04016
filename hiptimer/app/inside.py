"""Behind the front of the window: all of the program, from Today to the exit code."""

from contextlib import closing

from hiptimer.app.bugs import BugReports
from hiptimer.app.choices import Choices
from hiptimer.app.collecting import Collecting
from hiptimer.app.front import Front
from hiptimer.app.home import Home
from hiptimer.app.other_starts import OtherStarts
from hiptimer.app.stop_signals import StopSignals
from hiptimer.app.telling_bugs import TellingBugs
from hiptimer.app.visit import Closed, Visit
from hiptimer.app.window import Window
from hiptimer.app.window_icon import WindowIcon
from hiptimer.desktop.one_window import OneWindow
from hiptimer.ui.accessible import install_roles


def stay(front: Front, place: OneWindow, stop: StopSignals, visit: Visit) -> Closed:
    """Furnish the window that is seen, and stay until it is closed."""
    install_roles()
    home = visit.home or Home(visit.choices.paths, visit.choices)
    if visit.news:
        home.problems.append(visit.news)
    with closing(Collecting()) as collecting, closing(BugReports()) as bugs:
        window = Window(front, home, visit.speed, told=visit.told)
        telling = TellingBugs(
            home, window.main, bugs, is_leading=window.is_leading, crash=visit.crash
        )
        window.backstage.left.connect(telling.tell_waiting)
        window.report_wished.connect(telling.show_asked)
        collecting.spare_while(window.is_leading)
        stop.asked.connect(window.close)
        icon = WindowIcon(front.app)
        window.main.page_appeared.connect(icon.give)
        window.show(visit.page)
        if visit.start is not None:
            window.start(visit.start)
        if visit.files:
            window.take_files(visit.files)
        others = OtherStarts(home, window)
        window.closing.connect(place.rest)
        place.hear(others.tell)
        code = front.app.exec() or int(window.has_lost)
        # Once more, if they could not be saved when they were made.
        home.change_settings()
    return Closed(code, _next(home, window, visit) if window.opens_again else None)


def _next(home: Home, window: Window, visit: Visit) -> Visit:
    """In the place of a window that is closed: nobody writes to the history now."""
    paths, told = home.paths, ""
    if window.move is not None:
        from hiptimer.app.moved import moved

        paths, told = moved(home, window.move)
    page = window.main.page
    return Visit(Choices(paths), speed=visit.speed, page=page, told=told, crash=visit.crash)
