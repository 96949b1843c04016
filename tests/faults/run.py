"""Break things around the real program and say what held (`make faults`).

Arguments name the parts; without any, all are tried. `--quick` is the selection for every change.
Ends with 1 when something did not hold.
"""

import argparse
import sys
import time

import clocks
import disk
import killed
import soak
import sound
from verdict import Part, Verdict

PARTS: dict[str, Part] = {
    "disk": disk.verdicts,
    "killed": killed.verdicts,
    "clocks": clocks.verdicts,
    "soak": soak.verdicts,
    "sound": sound.verdicts,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Break things around hiptimer.")
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="what to break; else all")
    parser.add_argument("--quick", action="store_true", help="a selection, in 3 minutes")
    asked = parser.parse_args()
    all_hold = True
    for name in asked.part or PARTS:
        began = time.monotonic()
        for verdict in PARTS[name](asked.quick):
            now = time.monotonic()
            _show(verdict, now - began)
            began = now
            all_hold = all_hold and verdict.holds
    return 0 if all_hold else 1


def _show(verdict: Verdict, seconds: float) -> None:
    word = "holds" if verdict.holds else "FAILS"
    print(f"{word}  {verdict.what}: {verdict.count} ({seconds:.0f} s)", flush=True)
    for wrong in verdict.wrong:
        print(f"       {wrong}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
