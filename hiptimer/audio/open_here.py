"""Opens the audio device in this process, says how it went, and ends.

Run as a file in a process of its own, because opening against a sound server without any sink
ends the process (pygame 2.6.1). It needs pygame only, nothing of hiptimer. A bundle has no
Python to run a file with: there the program itself is started with OPEN_HERE as its only
argument and calls `leave(main())` before anything else. The exit code is the answer, the line of
JSON on standard output tells more.
"""

import ctypes
import json
import os
import signal
import sys
from typing import NoReturn

OPEN_HERE = "--open-audio-here"

LIMIT_S = 15
"""A device that does not open holds this process no longer, whether or not anyone still waits."""

FREQUENCY = 48_000
BUFFER = 1024
"""Frames mixed at once: at 512 and below a busy computer leaves gaps."""

SERVER_MS = 30
"""How far ahead a PulseAudio or PipeWire server is filled. SDL would ask for one BUFFER, 21 ms: on
a busy computer that left 9 gaps in 150 s where this left 1, and a start is only 6 ms later."""

SERVER_VARIABLE = "PULSE_LATENCY_MSEC"


def main() -> int:
    """0 if the device opened, 1 if not."""
    if hasattr(signal, "alarm"):  # Windows has none
        signal.alarm(LIMIT_S)
    prepare_environment()
    # pygame brings these along if it can; they are not needed here and triple the start.
    for name in ("numpy", "pkg_resources"):
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        from pygame import error, mixer
    except ImportError as problem:
        return _say(problem=str(problem))
    try:
        mixer.init(FREQUENCY, -16, 2, BUFFER, allowedchanges=0)
    except error as problem:
        return _say(problem=str(problem))
    from pygame._sdl2.audio import get_audio_device_names

    return _say(driver=_driver(), devices=get_audio_device_names(False))


def leave(code: int) -> NoReturn:
    """End at once: closing the device would first play out what the server holds, up to 2 s."""
    if sys.stdout is not None:
        sys.stdout.flush()
    os._exit(code)


def prepare_environment() -> None:
    """What SDL and pygame read from the environment; before pygame is imported."""
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    # Without this SDL takes SIGTERM for itself and the program cannot be ended by it.
    os.environ["SDL_NO_SIGNAL_HANDLERS"] = "1"
    os.environ.setdefault(SERVER_VARIABLE, str(SERVER_MS))


def sdl_library() -> ctypes.CDLL | None:
    """SDL as pygame has loaded it, for the two questions pygame cannot be asked; None if hidden.

    Elsewhere than on Windows a symbol is looked up through the libraries of pygame's own.
    """
    from pygame import mixer

    try:
        library = ctypes.CDLL("SDL2.dll" if sys.platform == "win32" else mixer.__file__)
        library.SDL_GetCurrentAudioDriver.restype = ctypes.c_char_p
        library.SDL_GetAudioDeviceStatus.restype = ctypes.c_int
    except (OSError, AttributeError):
        return None
    return library


def _driver() -> str:
    library = sdl_library()
    return (library.SDL_GetCurrentAudioDriver() or b"").decode() if library else ""


def _say(*, driver: str = "", devices: list[str] | None = None, problem: str = "") -> int:
    # A windowed bundle on Windows has no standard output.
    if sys.stdout is not None:
        print(json.dumps({"driver": driver, "devices": devices or [], "error": problem}))
    return 1 if problem else 0


if __name__ == "__main__":
    leave(main())
