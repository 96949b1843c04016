"""The JSON Schema of a session file, made from the struct that reads and writes it.

python -m hiptimer.history.session_schema > sessions/session.schema.json
"""

import json
import sys

import msgspec

from hiptimer.model.session import SCHEMA, Session

_DESCRIPTIONS = {
    "Session": {
        "id": "A UUID. The same session keeps it everywhere, so copies can be merged.",
        "status": "running while it lasts; interrupted when the program ended without an end.",
        "speed": "1 is real time. At any other speed nothing counts for statistics.",
        "started_at": "UTC.",
        "utc_offset_s": "Seconds that the local clock was ahead of UTC at the start.",
        "schema": "The number of this form. A reader refuses numbers it does not know.",
        "ended_at": "UTC. When interrupted: when the last thing was saved.",
        "edited_at": "UTC. When something was last said or corrected after the workout.",
        "deleted_at": "UTC. A mark; the session is kept, so that a deletion can be merged too.",
        "effort": "How hard it was: 0 nothing, 3 moderate, 5 hard, 7 very hard, 10 maximal.",
        "effort_at": "UTC. When that was last said. In a merge the later one holds.",
        "note": "In the person's own words.",
        "note_at": "UTC. When that was last said.",
        "pain_at": "UTC. When pain or signs were last said.",
        "after": "How the hip felt on the run or the next morning, as said later.",
        "after_at": "UTC. When that was last said.",
        "sets": "By n, then attempt.",
    },
    "SetRecord": {
        "n": "Number of the set in the session, from 1, in the order of the plan.",
        "step": "Which step of the routine, from 1.",
        "round": "Which round of the routine, from 1.",
        "set": "Which set of this exercise in this round, from 1.",
        "side": "The working leg, or both.",
        "attempt": "1; more when the set was gone back to. Statistics take the last.",
        "reps": "Reps finished, as timed.",
        "hold_s": "Seconds held, as timed.",
        "corrected": "What the person says was done; it stands beside the timed value.",
        "corrected_at": "UTC. When that was last said, taking it back included.",
        "swapped_from": "Id of the exercise in whose place this one was done.",
        "started_at": "UTC. Missing when the set was never begun.",
        "rating": "How the exercise felt.",
        "rated_at": "UTC. When that was last said, taking it back included.",
    },
    "ExerciseRef": {"level": "Place in the family, from 1, easy to hard."},
    "Planned": {"tempo_s": "Seconds of the phases of one rep, in their order."},
}
_TIMES = (
    *("started_at", "ended_at", "edited_at", "deleted_at"),
    *("effort_at", "note_at", "pain_at", "after_at", "corrected_at", "rated_at"),
)


def session_schema() -> dict[str, object]:
    """The schema as plain JSON values."""
    schema = msgspec.json.schema(Session)
    for name, definition in schema["$defs"].items():
        # Docstrings carry the indentation of the source.
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].split())
        for field, form in definition.get("properties", {}).items():
            if field in _TIMES:
                _mark_as_time(form)
            if words := _DESCRIPTIONS.get(name, {}).get(field):
                # Nothing may stand beside a $ref in older readers; anyOf is read by all.
                if "$ref" in form:
                    form["anyOf"] = [{"$ref": form.pop("$ref")}]
                form["description"] = words
    schema["$defs"]["Session"]["properties"]["schema"]["const"] = SCHEMA
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Session file of hiptimer",
        **schema,
    }


def schema_text() -> str:
    return json.dumps(session_schema(), indent=2, ensure_ascii=False) + "\n"


def _mark_as_time(form: dict[str, object]) -> None:
    options = form.get("anyOf", [form])
    assert isinstance(options, list)
    for option in options:
        if option.get("type") == "string":
            option["format"] = "date-time"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
