"""Single keys from a terminal."""

import os
import pty
import sys
import termios
from collections.abc import Iterator
from typing import TextIO

import pytest

from hiptimer.terminal.keyboard import NoKeyboard, TerminalKeyboard, named

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (b" ", "space"),
        (b"\x1b", "escape"),
        (b"\x1b[C", "right"),
        (b"\x1bOD", "left"),
        (b"\x1b[5~", "page up"),
        (b"e", "e"),
        (b"E", "e"),
        (b"?", "?"),
        (b"\x1b[99~", None),
        (b"pasted text", None),
        (b"\xc3\xa9", None),
        (b"\x07", None),
    ],
)
def test_keys_have_names(sent: bytes, key: str | None) -> None:
    assert named(sent) == key


@pytest.fixture
def line() -> Iterator[tuple[int, TextIO]]:
    """The typing end of a terminal, and the end a program reads."""
    typing, reading = pty.openpty()
    with os.fdopen(reading) as stream:
        yield typing, stream
    os.close(typing)


def test_a_key_is_read_without_enter(line: tuple[int, TextIO]) -> None:
    typing, stream = line
    with TerminalKeyboard(stream) as keyboard:
        os.write(typing, b"\x1b[B")
        assert keyboard.read(5) == "down"
        assert keyboard.read(0.01) is None


def test_the_terminal_is_given_back_as_it_was(line: tuple[int, TextIO]) -> None:
    _, stream = line
    before = termios.tcgetattr(stream.fileno())
    with TerminalKeyboard(stream):
        assert termios.tcgetattr(stream.fileno()) != before
    assert termios.tcgetattr(stream.fileno()) == before


def test_in_a_pipe_nobody_presses_anything() -> None:
    with NoKeyboard() as keyboard:
        assert keyboard.read(0.01) is None
