"""One window for one folder: real sockets, real locks, real processes."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hiptimer.desktop.doorbell import read_address, ring, send_line
from hiptimer.desktop.one_window import (
    ADDRESS,
    LOCK,
    Caller,
    OneWindow,
    OneWindowError,
    claim,
)
from hiptimer.desktop.wishes import Answer, Call, Open, Raise, Start, Wish

GRANTED = Answer(True, ("It is done.",))
CLAIMER = """
import sys, time
from pathlib import Path
from hiptimer.desktop.one_window import OneWindow, OneWindowError, claim
from hiptimer.desktop.wishes import Answer, Raise
try:
    claimed = claim(Path(sys.argv[1]), Raise())
except OneWindowError as error:
    print("error", error)
    sys.exit(1)
if isinstance(claimed, Answer):
    print("second", flush=True)
else:
    claimed.hear(lambda caller: caller.answer(Answer(True)))
    print("first", flush=True)
    sys.stdin.read()
    claimed.close()
"""


TAKER = """
import sys
from pathlib import Path
from hiptimer.desktop.one_window import claim
from hiptimer.desktop.wishes import Answer, Raise
claimed = claim(Path(sys.argv[1]), Raise())
def on_call(caller):
    if caller.take():
        print(type(caller.wish).__name__, flush=True)
        caller.answer(Answer(True))
claimed.hear(on_call)
print("first", flush=True)
sys.stdin.read()
claimed.close()
"""


@pytest.fixture
def first(tmp_path: Path) -> Iterator[OneWindow]:
    claimed = claim(tmp_path, Raise())
    assert isinstance(claimed, OneWindow)
    yield claimed
    claimed.close()


def answering(first: OneWindow, answer: Answer = GRANTED) -> list[Wish]:
    """Let the first one answer; the wishes it gets."""
    wishes: list[Wish] = []

    def on_call(caller: Caller) -> None:
        assert caller.take()
        wishes.append(caller.wish)
        caller.answer(answer)

    first.hear(on_call)
    return wishes


def start_claimer(folder: Path, program: str = CLAIMER) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: "subprocess.Popen[str]") -> int:
    process.communicate(timeout=10)
    return process.returncode


@pytest.mark.parametrize(
    "wish",
    [Raise(), Start("pre-run", 6, 2.5), Start("pre-run"), Open(("/a/ü b.toml", "/c.zip"))],
)
def test_the_second_passes_its_wish_on_and_gets_the_answer(
    first: OneWindow, tmp_path: Path, wish: Wish
) -> None:
    wishes = answering(first)
    began = time.monotonic()
    assert claim(tmp_path, wish, "token of the desktop") == GRANTED
    assert time.monotonic() - began < 0.5
    assert wishes == [wish]


def test_other_folders_never_meet(first: OneWindow, tmp_path: Path) -> None:
    wishes = answering(first)
    other = claim(tmp_path / "other", Raise())
    assert isinstance(other, OneWindow)
    other.close()
    assert wishes == []


def test_a_folder_with_another_name_for_it_is_the_same(first: OneWindow, tmp_path: Path) -> None:
    answering(first)
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    assert claim(tmp_path / "link", Raise()) == GRANTED


def test_a_long_path_works_too(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 30) / ("longer" * 20)
    first = claim(folder, Raise())
    assert isinstance(first, OneWindow)
    answering(first)
    assert claim(folder, Raise()) == GRANTED
    address = read_address(folder / ADDRESS)
    assert address is not None
    first.close()
    assert not Path(address.path).parent.exists()


def test_without_such_sockets_a_port_of_this_computer_serves(tmp_path: Path) -> None:
    (tmp_path / "window.sock").mkdir()  # nothing can be bound to it
    first = claim(tmp_path, Raise())
    assert isinstance(first, OneWindow)
    wishes = answering(first)
    assert claim(tmp_path, Start("pre-run")) == GRANTED
    assert wishes == [Start("pre-run")]
    address = read_address(tmp_path / ADDRESS)
    assert address is not None
    assert address.port
    first.close()


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 100_000, b'{"pid": "a"}'])
def test_nonsense_in_the_place_of_an_address_leads_nowhere(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ADDRESS).write_bytes(content)
    assert read_address(tmp_path / ADDRESS) is None


def test_who_does_not_know_the_token_is_not_heard(first: OneWindow, tmp_path: Path) -> None:
    wishes = answering(first)
    address = read_address(tmp_path / ADDRESS)
    assert address is not None
    for line in (b'{"token":"guessed","wish":{"type":"raise"}}\n', b"nonsense\n", b"\n", b""):
        with ring(address, 2.0) as connection:
            connection.sendall(line)
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100) == b""
    assert wishes == []
    assert claim(tmp_path, Raise()) == GRANTED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files apart in another way")
def test_nobody_else_may_read_where_it_listens(first: OneWindow, tmp_path: Path) -> None:
    answering(first)
    for name in (ADDRESS, LOCK):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_after_closing_the_next_one_is_the_first(first: OneWindow, tmp_path: Path) -> None:
    answering(first)
    first.close()
    assert not (tmp_path / ADDRESS).exists()
    again = claim(tmp_path, Raise())
    assert isinstance(again, OneWindow)
    again.close()


def test_while_the_window_opens_a_caller_waits_for_it(first: OneWindow, tmp_path: Path) -> None:
    """Longer than the patience with one that does not answer."""
    opened = threading.Timer(2.6, answering, (first,))
    opened.start()
    began = time.monotonic()
    assert claim(tmp_path, Raise()) == GRANTED
    assert 2.4 < time.monotonic() - began < 4
    opened.join()


def test_while_the_window_closes_a_caller_waits_and_opens_its_own(
    first: OneWindow, tmp_path: Path
) -> None:
    answering(first)
    first.rest()
    closed = threading.Timer(2.6, first.close)
    closed.start()
    again = claim(tmp_path, Raise())
    assert isinstance(again, OneWindow)
    again.close()
    closed.join()


def test_one_that_hangs_is_told_of_and_the_wish_is_dropped(
    first: OneWindow, tmp_path: Path
) -> None:
    callers: list[Caller] = []
    first.hear(callers.append)  # and does nothing
    began = time.monotonic()
    with pytest.raises(OneWindowError, match=f"does not answer.*process {os.getpid()}"):
        claim(tmp_path, Start("pre-run"))
    assert 1.8 < time.monotonic() - began < 3
    (caller,) = callers
    deadline = time.monotonic() + 2
    while caller.take() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not caller.take(), "a window that wakes up must not start what nobody waits for"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_a_process_that_stands_still_is_told_of(tmp_path: Path) -> None:
    first = start_claimer(tmp_path)
    assert said(first) == "first"
    first.send_signal(signal.SIGSTOP)
    try:
        with pytest.raises(OneWindowError, match=f"process {first.pid}"):
            claim(tmp_path, Raise())
    finally:
        first.send_signal(signal.SIGCONT)
        end(first)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_a_process_that_goes_on_does_nothing_for_those_who_left(tmp_path: Path) -> None:
    """It may find a wish that came while it stood still, and the end of who wished it."""
    first = start_claimer(tmp_path, TAKER)
    assert said(first) == "first"
    first.send_signal(signal.SIGSTOP)
    with pytest.raises(OneWindowError):
        claim(tmp_path, Start("two-minute-primer"))
    first.send_signal(signal.SIGCONT)
    claim(tmp_path, Raise())
    out, _err = first.communicate(timeout=10)
    assert out == "Raise\n"


def test_who_left_while_the_window_opened_is_forgotten(first: OneWindow, tmp_path: Path) -> None:
    """Also when that was noticed by telling them to wait."""
    address = read_address(tmp_path / ADDRESS)
    assert address is not None
    for _ in range(3):
        with ring(address, 2.0) as connection:
            call = Call(address.token, Start("two-minute-primer"))
            send_line(connection, msgspec.json.encode(call))
            connection.recv(100)  # "wait"
    wishes: list[Wish] = []

    def on_call(caller: Caller) -> None:
        if caller.take():
            wishes.append(caller.wish)
            caller.answer(GRANTED)

    first.hear(on_call)
    assert claim(tmp_path, Raise()) == GRANTED
    assert wishes == [Raise()]


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM"])
def test_after_a_process_that_was_killed_the_next_start_works(tmp_path: Path, how: str) -> None:
    if not hasattr(signal, how):
        pytest.skip(f"there is no {how}")
    first = start_claimer(tmp_path)
    assert said(first) == "first"
    first.send_signal(getattr(signal, how))
    first.wait(timeout=10)
    assert (tmp_path / ADDRESS).exists(), "it had no time to clean up"
    end(first)
    began = time.monotonic()
    next_one = claim(tmp_path, Raise())
    assert isinstance(next_one, OneWindow)
    assert time.monotonic() - began < 0.5
    answering(next_one)
    assert claim(tmp_path, Raise()) == GRANTED
    next_one.close()


def test_of_many_starts_at_once_one_is_the_first(tmp_path: Path) -> None:
    processes = [start_claimer(tmp_path) for _ in range(6)]
    told = sorted(said(process) for process in processes)
    codes = [end(process) for process in processes]
    assert told == ["first", *["second"] * 5]
    assert codes == [0] * 6


def test_one_after_the_other_hands_the_place_on(tmp_path: Path) -> None:
    """Who closes and who claims at the same time: always exactly one has it, and nobody fails."""
    for _ in range(20):
        first = claim(tmp_path, Raise())
        assert isinstance(first, OneWindow)
        first.rest()
        threading.Timer(0.02, first.close).start()
        second = claim(tmp_path, Raise())
        assert isinstance(second, OneWindow)
        second.close()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are closed in another way there")
def test_where_nothing_can_be_written_the_window_opens_unheard(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    alone = claim(tmp_path / "file" / "state", Raise())
    assert isinstance(alone, OneWindow)
    alone.close()
