"""The file of the log, which rotates and never stands in the way."""

import logging
import logging.handlers
import sys
from contextlib import suppress
from pathlib import Path

BYTES = 500_000
KEPT = 3


class LogFile(logging.handlers.RotatingFileHandler):
    """On a full disk, or where its folder is gone, lines are left out in silence: the usual report
    of that would be a traceback for each in the terminal, and in front of nobody in a window.
    """

    def handleError(self, record: logging.LogRecord) -> None:
        """What could not be written is dropped; the next line opens the file anew."""
        if isinstance(sys.exc_info()[1], OSError):
            self._drop()
        else:
            super().handleError(record)

    def close(self) -> None:
        # First, or the interpreter tries once more at its very end.
        self._drop()
        super().close()

    def _drop(self) -> None:
        # Typeshed has it never None, the rotation sets it so.
        stream, self.stream = self.stream, None
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.close()


def open_log(file: Path) -> logging.Handler:
    """Lines with their time, in a file that is there from the first one on."""
    log_file = LogFile(file, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    log_file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return log_file
