"""Linux: the services of a desktop that keep the screen on for those who ask them."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from jeepney import DBusAddress, Message, new_method_call

from hiptimer.desktop.bus import Bus, BusError
from hiptimer.desktop.screen import PATIENCE_S, no_way
from hiptimer.model.language import tr

NAME = "hiptimer"
LEAST_S = 0.5
"""So long even those are waited for who come after one that did not answer."""
IDLE = 8  # of GNOME's session manager and of the portal: the session must not become idle


class Way(msgspec.Struct, frozen=True):
    """A service: `ask` makes the call that holds the screen, `let_go` the one that ends it, from
    what the first one answered, which is of `signature`.
    """

    name: str
    signature: str
    ask: Callable[[str], Message]
    let_go: Callable[[Any], Message]


SCREEN_SAVER = DBusAddress(
    "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver"
)
SESSION_MANAGER = DBusAddress(
    "/org/gnome/SessionManager", "org.gnome.SessionManager", "org.gnome.SessionManager"
)
POWER = DBusAddress(
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement",
    "org.freedesktop.PowerManagement.Inhibit",
)
PORTAL_NAME = "org.freedesktop.portal.Desktop"
PORTAL = DBusAddress(
    "/org/freedesktop/portal/desktop", PORTAL_NAME, "org.freedesktop.portal.Inhibit"
)


def _ask_screen_saver(reason: str) -> Message:
    return new_method_call(SCREEN_SAVER, "Inhibit", "ss", (NAME, reason))


def _leave_screen_saver(cookie: int) -> Message:
    return new_method_call(SCREEN_SAVER, "UnInhibit", "u", (cookie,))


def _ask_session_manager(reason: str) -> Message:
    return new_method_call(SESSION_MANAGER, "Inhibit", "susu", (NAME, 0, reason, IDLE))


def _leave_session_manager(cookie: int) -> Message:
    return new_method_call(SESSION_MANAGER, "Uninhibit", "u", (cookie,))


def _ask_power(reason: str) -> Message:
    return new_method_call(POWER, "Inhibit", "ss", (NAME, reason))


def _leave_power(cookie: int) -> Message:
    return new_method_call(POWER, "UnInhibit", "u", (cookie,))


def _ask_portal(reason: str) -> Message:
    told = {"reason": ("s", reason)}
    return new_method_call(PORTAL, "Inhibit", "sua{sv}", ("", IDLE, told))


def _leave_portal(request: str) -> Message:
    address = DBusAddress(request, PORTAL_NAME, "org.freedesktop.portal.Request")
    return new_method_call(address, "Close")


BY_PORTAL = Way(PORTAL_NAME, "o", _ask_portal, _leave_portal)
WAYS = (
    Way("org.freedesktop.ScreenSaver", "u", _ask_screen_saver, _leave_screen_saver),
    Way("org.gnome.SessionManager", "u", _ask_session_manager, _leave_session_manager),
    # Of Xfce, whose screen saver hears nobody.
    Way("org.freedesktop.PowerManagement", "u", _ask_power, _leave_power),
    BY_PORTAL,
)


class ServiceHold:
    """The services let go by themselves when the connection ends, and with it the process."""

    def __init__(self, environment: Mapping[str, str], *, is_sandboxed: bool) -> None:
        deadline = time.monotonic() + PATIENCE_S
        try:
            self._bus = Bus(environment, PATIENCE_S)
        except BusError as error:
            raise no_way() from error
        try:
            self._way, self._held = self._ask((BY_PORTAL,) if is_sandboxed else WAYS, deadline)
        except BusError as error:
            self._bus.close()
            raise no_way() from error

    @property
    def way(self) -> str:
        return self._way.name

    def release(self) -> None:
        # To end the connection would do, but some services notice that only a while later.
        try:
            self._bus.ask(self._way.let_go(self._held), PATIENCE_S)
        except BusError:
            pass  # it is let go with the connection
        finally:
            self._bus.close()

    def _ask(self, ways: tuple[Way, ...], deadline: float) -> tuple[Way, Any]:
        refused = []
        for way in ways:
            left_s = max(LEAST_S, deadline - time.monotonic())
            call = way.ask(tr("A workout is running."))
            try:
                return way, self._bus.ask(call, left_s, signature=way.signature)[0]
            except BusError as error:
                refused.append(f"{way.name}: {error}")
        raise BusError("; ".join(refused))
