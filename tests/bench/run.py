"""Measure the program and print a table (`make bench`).

Arguments name the parts to measure; without any, all are. The sound takes 40 minutes, with
`--quick` 3 on so little data that it only shows that nothing is broken; the past takes 5 and
needs 1 GB of disk, with `--quick` it leaves the longest history out.
"""

import argparse
import platform
from collections.abc import Iterator

import costs
import figure
import looking_back
import past_page
import peers
import share
import sound
import start
from real.machine import Display, running_display

PARTS = ("start", "peers", "share", "costs", "past", "figure", "sound")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure hiptimer.")
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="what to measure; else all")
    parser.add_argument("--quick", action="store_true", help="sound and past in 4 minutes, not 45")
    wanted = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}\n")
    print(f"{'what':42} {'figure':>14}   aim")
    with running_display() as display:
        for part in PARTS:
            if part in (wanted.part or PARTS):
                for row in _measure(part, display, quick=wanted.quick):
                    _show(row)


def _measure(part: str, display: Display, *, quick: bool) -> Iterator[tuple[str, str, str]]:
    match part:
        case "start":
            yield from start.measure(display.env)
        case "peers":
            yield from peers.measure()
        case "share":
            yield from share.measure(display)
        case "costs":
            yield from costs.measure()
        case "past":
            yield from looking_back.measure(quick=quick)
            yield from past_page.measure(display.env)
        case "figure":
            yield from figure.measure()
        case "sound":
            yield from sound.measure(display, quick=quick)


def _show(row: tuple[str, str, str]) -> None:
    what, figures, aim = row
    print(f"{what:42} {figures:>14}   {aim}", flush=True)


if __name__ == "__main__":
    main()
