"""Speech for the person's own words: made once, in the background, when the extra is there.

The words are spoken by a process of its own at low priority; this one only waits for it on a
thread. Without the extra nothing happens: such exercises are announced by tone and screen.
"""

import contextlib
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event, Thread, Timer

import msgspec

from hiptimer.app.script import lines_of
from hiptimer.audio.clips import read_clips
from hiptimer.audio.errors import AudioError
from hiptimer.audio.lines import Line, clip_name, read_respelt
from hiptimer.audio.pack import Pack
from hiptimer.audio.speaking import Job, Spoken
from hiptimer.audio.synthesiser import NEEDED, is_available
from hiptimer.model.catalogue import Catalogue
from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary
from hiptimer.model.saving import write_atomically

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-P", "-m", "hiptimer.audio.speaking")
LOADING_S = 120.0
LINE_S = 60.0
"""No machine takes so long; whoever does hangs, and is ended."""

FAILED = "failed.json"
IDLE = getattr(subprocess, "IDLE_PRIORITY_CLASS", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Of Windows; elsewhere the process makes itself nice."""


class _Failed(msgspec.Struct, frozen=True):
    """Clips that could not be made by this version of the program."""

    version: str
    clips: frozenset[str] = frozenset()


class OwnWords:
    """Speaks what no shipped clip says into a folder of the person's cache.

    shipped: the folder of the pack, such as `assets/voice/en`. `voice_file` is who speaks.
    `on_made` is called on another thread when there are new clips. `command` reads a `Job`.
    """

    def __init__(
        self,
        *,
        shipped: Path,
        voice_file: Path,
        folder: Path,
        version: str,
        on_made: Callable[[], None],
        command: Sequence[str] = COMMAND,
        needed: Sequence[str] = NEEDED,
    ) -> None:
        self._shipped = shipped
        self._voice_file = voice_file
        self._folder = folder
        self._version = version
        self._on_made = on_made
        self._command = command
        self._needed = needed
        self._thread: Thread | None = None
        self._child: subprocess.Popen[str] | None = None
        self._is_stopping = Event()

    def begin(self, catalogue: Catalogue) -> None:
        """Speak what has no clip yet; what an earlier call still speaks is left. Returns soon."""
        self.stop()
        self._is_stopping.clear()
        self._thread = Thread(target=self._work, args=(catalogue,), name="own words", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait, at most so long, until all is spoken that was begun; whether it is."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def stop(self) -> None:
        """Leave off; clips that were made stay."""
        self._is_stopping.set()
        child = self._child
        if child is not None:
            child.kill()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self, catalogue: Catalogue) -> None:
        if not is_available(self._needed):
            return
        try:
            lines = self._own_lines(catalogue)
            pack = Pack(self._folder, self._voice_file.stem)
            pack.keep_only(lines)
            failed = self._read_failed()
            missing = tuple(line for line in pack.missing(lines) if self._name(line) not in failed)
            if missing and self._speak(missing, failed):
                self._on_made()
        except (AudioError, OSError) as error:
            log.warning("Your own words are not spoken: %s", error)

    def _own_lines(self, catalogue: Catalogue) -> tuple[Line, ...]:
        respelt = read_respelt(self._shipped / "respelt.toml")
        shipped = {clip.phrase for clip in read_clips(self._shipped).clips}
        lines = lines_of(catalogue.exercises.values(), catalogue.routines.values(), respelt)
        return tuple(line for line in lines if line.phrase not in shipped)

    def _speak(self, lines: Sequence[Line], failed: frozenset[str]) -> bool:
        """Whether any line was spoken."""
        job = Job(str(self._voice_file), str(self._folder), tuple(lines))
        spoken, complaint, code = self._run(job)
        problems = {one.phrase: one.problem for one in spoken if one.problem}
        left = [line for line in lines if line.phrase not in {one.phrase for one in spoken}]
        if self._is_stopping.is_set():
            left.clear()
        elif code not in (0, 1) and left:
            problems[left[0].phrase] = f"the voice broke down ({code})"
        elif left:
            log.warning("Your own words are not spoken: %s", complaint)
        for phrase, problem in problems.items():
            log.warning("%r is not spoken: %s", phrase, problem)
        if problems:
            names = {self._name(line) for line in lines if line.phrase in problems}
            self._write_failed(failed | names)
        return len(spoken) > sum(bool(one.problem) for one in spoken)

    def _run(self, job: Job) -> tuple[list[Spoken], str, int]:
        """What came of the lines, the last words on stderr, and the exit code."""
        child = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            creationflags=IDLE,
        )
        self._child = child
        watch = Timer(LOADING_S + LINE_S * len(job.lines), child.kill)
        watch.start()
        try:
            if self._is_stopping.is_set():
                child.kill()
            output, complaint = child.communicate(msgspec.json.encode(job).decode())
        finally:
            watch.cancel()
            self._child = None
        return list(_reports(output)), complaint.strip()[-500:], child.returncode

    def _name(self, line: Line) -> str:
        return clip_name(line, self._voice_file.stem)

    def _read_failed(self) -> frozenset[str]:
        """What this version need not try again."""
        try:
            data = read_ordinary(self._folder / FAILED)
            failed = msgspec.json.decode(data, type=_Failed)
        except (OSError, *BROKEN_JSON):
            return frozenset()
        return failed.clips if failed.version == self._version else frozenset()

    def _write_failed(self, clips: frozenset[str]) -> None:
        failed = _Failed(self._version, clips)
        write_atomically(self._folder / FAILED, msgspec.json.encode(failed, order="sorted"))


def _reports(output: str) -> Iterator[Spoken]:
    """The lines that are reports; a process that was ended may leave half a one."""
    for line in output.splitlines():
        with contextlib.suppress(msgspec.DecodeError):
            yield msgspec.json.decode(line, type=Spoken)
