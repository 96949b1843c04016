"""Makes the package for Windows from the bundle: a `.zip` with a script that installs it."""

import shutil
import tempfile
from pathlib import Path

from bundle_facts import NAME, ROOT, VERSION

SCRIPTS = ("Install.cmd", "install.ps1", "uninstall.ps1", "READ ME.txt")


def make_zip(bundle: Path, folder: Path) -> Path:
    """The package in `folder`; in it everything lies in one folder of the program's name."""
    with tempfile.TemporaryDirectory(prefix="hiptimer-zip-") as temporary:
        content = Path(temporary) / NAME
        shutil.copytree(bundle, content / "program")
        for name in SCRIPTS:
            shutil.copyfile(ROOT / "packaging/windows" / name, content / name)
        whole = folder / f"{NAME}-{VERSION}-windows"
        return Path(shutil.make_archive(str(whole), "zip", temporary, NAME))
