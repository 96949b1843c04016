"""Makes the package for macOS from the bundle: a `.dmg` to drag the program out of."""

import platform
import tempfile
from pathlib import Path

from bundle_facts import NAME, VERSION, output


def make_dmg(bundle: Path, folder: Path) -> Path:
    """The package in `folder`. Raises PackageError.

    The signature says only that nothing was changed since: macOS asks before the first start.
    """
    output("codesign", "--force", "--deep", "--sign", "-", str(bundle))
    output("codesign", "--verify", "--deep", "--strict", str(bundle))
    package = folder / f"{NAME}-{VERSION}-macos-{platform.machine()}.dmg"
    with tempfile.TemporaryDirectory(prefix="hiptimer-dmg-") as temporary:
        # Copied with the system's own command, which keeps links and rights.
        output("ditto", str(bundle), f"{temporary}/{bundle.name}")
        (Path(temporary) / "Applications").symlink_to("/Applications")
        image = ("-volname", NAME, "-srcfolder", temporary, "-format", "UDZO", "-ov")
        output("hdiutil", "create", *image, str(package))
    return package
