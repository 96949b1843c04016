"""Makes the Debian package from the bundle, with dpkg-deb and dpkg-shlibdeps."""

import gzip
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

from bundle_facts import IDENTIFIER, NAME, ROOT, SUMMARY, VERSION, PackageError, output
from click.shell_completion import get_completion_class
from make_icons import DRAWINGS, LINUX
from make_man import manual

from hiptimer.cli.program import main as command_line

FILES = ROOT / "packaging" / "linux"
REVISION = 1
# There is no address of the project yet: whoever publishes a package names a real one.
MAINTAINER = os.environ.get("DEBMAINTAINER", "hiptimer contributors <hiptimer@hiptimer.invalid>")
# Sound is loaded when it is there, so no list of linked libraries names it.
RECOMMENDED = ("libpulse0 | libasound2",)
COMPLETIONS = {
    "bash": "usr/share/bash-completion/completions/hiptimer",
    "zsh": "usr/share/zsh/vendor-completions/_hiptimer",
    "fish": "usr/share/fish/vendor_completions.d/hiptimer.fish",
}
DESCRIPTION = """\
 Put the laptop on the floor, press one key and lie down: hiptimer tells what
 to do, on which side, when to lift, how long to hold and what comes next.
 Sound alone is enough with your back to the screen, and sight alone is enough
 with the sound off. What was done is saved on this computer; there is no
 account, and nothing is sent anywhere.
 .
 The package brings Python and the libraries it was tried with along.
"""


def make_deb(bundle: Path, folder: Path) -> Path:
    """The package in `folder`. Raises PackageError."""
    if not bundle.is_dir():
        raise PackageError(f"There is no bundle in {bundle} yet: make bundle.")
    kind = output("dpkg", "--print-architecture").strip()
    with tempfile.TemporaryDirectory(prefix="hiptimer-deb-") as temporary:
        root = Path(temporary) / "root"
        _lay_program(bundle, root)
        _lay_share(root)
        _lay_documents(root)
        _set_rights(root)
        _lay_control(root, kind)
        package = folder / f"{NAME}_{VERSION}-{REVISION}_{kind}.deb"
        output("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package))
    return package


def _lay_program(bundle: Path, root: Path) -> None:
    program = root / "usr/lib" / NAME
    shutil.copytree(bundle, program, symlinks=True)
    # The same words are in the copyright file of the package.
    (program / "_internal/LICENSE").unlink()
    link = root / "usr/bin" / NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{NAME}/{NAME}")


def _lay_share(root: Path) -> None:
    share = root / "usr/share"
    _copy(FILES / "hiptimer.desktop", share / "applications/hiptimer.desktop")
    metainfo = f"{IDENTIFIER}.metainfo.xml"
    _copy(FILES / metainfo, share / "metainfo" / metainfo)
    _copy(FILES / "hiptimer-mime.xml", share / "mime/packages/hiptimer.xml")
    icons = share / "icons/hicolor"
    for size in LINUX:
        drawn = ROOT / "build/icons" / f"hiptimer-{size}.png"
        _copy(drawn, icons / f"{size}x{size}/apps/hiptimer.png")
    _copy(DRAWINGS / "hiptimer.svg", icons / "scalable/apps/hiptimer.svg")
    for shell, place in COMPLETIONS.items():
        _write(root / place, completion(shell))


def completion(shell: str) -> str:
    """What a shell reads to complete the words after `hiptimer`."""
    kind = get_completion_class(shell)
    if kind is None:
        raise PackageError(f"Nothing is known to complete words in {shell}.")
    return kind(command_line, {}, NAME, "_HIPTIMER_COMPLETE").source() + "\n"


def _lay_documents(root: Path) -> None:
    documents = root / "usr/share/doc" / NAME
    _copy(FILES / "copyright", documents / "copyright")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _write_packed(documents / "changelog.gz", changes)
    _write_packed(documents / "changelog.Debian.gz", _changes_of_the_package())
    day = time.strftime("%Y-%m-%d", time.gmtime(_moment()))
    _write_packed(root / "usr/share/man/man1/hiptimer.1.gz", manual(command_line, day))
    _copy(FILES / "lintian-overrides", root / "usr/share/lintian/overrides" / NAME)


def _changes_of_the_package() -> str:
    return (
        f"{NAME} ({VERSION}-{REVISION}) unstable; urgency=medium\n\n"
        f"  * Version {VERSION}; changelog.gz says what is new.\n\n"
        f" -- {MAINTAINER}  {formatdate(_moment())}\n"
    )


def _moment() -> float:
    """Of this package, in seconds; the usual variable makes it the same again."""
    return float(os.environ.get("SOURCE_DATE_EPOCH", time.time()))


def _set_rights(root: Path) -> None:
    """Everybody may read, nobody may write; the program alone is one to be run."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    (root / "usr/lib" / NAME / NAME).chmod(0o755)


def _lay_control(root: Path, kind: str) -> None:
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control = (
        f"Package: {NAME}\nVersion: {VERSION}-{REVISION}\nArchitecture: {kind}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {size}\n"
        f"Depends: {depends(root)}\nRecommends: {', '.join(RECOMMENDED)}\n"
        f"Section: misc\nPriority: optional\nDescription: {_synopsis()}\n{DESCRIPTION}"
    )
    _write(root / "DEBIAN/control", control)
    sums = [
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n"
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts
    ]
    _write(root / "DEBIAN/md5sums", "".join(sums))


def _synopsis() -> str:
    return SUMMARY[0].lower() + SUMMARY[1:]


def depends(root: Path) -> str:
    """The packages with the libraries that the bundle leaves to the system, with their versions."""
    binaries = sorted(_binaries(root))
    private = sorted({f"-l{path.parent}" for path in binaries})
    with tempfile.TemporaryDirectory(prefix="hiptimer-deb-") as temporary:
        # It wants to stand in the source of a package.
        source = f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n"
        _write(Path(temporary) / "debian/control", source)
        command = ("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *private)
        found = output(*command, *map(str, binaries), folder=Path(temporary))
    return found.strip().removeprefix("shlibs:Depends=")


def _binaries(root: Path) -> Iterator[Path]:
    for path in root.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield path


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_packed(file: Path, text: str) -> None:
    """Without the time in it, so that the same text gives the same file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
