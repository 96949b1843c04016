import json
import subprocess
import sys
from pathlib import Path

from history.samples import done_set, session

from hiptimer.history.interchange import from_json, session_to_json
from hiptimer.history.session_schema import schema_text, session_schema
from hiptimer.model.event import Outcome
from hiptimer.model.session import Pain, Pause, Place
from hiptimer.model.side import Side

SCHEMA_FILE = Path(__file__).parents[2] / "sessions" / "session.schema.json"


def test_the_file_in_the_repository_is_in_step() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m hiptimer.history.session_schema > sessions/session.schema.json"
    )


def test_the_command_prints_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hiptimer.history.session_schema"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stdout == schema_text()


def test_its_keys_are_those_of_a_session_file() -> None:
    forms = session_schema()["$defs"]
    full = json.loads(session_to_json(session(sets=(done_set(1),))))
    assert list(forms["Session"]["properties"]) == list(full)
    assert list(forms["SetRecord"]["properties"]) == list(full["sets"][0])
    assert list(forms["ExerciseRef"]["properties"]) == list(full["sets"][0]["exercise"])
    parts = {"Pain": Pain(Place.KNEE, Side.LEFT, 1), "Pause": Pause(1, 2)}
    for name, part in parts.items():
        assert set(forms[name]["properties"]) == set(part.__struct_fields__)


def test_times_say_so_and_every_reference_resolves() -> None:
    schema = session_schema()
    forms = schema["$defs"]
    assert forms["Session"]["properties"]["started_at"]["format"] == "date-time"
    assert forms["SetRecord"]["properties"]["started_at"]["anyOf"][0]["format"] == "date-time"
    assert forms["Session"]["properties"]["schema"]["const"] == 1
    text = schema_text()
    for name in {part.split('"')[0] for part in text.split("#/$defs/")[1:]}:
        assert name in forms


def test_the_example_in_the_description_can_be_read() -> None:
    text = SCHEMA_FILE.with_name("README.md").read_text(encoding="utf-8")
    example = text.split("```json")[1].split("```")[0]
    read = from_json(example.encode(), "README.md")
    assert [s.outcome for s in read.sets] == [Outcome.DONE, Outcome.SKIPPED]
