"""Makes the package of this system from the bundle: `make package`.

On Linux a `.deb`, on Windows a `.zip`, on macOS a `.dmg`, in `dist/`.
"""

import sys
from pathlib import Path

from bundle_facts import BUNDLES, NAME, ROOT, PackageError


def make_package() -> Path:
    """The package. Raises PackageError."""
    folder = ROOT / "dist"
    folder.mkdir(exist_ok=True)
    if sys.platform == "win32":
        from make_zip import make_zip

        return make_zip(BUNDLES / NAME, folder)
    if sys.platform == "darwin":
        from make_dmg import make_dmg

        return make_dmg(BUNDLES / f"{NAME}.app", folder)
    from make_deb import make_deb

    return make_deb(BUNDLES / NAME, folder)


def main() -> int:
    """The exit code."""
    try:
        print(make_package())
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
