"""What a person has beside the history, and under which names it lies in a backup."""

import re
from pathlib import Path

import msgspec

from hiptimer.model.file_names import is_device

MANIFEST = "manifest.json"
HISTORY = "history.json"
SETTINGS = "settings.json"
_FOLDERS = ("exercises", "poses", "routines")
# Any name that is one in every system, and leads nowhere else.
_NAME = re.compile(r"[^./\\:*?\"<>|][^/\\:*?\"<>|]{0,120}\.toml")


class Belongings(msgspec.Struct, frozen=True):
    """`folder` holds the folders of the person's own exercises, poses and routines."""

    folder: Path
    settings: Path

    def own_files(self) -> dict[str, Path]:
        """By name in a backup, sorted. Raises OSError."""
        found = {}
        for folder in _FOLDERS:
            for file in sorted((self.folder / folder).glob("*.toml")):
                if file.is_file():
                    found[f"{folder}/{file.name}"] = file
        return found

    def place_of(self, name: str) -> Path:
        """Where the file with this name in a backup belongs."""
        return self.settings if name == SETTINGS else self.folder.joinpath(*name.split("/"))


def is_own_file(name: str) -> bool:
    """Whether `name` is one of an exercise, of poses or of a routine in a backup."""
    folder, _, file = name.partition("/")
    fits = folder in _FOLDERS and _NAME.fullmatch(file) is not None
    return fits and name.isprintable() and not is_device(file)
