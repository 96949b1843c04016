"""Tries the Debian package in a clean Debian 12: `make test-package`; needs root.

Installs it with what it says it needs and no more, uses it as a person would, and removes it.
The window runs in the clean system, its screen and its sound server out here.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bundle_facts import NAME, ROOT, VERSION
from clean_root import CleanRoot, RootError, clean_root
from real.machine import Display, SoundServer, running_display, running_sound_server, wait_until

PERSON = "runner"
DATA = f"/home/{PERSON}/.local/share/{NAME}"
ROUTINE = "two-minute-primer"
# Only to look at what the package has laid down; the program is tried before they are there.
TOOLS = (
    "bash-completion",
    "desktop-file-utils",
    "libglib2.0-bin",
    "man-db",
    "shared-mime-info",
)
FORMS = {"run.ogg": b"OggS", "run.mp3": b"", "run.wav": b"RIFF"}
SLOW_S = 60.0


class TrialError(Exception):
    """Something is not as it should be."""


class Trial:
    """The package in one clean system. Each `try_…` raises TrialError."""

    def __init__(
        self, root: CleanRoot, package: Path, display: Display, sound: SoundServer
    ) -> None:
        self._root = root
        self._package = package
        self._display = display
        self._sound = sound
        self._env = {"DISPLAY": display.name, "XDG_RUNTIME_DIR": f"/home/{PERSON}"}

    # --- installing ---

    def install(self) -> None:
        """With what the package depends on, and nothing that it only recommends."""
        before = self._megabytes()
        (self._root.folder / "package.deb").write_bytes(self._package.read_bytes())
        self._root.apt("update")
        size = self._megabytes()
        self._root.apt("install", "--no-install-recommends", "/package.deb")
        self._root.run("apt-get", "clean")
        _tell("package", f"{self._package.stat().st_size / 1e6:.1f} MB")
        _tell("its own files", f"{self._own_megabytes():.0f} MB")
        _tell("installed with all it depends on", f"{self._megabytes() - size:.0f} MB")
        _tell("the system before", f"{before:.0f} MB")
        self._ask("useradd", "--create-home", PERSON, as_person=False)

    def _megabytes(self) -> float:
        done = subprocess.run(
            ["du", "-sxB1", "--exclude=./tmp", "--exclude=./var/cache", "--exclude=*.deb", "."],
            cwd=self._root.folder,
            capture_output=True,
            text=True,
            check=True,
        )
        return int(done.stdout.split()[0]) / 1e6

    def _own_megabytes(self) -> float:
        size = self._ask("dpkg-query", "-W", "-f", "${Installed-Size}", NAME, as_person=False)
        return int(size) * 1024 / 1e6

    # --- without a screen ---

    def try_commands(self) -> None:
        if self._root.run("sh", "-c", "command -v python3").returncode == 0:
            raise TrialError("There is a Python in the clean system.")
        _same(f"{NAME}, version {VERSION}\n", self._hiptimer("--version"))
        report = self._hiptimer("doctor", "--probe-audio")
        _has(report, "exercises            52", "display              none", "audio")
        if "problem " in report:
            raise TrialError(report)
        _has(self._hiptimer("list", "routines"), ROUTINE)
        _has(self._hiptimer("parse", "clamshell 3x10 each side, 5 s hold"), "10")

    def try_text(self) -> None:
        self._hiptimer("start", ROUTINE, "--text", "--speed", "100")
        self._expect_sessions("complete")

    def try_files(self) -> None:
        for name, begin in FORMS.items():
            self._hiptimer("audio", ROUTINE, "-o", f"/tmp/{name}")
            data = (self._root.folder / "tmp" / name).read_bytes()
            if len(data) < 100_000 or not data.startswith(begin):
                raise TrialError(f"{name} is no sound file: {len(data)} bytes")
        for name in ("all.json", "all.csv", "all.zip"):
            command = "backup" if name.endswith(".zip") else "export"
            self._hiptimer(command, f"/tmp/{name}")
        # At high speed nobody did anything that a watch wants to know: another one's session.
        other = ("--data-dir", "/tmp/other")
        sample = min(self._root.folder.glob("usr/lib/*/_internal/sessions/sample/*.json"))
        self._hiptimer(*other, "import", "--yes", f"/{sample.relative_to(self._root.folder)}")
        self._hiptimer(*other, "export", "/tmp/all.fit")
        self._hiptimer("week", "--ics", "/tmp/days.ics")
        self._hiptimer("picture", "clam-basic", "-o", "/tmp/clam.png")
        for name in ("all.json", "all.csv", "all.fit", "all.zip", "days.ics", "clam.png"):
            if not (self._root.folder / "tmp" / name).stat().st_size:
                raise TrialError(f"{name} is empty")

    # --- on the screen ---

    def try_window(self) -> None:
        with self._window("start", ROUTINE, "--speed", "60") as program:
            self._expect_sessions("complete", "complete")
            self._close(program)

    def try_keys(self) -> None:
        """As the menu starts it; Enter begins what Today proposes, twice Esc ends it."""
        with self._window("open") as program:
            self._press("Return")
            self._expect_sessions("running", "complete", "complete")
            time.sleep(1.0)
            self._press("Escape")
            time.sleep(0.5)
            self._press("Escape")
            self._expect_sessions("stopped", "complete", "complete")
            self._close(program)

    def try_sound(self) -> None:
        """The library that sound needs is only recommended."""
        self._root.apt("install", "--no-install-recommends", "libpulse0")
        with self._root.lent(Path(self._sound.env["XDG_RUNTIME_DIR"])):
            # The server's folder is its owner's alone.
            command = (NAME, "--data-dir", "/tmp/sound", "doctor", "--probe-audio")
            report = self._ask(*command, env=self._sound.env, as_person=False)
        _has(report, "opened through pulseaudio")

    # --- what the desktop, the shell and man read ---

    def try_entries(self) -> None:
        self._root.apt("install", "--no-install-recommends", *TOOLS)
        self._ask("desktop-file-validate", "/usr/share/applications/hiptimer.desktop")
        for ending, kind in (
            ("hiptimer.toml", "application/x-hiptimer-routine+toml"),
            ("hiptimer.zip", "application/x-hiptimer-routine+zip"),
            ("toml", "application/toml"),
        ):
            (self._root.folder / "tmp" / f"mine.{ending}").write_text("name = 1\n")
            asked = ("gio", "info", "--attributes=standard::content-type")
            _has(self._ask(*asked, f"/tmp/mine.{ending}"), f"content-type: {kind}\n")
            is_ours = f"“{kind}”: hiptimer.desktop" in self._ask("gio", "mime", kind)
            if is_ours is (ending == "toml"):
                raise TrialError(f"{kind} is opened by the wrong program")
        _has(self._ask("man", "hiptimer", env={"MANWIDTH": "80"}), "HIPTIMER(1)", "hiptimer start")
        script = (
            "source /usr/share/bash-completion/completions/hiptimer; "
            "COMP_WORDS=(hiptimer st); COMP_CWORD=1; _hiptimer_completion hiptimer st hiptimer; "
            'echo "${COMPREPLY[@]}"'
        )
        _same("start", self._ask("bash", "-c", script).strip())

    # --- removing ---

    def remove(self) -> None:
        """Nothing is left but what the person has made."""
        self._root.apt("purge", NAME)
        (self._root.folder / "package.deb").unlink()
        left = {file for file in self._root.files() if NAME in file}
        mine = {file for file in left if file.startswith(f"home/{PERSON}/")}
        # apt's and dpkg's own records of what was done.
        left -= mine
        if left:
            raise TrialError(f"Left after the removal: {', '.join(sorted(left))}")
        if f"{DATA[1:]}/history.db" not in mine:
            raise TrialError("The person's history is gone with the program.")

    # --- the parts ---

    def _hiptimer(self, *words: str, env: Mapping[str, str] | None = None) -> str:
        return self._ask(NAME, *words, env=env)

    def _ask(
        self, *command: str, env: Mapping[str, str] | None = None, as_person: bool = True
    ) -> str:
        done = self._root.run(*self._as_person(command) if as_person else command, env=env)
        if done.returncode != 0:
            raise TrialError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout

    def _as_person(self, command: tuple[str, ...]) -> tuple[str, ...]:
        home = f"HOME=/home/{PERSON}"
        return ("setpriv", f"--reuid={PERSON}", "--clear-groups", "env", home, *command)

    @contextmanager
    def _window(self, *words: str) -> Iterator["subprocess.Popen[str]"]:
        """The program with its window on the screen."""
        command = self._root.command(*self._as_person((NAME, *words)), env=self._env)
        program = subprocess.Popen(command, text=True, stderr=subprocess.PIPE)
        try:
            self._wait(lambda: bool(self._windows()), "the window", program)
            yield program
        finally:
            if program.poll() is None:
                program.kill()
            program.wait()

    def _windows(self) -> list[str]:
        try:
            found = self._display.xdotool("search", "--onlyvisible", "--name", NAME)
        except subprocess.CalledProcessError:
            return []
        return found.split()

    def _press(self, key: str) -> None:
        self._display.xdotool("windowactivate", "--sync", self._windows()[0])
        self._display.xdotool("key", key)

    def _close(self, program: "subprocess.Popen[str]") -> None:
        self._press("alt+F4")
        code = program.wait(timeout=SLOW_S)
        if code != 0:
            raise TrialError(f"The window ended with {code}.")

    def _expect_sessions(self, *statuses: str) -> None:
        """Newest first."""
        try:
            self._wait(lambda: self._statuses() == list(statuses), f"sessions {statuses}")
        except TrialError as error:
            raise TrialError(f"{error}, found {self._statuses()}") from error

    def _statuses(self) -> list[str]:
        sessions = json.loads(self._hiptimer("history", "--json"))
        return [str(session["status"]) for session in sessions]

    def _wait(
        self,
        is_true: Callable[[], bool],
        what: str,
        program: "subprocess.Popen[str] | None" = None,
    ) -> None:
        try:
            wait_until(is_true, what, SLOW_S)
        except TimeoutError as error:
            said = ""
            if program is not None and program.poll() is not None and program.stderr is not None:
                said = f"\n{program.stderr.read()}"
            raise TrialError(f"{error}{said}") from error


def _has(text: str, *parts: str) -> None:
    for part in parts:
        if part not in text:
            raise TrialError(f"{part!r} is missing in:\n{text}")


def _same(wanted: str, found: str) -> None:
    if wanted != found:
        raise TrialError(f"{wanted!r} was expected, and {found!r} is what came.")


def _tell(name: str, figure: str) -> None:
    print(f"{name:36} {figure}", flush=True)


def try_package(package: Path) -> None:
    """All of it. Raises TrialError and RootError."""
    with (
        clean_root(ROOT / "build" / "debian") as root,
        running_display() as display,
        running_sound_server() as sound,
    ):
        trial = Trial(root, package, display, sound)
        for step in (
            trial.install,
            trial.try_commands,
            trial.try_text,
            trial.try_files,
            trial.try_window,
            trial.try_keys,
            trial.try_sound,
            trial.try_entries,
            trial.remove,
        ):
            began = time.monotonic()
            step()
            _tell(step.__name__, f"{time.monotonic() - began:.1f} s")


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(description="Tries the package in a clean Debian.")
    parser.add_argument("package", nargs="?", type=Path, help="the newest in dist/ when not given")
    package = parser.parse_args().package or _newest()
    if package is None:
        print("There is no package in dist/ yet: make package.", file=sys.stderr)
        return 1
    try:
        try_package(package)
    except (TrialError, RootError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _newest() -> Path | None:
    packages = (ROOT / "dist").glob(f"{NAME}_*.deb")
    return max(packages, key=lambda file: file.stat().st_mtime, default=None)


if __name__ == "__main__":
    sys.exit(main())
