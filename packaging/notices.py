"""The notices of everything that a bundle carries along: whose it is, and under which licence.

The texts of Python's libraries come from what is installed, those of the libraries inside them
from `packaging/notices`. Runs in the environment that the bundle is made of.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from bundle_facts import NAME, ROOT
from packaging.requirements import Requirement

TEXTS = ROOT / "packaging" / "notices"
RULE = "=" * 78
WORDS = ("LICEN", "COPYING", "NOTICE")
# What starts the program inside a bundle is a part of it, too.
STARTER = "pyinstaller"

HEAD = """\
THIRD-PARTY NOTICES

hiptimer itself is free under the MIT licence. This package brings along software, a typeface,
icons and a voice of others, each under the licence that is named here. Where a licence gives
the right to have the source of a library: it is to be had where the library's entry says, in
the version that "hiptimer doctor" names.
"""


class NoticeError(Exception):
    """Something goes into the bundle of which no licence can be told."""


def notices(starter: str | None = STARTER) -> str:
    """All of it as one text; `starter` is inside, too. Raises NoticeError."""
    components = _components()
    told = {name for one in components for name in one.get("packages", ())}
    parts = [HEAD, *_of_python()]
    parts += (_of_library(one, told) for one in libraries(starter))
    parts += (_of_component(one) for one in components)
    parts += _texts(components)
    return "\n".join(parts)


def untold(bundle: Path) -> list[str]:
    """Libraries that wheels brought into the bundle, and that no component tells of."""
    known = tuple(name for one in _components() for name in one.get("libraries", ()))
    # numpy's own licence tells of this one.
    known += ("libscipy_openblas",)
    files = [file for folder in bundle.rglob("*.libs") for file in folder.iterdir()]
    return sorted(file.name for file in files if not file.name.startswith(known))


def _components() -> list[dict[str, Any]]:
    text = (TEXTS / "components.toml").read_text(encoding="utf-8")
    components: list[dict[str, Any]] = tomllib.loads(text)["component"]
    return components


def libraries(starter: str | None = STARTER) -> list[Distribution]:
    """Python's libraries that hiptimer needs, and what they need, by name."""
    found: dict[str, Distribution] = {}
    to_see = [NAME] if starter is None else [NAME, starter]
    while to_see:
        name = to_see.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError as error:
            raise NoticeError(f"{name} is needed, but is not installed here.") from error
        if name != starter:
            to_see += _needed(found[name])
    del found[NAME]
    return [found[name] for name in sorted(found)]


def _needed(library: Distribution) -> Iterator[str]:
    for line in library.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _normal(requirement.name)


def _normal(name: str) -> str:
    """Of the ways to write the name of a package the usual one."""
    return name.lower().replace("_", "-")


def _of_python() -> Iterator[str]:
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    base = Path(sys.base_prefix)
    # As Python lays it down, on Windows, and as Debian does.
    files = [base / "lib" / name / "LICENSE.txt", base / "LICENSE.txt"]
    files.append(base / "share/doc" / name / "copyright")
    file = next((file for file in files if file.is_file()), None)
    if file is None:
        raise NoticeError("This Python has no LICENSE.txt; take one that has it.")
    yield _entry("Python " + sys.version.split()[0], "Python Software Foundation License")
    yield file.read_text(encoding="utf-8")


def _of_library(library: Distribution, told: set[str]) -> str:
    name = library.metadata["Name"]
    texts = [
        file.read_text(encoding="utf-8", errors="replace").strip() for file in _files_of(library)
    ]
    if not texts and _normal(name) not in told:
        raise NoticeError(f"No licence of {name} is to be found; packaging/notices needs one.")
    licence = str(library.metadata.json.get("license_expression", "")) or _classified(library)
    below = "" if texts else "The licence's text is further below.\n"
    return "\n".join([_entry(f"{name} {library.version}", licence), below, "\n\n".join(texts), ""])


def _files_of(library: Distribution) -> list[Path]:
    found = []
    for file in library.files or ():
        path = Path(str(library.locate_file(file)))
        is_text = path.suffix.lower() in ("", ".txt", ".md", ".rst", ".bsd", ".apache")
        if is_text and any(word in file.name.upper() for word in WORDS) and path.is_file():
            found.append(path)
    return found


def _classified(library: Distribution) -> str:
    kinds = library.metadata.get_all("Classifier") or []
    names = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return ", ".join(names) or str(library.metadata.json.get("license", "")).partition("\n")[0]


def _of_component(component: dict[str, Any]) -> str:
    lines = [_entry(component["name"], component["licence"]), component["copyright"]]
    if note := component.get("note"):
        lines.append(note)
    lines.append(f"Source: {component['source']}")
    if texts := component["texts"]:
        lines.append(f"Text below: {', '.join(Path(text).name for text in texts)}")
    return "\n".join([*lines, ""])


def _texts(components: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Each text once."""
    for name in dict.fromkeys(text for one in components for text in one["texts"]):
        file = TEXTS / name if (TEXTS / name).is_file() else ROOT / name
        yield _entry(_title(name), "the text")
        yield file.read_text(encoding="utf-8")


def _title(name: str) -> str:
    """Files of the checkout are named with their folder: two are called LICENSE."""
    return name.removeprefix("assets/")


def _entry(name: str, licence: str) -> str:
    return f"{RULE}\n{name}\n{licence}\n{RULE}\n"


if __name__ == "__main__":
    sys.stdout.write(notices())
