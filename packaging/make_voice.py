"""Makes the spoken pack: `make voice`; ARGS=--all makes every clip anew, ARGS=--check listens.

Runs in the environment `.voice`, which has the neural voice and a recogniser.
"""

import argparse
import sys
import time
from pathlib import Path

from hearing import check

from hiptimer.app.script import lines_of
from hiptimer.audio.errors import AudioError
from hiptimer.audio.lines import Line, read_respelt
from hiptimer.audio.pack import Pack
from hiptimer.audio.synthesiser import Kokoro
from hiptimer.model.catalogue import Catalogue, read_catalogue

ASSETS = Path(__file__).resolve().parent.parent / "assets"
VOICE_FILE = ASSETS / "voice" / "af_heart.npz"
FOLDER = ASSETS / "voice" / "en"


class Progress:
    """Prints what was spoken, and keeps what could not be."""

    def __init__(self, count: int) -> None:
        self.failed: list[str] = []
        self._count = count
        self._done = 0
        self._started = time.monotonic()

    def tell(self, line: Line, problem: str) -> None:
        self._done += 1
        seconds = time.monotonic() - self._started
        print(f"{self._done:4} of {self._count}  {seconds:5.0f} s  {line.phrase}", flush=True)
        if problem:
            self.failed.append(line.phrase)
            print(f"     {problem}", file=sys.stderr)


def make(catalogue: Catalogue, *, anew: bool) -> bool:
    """Speak what is missing and take out what is no longer said; whether all could be said."""
    respelt = read_respelt(FOLDER / "respelt.toml")
    lines = lines_of(catalogue.exercises.values(), catalogue.routines.values(), respelt)
    unknown = respelt.keys() - {line.phrase for line in lines}
    for phrase in sorted(unknown):
        print(f"respelt.toml: nobody says {phrase!r} any more.", file=sys.stderr)
    pack = Pack(FOLDER, VOICE_FILE.stem)
    removed = pack.keep_only(() if anew else lines)
    missing = pack.missing(lines)
    progress = Progress(len(missing))
    if missing:
        pack.add_all(missing, Kokoro(VOICE_FILE), progress.tell)
    for file in FOLDER.iterdir():
        file.chmod(0o644)  # what is written atomically is the writer's own at first
    _report(len(lines), removed)
    return not progress.failed


def _report(count: int, removed: int) -> None:
    size = sum(file.stat().st_size for file in FOLDER.iterdir())
    print(f"{count} phrases, {removed} clips taken out, {size / 1e6:.2f} MB")


def main() -> int:
    """The exit code: 0 when every phrase has a clip, and with --check is understood."""
    parser = argparse.ArgumentParser(description="Makes the spoken pack in assets/voice.")
    parser.add_argument("--all", action="store_true", help="make every clip anew")
    parser.add_argument("--check", action="store_true", help="let a recogniser listen to it")
    arguments = parser.parse_args()
    catalogue = read_catalogue(ASSETS, None)
    try:
        is_good = (
            check(catalogue, FOLDER) if arguments.check else make(catalogue, anew=arguments.all)
        )
    except AudioError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
