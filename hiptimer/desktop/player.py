"""What plays, for the media keys of a desktop: MPRIS, the D-Bus interface of media players.

It is spoken over jeepney on a thread of its own. QtDBus would do it on the window's thread, sends
the length of less than 36 minutes as a number of 32 bits where the standard wants 64, and makes a
list of variants of an empty list.
"""

import logging
import os
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import Any

import msgspec
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import DBusNameFlags, message_bus

from hiptimer.desktop.bus import Bus, BusError
from hiptimer.desktop.player_description import DESCRIPTION

log = logging.getLogger(__name__)

PATIENCE_S = 2.0
NAME = "org.mpris.MediaPlayer2.hiptimer"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTION = "org.freedesktop.DBus.Introspectable"
NAME_GIVEN = 1
JUMP_S = 1.0
"""A position further than this from where it was expected is told at once."""

ARGUMENTS = {"GetAll": "s", "Get": "ss", "Set": "ssv"}

Value = tuple[str, Any]
"""A D-Bus signature, and what it describes."""


class Command(StrEnum):
    """What a key of a desktop or of a headset asks for."""

    PLAY_PAUSE = "PlayPause"
    PLAY = "Play"
    PAUSE = "Pause"
    STOP = "Stop"
    NEXT = "Next"
    PREVIOUS = "Previous"
    RAISE = "Raise"
    QUIT = "Quit"


class Playing(msgspec.Struct, frozen=True, kw_only=True):
    """What plays now. `track` numbers it; `album` is the whole that it is a part of, of which
    `length_s` is the length.
    """

    track: int
    title: str
    album: str
    length_s: float
    is_paused: bool
    volume: float


class Player:
    """Offers what plays on the session bus, from `show` on until `close`.

    `on_command` and `on_volume` (0 to 1) come on a thread of its own. Without a bus nothing is
    offered, which only the log tells; where the name is taken another one is added to it.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        on_command: Callable[[Command], None],
        on_volume: Callable[[float], None],
    ) -> None:
        self._environment = environment
        self._on_command = on_command
        self._on_volume = on_volume
        self._bus: Bus | None = None
        self._sending = threading.Lock()
        self._playing: Playing | None = None
        self._position_s = 0.0
        self._is_closed = False

    def show(self, playing: Playing, position_s: float) -> None:
        """What plays now, and how much of the whole is over. Waits for nobody."""
        before, self._playing = self._playing, playing
        if before is None:
            self._position_s = position_s
            threading.Thread(target=self._offer, name="media keys", daemon=True).start()
            return
        changed = _changed(_player_values(before), _player_values(playing))
        if changed:
            self._signal(PROPERTIES, "PropertiesChanged", "sa{sv}as", (PLAYER, changed, []))
        self.go_on(position_s)

    def go_on(self, position_s: float) -> None:
        """What plays is the same, and only time has passed."""
        jumped = abs(position_s - self._position_s) > JUMP_S
        self._position_s = position_s
        if jumped:
            self._signal(PLAYER, "Seeked", "x", (self._position_us,))

    def close(self) -> None:
        """Nothing plays any more: leave the bus."""
        with self._sending:
            self._is_closed = True
            bus, self._bus = self._bus, None
            if bus is not None:
                with suppress(OSError):  # the bus may be gone already
                    bus.sock.shutdown(socket.SHUT_RDWR)  # the thread notices, and closes it

    @property
    def _position_us(self) -> int:
        return round(self._position_s * 1e6)

    # --- the bus ---

    def _offer(self) -> None:
        try:
            bus = Bus(self._environment, PATIENCE_S)
        except BusError as error:
            log.info("Media keys come to the window alone: %s", error)
            return
        with bus:
            try:
                self._take_name(bus)
            except BusError as error:
                log.info("Media keys come to the window alone: %s", error)
                return
            with self._sending:
                self._bus = None if self._is_closed else bus
            while not self._is_closed and self._hear(bus):
                pass
            with self._sending:
                self._bus = None

    def _take_name(self, bus: Bus) -> None:
        for name in (NAME, f"{NAME}.instance{os.getpid()}"):
            request = message_bus.RequestName(name, DBusNameFlags.do_not_queue)
            if bus.ask(request, PATIENCE_S)[0] == NAME_GIVEN:
                return
            log.info("The name %s is taken.", name)
        raise BusError("no name is free")

    def _hear(self, bus: Bus) -> bool:
        """Take one message; whether the bus is still there."""
        try:
            message = bus.receive()
        except (OSError, ValueError) as error:
            if not self._is_closed:
                log.info("The session bus is gone: %s", error)
            return False
        if message.header.message_type is MessageType.method_call:
            self._send(bus, self._reply(message))
        return True

    def _send(self, bus: Bus, message: Message) -> None:
        with self._sending:
            try:
                bus.send(message)
            except OSError as error:
                log.info("The session bus is gone: %s", error)

    def _signal(self, interface: str, name: str, signature: str, body: tuple[Any, ...]) -> None:
        bus = self._bus
        if bus is not None:
            emitter = DBusAddress(PATH, interface=interface)
            self._send(bus, new_signal(emitter, name, signature, body))

    # --- what is asked ---

    def _reply(self, message: Message) -> Message:
        fields = message.header.fields
        member, interface = fields[HeaderFields.member], fields.get(HeaderFields.interface, "")
        if interface == PROPERTIES:
            return self._reply_about_properties(message, member)
        if interface == INTROSPECTION and member == "Introspect":
            return new_method_return(message, "s", (DESCRIPTION,))
        if interface == "org.freedesktop.DBus.Peer" and member == "Ping":
            return new_method_return(message)
        if interface in (ROOT, PLAYER, "") and member in set(Command):
            self._on_command(Command(member))
            return new_method_return(message)
        if interface == PLAYER and member in ("Seek", "SetPosition", "OpenUri"):
            # A workout cannot be wound; CanSeek says so.
            return new_method_return(message)
        return _unknown(message, "UnknownMethod", f"There is no {interface}.{member}.")

    def _reply_about_properties(self, message: Message, member: str) -> Message:
        if message.header.fields.get(HeaderFields.signature, "") != ARGUMENTS.get(member):
            return _unknown(message, "InvalidArgs", f"{PROPERTIES}.{member} takes other values.")
        if member == "GetAll":
            return new_method_return(message, "a{sv}", (self._values(message.body[0]),))
        interface, name = message.body[:2]
        values = self._values(interface)
        if name not in values:
            return _unknown(message, "UnknownProperty", f"There is no {interface}.{name}.")
        if member == "Get":
            return new_method_return(message, "v", (values[name],))
        if name == "Volume" and message.body[2][0] == "d":
            self._on_volume(min(1.0, max(0.0, message.body[2][1])))
        # What else may be set, such as the rate or a shuffled order, has only one value here.
        return new_method_return(message)

    def _values(self, interface: str) -> dict[str, Value]:
        if interface == ROOT:
            return ROOT_VALUES
        if interface == PLAYER and self._playing is not None:
            position = {"Position": ("x", self._position_us)}
            return {**_player_values(self._playing), **position}
        return {}


ROOT_VALUES: dict[str, Value] = {
    "Identity": ("s", "hiptimer"),
    "DesktopEntry": ("s", "hiptimer"),
    "CanRaise": ("b", True),
    "CanQuit": ("b", True),
    "HasTrackList": ("b", False),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}


def _player_values(playing: Playing) -> dict[str, Value]:
    """All properties but the position, whose changes are not told."""
    metadata = {
        "mpris:trackid": ("o", f"/org/hiptimer/set/{playing.track}"),
        "mpris:length": ("x", round(playing.length_s * 1e6)),
        "xesam:title": ("s", playing.title),
        "xesam:album": ("s", playing.album),
        "xesam:artist": ("as", [playing.album]),
    }
    return {
        "PlaybackStatus": ("s", "Paused" if playing.is_paused else "Playing"),
        "Metadata": ("a{sv}", metadata),
        "Volume": ("d", playing.volume),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "CanGoNext": ("b", True),
        "CanGoPrevious": ("b", True),
        "CanPlay": ("b", True),
        "CanPause": ("b", True),
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
    }


def _changed(before: dict[str, Value], now: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in now.items() if before[name] != value}


def _unknown(message: Message, kind: str, words: str) -> Message:
    return new_error(message, f"org.freedesktop.DBus.Error.{kind}", "s", (words,))
