"""What becomes of an error that nobody has caught."""

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from pytestqt.qtbot import QtBot

from hiptimer.app.bugs import BugReports


class Log:
    """What hears of errors before and beside the window."""

    def __init__(self) -> None:
        self.kinds: list[type[BaseException]] = []

    def hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.kinds.append(kind)

    def hear_of_thread(self, args: threading.ExceptHookArgs) -> None:
        self.kinds.append(args.exc_type)


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Log:
    log = Log()
    monkeypatch.setattr(sys, "excepthook", log.hear)
    monkeypatch.setattr(threading, "excepthook", log.hear_of_thread)
    return log


@pytest.fixture
def bugs(log: Log) -> Iterator[BugReports]:
    bugs = BugReports()
    yield bugs
    bugs.close()
    assert (sys.excepthook, threading.excepthook) == (log.hear, log.hear_of_thread)


def fail() -> None:
    raise ZeroDivisionError("an odd fault")


def fail_in_thread() -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def fail_here() -> None:
    try:
        fail()
    except ZeroDivisionError as error:
        sys.excepthook(ZeroDivisionError, error, error.__traceback__)


@pytest.mark.parametrize("somehow", [fail_here, fail_in_thread])
def test_it_is_told_once_and_logged_each_time(
    qtbot: QtBot, bugs: BugReports, log: Log, somehow: object
) -> None:
    assert callable(somehow)
    with qtbot.waitSignal(bugs.happened) as told:
        somehow()
    assert "in fail\n" in told.args[0]
    assert "an odd fault" in told.args[0]
    with qtbot.assertNotEmitted(bugs.happened):
        fail_here()
        fail_in_thread()
    assert log.kinds == [ZeroDivisionError] * 3
