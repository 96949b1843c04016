"""The shipped files are found in a checkout, an installed package and a bundle."""

import sys
from pathlib import Path

import pytest

from hiptimer import resources

CHECKOUT = Path(__file__).resolve().parent.parent


def test_a_checkout_uses_its_own_top_folders() -> None:
    assert resources.assets() == CHECKOUT / "assets"
    assert resources.sessions() == CHECKOUT / "sessions"


def test_an_asset_is_handed_out_as_path_and_bytes() -> None:
    path = resources.asset_path("themes/light.toml")
    assert path == CHECKOUT / "assets" / "themes" / "light.toml"
    assert resources.asset_bytes("themes/light.toml") == path.read_bytes()


@pytest.mark.parametrize("name", ["themes/none.toml", "../pyproject.toml", "themes"])
def test_a_name_that_is_no_asset_is_refused(name: str) -> None:
    with pytest.raises(resources.ResourceError, match=name):
        resources.asset_path(name)


@pytest.mark.parametrize("inside", ["", "hiptimer"])
def test_a_bundle_brings_its_own(
    inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / inside / "assets").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.assets() == tmp_path / inside / "assets"


def test_a_bundle_without_its_files_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(resources.ResourceError, match="install hiptimer again"):
        resources.assets()
