"""What of PyInstaller's findings goes into a bundle: nothing that hiptimer never loads.

An entry is PyInstaller's: the name in the bundle, the file it comes from, and its kind.
"""

import sys
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
NeededBy = Callable[[str], Iterable[str]]
"""The files of the libraries that a library is linked with."""

PLUGINS = {
    "iconengines": ("*qsvgicon*",),
    "imageformats": ("*qsvg.*", "*qjpeg*", "*qico.*"),
    "platforminputcontexts": ("*compose*", "*ibus*"),
    "platforms": ("*qxcb*", "*qwayland*", "*qoffscreen*", "*qwindows*", "*qcocoa*"),
    "platformthemes": ("*xdgdesktopportal*",),
    "styles": ("*",),
    "tls": (),
    "wayland-decoration-client": ("*bradient*", "*adwaita*"),
    "wayland-graphics-integration-client": ("*wayland-egl*",),
    "wayland-shell-integration": ("*xdg-shell*",),
    "xcbglintegrations": (),
}
"""The plugins of Qt that are kept, by their folder; a folder that is not here goes altogether."""

TRANSLATIONS = "qtbase_{language}.qm"

LEFT_OUT = (
    "*/py.typed",
    "*/tests/*",
    "*.pyi",
    "pygame/*.bmp",
    "pygame/*.icns",
    "pygame/*.svg",
    "pygame/*.ttf",
    "pygame/docs/*",
    "pygame/examples/*",
    "pyqtgraph/colors/*",
    "pyqtgraph/examples/*",
    "pyqtgraph/icons/peegee/*",
)
"""Data that libraries bring along."""

LEFT_OUT_MODULES = (
    "OpenGL",
    "PIL",
    "PySide6.QtNetwork",
    # Only the sound of pygame is used: these bring typefaces and pictures.
    "pygame._freetype",
    "pygame.font",
    "pygame.freetype",
    "pygame.ftfont",
    "pygame.imageext",
    "pygame.sysfont",
    # Of the extra that speaks a person's own words: six times as large as all the rest.
    "kokoro_onnx",
    "pyloudnorm",
    "scipy",
    "matplotlib",
    "pip",
    "pkg_resources",
    "setuptools",
    "tkinter",
)
"""What libraries would import where it is there, and do without where it is not."""

SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def trimmed(entries: Iterable[Entry], needed_by: NeededBy, platform: str) -> list[Entry]:
    """The binaries that are kept: libraries only as far as something that is kept needs them."""
    wanted = [entry for entry in entries if not _is_of_system(entry, platform)]
    wanted = [entry for entry in wanted if _is_wanted_plugin(entry[0])]
    roots = [source for name, source, _kind in wanted if not _is_library(name)]
    reached = _reached(roots, needed_by)
    return [entry for entry in wanted if not _is_library(entry[0]) or _is_in(entry, reached)]


def without_dangling(links: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """`links` without those that lead to nothing any more; other entries pass."""
    names = {PurePosixPath(_posix(entry[0])) for entry in kept if entry[2] != "SYMLINK"}
    return [entry for entry in links if entry[2] != "SYMLINK" or _target(entry) in names]


def trimmed_data(entries: Iterable[Entry], languages: Iterable[str]) -> list[Entry]:
    """The data that is kept: Qt's own words only in the languages that the program speaks."""
    texts = {TRANSLATIONS.format(language=language) for language in languages}
    return [entry for entry in entries if _is_wanted_data(_posix(entry[0]), texts)]


def _is_of_system(entry: Entry, platform: str) -> bool:
    """On Linux the system's own libraries are the package's dependencies, with its repairs."""
    name, source, kind = entry
    if not platform.startswith("linux") or kind not in ("BINARY", "SYMLINK"):
        return False
    return source.startswith(SYSTEM) and not PurePosixPath(name).name.startswith("libpython")


def _is_wanted_plugin(name: str) -> bool:
    folders, file = _plugin(name)
    if folders is None:
        return True
    return any(fnmatch(file, pattern) for pattern in PLUGINS.get(folders, ()))


def _plugin(name: str) -> tuple[str | None, str]:
    """The folder and the file of a plugin of Qt; None as a folder for anything else."""
    parts = PurePosixPath(_posix(name)).parts
    if "plugins" not in parts or "PySide6" not in parts:
        return None, parts[-1]
    return parts[parts.index("plugins") + 1], parts[-1]


def _is_library(name: str) -> bool:
    """What is there for others alone: Qt's libraries, and those that wheels bring along.

    Python's modules and Qt's plugins are loaded by their names: they are what needs libraries.
    """
    path = PurePosixPath(_posix(name))
    if _plugin(name)[0] is not None or path.match("*.abi3.so") or path.suffix == ".pyd":
        return False
    if path.parts[0].endswith(".libs") or path.match("*/.dylibs/*"):
        return True
    # Windows has Qt's libraries flat in the folder of its modules, macOS as frameworks.
    return path.parts[0] == "PySide6" or fnmatch(path.name, "libQt6*")


def _reached(roots: Iterable[str], needed_by: NeededBy) -> set[str]:
    """All libraries that the roots need, and those that these need."""
    reached: set[str] = set()
    to_see = list(roots)
    while to_see:
        for file in needed_by(to_see.pop()):
            real = str(Path(file).resolve())
            if real not in reached:
                reached.add(real)
                to_see.append(real)
    return reached


def _is_in(entry: Entry, reached: set[str]) -> bool:
    return entry[2] == "SYMLINK" or str(Path(entry[1]).resolve()) in reached


def _target(entry: Entry) -> PurePosixPath:
    """Where a link leads to, as a name in the bundle."""
    folder = PurePosixPath(_posix(entry[0])).parent
    parts: list[str] = []
    for part in (folder / _posix(entry[1])).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath(*parts)


def _is_wanted_data(name: str, texts: set[str]) -> bool:
    if fnmatch(name, "*PySide6*translations/*"):
        return PurePosixPath(name).name in texts
    return not any(fnmatch(name, pattern) for pattern in LEFT_OUT)


def _posix(name: str) -> str:
    return name.replace("\\", "/") if sys.platform == "win32" else name
