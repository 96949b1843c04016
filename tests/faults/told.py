"""A workout in text as another process, and what it says while it says it."""

import re
import subprocess
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from text_form import command, silent

LIMIT_S = 60.0
SAVED = re.compile(r"^  saved: ")
TRACE = re.compile(r"Traceback|Exception ignored|Logging error|Error:")


class Told:
    """Begun at once, ended with the context. Standard error is told with the rest."""

    def __init__(
        self, data: Path, *, speed: float, routine: str, env: Mapping[str, str] | None = None
    ) -> None:
        self.process = subprocess.Popen(
            command(data, "start", routine, "--text", "--speed", str(speed)),
            env={**silent(), **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._news = threading.Condition(threading.RLock())
        self._lines: list[str] = []
        self._is_over = False
        self.notes: list[str] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, t: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        self._thread.join()

    @property
    def lines(self) -> tuple[str, ...]:
        with self._news:
            return tuple(self._lines)

    @property
    def saved(self) -> int:
        """How often something was told as saved."""
        return sum(bool(SAVED.match(line)) for line in self.lines)

    @property
    def traces(self) -> tuple[str, ...]:
        """What nobody should be shown."""
        return tuple(line for line in self.lines if TRACE.search(line))

    def wait_for(self, words: str, since: int = 0) -> int:
        """Until a line has these words, from line number `since` on; the number after it.

        Raises TimeoutError when it ends without, or takes too long.
        """
        with self._news:
            self._news.wait_for(lambda: self._is_over or self.find(words, since), LIMIT_S)
            found = self.find(words, since)
        if not found:
            raise TimeoutError(f"nobody said {words!r}")
        return found

    def wait_for_saved(self, more: int) -> None:
        """Until so many more things are told as saved."""
        total = self.saved + more
        with self._news:
            self._news.wait_for(lambda: self._is_over or self.saved >= total, LIMIT_S)

    def code(self) -> int:
        """The exit code, at the end."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(LIMIT_S)
            self._thread.join(LIMIT_S)
            return self.process.returncode
        raise TimeoutError("it does not end")

    def note(self, words: str) -> None:
        """Something did not hold."""
        self.notes.append(words)

    def find(self, words: str, since: int) -> int:
        """The number after the first such line, 0 if there is none."""
        with self._news:
            for number, line in enumerate(self._lines[since:], start=since + 1):
                if words in line:
                    return number
        return 0

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout:
            for line in self.process.stdout:
                self._hear(line.rstrip("\n"))
        with self._news:
            self._is_over = True
            self._news.notify_all()

    def _hear(self, line: str) -> None:
        with self._news:
            self._lines.append(line)
            self._news.notify_all()
