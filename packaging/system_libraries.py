"""What hiptimer needs from the operating system: finding what is missing, and installing it.

A library is looked for by loading it, a command by searching for it, so that it does not
matter how it came to the machine. Knows the standard library only.
"""

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class SetUpError(Exception):
    """Something is missing that could not be installed; the message says what to do."""


@dataclass(frozen=True)
class Need:
    """A thing of the operating system; any one of `sonames`, `commands` or `files` is enough.

    debian: the packages that bring it, the newest release's name first.
    elsewhere: the name under which other systems package it.
    """

    debian: tuple[str, ...]
    elsewhere: str
    sonames: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def is_met(self) -> bool:
        """Whether the machine has it."""
        return (
            any(_loads(soname) for soname in self.sonames)
            or any(shutil.which(command) for command in self.commands)
            or any(Path(file).exists() for file in self.files)
        )


def _library(soname: str, *debian: str, elsewhere: str) -> Need:
    return Need(debian=debian, elsewhere=elsewhere, sonames=(soname,))


def _command(command: str, debian: str) -> Need:
    return Need(debian=(debian,), elsewhere=debian, commands=(command,))


QT_AND_SOUND = (
    _library("libglib-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0", elsewhere="glib"),
    _library("libEGL.so.1", "libegl1", elsewhere="libglvnd (EGL)"),
    _library("libGL.so.1", "libgl1", elsewhere="libglvnd (GL)"),
    _library("libdbus-1.so.3", "libdbus-1-3", elsewhere="dbus"),
    _library("libfontconfig.so.1", "libfontconfig1", elsewhere="fontconfig"),
    _library("libxkbcommon.so.0", "libxkbcommon0", elsewhere="libxkbcommon"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", elsewhere="libxkbcommon-x11"),
    _library("libX11-xcb.so.1", "libx11-xcb1", elsewhere="libX11"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0", elsewhere="xcb-util-cursor"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", elsewhere="xcb-util-wm"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", elsewhere="xcb-util-keysyms"),
    _library("libxcb-image.so.0", "libxcb-image0", elsewhere="xcb-util-image"),
    _library("libxcb-render-util.so.0", "libxcb-render-util0", elsewhere="xcb-util-renderutil"),
    _library("libxcb-randr.so.0", "libxcb-randr0", elsewhere="libxcb"),
    _library("libxcb-shape.so.0", "libxcb-shape0", elsewhere="libxcb"),
    _library("libxcb-shm.so.0", "libxcb-shm0", elsewhere="libxcb"),
    _library("libxcb-sync.so.1", "libxcb-sync1", elsewhere="libxcb"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0", elsewhere="libxcb"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1", elsewhere="libxcb"),
    Need(
        debian=("libpulse0",),
        elsewhere="libpulse or alsa-lib",
        sonames=("libpulse-simple.so.0", "libasound.so.2"),
    ),
)

REAL_DISPLAY_AND_SOUND_SERVER = (
    _command("Xvfb", "xvfb"),
    _command("openbox", "openbox"),
    _command("xdotool", "xdotool"),
    _command("pulseaudio", "pulseaudio"),
    _command("pactl", "pulseaudio-utils"),
    _command("parec", "pulseaudio-utils"),
    Need(debian=("libpulse0",), elsewhere="libpulse", sonames=("libpulse-simple.so.0",)),
    _command("dbus-daemon", "dbus-daemon"),
    _command("playerctl", "playerctl"),
    Need(
        debian=("at-spi2-core",),
        elsewhere="at-spi2-core",
        files=(
            "/usr/libexec/at-spi-bus-launcher",
            "/usr/lib/at-spi2-core/at-spi-bus-launcher",
            "/usr/lib/at-spi-bus-launcher",
        ),
    ),
)


def provide(needs: Sequence[Need]) -> None:
    """Install what is missing, showing the command first; does nothing when all is there.

    Raises SetUpError when that is not possible, naming what the person can do.
    """
    missing = [need for need in needs if not need.is_met()]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        names = ", ".join(sorted({need.elsewhere for need in missing}))
        raise SetUpError(
            "hiptimer needs some packages of your system first. "
            f"Please install them and run this again: {names}"
        )
    _install_with_apt(sorted({_debian_name(need) for need in missing}))
    still_missing = [need.elsewhere for need in missing if not need.is_met()]
    if still_missing:
        raise SetUpError(
            "These are still missing after the installation, please install them yourself: "
            + ", ".join(still_missing)
        )


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _debian_name(need: Need) -> str:
    """The name this release uses: the first that apt knows as a real package."""
    for name in need.debian:
        shown = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", name], capture_output=True, check=False
        )
        if shown.returncode == 0:
            return name
    return need.debian[-1]  # without package lists the older name still leads to the newer one


def _install_with_apt(names: Sequence[str]) -> None:
    """Raises SetUpError when there is no right to install, or when apt fails."""
    shown_before = [] if os.geteuid() == 0 else ["sudo"]
    update = ["apt-get", "update"]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    line = f"{shlex.join([*shown_before, *update])}; {shlex.join([*shown_before, *install])}"
    print(f"hiptimer needs some packages of your system:\n  {line}", file=sys.stderr, flush=True)
    sudo = _sudo()
    # A source that cannot be refreshed need not stop the installation from the others.
    _run([*sudo, *update])
    if _run([*sudo, *install]) != 0:
        raise SetUpError("The installation failed; the lines above say why.")


def _sudo() -> list[str]:
    """What to put before a command of the administrator: nothing for root.

    Nobody is there to type a password in a pipe, so sudo must not ask for one then.
    Raises SetUpError when the right cannot be had.
    """
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is not None:
        if sys.stdin.isatty() and sys.stderr.isatty():
            return ["sudo"]
        if _run(["sudo", "-n", "true"]) == 0:
            return ["sudo", "-n"]
    raise SetUpError("Only an administrator may: please run the line above, then this again.")


def _run(command: Sequence[str]) -> int:
    """The exit code. What the command prints goes to stderr: stdout belongs to hiptimer."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode
