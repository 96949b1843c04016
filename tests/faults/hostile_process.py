"""A process that reads hostile files, one after another, and what came of it."""

import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from hostile_files import Made
from hostile_good import beside
from hostile_reader import Answer, Case
from text_form import silent

CASES_A_PROCESS = 300
MOST_CPU_S = 1.0
LONGEST_S = 60.0
MOST_KIB = 300 * 1024
MOST_TOLD = 12
FOLDERS = ("exercises", "routines", "poses", "sync", "config", "state", "cache")
# What was read stays in it: it is the program's, and goes on from file to file.
HISTORY = "history"


@contextmanager
def reader() -> Iterator["Reader"]:
    """Its folder and its process are gone afterwards, whatever happens."""
    with tempfile.TemporaryDirectory(prefix="hiptimer-hostile-") as folder:
        made = Reader(Path(folder))
        try:
            yield made
        finally:
            made.end()


class Reader:
    """Reads in a data folder of its own within `sandbox`. Begins a new process when one ends."""

    def __init__(self, sandbox: Path) -> None:
        self._sandbox = sandbox
        self._data = sandbox / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._left = self._usual_kib = self._most_kib = 0
        self._before: dict[Path, bytes | None] = {}
        self._slowest = (0.0, "")
        self._wrong: Counter[str] = Counter()
        self._example: dict[str, str] = {}
        self.cases = self.processes = 0

    def read(self, case: Made, make: Callable[[Path], object] | None = None) -> None:
        """A file with this content where the program looks for such, or what `make` makes there."""
        if self._process is None or self._left == 0:
            self._begin()
        self._left -= 1
        self.cases += 1
        file = self._data / case.place
        file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        if make is None:
            file.write_bytes(case.content)
        else:
            make(file)
        answer = self._ask(Case(case.kind, case.place))
        if answer is None:
            self._note(f"{case.kind}: no answer in {LONGEST_S:g} s, or the process ended", case)
            self.end()
            return
        self._judge(case, answer)
        self._tidy()

    def figures(self) -> str:
        seconds, what = self._slowest
        return (
            f"{self.cases} in {self.processes} processes; the slowest took {seconds:.2f} s of "
            f"processor ({what}), {self._most_kib // 1024} MB more at most"
        )

    def told(self) -> tuple[str, ...]:
        """What did not hold, each with an example."""
        most = self._wrong.most_common(MOST_TOLD)
        lines = [f"{n} × {words} with {self._example[words]}" for words, n in most]
        more = len(self._wrong) - len(most)
        return (*lines, f"and {more} more kinds of trouble") if more else tuple(lines)

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _judge(self, case: Made, answer: Answer) -> None:
        self._slowest = max(self._slowest, (answer.cpu_s, f"{case.kind} {case.content[:30]!r}"))
        grown = answer.peak_kib - self._usual_kib
        self._most_kib = max(self._most_kib, grown)
        for words in answer.wrong:
            self._note(words, case)
        if answer.cpu_s > MOST_CPU_S:
            self._note(f"{case.kind}: over {MOST_CPU_S:g} s of processor", case)
        if grown > MOST_KIB:
            self._note(f"{case.kind}: over {MOST_KIB // 1024} MB more", case)
            self._left = 0  # the most so far stays with a process

    def _note(self, words: str, case: Made) -> None:
        words = words[:400]
        self._wrong[words] += 1
        if words in self._example:
            return
        self._example[words] = f"{case.place} {case.content[:80]!r} ({len(case.content)} bytes)"
        if folder := os.environ.get("HIPTIMER_HOSTILE_KEEP"):
            name = f"{len(self._example)}-{case.kind}-{Path(case.place).name}"
            (Path(folder) / name).write_bytes(case.content)

    def _begin(self) -> None:
        self.end()
        shutil.rmtree(self._data, ignore_errors=True)
        for folder in FOLDERS:
            (self._data / folder).mkdir(parents=True)
        (self._sandbox / "tmp").mkdir(exist_ok=True)
        for place, content in beside().items():
            (self._data / place).write_bytes(content)
        errors = self._sandbox / "errors.txt"
        with errors.open("wb") as stream:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("hostile_reader.py")), self._sandbox],
                env={**silent(), **self._environment()},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stream,
            )
        self.processes += 1
        self._left = CASES_A_PROCESS
        ready = self._answer()
        if ready is None:
            raise RuntimeError(f"the process did not begin: {errors.read_text()[-400:]}")
        self._usual_kib = ready.peak_kib
        self._before = {
            path: path.read_bytes() if path.is_file() else None for path in self._all_but_history()
        }

    def _environment(self) -> dict[str, str]:
        faults = Path(__file__).parent
        return {
            "TMPDIR": str(self._sandbox / "tmp"),
            "PYTHONPATH": os.pathsep.join([str(faults.parent), str(faults)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def _tidy(self) -> None:
        """All as it was before the first file, but for the history."""
        for path in self._all_but_history():
            kept = self._before.get(path)
            if (
                path not in self._before
                or path.is_symlink()
                or path.is_file() != (kept is not None)
            ):
                _remove(path)
        for path, content in self._before.items():
            if content is None:
                path.mkdir(parents=True, exist_ok=True)
            elif not _is_same(path, content):
                path.write_bytes(content)

    def _all_but_history(self) -> list[Path]:
        found = self._data.rglob("*")
        return [path for path in found if not path.name.startswith(HISTORY)]

    def _ask(self, case: Case) -> Answer | None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(msgspec.json.encode(case) + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        return self._answer()

    def _answer(self) -> Answer | None:
        """None when none comes in time."""
        assert self._process is not None
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], LONGEST_S)
        line = self._process.stdout.readline() if ready else b""
        return msgspec.json.decode(line, type=Answer) if line else None


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _is_same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
