"""From the command to the first picture on the screen: bundle, source and a bare window by turns.

`PYTHONPATH=tests .venv/bin/python tests/bench/bundle_start.py build/bundle/hiptimer/hiptimer`.
Measured from outside, in the screen's own memory, since a bundle cannot be looked into.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TIMES = 9
LIMIT_S = 20.0
SCREEN = ("-noreset", "-nolisten", "tcp", "-screen", "0", "1280x800x24")
# Of the bytes of a screen that is filled by the window's light ground.
ENOUGH = 0.2
BRIGHT = 200
BARE = (
    "from PySide6.QtWidgets import QApplication, QLabel; app = QApplication([]);"
    " label = QLabel('hiptimer'); label.resize(1280, 800); label.show(); app.exec()"
)
HOMES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@contextmanager
def screen(folder: Path) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """The name of a new display, and what is on it."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), *SCREEN, "-fbdir", str(folder)],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as reader:
            name = f":{reader.readline().strip()}"
        yield name, np.memmap(folder / "Xvfb_screen0", dtype=np.uint8, mode="r")
    finally:
        server.terminate()
        server.wait()


def seconds_to_picture(command: list[str], env: dict[str, str], shown: NDArray[np.uint8]) -> float:
    """Until the window is painted; the program is ended, and its window is gone afterwards."""
    began = time.monotonic()
    program = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    try:
        while not is_bright(shown):
            if time.monotonic() - began > LIMIT_S:
                raise TimeoutError(f"{command[0]} shows nothing.")
            time.sleep(0.002)
        return time.monotonic() - began
    finally:
        program.terminate()
        program.wait()
        while is_bright(shown):
            time.sleep(0.01)


def is_bright(shown: NDArray[np.uint8]) -> bool:
    """Every 64th pixel is enough to know."""
    return bool(np.mean(shown[-1280 * 800 * 4 :: 256] > BRIGHT) > ENOUGH)


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(description="Start of a bundle against the source.")
    parser.add_argument("bundle", type=Path)
    bundle = parser.parse_args().bundle.absolute()
    commands = {
        "bare": [sys.executable, "-c", BARE],
        "source": [str(Path(sys.executable).with_name("hiptimer"))],
        "bundle": [str(bundle)],
    }
    with tempfile.TemporaryDirectory() as folder, screen(Path(folder)) as (name, shown):
        left_out = {"QT_QPA_PLATFORM", "PYTHONDONTWRITEBYTECODE"}
        env = {key: value for key, value in os.environ.items() if key not in left_out}
        # An installed program is compiled once; here a folder that goes away takes the outcome.
        env |= {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "DISPLAY": name}
        figures: dict[str, list[float]] = {kind: [] for kind in commands}
        for number in range(TIMES + 1):
            for kind, command in commands.items():
                own = dict.fromkeys(HOMES, f"{folder}/{kind}")
                seconds = seconds_to_picture(command, env | own, shown)
                if number:  # the first fills caches
                    figures[kind].append(seconds)
        for kind, found in figures.items():
            middle, low, high = statistics.median(found), min(found), max(found)
            ratio = middle / statistics.median(figures["bare"])
            print(
                f"{kind}: {middle * 1000:.0f} ms ({low * 1000:.0f}…{high * 1000:.0f}), {ratio:.2f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
