"""The window on a disk that is full, read-only or gone, or with its history locked."""

import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from real.machine import Display, running_display
from real.reader import ScreenReader, running_reader
from small_disk import SmallDisk
from text_form import command
from told import TRACE

SPEED = 30
LIMIT_S = 60.0
LOCKED_S = 30.0
IS_FULL = "The disk with the history is full"
READ_ONLY = "Read-only file system"
IS_BUSY = "The history is busy in another program"
IS_GONE = "The history is not there any more"
SAVED_AGAIN = "Saving works again"


Doing = Callable[[SmallDisk, Display, ScreenReader], None]


def led_in_window(
    disk: SmallDisk, data: Path, temp: Path, routine: str, do: Doing
) -> Iterator[str]:
    """Lead through `routine` in the window while `do` is done, and close it; what did not hold."""
    with running_display() as display, running_reader(display) as (env, reader):
        whole = {**env, "SDL_AUDIODRIVER": "dummy", "TMPDIR": str(temp)}
        with tempfile.TemporaryFile("w+") as errors:
            window = _begin(data, routine, whole, errors.fileno())
            try:
                do(disk, display, reader)
                window.send_signal(signal.SIGTERM)
                if (code := window.wait(LIMIT_S)) != 0:
                    yield f"the exit code of the window is {code}"
            except (TimeoutError, AssertionError, subprocess.SubprocessError) as error:
                yield f"the window: {str(error)[:300]}"
            finally:
                window.kill()
                window.wait()
            errors.seek(0)
            traces = [line for line in errors.read().splitlines() if TRACE.search(line)]
        yield from (f"the window wrote: {line}" for line in traces)


def fill_and_free(disk: SmallDisk, display: Display, reader: ScreenReader) -> None:
    """Full for a while, at the end, and while the window closes."""
    reader.wait_for("Get ready. Clamshell", LIMIT_S)
    disk.fill()
    reader.wait_for(IS_FULL, LIMIT_S)
    reader.find("label", IS_FULL)
    # A choice that cannot be saved now holds all the same.
    display.xdotool("key", "m")
    reader.wait_for("Muted", LIMIT_S)
    disk.free()
    reader.wait_for(SAVED_AGAIN, LIMIT_S)
    reader.wait_for("Get ready. All-fours", LIMIT_S)
    disk.fill()
    reader.wait_for("Done.", LIMIT_S)
    reader.find("label", IS_FULL, LIMIT_S)
    disk.free()
    reader.find("label", "Saved", LIMIT_S)
    disk.fill()
    reader.do("check box", "Effort 3")
    reader.find("label", IS_FULL, LIMIT_S)


def close_while_full(disk: SmallDisk, display: Display, reader: ScreenReader) -> None:
    """Closed by hand when nothing can be written anywhere, and told to stay open."""
    reader.wait_for("Get ready. All-fours", LIMIT_S)
    disk.fill()
    reader.wait_for("Done.", LIMIT_S)
    reader.find("label", IS_FULL, LIMIT_S)
    display.xdotool("key", "alt+F4")
    reader.find("label", "Not everything is saved yet", LIMIT_S)
    reader.do("push button", "Keep open")
    disk.free()
    reader.find("label", "Saved", LIMIT_S)


def lock_past_the_end(disk: SmallDisk, _display: Display, reader: ScreenReader) -> None:
    """By another program, from the first sets until the workout is over and longer."""
    file = disk.folder / "data" / "history.db"
    reader.wait_for("Get ready. Clamshell", LIMIT_S)
    with closing(sqlite3.connect(file, isolation_level=None, timeout=5)) as other:
        other.execute("BEGIN EXCLUSIVE")
        until = time.monotonic() + LOCKED_S
        reader.wait_for(IS_BUSY, LIMIT_S)
        reader.wait_for("Done.", LIMIT_S)
        reader.find("label", IS_BUSY, LIMIT_S)
        time.sleep(max(0.0, until - time.monotonic()))
        other.execute("ROLLBACK")
    reader.find("label", "Saved", LIMIT_S)


def tear_away(disk: SmallDisk, _display: Display, reader: ScreenReader) -> None:
    """As when a drive is unplugged."""
    reader.wait_for("Get ready. Clamshell", LIMIT_S)
    disk.tear_away()
    _told_as_gone(reader)


def remove(disk: SmallDisk, _display: Display, reader: ScreenReader) -> None:
    """The whole data folder."""
    reader.wait_for("Get ready. Clamshell", LIMIT_S)
    shutil.rmtree(disk.folder / "data", ignore_errors=True)
    _told_as_gone(reader)


def _told_as_gone(reader: ScreenReader) -> None:
    reader.wait_for(IS_GONE, LIMIT_S)
    reader.wait_for("Done.", LIMIT_S)
    reader.find("label", IS_GONE, LIMIT_S)


def only_read(_disk: SmallDisk, _display: Display, reader: ScreenReader) -> None:
    """The disk was made read-only before."""
    reader.wait_for(READ_ONLY, LIMIT_S)
    reader.wait_for("Done.", LIMIT_S)
    reader.find("label", "The history cannot be used", LIMIT_S)


def _begin(
    data: Path, routine: str, env: Mapping[str, str], errors: int
) -> "subprocess.Popen[bytes]":
    words = command(data, "start", routine, "--speed", str(SPEED))
    return subprocess.Popen(words, env=env, stdout=errors, stderr=errors)
