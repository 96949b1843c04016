"""What the window remembers by itself: where it stood, which page was open, what was offered."""

import logging
from pathlib import Path

import msgspec

from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary
from hiptimer.model.saving import write_atomically
from hiptimer.ui.main_window import Geometry

log = logging.getLogger(__name__)


class Remembered(msgspec.Struct, frozen=True):
    """`is_check_settled` says that the sound check was done or declined. `section` is that of
    Settings which the next window is to show, "" for the first one.
    """

    geometry: Geometry | None = None
    page: str = ""
    is_check_settled: bool = False
    section: str = ""


def recall(file: Path) -> Remembered:
    """What was remembered; nothing when there is none or it cannot be read."""
    try:
        return msgspec.json.decode(read_ordinary(file), type=Remembered)
    except FileNotFoundError:
        return Remembered()
    except (OSError, *BROKEN_JSON) as error:
        log.warning("%s: %s", file, error)
        return Remembered()


def remember(file: Path, remembered: Remembered) -> None:
    """Keep it for the next start; that it cannot be kept is no trouble for anyone."""
    try:
        write_atomically(file, msgspec.json.encode(remembered))
    except OSError as error:
        log.warning("%s: %s", file, error)


class Memory:
    """What is remembered, as it is now and as it was when the window opened."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.remembered = recall(file)

    def note(self, **to: object) -> None:
        self.remembered = msgspec.structs.replace(self.remembered, **to)

    def keep(self) -> None:
        """Keep it for the next start."""
        remember(self._file, self.remembered)
