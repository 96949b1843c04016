"""What another start of the program asks of the window that is open, and what it is told."""

import msgspec


class Raise(msgspec.Struct, frozen=True, tag="raise"):
    """Come to the front."""


class Start(msgspec.Struct, frozen=True, tag="start"):
    """Lead through a routine; with `minutes` only through as much of it as fits."""

    routine_id: str
    minutes: int | None = None
    speed: float = 1.0


class Open(msgspec.Struct, frozen=True, tag="open"):
    """Take in files, of full paths."""

    files: tuple[str, ...]


Wish = Raise | Start | Open


class Call(msgspec.Struct, frozen=True):
    """A wish on its way. `token` proves that the caller may read the person's files; `activation`
    is what the desktop gave the caller to bring a window to the front with, "" for nothing.
    """

    token: str
    wish: Wish
    activation: str = ""


class Answer(msgspec.Struct, frozen=True, tag="answer"):
    """Whether the wish is granted, and words for the person who asked."""

    granted: bool
    words: tuple[str, ...] = ()


class Busy(msgspec.Struct, frozen=True, tag="busy"):
    """The window is being opened or closed just now: wait a little longer."""


Reply = Answer | Busy
