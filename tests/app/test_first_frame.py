"""What the window has done by its first frame, and what the pictures change after it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("opened_window.py")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """A window of its own, from its first frame until all pictures are drawn."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(SCRIPT), str(tmp_path_factory.mktemp("home"))]
    ran = subprocess.run(command, check=False, env=env, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_the_front_waits_for_nothing_of_the_past_and_of_the_catalogue(told: dict) -> None:
    assert told["front_is_seen"]
    late = (
        "hiptimer.app.home",
        "hiptimer.history",
        "hiptimer.workout",
        "hiptimer.audio",
        "sqlite3",
    )
    assert [name for name in told["loaded_at_front"] if name.startswith(late)] == []
    assert told["rail"] == told["rail_at_front"]


def test_today_waits_for_no_figure(told: dict) -> None:
    assert told["loaded_at_first"] == []
    assert told["drawn_at_first"] == 0


def test_all_pictures_of_today_come_by_themselves(told: dict) -> None:
    assert set(told["wanted"]) <= set(told["drawn"])
    assert len(told["wanted"]) > 5


def test_each_picture_is_drawn_once(told: dict) -> None:
    assert len(told["drawn"]) == told["places"]


def test_nothing_moves_when_they_come(told: dict) -> None:
    assert told["geometry"] == told["geometry_at_first"]
    assert not told["scrolls"]


def test_another_theme_has_other_pictures(told: dict) -> None:
    assert told["drawn_anew"] == len(told["drawn"])
    assert told["looks_anew"]
