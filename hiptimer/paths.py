"""The folders where a person's own things are kept; whoever writes into one makes it."""

from pathlib import Path
from typing import NamedTuple

from platformdirs import PlatformDirs


class Paths(NamedTuple):
    """Where this person's files are.

    data: history and the person's own exercises and routines. config: choices.
    cache: what can be made again. logs: reports of errors. state: what a window remembers.
    usual_data: where data are unless the person chose another folder in the settings; None where
    they have no choice there, since the folder was given at the start.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path
    state: Path
    usual_data: Path | None = None

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

    @property
    def is_usual(self) -> bool:
        """Whether data are where they are when nothing else was chosen."""
        return self.usual_data in (None, self.data)

    @property
    def is_gone(self) -> bool:
        """Whether the folder that the person chose holds no history: it may be on a drive that is
        not connected. Nothing may be made there then, or it would look as if all were lost.
        """
        return not self.is_usual and not self.history_file.is_file()

    def with_data(self, folder: str) -> "Paths":
        """As the person chose it; "" for the usual folder. A folder given at the start stays."""
        if self.usual_data is None:
            return self
        return self._replace(data=Path(folder) if folder else self.usual_data)


def default_paths() -> Paths:
    """The folders this operating system keeps for programs of this person."""
    folders = PlatformDirs("hiptimer", appauthor=False)
    return Paths(
        data=folders.user_data_path,
        config=folders.user_config_path,
        cache=folders.user_cache_path,
        logs=folders.user_log_path,
        state=folders.user_state_path,
        usual_data=folders.user_data_path,
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
