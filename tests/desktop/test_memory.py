"""Large pieces of memory do not stay with the program."""

import ctypes
import subprocess
import sys

import pytest

# A large piece is let go, from which glibc would learn; another one, which a small one behind it
# would keep in the heap, is let go then.
GROWTH = """
import sys
from pathlib import Path
from hiptimer.desktop.memory import give_large_pieces_back

def held_mb():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6

if sys.argv[1] == "with":
    give_large_pieces_back()
large = bytearray(20_000_000)
del large
before = held_mb()
large = [bytearray(10_000_000) for _ in range(4)]
small = bytearray(100_000)
del large
print(held_mb() - before)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallopt"), reason="glibc alone"
)
def test_what_is_let_go_is_given_back() -> None:
    grown = {}
    for how in ("with", "without"):
        done = subprocess.run(
            [sys.executable, "-c", GROWTH, how], check=True, capture_output=True, text=True
        )
        grown[how] = float(done.stdout)
    assert grown["with"] < 5
    assert grown["without"] > 30
