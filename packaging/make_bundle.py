"""Makes the bundle of this system in `build/bundle`: `make bundle`.

A bundle holds the program with Python and all libraries; the packages are made from it.
Runs in the environment `.bundle`.
"""

import shutil
import sys
from pathlib import Path

from bundle_facts import BUNDLES, NOTICES, ROOT
from make_icons import make_icons
from notices import NoticeError, notices, untold
from PyInstaller import __main__ as pyinstaller
from stripping import strip_all


def make_bundle() -> Path:
    """The folder of the bundle; on macOS `hiptimer.app` lies beside it. Raises NoticeError."""
    shutil.rmtree(BUNDLES, ignore_errors=True)
    make_icons(ROOT / "build" / "icons")
    NOTICES.write_text(notices(), encoding="utf-8")
    pyinstaller.run(
        [
            "--noconfirm",
            "--log-level=WARN",
            f"--distpath={BUNDLES}",
            f"--workpath={ROOT / 'build' / 'pyinstaller'}",
            str(ROOT / "packaging" / "hiptimer.spec"),
        ]
    )
    bundle = BUNDLES / "hiptimer"
    if sys.platform.startswith("linux"):
        strip_all(bundle)
    if left := untold(bundle):
        raise NoticeError(f"packaging/notices tells nothing of {', '.join(left)}.")
    return bundle


if __name__ == "__main__":
    print(make_bundle())
    sys.exit()
