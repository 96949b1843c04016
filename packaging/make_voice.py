"""Makes the spoken packs: `make voice`; ARGS="--language es" makes that of one language alone.

ARGS=--all makes every clip anew, ARGS=--check lets a recogniser listen to the English one.
Runs in the environment `.voice`, which has the neural voice and a recogniser.
"""

import argparse
import sys
import time
from pathlib import Path

from hearing import check

from hiptimer.app.languages import SOURCE, translations
from hiptimer.app.script import lines_of
from hiptimer.audio.errors import AudioError
from hiptimer.audio.lines import Line, read_respelt
from hiptimer.audio.pack import Pack
from hiptimer.audio.synthesiser import VOICES, Kokoro
from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.language import speak

ASSETS = Path(__file__).resolve().parent.parent / "assets"
VOICE = ASSETS / "voice"


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


def catalogue_in(language: str) -> Catalogue:
    """The built-in exercises and routines; from here on every phrase is in that language."""
    speak(translations(language))
    texts_in = None if language == SOURCE else ASSETS / "languages" / language
    return read_catalogue(ASSETS, None, texts_in)


def make(language: str, *, anew: bool) -> bool:
    """Speak what is missing and take out what is no longer said; whether all could be said."""
    catalogue, folder = catalogue_in(language), VOICE / language
    voice_file = VOICE / f"{VOICES[language]}.npz"
    for problem in catalogue.problems:
        print(problem, file=sys.stderr)
    folder.mkdir(exist_ok=True)
    respelt = read_respelt(folder / "respelt.toml")
    lines = lines_of(catalogue.exercises.values(), catalogue.routines.values(), respelt)
    unknown = respelt.keys() - {line.phrase for line in lines}
    for phrase in sorted(unknown):
        print(f"respelt.toml: nobody says {phrase!r} any more.", file=sys.stderr)
    pack = Pack(folder, voice_file.stem)
    removed = pack.keep_only(() if anew else lines)
    missing = pack.missing(lines)
    progress = Progress(len(missing))
    if missing:
        pack.add_all(missing, Kokoro(voice_file), progress.tell)
    for file in folder.iterdir():
        file.chmod(0o644)  # what is written atomically is the writer's own at first
    _report(language, len(lines), removed)
    return not progress.failed


def _report(language: str, count: int, removed: int) -> None:
    size = sum(file.stat().st_size for file in (VOICE / language).iterdir())
    print(f"{language}: {count} phrases, {removed} clips taken out, {size / 1e6:.2f} MB")


def main() -> int:
    """The exit code: 0 when every phrase has a clip, and with --check is understood."""
    parser = argparse.ArgumentParser(description="Makes the spoken packs in assets/voice.")
    parser.add_argument("--all", action="store_true", help="make every clip anew")
    parser.add_argument(
        "--check", action="store_true", help="let a recogniser listen to the English one"
    )
    parser.add_argument("--language", choices=VOICES, help="make this one alone")
    arguments = parser.parse_args()
    languages = [arguments.language] if arguments.language else [*VOICES]
    try:
        if arguments.check:
            is_good = check(catalogue_in(SOURCE), VOICE / SOURCE)
        else:
            failed = [name for name in languages if not make(name, anew=arguments.all)]
            is_good = not failed
    except AudioError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
