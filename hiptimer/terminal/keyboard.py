"""Single keys from a terminal, by name, without waiting for Enter."""

import os
import sys
import time
from types import TracebackType
from typing import Protocol, Self, TextIO

# What terminals send for the keys that are no letters.
SEQUENCES = {
    b" ": "space",
    b"\r": "enter",
    b"\n": "enter",
    b"\x1b": "escape",
    b"\x1b[A": "up",
    b"\x1b[B": "down",
    b"\x1b[C": "right",
    b"\x1b[D": "left",
    b"\x1bOA": "up",
    b"\x1bOB": "down",
    b"\x1bOC": "right",
    b"\x1bOD": "left",
    b"\x1b[5~": "page up",
    b"\x1b[6~": "page down",
}

WINDOWS_CODES = {
    "H": "up",
    "P": "down",
    "M": "right",
    "K": "left",
    "I": "page up",
    "Q": "page down",
}


class Keyboard(Protocol):
    """Where keys come from. Entering takes the terminal over, leaving gives it back."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def read(self, timeout_s: float) -> str | None:
        """The next key by name, None when none came in time."""


def named(data: bytes) -> str | None:
    """The key for what a terminal sent at once; None for one without a name here."""
    if data in SEQUENCES:
        return SEQUENCES[data]
    text = data.decode("ascii", "ignore")
    return text.lower() if len(text) == 1 and text.isprintable() else None


class NoKeyboard:
    """A pipe: nobody presses anything."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return

    def read(self, timeout_s: float) -> str | None:
        time.sleep(timeout_s)
        return None


if sys.platform == "win32":
    import msvcrt

    class TerminalKeyboard(NoKeyboard):
        """The console of Windows."""

        def __init__(self, stream: TextIO) -> None:
            self._stream = stream

        def read(self, timeout_s: float) -> str | None:
            until = time.monotonic() + timeout_s
            while not msvcrt.kbhit():
                if time.monotonic() > until:
                    return None
                time.sleep(0.01)
            key = msvcrt.getwch()
            if key in ("\x00", "\xe0"):
                return WINDOWS_CODES.get(msvcrt.getwch())
            return named(key.encode("ascii", "ignore"))

else:
    import select
    import termios
    import tty

    class TerminalKeyboard:
        """A terminal in cbreak mode; Ctrl-C stays a signal."""

        def __init__(self, stream: TextIO) -> None:
            self._descriptor = stream.fileno()
            self._before: list[int | list[bytes | int]] = []

        def __enter__(self) -> Self:
            self._before = list(termios.tcgetattr(self._descriptor))
            tty.setcbreak(self._descriptor)
            return self

        def __exit__(
            self,
            kind: type[BaseException] | None,
            error: BaseException | None,
            trace: TracebackType | None,
        ) -> None:
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)

        def read(self, timeout_s: float) -> str | None:
            ready, _, _ = select.select([self._descriptor], [], [], timeout_s)
            # A key's whole sequence arrives at once, and a pasted text is no key.
            return named(os.read(self._descriptor, 16)) if ready else None
