"""What plays, as a desktop asks for it over a private bus."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from queue import SimpleQueue
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("only Linux has a session bus", allow_module_level=True)

from buses import running_bus
from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from msgspec.structs import replace

from hiptimer.desktop.bus import Bus, BusError
from hiptimer.desktop.player import NAME, PATH, PLAYER, ROOT, Command, Player, Playing

CLAM = Playing(
    track=4,
    title="Clamshell · set 2 of 3",
    album="Pre-run activation",
    length_s=360.0,
    is_paused=False,
    volume=0.8,
)
AT = DBusAddress(PATH, NAME, PLAYER)


@pytest.fixture
def bus() -> Iterator[Mapping[str, str]]:
    with running_bus() as env:
        yield env


class Desktop:
    """Asks as a desktop does, and writes down the signals."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._bus = Bus(env, 2.0)
        self._bus.ask(message_bus.AddMatch(f"type='signal',path='{PATH}'"), 2.0)

    def names(self) -> list[str]:
        names = self._bus.ask(message_bus.ListNames(), 2.0)[0]
        return sorted(name for name in names if "MediaPlayer2" in name)

    def wait_for_names(self, *names: str) -> None:
        _wait(lambda: self.names() == list(names))

    def press(self, command: Command) -> None:
        interface = ROOT if command in (Command.RAISE, Command.QUIT) else PLAYER
        call = new_method_call(AT.with_interface(interface), command.value)
        assert self._bus.ask(call, 2.0) == ()

    def ask(self, message: Message) -> Any:
        return self._bus.ask(message, 2.0)[0]

    def get(self, name: str, interface: str = PLAYER) -> tuple[str, Any]:
        value: tuple[str, Any] = self.ask(Properties(AT.with_interface(interface)).get(name))
        return value

    def set(self, name: str, signature: str, value: object) -> None:
        self._bus.ask(Properties(AT).set(name, signature, value), 2.0)

    def next_signal(self) -> tuple[str, tuple[Any, ...]]:
        while True:
            message = self._bus.receive(timeout=2.0)
            if message.header.message_type is MessageType.signal:
                fields = message.header.fields
                if fields[HeaderFields.path] == PATH:
                    return fields[HeaderFields.member], message.body

    def close(self) -> None:
        self._bus.close()


@pytest.fixture
def desktop(bus: Mapping[str, str]) -> Iterator[Desktop]:
    desktop = Desktop(bus)
    yield desktop
    desktop.close()


def _wait(is_true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.01)


class Keys:
    """What is asked of the workout."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.commands: SimpleQueue[Command] = SimpleQueue()
        self.volumes: SimpleQueue[float] = SimpleQueue()
        self.player = Player(env, self.commands.put, self.volumes.put)


@pytest.fixture
def keys(bus: Mapping[str, str], desktop: Desktop) -> Iterator[Keys]:
    keys = Keys(bus)
    keys.player.show(CLAM, 12.5)
    desktop.wait_for_names(NAME)
    yield keys
    keys.player.close()


def test_what_plays_has_the_types_of_the_standard(keys: Keys, desktop: Desktop) -> None:
    values = desktop.ask(Properties(AT).get_all())
    signatures = {name: signature for name, (signature, _value) in values.items()}
    numbers = dict.fromkeys(("Volume", "Rate", "MinimumRate", "MaximumRate"), "d")
    can = ("GoNext", "GoPrevious", "Play", "Pause", "Seek", "Control")
    assert signatures == {
        "PlaybackStatus": "s",
        "Metadata": "a{sv}",
        "Position": "x",
        **numbers,
        **{f"Can{name}": "b" for name in can},
    }
    assert values["Metadata"][1] == {
        "mpris:trackid": ("o", "/org/hiptimer/set/4"),
        "mpris:length": ("x", 360_000_000),
        "xesam:title": ("s", "Clamshell · set 2 of 3"),
        "xesam:album": ("s", "Pre-run activation"),
        "xesam:artist": ("as", ["Pre-run activation"]),
    }
    assert values["PlaybackStatus"] == ("s", "Playing")
    assert values["CanSeek"] == ("b", False)
    root = desktop.ask(Properties(AT.with_interface(ROOT)).get_all())
    assert root["Identity"] == ("s", "hiptimer")
    assert root["SupportedUriSchemes"] == ("as", [])
    description = new_method_call(
        AT.with_interface("org.freedesktop.DBus.Introspectable"), "Introspect"
    )
    told = desktop.ask(description)
    assert all(f'name="{name}"' in told for name in (*values, *root, *Command))


def test_the_position_is_told_when_it_is_asked_for(keys: Keys, desktop: Desktop) -> None:
    assert desktop.get("Position") == ("x", 12_500_000)
    keys.player.go_on(12.6)
    assert desktop.get("Position") == ("x", 12_600_000)


def test_changes_are_told_and_nothing_else(keys: Keys, desktop: Desktop) -> None:
    keys.player.show(CLAM, 12.55)
    keys.player.show(replace(CLAM, is_paused=True), 12.6)
    told = {"PlaybackStatus": ("s", "Paused")}
    assert desktop.next_signal() == ("PropertiesChanged", (PLAYER, told, []))
    keys.player.show(replace(CLAM, track=5, title="Bridge"), 20.0)
    name, (_interface, changed, invalidated) = desktop.next_signal()
    assert (name, sorted(changed), invalidated) == (
        "PropertiesChanged",
        ["Metadata", "PlaybackStatus"],
        [],
    )
    assert desktop.next_signal() == ("Seeked", (20_000_000,))


@pytest.mark.parametrize("command", list(Command))
def test_every_key_arrives(keys: Keys, desktop: Desktop, command: Command) -> None:
    desktop.press(command)
    assert keys.commands.get(timeout=2) is command


def test_the_volume_is_set_within_its_limits(keys: Keys, desktop: Desktop) -> None:
    for asked, taken in ((0.3, 0.3), (7.0, 1.0), (-1.0, 0.0)):
        desktop.set("Volume", "d", asked)
        assert keys.volumes.get(timeout=2) == taken
    desktop.set("Rate", "d", 2.0)
    assert desktop.get("Rate") == ("d", 1.0)


def test_what_there_is_not_is_an_error_and_harmless(keys: Keys, desktop: Desktop) -> None:
    properties = AT.with_interface("org.freedesktop.DBus.Properties")
    for message, words in (
        (new_method_call(AT, "Dance"), "UnknownMethod"),
        (Properties(AT).get("Colour"), "UnknownProperty"),
        (Properties(AT).set("Colour", "s", "red"), "UnknownProperty"),
        (new_method_call(properties, "Get", "s", (PLAYER,)), "InvalidArgs"),
        (new_method_call(properties, "GetAll"), "InvalidArgs"),
    ):
        with pytest.raises(BusError, match=words):
            desktop.ask(message)
    assert desktop.get("PlaybackStatus") == ("s", "Playing")


def test_at_the_end_it_is_gone(keys: Keys, desktop: Desktop) -> None:
    keys.player.close()
    desktop.wait_for_names()
    keys.player.close()


def test_a_taken_name_gets_a_number(bus: Mapping[str, str], desktop: Desktop) -> None:
    first, second = Keys(bus), Keys(bus)
    first.player.show(CLAM, 0)
    desktop.wait_for_names(NAME)
    second.player.show(CLAM, 0)
    _wait(lambda: len(desktop.names()) == 2)
    assert desktop.names()[1].startswith(f"{NAME}.instance")
    first.player.close()
    second.player.close()
    desktop.wait_for_names()


def test_without_a_bus_nothing_happens(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    keys = Keys({})
    keys.player.show(CLAM, 0)
    _wait(lambda: "Media keys come to the window alone" in caplog.text)
    keys.player.show(replace(CLAM, is_paused=True), 5)
    keys.player.close()


def test_a_bus_that_ends_takes_nothing_with_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    with running_bus() as env:
        desktop, keys = Desktop(env), Keys(env)
        keys.player.show(CLAM, 0)
        desktop.wait_for_names(NAME)
        desktop.close()
    _wait(lambda: "The session bus is gone" in caplog.text)
    keys.player.show(replace(CLAM, is_paused=True), 5)
    keys.player.close()
