"""Measure the program and print a table (`make bench`).

Arguments name the parts to measure; without any, all are. The sound takes 40 minutes, with
`--quick` 3 on so little data that it only shows that nothing is broken.
"""

import argparse
import platform
from collections.abc import Iterator

import costs
import figure
import share
import sound
import start
from real.machine import Display, running_display

PARTS = ("start", "share", "costs", "figure", "sound")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure hiptimer.")
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="what to measure; else all")
    parser.add_argument("--quick", action="store_true", help="the sound in 3 minutes, not 40")
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
        case "share":
            yield from share.measure(display)
        case "costs":
            yield from costs.measure()
        case "figure":
            yield from figure.measure()
        case "sound":
            yield from sound.measure(display, quick=quick)


def _show(row: tuple[str, str, str]) -> None:
    what, figures, aim = row
    print(f"{what:42} {figures:>14}   {aim}", flush=True)


if __name__ == "__main__":
    main()
