"""The log never stands in the way of the program."""

import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from hiptimer.app.log_file import LogFile
from hiptimer.app.logs import BugLog, Log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    log = logging.getLogger("test_logs")
    log.propagate = False
    yield log
    for handler in list(log.handlers):
        handler.close()
        log.removeHandler(handler)


def test_there_is_a_file_from_the_first_line_on(log: logging.Logger, tmp_path: Path) -> None:
    file = tmp_path / "it.log"
    log.addHandler(Log(file))
    assert not file.exists()
    log.warning("one")
    log.warning("two")
    assert [line.split("test_logs: ")[1] for line in file.read_text().splitlines()] == [
        "one",
        "two",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
def test_a_full_disk_is_nothing_to_be_told_of_in_the_terminal(
    log: logging.Logger, capfd: pytest.CaptureFixture[str]
) -> None:
    handler = LogFile("/dev/full", maxBytes=1000, backupCount=1)
    log.addHandler(handler)
    for _ in range(100):
        log.warning("nobody can read this %s", "x" * 100)
    handler.close()
    assert capfd.readouterr() == ("", "")


def test_lines_are_written_again_when_their_folder_is_back(
    log: logging.Logger, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    handler = LogFile(folder / "it.log", maxBytes=40, backupCount=1)
    log.addHandler(handler)
    log.warning("one, which fills the file to its brim.")
    shutil.rmtree(folder)
    log.warning("two")
    folder.mkdir()
    log.warning("three")
    assert (folder / "it.log").read_text() == "three\n"
    assert capfd.readouterr() == ("", "")


def test_a_fault_of_our_own_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with closing(LogFile(tmp_path / "it.log", maxBytes=1000, backupCount=1)) as handler:
        # Not through a logger: pytest listens there, too.
        wrong = logging.LogRecord("it", logging.WARNING, "it.py", 1, "%d", ("no number",), None)
        handler.handle(wrong)
    assert "Logging error" in capfd.readouterr().err


def test_an_error_that_comes_with_each_frame_does_not_fill_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def paint(frame: int) -> None:
        raise ValueError(f"frame {frame}")

    def start() -> None:
        raise ValueError("another one")

    bugs = BugLog()
    for frame in range(1, 151):
        _write(bugs, partial(paint, frame))
    _write(bugs, start)
    assert [(record.getMessage(), record.exc_info is None) for record in caplog.records] == [
        ("uncaught", False),
        ("uncaught, 10 times by now: ValueError: frame 10", True),
        ("uncaught, 100 times by now: ValueError: frame 100", True),
        ("uncaught", False),
    ]
    assert "in paint" in caplog.text
    assert "another one" in caplog.text


def _write(bugs: BugLog, fail: Callable[[], None]) -> None:
    try:
        fail()
    except ValueError as error:
        bugs.write(ValueError, error, error.__traceback__)
