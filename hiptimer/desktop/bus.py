"""A connection to the person's session bus on Linux, which waits for nothing longer than it must.

QtDBus cannot send unsigned numbers, which some of the services here want; jeepney sends all.
"""

import os
from collections.abc import Mapping
from typing import Any

from jeepney import DBusErrorResponse, HeaderFields, Message
from jeepney.bus import get_bus
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, DBusConnectionBase, prep_socket
from jeepney.io.common import MessageFilters
from jeepney.wrappers import unwrap_msg


class BusError(Exception):
    """There is no bus, or what is on it answers with an error or not in time; for the log."""


class Bus(DBusConnection):  # type: ignore[misc, unused-ignore]
    """Raises BusError, also when the bus does not answer within `patience_s`."""

    def __init__(self, environment: Mapping[str, str], patience_s: float) -> None:
        try:
            sock = prep_socket(get_bus(_address(environment)), timeout=patience_s)
        except (OSError, RuntimeError, ValueError) as error:
            raise BusError(f"no session bus: {error}") from error
        DBusConnectionBase.__init__(self, sock)
        # What the library itself sets up, but for a greeting that would wait for ever.
        self._filters = MessageFilters()
        try:
            self.unique_name = self.ask(message_bus.Hello(), patience_s)[0]
        except BusError:
            self.close()
            raise

    def ask(
        self, message: Message, patience_s: float, *, signature: str | None = None
    ) -> tuple[Any, ...]:
        """The answer to a call. Raises BusError, also when it is not of `signature`."""
        try:
            reply = self.send_and_get_reply(message, timeout=patience_s)
            answer = unwrap_msg(reply)
        except DBusErrorResponse as error:
            raise BusError(f"{error.name}: {error.data}") from error
        except OSError as error:  # TimeoutError too
            raise BusError(str(error) or "no answer in time") from error
        found = reply.header.fields.get(HeaderFields.signature, "")
        if signature not in (None, found):
            raise BusError(f'an answer of "{found}" where "{signature}" belongs')
        return tuple(answer)


def _address(environment: Mapping[str, str]) -> str:
    """As the variable says, else the usual place; other kinds of the latter are not guessed."""
    said = environment.get("DBUS_SESSION_BUS_ADDRESS")
    if said:
        return said
    usual = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), "bus")  # noqa: PTH118
    if not os.path.exists(usual):  # noqa: PTH110
        raise BusError("no session bus: DBUS_SESSION_BUS_ADDRESS is not set")
    return f"unix:path={usual}"
