"""The one door to the files shipped with the program: `assets/` and `sessions/`.

They lie in three different places: at the top of a checkout, inside the installed
package, and inside a frozen bundle. Nothing else in the program looks for them.
"""

import sys
from pathlib import Path

from hiptimer.model.language import tr


class ResourceError(Exception):
    """A file that belongs to the program is not where it should be."""


def assets() -> Path:
    """The folder of exercises, routines, sounds, icons, fonts and themes."""
    return _shipped_folder("assets")


def sessions() -> Path:
    """The folder that describes the session file, with its samples."""
    return _shipped_folder("sessions")


def asset_path(name: str) -> Path:
    """The path of one file below `assets/`, named with forward slashes.

    Raises ResourceError when there is no such file, or when the name leads out of `assets/`.
    """
    folder = assets().resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        words = tr(
            "hiptimer's own file {name} is missing. Please install hiptimer again.", name=name
        )
        raise ResourceError(words)
    return path


def asset_bytes(name: str) -> bytes:
    """The content of one file below `assets/`. Raises ResourceError as `asset_path` does."""
    return asset_path(name).read_bytes()


def _shipped_folder(name: str) -> Path:
    for root in _roots():
        folder = root / name
        if folder.is_dir():
            return folder
    words = tr("hiptimer's own folder {name} is missing. Please install hiptimer again.", name=name)
    raise ResourceError(words)


def _roots() -> list[Path]:
    """Where the shipped folders may lie, the most particular place first."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller only
    if isinstance(bundle, str):
        return [Path(bundle) / "hiptimer", Path(bundle)]
    return [package, package.parent]
