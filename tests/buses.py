"""A private session bus, and services on it that are strict about what they are sent."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus

from hiptimer.desktop.bus import Bus

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


@contextlib.contextmanager
def running_bus() -> Iterator[Mapping[str, str]]:
    """The variables that lead a program to a new bus. Nothing is started by it on demand."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here")
    folder = Path(tempfile.mkdtemp(prefix="hiptimer-"))  # short: a socket's path has a limit
    (folder / "bus.conf").write_text(CONFIG.format(folder=folder))
    command = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--print-address=1"]
    daemon = subprocess.Popen(
        [*command, "--nofork"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert daemon.stdout is not None
    try:
        yield {"DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
    finally:
        daemon.stdout.close()
        daemon.kill()
        daemon.wait()
        shutil.rmtree(folder)


class Service:
    """Owns a name on the bus and answers calls by `(interface, member, signature)`.

    An answer is a signature and a body. Whatever else is asked is an error, as with a real one.
    """

    def __init__(
        self,
        env: Mapping[str, str],
        name: str,
        answers: Mapping[tuple[str, str, str], Callable[[Message], tuple[str, tuple[Any, ...]]]],
        *,
        delay_s: float = 0.0,
    ) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.gone: list[str] = []
        self._answers = answers
        self._delay_s = delay_s
        self._bus = Bus(env, 2.0)
        self._bus.ask(message_bus.RequestName(name), 2.0)
        rule = "type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged'"
        self._bus.ask(message_bus.AddMatch(rule), 2.0)
        self._is_over = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._is_over = True
        self._thread.join()
        self._bus.close()

    def wait_for_calls(self, count: int, limit_s: float = 5.0) -> list[str]:
        """The members of the calls so far, as soon as there are `count`."""
        end = time.monotonic() + limit_s
        while len(self.calls) < count:
            assert time.monotonic() < end, f"{count} calls wanted, got {self.calls}"
            time.sleep(0.01)
        return [member for member, _body in self.calls]

    def wait_for_gone(self, limit_s: float = 5.0) -> None:
        """Until somebody left the bus."""
        end = time.monotonic() + limit_s
        while not self.gone:
            assert time.monotonic() < end, "nobody left the bus"
            time.sleep(0.01)

    def _serve(self) -> None:
        while not self._is_over:
            try:
                message = self._bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            fields = message.header.fields
            if message.header.message_type is MessageType.method_call:
                self._answer(message)
            elif fields.get(HeaderFields.member) == "NameOwnerChanged" and not message.body[2]:
                self.gone.append(message.body[0])

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        member = fields[HeaderFields.member]
        key = (fields[HeaderFields.interface], member, fields.get(HeaderFields.signature, ""))
        self.calls.append((member, message.body))
        time.sleep(self._delay_s)
        if key in self._answers:
            reply = new_method_return(message, *self._answers[key](message))
        else:
            refused = "org.freedesktop.DBus.Error.UnknownMethod"
            reply = new_error(message, refused, "s", (f"no {key}",))
        self._bus.send(reply)


def number(n: int) -> Callable[[Message], tuple[str, tuple[int]]]:
    """An answer that is always this cookie."""

    def answer(_message: Message) -> tuple[str, tuple[int]]:
        return "u", (n,)

    return answer


def nothing(_message: Message) -> tuple[str, tuple[()]]:
    return "", ()


def plain_environment() -> dict[str, str]:
    """Of a computer without a session bus."""
    left_out = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "SNAP")
    return {name: value for name, value in os.environ.items() if name not in left_out}
