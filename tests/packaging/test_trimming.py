"""What stays out of a bundle, and that nothing that is needed does."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest
from trimming import LEFT_OUT_MODULES, trimmed, trimmed_data, without_dangling

ROOT = Path(__file__).resolve().parent.parent.parent

QT = "PySide6/Qt/lib"
NEEDS = {
    "/v/PySide6/QtGui.abi3.so": ["/v/PySide6/Qt/lib/libQt6Gui.so.6"],
    "/v/PySide6/Qt/lib/libQt6Gui.so.6": ["/v/PySide6/Qt/lib/libicudata.so.73"],
    "/v/PySide6/Qt/plugins/platforms/libqxcb.so": ["/v/PySide6/Qt/lib/libQt6XcbQpa.so.6"],
    "/v/PySide6/Qt/plugins/platforms/libqvnc.so": ["/v/PySide6/Qt/lib/libQt6Network.so.6"],
}


def needed_by(file: str) -> Iterable[str]:
    return NEEDS.get(file, ())


def kept(*names: str, platform: str = "linux") -> list[str]:
    entries = [(name, f"/v/{name}", "BINARY") for name in names]
    return [name for name, _source, _kind in trimmed(entries, needed_by, platform)]


def test_libraries_of_qt_stay_as_far_as_something_needs_them() -> None:
    names = (
        "PySide6/QtGui.abi3.so",
        f"{QT}/libQt6Gui.so.6",
        f"{QT}/libicudata.so.73",
        f"{QT}/libQt6Qml.so.6",
    )
    assert kept(*names) == list(names[:3])


def test_a_plugin_that_is_left_out_takes_its_libraries_along() -> None:
    plugins = "PySide6/Qt/plugins/platforms"
    assert kept(
        f"{plugins}/libqxcb.so",
        f"{plugins}/libqvnc.so",
        f"{QT}/libQt6XcbQpa.so.6",
        f"{QT}/libQt6Network.so.6",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    ) == [f"{plugins}/libqxcb.so", f"{QT}/libQt6XcbQpa.so.6"]


def test_modules_stay_though_nothing_is_linked_with_them() -> None:
    names = ("numpy/_core/_multiarray.so", "pygame/mixer.so", "PySide6/QtGui.abi3.so")
    assert kept(*names) == list(names)


@pytest.mark.parametrize(("platform", "stays"), [("linux", False), ("darwin", True)])
def test_on_linux_the_libraries_of_the_system_are_left_to_it(platform: str, stays: bool) -> None:
    entries = [("libxcb.so.1", "/usr/lib/x86_64-linux-gnu/libxcb.so.1", "BINARY")]
    assert bool(trimmed(entries, needed_by, platform)) is stays


def test_python_itself_comes_along_from_wherever_it_lies() -> None:
    entries = [("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY")]
    assert trimmed(entries, needed_by, "linux") == entries


def test_qt_speaks_the_languages_of_the_program() -> None:
    folder = "PySide6/Qt/translations"
    names = [f"{folder}/{name}" for name in ("qtbase_es.qm", "qtbase_fi.qm", "qt_es.qm")]
    entries = [(name, f"/v/{name}", "DATA") for name in names]
    assert [entry[0] for entry in trimmed_data(entries, ["en", "es"])] == names[:1]


def test_own_files_stay_whatever_they_are_called() -> None:
    entries = [("assets/icons/x.svg", "/c/assets/icons/x.svg", "DATA")]
    assert trimmed_data(entries, ["en"]) == entries


def test_links_to_what_was_left_out_go_along() -> None:
    library = (f"{QT}/libQt6Gui.so.6", "/v/libQt6Gui.so.6", "BINARY")
    good = ("libQt6Gui.so.6", f"{QT}/libQt6Gui.so.6", "SYMLINK")
    bad = ("libQt6Qml.so.6", f"{QT}/libQt6Qml.so.6", "SYMLINK")
    assert without_dangling([library, good, bad], [library, good, bad]) == [library, good]


def imported(file: Path) -> set[str]:
    """The modules that a file of ours names in its imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_the_program_imports_nothing_that_is_left_out() -> None:
    files = list((ROOT / "hiptimer").rglob("*.py"))
    assert len(files) > 300
    ours = {name for file in files for name in imported(file)}
    # The voice of one's own words is an extra: a bundle looks for it, and goes without.
    extra = {"kokoro_onnx", "pyloudnorm", "scipy"}
    assert sorted(ours & (set(LEFT_OUT_MODULES) - extra)) == []
