"""Reads hostile files, one after another, in a process that is watched.

A line of JSON on standard input says where the next one lies; the answer is another.
"""

import os
import resource
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from watched import Watch

if TYPE_CHECKING:
    from hostile_readings import Readings

# A file that asks for more is met by a MemoryError here, and not by the whole machine.
MOST_MEMORY = 3 << 30


class Case(msgspec.Struct):
    """`place` is a path within the data folder; `kind` says how the program comes to read it."""

    kind: str
    place: str


class Answer(msgspec.Struct):
    """Seconds of processor; KiB at most so far; what did not hold."""

    cpu_s: float
    peak_kib: int
    wrong: list[str] = []


def main() -> None:
    from hostile_readings import Readings  # the whole program; who asks needs the forms alone

    sandbox = Path(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # nothing else that is printed may stand among the answers
    readings = Readings(sandbox / "data")
    readings.warm_up()
    watch = Watch(f"{sandbox}/data/", f"{sandbox}/tmp/hiptimer-")
    answers.write(msgspec.json.encode(Answer(0.0, _peak_kib())) + b"\n")
    for line in sys.stdin.buffer:
        case = msgspec.json.decode(line, type=Case)
        began = time.process_time()
        wrong = _tried(readings, case)
        cpu_s = time.process_time() - began
        wrong += [f"{case.kind}: outside, {seen}" for seen in watch.taken()]
        answers.write(msgspec.json.encode(Answer(cpu_s, _peak_kib(), wrong)) + b"\n")


def _tried(readings: "Readings", case: Case) -> list[str]:
    try:
        return [f"{case.kind}: {words}" for words in readings.read(case.kind, case.place)]
    except Exception as error:  # noqa: BLE001  (whatever comes out here would end the program)
        at = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in traceback.extract_tb(error.__traceback__)[:0:-1][:6]
        )
        return [f"{case.kind}: {type(error).__name__} {str(error)[:150]!r} at {at}"]


def _peak_kib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
