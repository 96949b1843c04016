"""Files as they should be: what is made hostile, and what lies beside it and must go on working."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

ASSETS = Path(__file__).parents[2] / "assets"
SAMPLE = Path(__file__).parents[2] / "sessions/sample"
GOOD_EXERCISE, GOOD_ROUTINE, GOOD_SESSION = "good-move", "good-routine", "good-session.json"
SETTINGS = b"""{"language": "system", "theme": "dark", "volume": 0.4, "run_days": [0, 2],
"run_at": "07:30:00", "reminder_min": 15, "calendar_id": "1@hiptimer", "week_goal": 3,
"first_gap_s": 12.0, "reposition_s": 3.0, "equipment": ["mini-band"], "sore": ["groin"],
"declined": {"start": "2026-03-02"}, "paces": {"clam-basic": 1.25}, "text_percent": 120,
"sound_delay_ms": 120, "data_folder": "", "sync_folder": ""}"""
WINDOW = b"""{"geometry": {"x": 100, "y": 80, "width": 1280, "height": 800, "is_maximized": false},
"page": "history", "is_check_settled": true, "section": "data"}"""
LINES = (
    "clamshell 3x10 each side, 5 s hold, 30 s rest",
    "1) puente de glúteos 2 x 12, 3 s arriba\n2) monster walk 3 x 8",
    "Side plank 3 x 20-30s; bridges x15 tempo 2-1-2-0, rest 1 min",
)
KEPT: Mapping[str, bytes] = {
    "cache/catalogue.json": b'{"version": "0", "stamps": [["a", 1, 2]], "exercises": [], '
    b'"routines": []}',
    "cache/voice/en/manifest.json": b'{"clips": [{"phrase": "Quiet", "file": "a.ogg", '
    b'"seconds": 1.5}]}',
    "cache/failed.json": b'{"version": "1", "clips": ["a"]}',
    "state/unsaved-routine.json": b'{"id": "", "name": "Mine", "rounds": 2, "steps": '
    b'[{"exercise": "clam-basic", "sets": 2}]}',
    "state/door.json": b'{"pid": 1, "token": "a", "path": "/nowhere", "port": 0}',
    "last-import.json": b'{"at": "2026-03-02T07:00:00Z", "brought": '
    b'[{"id": "a", "before": null, "after": "b"}]}',
}


def _shipped(folder: str) -> dict[str, bytes]:
    return {f"{folder}/{file.name}": file.read_bytes() for file in (ASSETS / folder).glob("*.toml")}


def _sessions() -> dict[str, bytes]:
    """The first, and three in a list."""
    file = next(iter(sorted(SAMPLE.glob("*.json"))))
    read = json.loads(file.read_bytes())
    all_of_them = read if isinstance(read, list) else [read]
    return {
        "import.json": json.dumps(all_of_them[0]).encode(),
        "imports.json": json.dumps(all_of_them[:3], indent=1).encode(),
    }


SESSIONS = _sessions()
ROUTINES = _shipped("routines")
ONE_SESSION = SESSIONS["import.json"]
GOOD: Mapping[str, Mapping[str, bytes]] = {
    "exercise": _shipped("exercises"),
    "poses": _shipped("poses"),
    "routine": ROUTINES,
    "session": SESSIONS,
    "waiting": {"cache/hiptimer-session-1.json": ONE_SESSION},
    "sync": {"sync/one.json": ONE_SESSION},
    "settings": {"config/settings.json": SETTINGS},
    "theme": {
        f"state/{file.name}": file.read_bytes() for file in (ASSETS / "themes").glob("*.toml")
    },
    "text": {f"state/{n}.txt": line.encode() for n, line in enumerate(LINES)},
    "window": {"state/window.json": WINDOW},
    "kept": KEPT,
}


def beside() -> dict[str, bytes]:
    """What a person has of their own, by place."""
    exercise = (ASSETS / "exercises/clam-basic.toml").read_bytes()
    routine = b'id = "good-routine"\nname = "Good"\nwhen = ""\n[[steps]]\nexercise = "good-move"\n'
    return {
        f"exercises/{GOOD_EXERCISE}.toml": exercise.replace(b'"clam-basic"', b'"good-move"', 1),
        f"poses/{GOOD_EXERCISE}.toml": GOOD["poses"]["poses/clam-basic.toml"],
        f"routines/{GOOD_ROUTINE}.toml": routine,
        GOOD_SESSION: re.sub(rb'"id": "[0-9a-f-]{36}"', b'"id": "good-session"', ONE_SESSION),
        "state/line.txt": b"clamshell 3x10",
    }
