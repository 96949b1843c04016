"""Stands in for the process that speaks: hums, breaks down, or hangs when it is told to."""

import os
import sys
import time
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audio.humming import Hum

from hiptimer.audio.speaking import Job, speak


def main() -> None:
    """`humming_child.py NOTES [crash WORD | hang | unloaded]`; NOTES gets a line a job."""
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    with Path(sys.argv[1]).open("a", encoding="utf-8") as notes:
        notes.write(" ".join(line.phrase for line in job.lines) + "\n")
    how = sys.argv[2:]
    if how[:1] == ["unloaded"]:
        sys.exit("The voice cannot be loaded.")
    if how[:1] == ["hang"]:
        time.sleep(600)
    if how[:1] == ["crash"]:
        fine = tuple(line for line in job.lines if how[1] not in line.phrase)
        speak(msgspec.structs.replace(job, lines=fine[:1]), make=Hum)
        os._exit(139)
    speak(job, make=Hum)


main()
