"""The folders where a person's own things are kept, and making them."""

from pathlib import Path

import msgspec
from platformdirs import PlatformDirs


class PathsError(Exception):
    """A folder for the person's own files cannot be made."""


class Paths(msgspec.Struct, frozen=True):
    """Where this person's files are.

    data: history and the person's own exercises and routines. config: choices.
    cache: what can be made again. logs: reports of errors. state: what a window remembers.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path
    state: Path

    @property
    def history_file(self) -> Path:
        """The SQLite file of all sessions."""
        return self.data / "history.db"

    @property
    def settings_file(self) -> Path:
        """The JSON file of the person's choices."""
        return self.config / "settings.json"

    @property
    def own_catalogue(self) -> Path:
        """The folder with the person's own `exercises/` and `routines/`."""
        return self.data

    def make(self) -> None:
        """Make every folder that is not there yet.

        Raises PathsError for the first one that cannot be made.
        """
        for folder in (self.data, self.config, self.cache, self.logs, self.state):
            _make_folder(folder)


def default_paths() -> Paths:
    """The folders this operating system keeps for programs of this person."""
    folders = PlatformDirs("hiptimer", appauthor=False)
    return Paths(
        data=folders.user_data_path,
        config=folders.user_config_path,
        cache=folders.user_cache_path,
        logs=folders.user_log_path,
        state=folders.user_state_path,
    )


def paths_under(folder: Path) -> Paths:
    """Everything in one folder, as `--data-dir` asks for. Relative folders count from here."""
    root = folder.expanduser().absolute()
    return Paths(
        data=root,
        config=root / "config",
        cache=root / "cache",
        logs=root / "logs",
        state=root / "state",
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PathsError(
            f"The folder {folder} cannot be made: {reason}. "
            "Choose another one with: hiptimer --data-dir FOLDER"
        ) from error
