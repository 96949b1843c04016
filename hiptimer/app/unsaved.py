"""A routine that was being made when the program was ended, kept until somebody goes on with it."""

import logging
from pathlib import Path

import msgspec

from hiptimer.model.draft import Draft
from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary
from hiptimer.model.saving import write_atomically

log = logging.getLogger(__name__)


class Unsaved:
    """The one draft in `file`. That it cannot be kept or read is logged, and stops nobody."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def keep(self, draft: Draft) -> None:
        try:
            write_atomically(self._file, msgspec.json.encode(draft))
        except OSError as error:
            log.warning("%s: %s", self._file, error)

    def read(self) -> Draft | None:
        """The draft; None when there is none that can be read."""
        try:
            return msgspec.json.decode(read_ordinary(self._file), type=Draft)
        except FileNotFoundError:
            return None
        except (OSError, *BROKEN_JSON) as error:
            log.warning("%s: %s", self._file, error)
            return None

    def forget(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s: %s", self._file, error)
