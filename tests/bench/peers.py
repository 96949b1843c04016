"""Other timers in Debian that open a window, beside a bare window and hiptimer: start and memory.

Each is measured from outside: from the command to the first picture on a screen of its own, and
what its processes hold three seconds later. One that is not installed is left out in words.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np
from bundle_start import BARE, screen
from numpy.typing import NDArray

TIMES, SETTLED_TIMES = 21, 3
LIMIT_S = 30.0
SETTLED_S = 3.0
# Of the screen, and so of the smallest window among them.
SEEN = 0.01


class Peer(NamedTuple):
    name: str
    command: tuple[str, ...]
    package: str = ""


PEERS = (
    Peer("bare PySide6 window", (sys.executable, "-c", BARE)),
    Peer("hiptimer", (str(Path(sys.executable).with_name("hiptimer")),)),
    Peer("GNOME Clocks", ("gnome-clocks",), "gnome-clocks"),
    Peer("KTimer", ("ktimer",), "ktimer"),
    Peer("Kronometer", ("kronometer",), "kronometer"),
    Peer("GTimer", ("gtimer",), "gtimer"),
    Peer("Stopwatch (Tk)", ("stopwatch",), "stopwatch"),
)


def measure() -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as name:
        folder = Path(name)
        with screen(folder) as (display, shown), _bus(folder) as bus:
            env = _environment(folder, display, bus)
            for peer in PEERS:
                if shutil.which(peer.command[0]) is None:
                    yield peer.name, "not here", f"apt install {peer.package}"
                    continue
                seconds = statistics.median(_seconds(peer, env, shown, TIMES))
                memory = statistics.median(_held(peer, env, shown, SETTLED_TIMES))
                yield f"{peer.name}, to its picture", f"{seconds * 1000:.0f} ms", ""
                yield f"{peer.name}, memory", f"{memory:.0f} MB", ""
                if peer.package:
                    yield f"{peer.name}, installed", f"{_installed(peer.package):.1f} MB", ""


def _seconds(peer: Peer, env: dict[str, str], shown: NDArray[np.uint8], times: int) -> list[float]:
    """To the first picture; the first time, which compiles, left out."""
    seconds = []
    for _ in range(times + 1):
        began = time.monotonic()
        with _seen(peer, env, shown):
            seconds.append(time.monotonic() - began)
    return seconds[1:]


def _held(peer: Peer, env: dict[str, str], shown: NDArray[np.uint8], times: int) -> list[float]:
    """MB when it has settled."""
    held = []
    for _ in range(times):
        with _seen(peer, env, shown) as program:
            time.sleep(SETTLED_S)
            held.append(_held_mb(program.pid))
    return held


@contextmanager
def _seen(
    peer: Peer, env: dict[str, str], shown: NDArray[np.uint8]
) -> "Iterator[subprocess.Popen[bytes]]":
    """The program from its first picture on, ended with the context."""
    before = shown[:: 4 * 64].copy()
    began = time.monotonic()
    program = subprocess.Popen(
        peer.command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while np.mean(shown[:: 4 * 64] != before) < SEEN:
            if time.monotonic() - began > LIMIT_S:
                raise TimeoutError(f"{peer.name} shows nothing")
            time.sleep(0.002)
        yield program
    finally:
        program.terminate()
        program.wait()
        while np.any(shown[:: 4 * 64] != before):
            time.sleep(0.01)


def _held_mb(pid: int) -> float:
    """Its share of what several processes hold together counts in part."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pss:"))) * 1024 / 1e6


def _installed(package: str) -> float:
    """MB of the package alone, without the libraries it shares with others."""
    out = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Installed-Size}", package],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return int(out) * 1024 / 1e6


@contextmanager
def _bus(folder: Path) -> Iterator[str]:
    """The address of a session bus of its own: the others need one."""
    address = f"unix:path={folder / 'bus'}"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--address={address}", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdout is not None
    daemon.stdout.readline()
    try:
        yield address
    finally:
        daemon.terminate()
        daemon.wait()


def _environment(folder: Path, display: str, bus: str) -> dict[str, str]:
    """A home of its own, and compiled modules as after an installation."""
    left_out = {"QT_QPA_PLATFORM", "PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY"}
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    return {
        **env,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "SDL_AUDIODRIVER": "dummy",
    }
