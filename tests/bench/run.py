"""Measure the program and print a table (`make bench`)."""

import platform

import costs
import figure
import share
import start
from real.machine import running_display


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}\n")
    print(f"{'what':42} {'figure':>14}   aim")
    with running_display() as display:
        for row in start.measure(display.env):
            _show(row)
        for row in share.measure(display):
            _show(row)
    for row in (*costs.measure(), *figure.measure()):
        _show(row)


def _show(row: tuple[str, str, str]) -> None:
    what, figure, aim = row
    print(f"{what:42} {figure:>14}   {aim}", flush=True)


if __name__ == "__main__":
    main()
