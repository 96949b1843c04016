"""What the window remembers by itself: where it stood and which page was open."""

import logging
from pathlib import Path

import msgspec

from hiptimer.model.saving import write_atomically
from hiptimer.ui.main_window import Geometry

log = logging.getLogger(__name__)


class Remembered(msgspec.Struct, frozen=True):
    geometry: Geometry | None = None
    page: str = ""


def recall(file: Path) -> Remembered:
    """What was remembered; nothing when there is none or it cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Remembered)
    except FileNotFoundError:
        return Remembered()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        log.warning("%s: %s", file, error)
        return Remembered()


def remember(file: Path, remembered: Remembered) -> None:
    """Keep it for the next start; that it cannot be kept is no trouble for anyone."""
    try:
        write_atomically(file, msgspec.json.encode(remembered))
    except OSError as error:
        log.warning("%s: %s", file, error)
