"""Break things around the real program and say what held (`make faults`).

Arguments name the parts; without any, all are tried. `--quick` is the selection for every change.
Ends with 1 when something did not hold.
"""

import argparse
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import clocks
import damaged
import disk
import hostile
import killed
import several
import soak
import sound
from verdict import Part

PARTS: dict[str, Part] = {
    "disk": disk.verdicts,
    "killed": killed.verdicts,
    "clocks": clocks.verdicts,
    "damaged": damaged.verdicts,
    "hostile": hostile.verdicts,
    "several": several.verdicts,
    "soak": soak.verdicts,
    "sound": sound.verdicts,
}


# Parts mostly wait, but a quick selection of too many at once would no longer be quick.
AT_ONCE = 2


def main() -> int:
    parser = argparse.ArgumentParser(description="Break things around hiptimer.")
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="what to break; else all")
    parser.add_argument("--quick", action="store_true", help="a selection, in 3 minutes")
    asked = parser.parse_args()
    parts = asked.part or list(PARTS)
    if len(parts) == 1:
        return 0 if _try(PARTS[parts[0]], asked.quick) else 1
    options = ["--quick"] if asked.quick else []
    with ThreadPoolExecutor(AT_ONCE if asked.quick else 1) as pool:
        found = [pool.submit(_in_a_process, name, *options) for name in parts]
        try:
            return 0 if all(part.result() for part in found) else 1
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _in_a_process(*arguments: str) -> bool:
    """Whether all of it holds. Ctrl-C reaches each process, which ends what it began: a thread
    would hear nothing of it.
    """
    return subprocess.run([sys.executable, __file__, *arguments], check=False).returncode == 0


def _try(part: Part, quick: bool) -> bool:
    """Whether all of it holds."""
    all_hold = True
    began = time.monotonic()
    for verdict in part(quick):
        now = time.monotonic()
        word = "holds" if verdict.holds else "FAILS"
        told = f"{word}  {verdict.what}: {verdict.count} ({now - began:.0f} s)"
        print("\n       ".join([told, *verdict.wrong]), flush=True)
        began, all_hold = now, all_hold and verdict.holds
    return all_hold


if __name__ == "__main__":
    sys.exit(main())
