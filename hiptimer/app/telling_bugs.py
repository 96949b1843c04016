"""When a bug is told: at once on the pages, but never over a workout, which goes on."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hiptimer.app.bugs import BugReports
from hiptimer.app.choices import Choices
from hiptimer.app.home import Home
from hiptimer.model.language import tr


class Trouble(StrEnum):
    """What the report is about."""

    BUG = "bug"
    FATAL = "fatal"
    CRASH = "crash"
    NONE = "none"


class TellingBugs(QObject):
    """Shows the report over `window`. `tell_waiting` is for the end of a workout.

    `crash` is what the run before left behind, "" if it ended well.
    """

    def __init__(
        self,
        home: Home,
        window: QWidget,
        bugs: BugReports,
        *,
        is_leading: Callable[[], bool],
        crash: str = "",
    ) -> None:
        super().__init__()
        self._home = home
        self._window = window
        self._is_leading = is_leading
        self._crash = crash
        self._waiting = ""
        # A dialog must not be opened from inside the painting in which the error was.
        bugs.happened.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def tell_waiting(self) -> None:
        """Tell what happened during the workout."""
        waiting, self._waiting = self._waiting, ""
        if waiting:
            self._show(Trouble.BUG, waiting)

    def show_asked(self) -> None:
        """Open the report because the person wants to tell about something."""
        self._show(Trouble.CRASH if self._crash else Trouble.NONE, self._crash)

    def _show(self, trouble: Trouble, traceback: str) -> None:
        # Takes some milliseconds and is hardly ever needed.
        from hiptimer.app.report import full_report
        from hiptimer.ui.report_dialog import ReportDialog

        title, words = _words(trouble)
        report = full_report(self._home, traceback)
        ReportDialog(title, words, report, self._home.paths.logs, self._window).open()

    def _take(self, traceback: str) -> None:
        if self._is_leading():
            self._waiting = traceback
        else:
            self._show(Trouble.BUG, traceback)


def tell_fatal(choices: Choices, traceback: str) -> None:
    """Show why the program ends, until that is read; not where Qt itself cannot be had."""
    if QApplication.instance() is None:
        return
    from hiptimer.app.report import full_report
    from hiptimer.ui.report_dialog import ReportDialog

    title, words = _words(Trouble.FATAL)
    report = full_report(Home(choices.paths, choices), traceback)
    ReportDialog(title, words, report, choices.paths.logs).exec()


def _words(trouble: Trouble) -> tuple[str, str]:
    about = tr(
        "The report has versions, folders, choices and the end of the log. It has nothing of your "
        "sessions, and it is sent nowhere unless you send it."
    )
    if trouble is Trouble.BUG:
        title = tr("Something in hiptimer went wrong")
        means = tr("What you have done so far is saved, and you can go on.")
    elif trouble is Trouble.FATAL:
        title = tr("hiptimer cannot go on")
        means = tr(
            "What you have done so far is saved. In a terminal hiptimer works without a window."
        )
    elif trouble is Trouble.CRASH:
        title = tr("hiptimer ended by itself last time")
        means = tr("What you had done until then is saved.")
    else:
        title = tr("Report a problem")
        means = tr("Say what you did and what you expected, and add this report.")
    return title, f"{means}\n{about}"
