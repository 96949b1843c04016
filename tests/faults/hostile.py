"""Files that are not what they should be, read by the program in processes that are watched."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from hostile_files import KINDS, Made, drawn
from hostile_good import GOOD_EXERCISE, GOOD_ROUTINE, beside
from hostile_process import LONGEST_S, MOST_TOLD, Reader, reader
from hostile_window import in_the_window
from text_form import command, silent
from verdict import Verdict

FULL_S = 600.0
FILES_A_KIND = 40
QUICK_FILES_A_KIND = 4
QUICK_STEP = 5  # no divisor of how many things or commands there are: all come


def verdicts(quick: bool) -> Iterator[Verdict]:
    with reader() as asked:
        yield _files(asked, quick)
    step = QUICK_STEP if quick else 1
    with reader() as asked:
        yield _things(asked, step)
    yield _commands(step)
    yield in_the_window(quick)


def _files(asked: Reader, quick: bool) -> Verdict:
    until = time.monotonic() + FULL_S
    _try_all(asked, 0, QUICK_FILES_A_KIND if quick else FILES_A_KIND)
    number = 0
    while not quick and time.monotonic() < until:
        number += 1
        _try_all(asked, number, FILES_A_KIND)
    return Verdict("hostile files", asked.figures(), asked.told())


def _try_all(asked: Reader, number: int, files: int) -> None:
    for kind in KINDS:
        for case in drawn(kind, number, files):
            asked.read(case)


# --- what is no file at all ---

PLACES = (
    ("exercise", "exercises/strange.toml"),
    ("poses", f"poses/{GOOD_EXERCISE}.toml"),
    ("routine", "routines/strange.toml"),
    ("session", "strange.json"),
    ("waiting", "cache/hiptimer-session-2.json"),
    ("sync", "sync/strange.json"),
    ("settings", "config/settings.json"),
    ("window", "state/window.json"),
    ("kept", "state/unsaved-routine.json"),
    ("kept", "cache/catalogue.json"),
    ("kept", "last-import.json"),
    ("zip", "strange.zip"),
    ("backup", "strange.zip"),
)


def _a_pipe(file: Path) -> None:
    os.mkfifo(file)


def _no_end(file: Path) -> None:
    file.symlink_to("/dev/zero")


def _round_about(file: Path) -> None:
    file.symlink_to(file)


def _a_folder(file: Path) -> None:
    file.mkdir()


def _outside(file: Path) -> None:
    file.symlink_to("/etc/passwd")


def _a_terabyte(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(1 << 40)


THINGS = (_a_pipe, _no_end, _round_about, _a_folder, _outside, _a_terabyte)


def _things(asked: Reader, step: int) -> Verdict:
    for (kind, place), thing in list(product(PLACES, THINGS))[::step]:
        asked.read(Made(kind, place, thing.__name__.encode()), thing)
    what = "pipes, devices, links and folders in place of files"
    return Verdict(what, asked.figures(), asked.told())


# --- commands ---

COMMANDS = (
    ("check", "{file}"),
    ("import", "{file}"),
    ("import", "--yes", "{file}"),
    ("restore", "--yes", "{file}"),
    ("parse", "{text}"),
    ("list", "routines"),
    ("start", GOOD_ROUTINE, "--text", "--speed", "500"),
)
CONTENTS = (
    b"a = " + b"[" * 50_000,
    b"[" * 100_000,
    b"a = " + b"9" * 5_000,
    b"\xff\xfe\x00",
    b"PK\x05\x06" + b"\xff" * 18,
    b"\x1b[2J = 1",
)
LONGEST_TEXT = 2_000


def _commands(step: int) -> Verdict:
    """A bad file lies among the person's own, and is what the command is about."""
    wrong: list[str] = []
    tried = list(product(CONTENTS, COMMANDS))[::step]
    for content, words in tried:
        with tempfile.TemporaryDirectory(prefix="hiptimer-hostile-") as folder:
            wrong += _wrong_of(Path(folder), words, content)
    return Verdict("commands with hostile files", f"{len(tried)}", tuple(wrong[:MOST_TOLD]))


def _wrong_of(folder: Path, words: tuple[str, ...], content: bytes) -> Iterator[str]:
    data = folder / "data"
    file = data / "routines/strange.toml"
    for place, written in {**beside(), "routines/strange.toml": content}.items():
        (data / place).parent.mkdir(parents=True, exist_ok=True)
        (data / place).write_bytes(written)
    text = content[:LONGEST_TEXT].replace(b"\0", b"").decode(errors="replace")
    try:
        done = subprocess.run(
            command(data, *(word.format(file=file, text=text) for word in words)),
            check=False,
            env={**silent(), "TMPDIR": str(folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST_S,
        )
    except subprocess.TimeoutExpired:
        yield f"{words[0]} {content[:30]!r}: no end"
        return
    told = (done.stdout + done.stderr).decode(errors="replace")
    if "Traceback" in told or done.returncode < 0:
        yield f"{words[0]} {content[:30]!r}: {told[-300:]!r}"
    if "\x1b" in told:
        yield f"{words[0]} {content[:30]!r}: not fit for a terminal"
