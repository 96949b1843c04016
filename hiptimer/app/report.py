"""The report that helps to mend the program: for who mends it, so in English.

It holds versions, folders, choices and the end of the log, and nothing of what the person did:
no session, no note, no pain. The name of the home folder is left out.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from hiptimer.app.doctor import report
from hiptimer.app.home import Home
from hiptimer.app.logs import LOG_NAME
from hiptimer.settings import Settings

LAST_LINES = 200
LAST_BYTES = 64 * 1024
# What tells more of the person than of the program.
NOT_TOLD = frozenset({"sore", "declined", "accepted", "paces", "run_at", "run_days", "calendar_id"})


def full_report(home: Home, trouble: str = "", *, probe_audio: bool = False) -> str:
    """Some pages of plain text; `trouble` is the traceback it is about, when there is one."""
    found = report(home, probe_audio=probe_audio)
    parts = [
        "\n".join(f"{name:20} {what}" for name, what in found),
        _titled("Choices", _choices(home.settings)),
        _titled("Trouble", trouble.strip().splitlines()),
        _titled("Log", _last_lines(home.paths.logs / LOG_NAME)),
    ]
    return _without_home("\n\n".join(part for part in parts if part)) + "\n"


def _titled(title: str, lines: Iterator[str] | list[str]) -> str:
    text = "\n".join(lines)
    return f"--- {title} ---\n{text}" if text else ""


def _choices(settings: Settings) -> Iterator[str]:
    """Those that are not the usual ones."""
    usual = Settings()
    for field in msgspec.structs.fields(Settings):
        value = getattr(settings, field.name)
        if value != getattr(usual, field.name) and field.name not in NOT_TOLD:
            yield f"{field.name:20} {value}"


def _last_lines(file: Path) -> list[str]:
    try:
        with file.open("rb") as opened:
            opened.seek(max(0, file.stat().st_size - LAST_BYTES))
            text = opened.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return ["nothing"]  # there is none before the first line
    except OSError as error:
        return [f"cannot be read: {error}"]
    return text.splitlines()[-LAST_LINES:] or ["nothing"]


def _without_home(text: str) -> str:
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
