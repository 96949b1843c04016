"""What a desktop, a software centre, a shell and man read is right and fits together."""

import configparser
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import click
import pytest
from bundle_facts import IDENTIFIER, VERSION
from make_man import manual

from hiptimer.cli.program import main
from hiptimer.resources import assets

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ROOT / "packaging" / "linux"
METAINFO = FILES / f"{IDENTIFIER}.metainfo.xml"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def checked_by(tool: str, *words: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed here")
    done = subprocess.run([tool, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stdout.lower()


def desktop() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(FILES / "hiptimer.desktop", encoding="utf-8")
    return parser


def test_the_desktop_entry_is_valid() -> None:
    checked_by("desktop-file-validate", str(FILES / "hiptimer.desktop"))


def test_the_metainfo_is_valid() -> None:
    checked_by("appstreamcli", "validate", "--no-net", str(METAINFO))


def test_the_manual_is_valid_roff(tmp_path: Path) -> None:
    page = tmp_path / "hiptimer.1"
    page.write_text(manual(main, "2026-01-01"), encoding="utf-8")
    checked_by("mandoc", "-Tlint", "-Wwarning", str(page))


def test_what_the_menu_starts_is_a_command_of_the_program() -> None:
    entries = desktop()
    for section in entries.sections():
        words = entries[section]["Exec"].split()
        assert words[0] == "hiptimer"
        assert words[1] in main.list_commands(click.Context(main))
    routine = entries["Desktop Action primer"]["Exec"].split()[-1]
    assert (assets() / "routines" / f"{routine}.toml").is_file()


def test_the_types_are_the_same_everywhere() -> None:
    types = {
        node.get("type") for node in ET.parse(FILES / "hiptimer-mime.xml").iter(f"{MIME}mime-type")
    }
    opened = {kind for kind in desktop()["Desktop Entry"]["MimeType"].split(";") if kind}
    told = {node.text for node in ET.parse(METAINFO).iter("mediatype")}
    assert types == opened == told


def test_no_type_takes_the_files_of_other_programs() -> None:
    globs = [
        node.get("pattern") for node in ET.parse(FILES / "hiptimer-mime.xml").iter(f"{MIME}glob")
    ]
    assert globs
    assert all(glob and glob.startswith("*.hiptimer.") for glob in globs)


def test_the_newest_release_is_this_version() -> None:
    releases = ET.parse(METAINFO).findall("releases/release")
    assert releases[0].get("version") == VERSION


def test_everything_is_there_in_the_languages_of_the_program() -> None:
    languages = [folder.name for folder in (assets() / "languages").iterdir() if folder.is_dir()]
    assert "es" in languages
    keys = set(desktop()["Desktop Entry"])
    summaries = ET.parse(METAINFO).findall("summary")
    told = {node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in summaries}
    for language in languages:
        assert {f"{key}[{language}]" for key in ("GenericName", "Comment", "Keywords")} <= keys
        assert language in told


def test_the_manual_has_every_command_and_option() -> None:
    page = manual(main, "2026-01-01").replace("\\-", "-")
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        assert re.search(rf"^\.SS hiptimer {name}\b", page, re.MULTILINE), name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(option in page for option in parameter.opts), parameter.opts


def test_the_locks_name_what_the_packages_are_made_of() -> None:
    names = {}
    for file in ("requirements.txt", "requirements-bundle.txt"):
        text = (ROOT / "packaging" / file).read_text(encoding="utf-8")
        assert "://" not in text
        names[file] = dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in project["dependencies"]:
        name = re.split(r"[<>=; ]", line)[0].lower()
        assert names["requirements-bundle.txt"][name] == names["requirements.txt"][name], name
