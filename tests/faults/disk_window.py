"""The window on a disk that is full for a while in a workout, at its end, and while it closes."""

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from real.machine import Display, running_display
from real.reader import ScreenReader, running_reader
from small_disk import SmallDisk
from text_form import command
from told import TRACE

SPEED = 40
LIMIT_S = 60.0
IS_FULL = "The disk with the history is full"
SAVED_AGAIN = "Saving works again"


def window_on_full_disk(disk: SmallDisk, data: Path, routine: str) -> Iterator[str]:
    """Lead through `routine` in the window; what did not hold. The disk is full afterwards."""
    with running_display() as display, running_reader(display) as (env, reader):
        whole = {**env, "SDL_AUDIODRIVER": "dummy", "TMPDIR": str(disk.spare)}
        with tempfile.TemporaryFile("w+") as errors:
            window = _begin(data, routine, whole, errors.fileno())
            try:
                yield from _trouble(disk, display, reader)
                window.send_signal(signal.SIGTERM)
                code = window.wait(LIMIT_S)
            except (TimeoutError, AssertionError, subprocess.SubprocessError) as error:
                yield f"the window: {str(error)[:300]}"
                return
            finally:
                window.kill()
                window.wait()
                errors.seek(0)
                written = errors.read()
        if code != 0:
            yield f"the exit code of the window is {code}"
        yield from (f"the window wrote: {line}" for line in written.splitlines() if TRACE.search(line))


def _begin(
    data: Path, routine: str, env: Mapping[str, str], errors: int
) -> "subprocess.Popen[bytes]":
    words = command(data, "start", routine, "--speed", str(SPEED))
    return subprocess.Popen(words, env=env, stdout=errors, stderr=errors)


def _trouble(disk: SmallDisk, display: Display, reader: ScreenReader) -> Iterator[str]:
    reader.wait_for("Get ready. Clamshell", LIMIT_S)
    disk.fill()
    reader.wait_for(IS_FULL, LIMIT_S)
    reader.find("label", IS_FULL)
    # A choice that cannot be saved now holds all the same.
    display.xdotool("key", "m")
    reader.wait_for("Muted", LIMIT_S)
    disk.free()
    reader.wait_for(SAVED_AGAIN, LIMIT_S)
    reader.wait_for("Get ready. Side lunge", LIMIT_S)
    disk.fill()
    reader.wait_for("Done.", LIMIT_S)
    reader.find("label", IS_FULL, LIMIT_S)
    disk.free()
    reader.find("label", "Saved", LIMIT_S)
    disk.fill()
    reader.do("check box", "Effort 3")
    reader.find("label", IS_FULL, LIMIT_S)
    yield from ()
