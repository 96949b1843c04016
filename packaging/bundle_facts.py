"""What the packages of every system say about hiptimer."""

import re
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUNDLES = ROOT / "build" / "bundle"
NOTICES = ROOT / "build" / "THIRD-PARTY-NOTICES"
NAME = "hiptimer"
SUMMARY = "Leads a runner through hip exercises before a run"
IDENTIFIER = "org.hiptimer.hiptimer"
COPYRIGHT = "Copyright 2026 hiptimer contributors"
ENDINGS = ("toml", "zip")
"""Of a shared routine: alone, or with the exercises it brings."""


class PackageError(Exception):
    """A package could not be made; the message says why."""


def output(*command: str, folder: Path | None = None) -> str:
    """What a command prints. Raises PackageError when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackageError(f"{command[0]} failed:\n{done.stderr.strip()}")
    return done.stdout


def _version() -> str:
    text = (ROOT / "hiptimer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+[^"]*)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("hiptimer/__init__.py names no version.")
    return found.group(1)


VERSION = _version()


def version_numbers() -> tuple[int, int, int, int]:
    """The version as Windows wants it."""
    first, second, third = (int(part) for part in re.findall(r"\d+", VERSION)[:3])
    return first, second, third, 0


def documents() -> list[dict[str, Any]]:
    """What the Finder of macOS may open with hiptimer: offered, but not preferred to others."""
    return [
        {
            "CFBundleTypeName": "Routine",
            "CFBundleTypeExtensions": list(ENDINGS),
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Alternate",
        }
    ]


def windows_version(program: str) -> Any:
    """What the properties of the file say on Windows."""
    from PyInstaller.utils.win32 import versioninfo as info

    texts = {
        "CompanyName": "hiptimer contributors",
        "FileDescription": SUMMARY,
        "FileVersion": VERSION,
        "InternalName": program,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": VERSION,
    }
    structures = [info.StringStruct(name, text) for name, text in texts.items()]
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=version_numbers(), prodvers=version_numbers()),
        kids=[
            info.StringFileInfo([info.StringTable("040904B0", structures)]),
            info.VarFileInfo([info.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )
