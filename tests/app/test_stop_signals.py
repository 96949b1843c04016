"""What ends the program from outside."""

import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hiptimer.app.stop_signals import StopSignals

if sys.platform == "win32":
    pytest.skip("Windows sends none of these", allow_module_level=True)


@pytest.fixture
def ignored() -> Iterator[signal.Signals]:
    """As `nohup` starts a program."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    yield signal.SIGHUP
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_each_asks_to_stop_and_has_its_old_meaning_afterwards(qtbot: QtBot, name: str) -> None:
    number = signal.Signals[name]
    before = signal.getsignal(number)
    stop = StopSignals()
    with qtbot.waitSignal(stop.asked):
        signal.raise_signal(number)
    stop.close()
    assert signal.getsignal(number) == before


def test_what_was_to_be_ignored_still_is(qtbot: QtBot, ignored: signal.Signals) -> None:
    stop = StopSignals()
    with qtbot.assertNotEmitted(stop.asked, wait=50):
        signal.raise_signal(ignored)
    stop.close()
    assert signal.getsignal(ignored) is signal.SIG_IGN
