"""A clean Debian 12 in a folder, to install a package into. Needs root and debootstrap.

The system is fetched once and kept in `build/`; it takes its packages from where this machine's
apt takes them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

RELEASE = "bookworm"
INDEXES = ("apt-get", "indextargets", "--format", "$(RELEASE) $(SITE)", "Created-By: Packages")
PROC = "proc"
# Quiet, and with nothing beside what a package says itself that it needs.
APT = ("apt-get", "-q", "-y", "-o", "Dpkg::Use-Pty=0")


class RootError(Exception):
    """The clean system could not be made; the message says why."""


class CleanRoot:
    """A running clean system below `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(
        self, *command: str, env: Mapping[str, str] | None = None, limit_s: float = 600
    ) -> "subprocess.CompletedProcess[str]":
        """What came of a command in there, as root of it."""
        return subprocess.run(
            self.command(*command, env=env),
            capture_output=True,
            text=True,
            check=False,
            timeout=limit_s,
        )

    def command(self, *command: str, env: Mapping[str, str] | None = None) -> list[str]:
        """The same as a command out here."""
        wanted = {
            "HOME": "/root",
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **(env or {}),
        }
        told = [f"{name}={value}" for name, value in wanted.items()]
        return ["chroot", str(self.folder), "env", "-i", *told, *command]

    def apt(self, *arguments: str) -> str:
        """What apt-get prints. Raises RootError when it fails."""
        done = self.run(*APT, *arguments)
        if done.returncode != 0:
            raise RootError(f"apt-get {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    @contextmanager
    def lent(self, folder: Path) -> Iterator[None]:
        """A folder from out here is in there under the same name."""
        place = Path(str(self.folder) + str(folder))
        place.parent.mkdir(parents=True, exist_ok=True)
        with _mounted(place, "--bind", str(folder)):
            yield

    def files(self) -> set[str]:
        """Every file and folder, but for what the running system shows of itself."""
        found = set()
        for top, folders, files in os.walk(self.folder):
            if Path(top) == self.folder:
                folders[:] = [name for name in folders if name not in (PROC, "tmp")]
            found |= {os.path.relpath(Path(top) / name, self.folder) for name in (*folders, *files)}
        return found


@contextmanager
def clean_root(cache: Path) -> Iterator[CleanRoot]:
    """A clean system that goes away afterwards. Raises RootError."""
    if os.geteuid() != 0:
        raise RootError("Only root can try a package in a clean system.")
    if shutil.which("debootstrap") is None:
        raise RootError("debootstrap is missing here: apt install debootstrap")
    archive = _archive(cache)
    folder = Path(tempfile.mkdtemp(prefix="root-", dir=cache))
    try:
        _do("tar", "--extract", f"--file={archive}", f"--directory={folder}", "--numeric-owner")
        folder.chmod(0o755)
        _take_sources(folder)
        with _mounted(folder / PROC, "-t", PROC, PROC):
            yield CleanRoot(folder)
    finally:
        # What is mounted belongs to the machine: it must not be deleted along.
        if str(folder) not in Path("/proc/self/mountinfo").read_text(encoding="utf-8"):
            shutil.rmtree(folder)


@contextmanager
def _mounted(place: Path, *what: str) -> Iterator[None]:
    place.mkdir(exist_ok=True)
    _do("mount", *what, str(place))
    try:
        yield
    finally:
        _do("umount", str(place))


def _archive(cache: Path) -> Path:
    """The fetched system; fetched when it is not there yet."""
    archive = cache / f"{RELEASE}.tar"
    if not archive.exists():
        cache.mkdir(parents=True, exist_ok=True)
        print(f"Fetching a clean Debian ({RELEASE}). This happens once.", file=sys.stderr)
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            folder = Path(temporary) / "debian"
            _do("debootstrap", "--variant=minbase", RELEASE, str(folder), _site(), show=True)
            # What leads to the packages belongs to this machine, not to the kept system.
            (folder / "etc/apt/sources.list").unlink(missing_ok=True)
            part = archive.with_suffix(".part")
            _do("tar", "--create", f"--file={part}", f"--directory={folder}", ".")
            part.rename(archive)
    return archive


def _site() -> str:
    """Where this machine's apt takes the release from."""
    lines = _do(*INDEXES).splitlines()
    for line in lines:
        release, _, site = line.partition(" ")
        if release == RELEASE:
            return site
    raise RootError(f"This machine's apt knows no {RELEASE}, so none can be fetched.")


def _take_sources(folder: Path) -> None:
    """Let apt in there ask the same servers in the same way as apt out here."""
    shutil.copytree("/etc/apt", folder / "etc/apt", symlinks=True, dirs_exist_ok=True)
    for name in ("etc/resolv.conf", "etc/hosts"):
        if Path("/", name).exists():
            shutil.copyfile(f"/{name}", folder / name)
    for name in ("etc/ssl/certs", "usr/share/ca-certificates", "usr/local/share/ca-certificates"):
        if Path("/", name).is_dir():
            shutil.copytree(f"/{name}", folder / name, symlinks=True, dirs_exist_ok=True)
    # A package shall find the translations and the manual that it lays down.
    for name in ("docker-clean", "docker-no-languages", "docker-gzip-indexes"):
        (folder / "etc/apt/apt.conf.d" / name).unlink(missing_ok=True)
    # Hooks of this machine call programs that are not in there.
    for name in ("20packagekit", "50appstream", "70debconf"):
        (folder / "etc/apt/apt.conf.d" / name).unlink(missing_ok=True)


def _do(*command: str, show: bool = False) -> str:
    """What a command prints. Raises RootError when it fails."""
    line: Sequence[str] = ["nice", *command]
    done = subprocess.run(line, capture_output=not show, text=True, check=False)
    if done.returncode != 0:
        raise RootError(f"{' '.join(command)} failed:\n{done.stderr or ''}")
    return done.stdout or ""
