"""Which files an import is to look at."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from hiptimer.model.language import tr
from hiptimer.model.plain import plain
from hiptimer.model.reasons import reason_of

MOST_FILES = 10_000


class Found(msgspec.Struct, frozen=True):
    """`unreadable` and `passed_over` are words about one file or folder each."""

    files: tuple[Path, ...]
    unreadable: tuple[str, ...]
    passed_over: tuple[str, ...]


def find(paths: Iterable[Path]) -> Found:
    """The files that `paths` name, and the .json files in the folders that they name.

    In folders links are not followed, so nothing outside is read and nothing goes in circles.
    What is hidden there is left alone: it belongs to other programs.
    """
    looks = [_Look(path) for path in paths]
    files = dict.fromkeys(file for look in looks for file in sorted(look.files))
    unreadable = [line for look in looks for line in sorted(look.unreadable)]
    passed_over = [line for look in looks for line in sorted(look.passed_over)]
    return Found(tuple(files), tuple(unreadable), tuple(passed_over))


class _Look:
    """A look at one path and, where it is a folder, at what is in it and its folders."""

    def __init__(self, path: Path) -> None:
        self.files: list[Path] = []
        self.unreadable: list[str] = []
        self.passed_over: list[str] = []
        # False for whatever cannot be looked at; reading it as a file will say why.
        if not os.path.isdir(path):  # noqa: PTH112
            self.files.append(path)
        elif not self._fits(path):
            limit = f"{MOST_FILES:,}".replace(",", " ")
            line = tr(
                "{folder}: more than {most} files; name a smaller folder", folder=path, most=limit
            )
            self.files, self.passed_over = [], []
            self.unreadable = [plain(line)]

    def _fits(self, folder: Path) -> bool:
        """Look through `folder`; False when there are too many files in it."""
        seen = 0
        waiting = [folder]
        while waiting:
            for entry in self._entries(waiting.pop()):
                seen += 1
                if seen > MOST_FILES:
                    return False
                if entry.name.startswith("."):
                    continue
                if not entry.is_symlink() and entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                else:
                    self._sort(entry)
        return True

    def _entries(self, folder: Path) -> "list[os.DirEntry[str]]":
        try:
            with os.scandir(folder) as entries:
                # One too many is enough to know.
                return [entry for entry, _ in zip(entries, range(MOST_FILES + 1), strict=False)]
        except OSError as error:
            words = tr("{file}: cannot be read: {reason}", file=folder, reason=reason_of(error))
            self.unreadable.append(plain(words))
            return []

    def _sort(self, entry: "os.DirEntry[str]") -> None:
        if entry.is_symlink():
            words = tr("{file}: is a link, which is not followed", file=entry.path)
            self.passed_over.append(plain(words))
        elif not entry.name.lower().endswith(".json"):
            words = tr("{file}: is no session file, which ends in .json", file=entry.path)
            self.passed_over.append(plain(words))
        else:
            self.files.append(Path(entry.path))
