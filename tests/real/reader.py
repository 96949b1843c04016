"""What a screen reader has: the accessibility bus, and all that is on it and said there."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from real.machine import Display, stop_process, wait_until

LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
)
ATSPI = "org.a11y.atspi."
REGISTRY = f"{ATSPI}Registry"
DESKTOP = "/org/a11y/atspi/accessible/root"
ANSWER_S = 10.0
Place = tuple[str, str]  # a program on the bus, and a path in it
# The bits of the states of AT-SPI that are asked for here.
STATES = {
    "active": 1,
    "checked": 4,
    "enabled": 8,
    "editable": 7,
    "expandable": 9,
    "expanded": 10,
    "focusable": 11,
    "focused": 12,
    "modal": 16,
    "selected": 23,
    "showing": 25,
    "checkable": 41,
    "read only": 43,
}
HEARD = ("object:announcement", "object:state-changed", "object:property-change", "focus:")
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen>
<standard_session_servicedirs/>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the tree as it was when it was looked at."""

    place: Place
    role: str
    name: str
    description: str
    states: frozenset[str]
    children: "tuple[Item, ...]"

    def all(self) -> "Iterator[Item]":
        """This one and everything in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.all()

    def find(self, role: str, name: str) -> "Item | None":
        """The first one in it with this role whose name begins so."""
        return next((i for i in self.all() if i.role == role and i.name.startswith(name)), None)

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


class ScreenReader:
    """Knows the program from the accessibility bus alone. Only what is showing is looked at.

    `announced` is all that was announced so far.
    """

    def __init__(self, address: str) -> None:
        self._bus: DBusConnection = open_dbus_connection(address)
        self.announced: list[str] = []
        self._focus: Place | None = None
        rule = MatchRule(type="signal", interface=f"{ATSPI}Event.Object")
        self._ask([message_bus.AddMatch(rule), *map(_wish_to_hear, HEARD)])

    def close(self) -> None:
        self._bus.close()

    # --- looking ---

    def windows(self) -> tuple[Item, ...]:
        """The windows of the program with all they show, the active one last."""
        programs = self._children([(REGISTRY, DESKTOP)])[0]
        places = [place for found in self._children(programs) for place in found]
        return tuple(sorted(self._look(places), key=_is_active))

    def tree(self) -> Item:
        """The window the person is in."""
        self.wait(lambda: bool(self.windows()), "a window")
        return self.windows()[-1]

    def find(self, role: str, name: str, limit_s: float = 10.0) -> Item:
        """The first showing thing of this role whose name begins so, as soon as there is one."""
        end = time.monotonic() + limit_s
        while True:
            windows = self.windows()
            for window in reversed(windows):
                found = window.find(role, name)
                if found is not None:
                    return found
            if time.monotonic() > end:
                shown = "\n".join(map(written, windows))
                raise AssertionError(f"no {role} {name!r} in:\n{shown}")

    def has(self, role: str, name: str) -> bool:
        return any(window.find(role, name) for window in self.windows())

    def focused(self) -> Item | None:
        """What the focus came to last, with nothing in it; None before it came to anything."""
        self.hear()
        if self._focus is None:
            return None
        states, *about = self._ask([_state(self._focus), *_about(self._focus)])
        role, name, description = about
        return Item(
            place=self._focus,
            role=_first(role, "gone"),
            name=_value(name, ""),
            description=_value(description, ""),
            states=_states(states),
            children=(),
        )

    def value(self, item: Item) -> float:
        """Of a slider or a progress bar."""
        (reply,) = self._ask([_property(item.place, "Value", "CurrentValue")])
        return float(_value(reply, "nan"))

    def text(self, item: Item) -> str:
        """What is written in a field."""
        return str(self._call(item.place, "Text", "GetText", "ii", (0, -1))[0])

    def actions(self, item: Item) -> tuple[str, ...]:
        """What can be done to it."""
        (interfaces,) = self._call(item.place, "Accessible", "GetInterfaces")
        if f"{ATSPI}Action" not in interfaces:
            return ()
        (actions,) = self._call(item.place, "Action", "GetActions")
        return tuple(name for name, _words, _key in actions)

    # --- doing ---

    def do(self, role: str, name: str) -> Item:
        """Find it and do what it does; the thing it was done to."""
        item = self.find(role, name)
        self.act(item)
        return item

    def act(self, item: Item) -> None:
        """Do what it does."""
        self._call(item.place, "Action", "DoAction", "i", (0,))

    def select(self, found: Item, name: str) -> Item:
        """Select the row of a list whose name begins so."""
        rows = self._children([found.place])[0]
        names = [
            _value(r, "") for r in self._ask([_property(p, "Accessible", "Name") for p in rows])
        ]
        number = next(n for n, words in enumerate(names) if words.startswith(name))
        self._call(found.place, "Selection", "SelectChild", "i", (number,))
        return self.find("list item", name)

    def focus(self, item: Item) -> None:
        self._call(item.place, "Component", "GrabFocus")

    def write(self, item: Item, words: str) -> None:
        """Put these words into a field in place of its own."""
        self._call(item.place, "EditableText", "SetTextContents", "s", (words,))

    # --- hearing ---

    def hear(self) -> list[str]:
        """All announcements so far."""
        self._ask([message_bus.GetId()])  # what was announced before comes before the answer
        return self.announced

    def wait_for(self, words: str, limit_s: float = 20.0) -> str:
        """The first announcement with these words in it, as soon as there is one."""
        self.wait(lambda: any(words in said for said in self.hear()), repr(words), limit_s)
        return next(said for said in self.announced if words in said)

    def wait(self, is_true: Callable[[], bool], what: str, limit_s: float = 10.0) -> None:
        """Look until it is true; raises TimeoutError naming `what` and what was announced."""
        try:
            wait_until(is_true, what, limit_s)
        except TimeoutError as error:
            raise TimeoutError(f"{error}; announced were {self.announced}") from error

    # --- the bus ---

    def _look(self, places: Sequence[Place]) -> list[Item]:
        """What is showing at these places, with all that is showing in it."""
        states = [_states(reply) for reply in self._ask([_state(place) for place in places])]
        shown = [(p, s) for p, s in zip(places, states, strict=True) if "showing" in s]
        asked = [message for place, _states in shown for message in _about(place)]
        replies = iter(self._ask(asked))
        children = self._children([place for place, _states in shown])
        inner = iter(self._look_each(children)) if shown else iter(())
        return [
            Item(
                place=place,
                states=states,
                role=_first(next(replies), "gone"),
                name=_value(next(replies), ""),
                description=_value(next(replies), ""),
                children=next(inner),
            )
            for place, states in shown
        ]

    def _look_each(self, families: Sequence[Sequence[Place]]) -> list[tuple[Item, ...]]:
        """The same for several at once, so that the program is asked only once a level."""
        found = {item.place: item for item in self._look([p for f in families for p in f])}
        return [tuple(found[place] for place in family if place in found) for family in families]

    def _children(self, places: Sequence[Place]) -> list[list[Place]]:
        asked = [_call(place, "Accessible", "GetChildren") for place in places]
        return [[(bus, path) for bus, path in _first(r, [])] for r in self._ask(asked)]

    def _call(
        self,
        place: Place,
        interface: str,
        member: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
    ) -> Any:
        """The answer; AssertionError when it is refused."""
        (reply,) = self._ask([_call(place, interface, member, signature, body)])
        assert not _is_refused(reply), f"{member} of {place}: {reply.body}"
        return reply.body

    def _ask(self, messages: Sequence[Message]) -> list[Message]:
        """The answers to all of them, in their order; takes in what is announced meanwhile."""
        if not messages:
            return []
        numbers = []
        for message in messages:
            numbers.append(next(self._bus.outgoing_serial))
            self._bus.send(message, serial=numbers[-1])
        waiting = set(numbers)
        replies: dict[int, Message] = {}
        while waiting:
            message = self._bus.receive(timeout=ANSWER_S)
            fields = message.header.fields
            if message.header.message_type is MessageType.signal:
                self._take_in(message)
            elif (number := fields.get(HeaderFields.reply_serial)) in waiting:
                waiting.remove(number)
                replies[number] = message
        return [replies[number] for number in numbers]

    def _take_in(self, message: Message) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if member == "Announcement":
            self.announced.append(message.body[3][1])
        elif member == "StateChanged" and message.body[:2] == ("focused", 1):
            self._focus = (fields[HeaderFields.sender], fields[HeaderFields.path])


def _call(
    place: Place,
    interface: str,
    member: str,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> Message:
    bus, path = place
    return new_method_call(DBusAddress(path, bus, f"{ATSPI}{interface}"), member, signature, body)


def _property(place: Place, interface: str, name: str) -> Message:
    bus, path = place
    return Properties(DBusAddress(path, bus, f"{ATSPI}{interface}")).get(name)


def _state(place: Place) -> Message:
    return _call(place, "Accessible", "GetState")


def _about(place: Place) -> tuple[Message, ...]:
    """Role, name and description."""
    words = (_property(place, "Accessible", name) for name in ("Name", "Description"))
    return (_call(place, "Accessible", "GetRoleName"), *words)


def _wish_to_hear(event: str) -> Message:
    registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
    body: tuple[str, list[str], str] = (event, [], "")
    return new_method_call(registry, "RegisterEvent", "sass", body)


def _is_refused(reply: Message) -> bool:
    """As it is by what went away since it was found."""
    return reply.header.message_type is MessageType.error


def _first(reply: Message, otherwise: Any) -> Any:
    return otherwise if _is_refused(reply) else reply.body[0]


def _value(reply: Message, otherwise: str) -> Any:
    return otherwise if _is_refused(reply) else reply.body[0][1]


def _states(reply: Message) -> frozenset[str]:
    low, high = _first(reply, (0, 0))
    bits = low | high << 32
    return frozenset(name for name, bit in STATES.items() if bits >> bit & 1)


def written(item: Item, depth: int = 0) -> str:
    """The tree as lines."""
    said = f" - {item.description}" if item.description else ""
    marks = " ".join(sorted(item.states - {"enabled", "showing"}))
    line = f"{'  ' * depth}{item}{said} [{marks}]"
    return "\n".join([line, *(written(child, depth + 1) for child in item.children)])


@contextmanager
def running_reader(display: Display) -> Iterator[tuple[Mapping[str, str], ScreenReader]]:
    """The whole environment for a program that shall be read, and who reads it."""
    launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
    if launcher is None or shutil.which("dbus-daemon") is None:
        pytest.skip("there is no at-spi2-core or no dbus-daemon here")
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="hiptimer-"))  # short: a socket's path has a limit
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        own = {"XDG_RUNTIME_DIR": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
        env = {**display.env, **own, "NO_AT_BRIDGE": "0"}
        command = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--print-address=1"]
        daemon = subprocess.Popen(
            [*command, "--nofork"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
        )
        stack.callback(stop_process, daemon)
        assert daemon.stdout is not None
        stack.callback(daemon.stdout.close)
        address = daemon.stdout.readline().decode().strip()
        env |= {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        bus = subprocess.Popen(
            [launcher, "--launch-immediately"], env=env, stderr=subprocess.DEVNULL
        )
        stack.callback(stop_process, bus)
        reader = ScreenReader(_accessibility_bus(address))
        stack.callback(reader.close)
        yield env, reader


def _accessibility_bus(session: str) -> str:
    """The address of the bus, as soon as it is there."""
    connection = open_dbus_connection(session)
    asked = new_method_call(
        DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
    )
    found: list[str] = []

    def is_there() -> bool:
        reply = connection.send_and_get_reply(asked, timeout=ANSWER_S)
        if reply.header.message_type is not MessageType.error:
            found.append(reply.body[0].split(",")[0])
        return bool(found and found[-1])

    try:
        wait_until(is_there, "the accessibility bus")
    finally:
        connection.close()
    return found[-1]


def _is_active(window: Item) -> bool:
    return "active" in window.states
