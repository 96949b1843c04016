"""The colours that are shown."""

from pathlib import Path

import pytest
from msgspec import structs

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.themes import Themes
from hiptimer.paths import paths_under


@pytest.mark.parametrize(("chosen", "shown"), [("dark", "light"), ("light", "dark")])
def test_where_the_chosen_one_is_damaged_another_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, shown: str
) -> None:
    home = Home(paths_under(tmp_path / "data"))
    home.settings = structs.replace(home.settings, theme=chosen)
    damaged = tmp_path / "assets"
    (damaged / "themes").mkdir(parents=True)
    for name in ("light", "dark"):
        content = resources.asset_bytes(f"themes/{name}.toml")
        (damaged / f"themes/{name}.toml").write_bytes(b"\0" if name == chosen else content)
    monkeypatch.setattr(resources, "assets", lambda: damaged)
    assert Themes(home).of_pages().kind == shown
