"""Makes `.venv` with everything hiptimer needs; does nothing when that is done already.

Runs with the system's Python and its standard library alone:
`python3 packaging/setup_environment.py [--desktop-tests | --voice | --bundle]`.
"""

import argparse
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from system_libraries import (
    QT_AND_SOUND,
    REAL_DISPLAY_AND_SOUND_SERVER,
    Need,
    SetUpError,
    provide,
)

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = Path("packaging/requirements.txt")
# The neural voice and a recogniser stay apart: only the spoken pack is made with them.
VOICE_LOCK = Path("packaging/requirements-voice.txt")
# Packages are made where nothing of development is, so that nothing of it can get into them.
BUNDLE_LOCK = Path("packaging/requirements-bundle.txt")
PLACES = {
    "program": (".venv", LOCK),
    "voice": (".voice", VOICE_LOCK),
    "bundle": (".bundle", BUNDLE_LOCK),
}
INPUTS = (Path("pyproject.toml"), Path("packaging/setup_environment.py"))


class Environment:
    """A virtual environment of one checkout, made from one lock."""

    def __init__(self, checkout: Path, name: str, lock: Path) -> None:
        self._checkout = checkout
        self._lock = lock
        self._folder = checkout / name
        self._stamp = self._folder / "hiptimer-stamp.json"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if sys.platform == "win32":
            return self._folder / "Scripts" / "python.exe"
        return self._folder / "bin" / "python"

    def is_ready(self) -> bool:
        """Whether it was made whole, by this Python, here, from the present lock and project."""
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        # The interpreter is a link to one that may have been removed since.
        return bool(stamp == self._wanted_stamp()) and self.python.exists()

    def make(self) -> None:
        """Make it, or bring it up to date. Raises SetUpError when a step fails."""
        self._stamp.unlink(missing_ok=True)
        if not self._is_usable():
            self._make_anew()
        self._pip("install", "--require-hashes", "-r", str(self._lock))
        self._pip("install", "--no-deps", "--no-build-isolation", "-e", ".")
        text = json.dumps(self._wanted_stamp(), indent=1)
        self._stamp.write_text(text + "\n", encoding="utf-8")

    def _wanted_stamp(self) -> Mapping[str, str]:
        """Scripts and the program's own place are written with full paths: so is the stamp."""
        digest = hashlib.sha256()
        for name in (self._lock, *INPUTS):
            digest.update((self._checkout / name).read_bytes())
        return {
            "python": _version(),
            "checkout": str(self._checkout),
            "inputs": digest.hexdigest(),
        }

    def _is_usable(self) -> bool:
        """Whether what is there has pip and is of this Python, in this place."""
        question = "import sys, pip; print('%d.%d' % sys.version_info[:2], sys.prefix, sep='\\n')"
        try:
            answer = subprocess.run(
                [self.python, "-c", question], capture_output=True, text=True, check=False
            )
        except OSError:
            return False
        return answer.stdout.splitlines() == [_version(), str(self._folder)]

    def _make_anew(self) -> None:
        if self._folder.exists():
            shutil.rmtree(self._folder)
        # Not sys.executable: in an activated environment that was just removed.
        base = getattr(sys, "_base_executable", sys.executable)
        self._run([base, "-m", "venv", str(self._folder)])
        if sys.version_info < (3, 12):
            # Nothing here uses it, and pygame would load it: 0.1 s of every start.
            self._pip("uninstall", "--yes", "setuptools")

    def _pip(self, *arguments: str) -> None:
        quiet = [] if sys.stderr.isatty() else ["--quiet"]
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check"]
        self._run([*pip, *arguments, *quiet])

    def _run(self, command: Sequence[str]) -> None:
        """What a step prints goes to stderr: stdout belongs to hiptimer."""
        done = subprocess.run(command, cwd=self._checkout, stdout=sys.stderr, check=False)
        if done.returncode != 0:
            raise SetUpError(
                "Setting hiptimer up stopped at this step; the lines above say why:\n  "
                + " ".join(command)
            )


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


class VenvModule(Need):
    """The part of Python that makes environments; Debian packages it apart."""

    def is_met(self) -> bool:
        """Whether this Python can put pip into a new environment."""
        importlib.invalidate_caches()
        return importlib.util.find_spec("ensurepip") is not None


def set_up(checkout: Path, *, desktop_tests: bool, purpose: str) -> None:
    """Provide what the system lacks and make the environment. Raises SetUpError."""
    name, lock = PLACES[purpose]
    environment = Environment(checkout, name, lock)
    is_ready = environment.is_ready()
    needs: list[Need] = []
    if sys.platform == "linux":
        needs += QT_AND_SOUND
        if desktop_tests:
            needs += REAL_DISPLAY_AND_SOUND_SERVER
        if not is_ready:
            names = (f"python{_version()}-venv", "python3-venv")
            needs.append(VenvModule(debian=names, elsewhere="venv and pip of Python"))
    provide(needs)
    if not is_ready:
        print("Setting hiptimer up. This happens once, and takes a minute.", file=sys.stderr)
        environment.make()


def main() -> int:
    """The exit code: 0 when everything is there."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this runs before anything else can check it
        print("hiptimer needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    parser = argparse.ArgumentParser(description="Makes .venv with all that hiptimer needs.")
    parser.add_argument(
        "--desktop-tests",
        action="store_true",
        help="provide a virtual display and a sound server, too",
    )
    parser.add_argument(
        "--voice",
        dest="purpose",
        action="store_const",
        const="voice",
        default="program",
        help="make .voice instead, in which the spoken pack is made",
    )
    parser.add_argument(
        "--bundle",
        dest="purpose",
        action="store_const",
        const="bundle",
        help="make .bundle instead, in which the packages are made",
    )
    arguments = parser.parse_args()
    try:
        set_up(CHECKOUT, desktop_tests=arguments.desktop_tests, purpose=arguments.purpose)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
