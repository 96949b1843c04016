"""The process that speaks: a job on stdin, clips into a folder, a line on stdout for each.

`python -m hiptimer.audio.speaking` runs apart from the window, at low priority, so that nothing
on the screen waits for it and its memory is given back when it ends.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec

from hiptimer.audio.errors import AudioError
from hiptimer.audio.lines import Line
from hiptimer.audio.pack import Pack
from hiptimer.audio.synthesiser import Kokoro, Synthesiser

NICENESS = 15


class Job(msgspec.Struct, frozen=True):
    """Lines for one folder; `voice_file` holds the voice, and is named after it."""

    voice_file: str
    folder: str
    lines: tuple[Line, ...]
    threads: Annotated[int, msgspec.Meta(ge=1)] = 1


class Spoken(msgspec.Struct, frozen=True):
    """What came of one line; `problem` is empty when there is a clip now."""

    phrase: str
    problem: str = ""


MakeSynthesiser = Callable[[Path, int], Synthesiser]


def speak(job: Job, make: MakeSynthesiser = Kokoro) -> None:
    """Do a job, and print a `Spoken` for each line. AudioError when the voice cannot be loaded."""
    synthesiser = make(Path(job.voice_file), job.threads)
    pack = Pack(Path(job.folder), synthesiser.voice)
    pack.add_all(job.lines, synthesiser, _tell)


def _tell(line: Line, problem: str) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(Spoken(line.phrase, problem)) + b"\n")
    sys.stdout.buffer.flush()


def main() -> int:
    """The exit code: 0 when every line was tried; else the reason is on stderr."""
    if sys.platform != "win32":
        os.nice(NICENESS)
    try:
        speak(msgspec.json.decode(sys.stdin.buffer.read(), type=Job))
    except (msgspec.DecodeError, AudioError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
