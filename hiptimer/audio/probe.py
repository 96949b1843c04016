"""Finding out whether there is an audio device, in a process that may crash."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from hiptimer.audio import open_here

TIMEOUT_S = 10.0


class DeviceReport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What came of opening the audio device. `error` is empty when it opened."""

    driver: str = ""
    devices: tuple[str, ...] = ()
    error: str = ""

    @property
    def is_usable(self) -> bool:
        return not self.error


def probe_device() -> DeviceReport:
    """Open the device in a process of its own and report; takes a few tenths of a second."""
    return probe_with(child_command())


def child_command() -> list[str]:
    """The command that opens the device, in a checkout, an installed package or a bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, open_here.OPEN_HERE]
    # -P: the folder of the file must not come before the libraries.
    return [sys.executable, "-P", str(Path(open_here.__file__))]


def probe_with(command: Sequence[str]) -> DeviceReport:
    """The report of a child process that ends with 0 if the device opened."""
    try:
        child = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return DeviceReport(error=f"The audio device did not open within {TIMEOUT_S:.0f} s.")
    except OSError as problem:
        return DeviceReport(error=f"The audio device could not be tried: {problem}")
    return _read(child.stdout, child.returncode)


def _read(output: bytes, code: int) -> DeviceReport:
    lines = output.strip().splitlines()
    try:
        report = msgspec.json.decode(lines[-1] if lines else b"{}", type=DeviceReport)
    except msgspec.DecodeError:
        report = DeviceReport()
    if code == 0 or report.error:
        return report
    return DeviceReport(error=f"Opening the audio device failed (exit code {code}).")
