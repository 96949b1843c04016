"""FIT files, decoded by Garmin's own reader."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from garmin_fit_sdk import Decoder, Stream
from history.samples import BRIDGE, CLAM, any_session, at, done_set, planned_set, session
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.activities import write_activities
from hiptimer.history.exchange.fit import fit_bytes
from hiptimer.model.exercise import Fit, FitIds
from hiptimer.model.session import (
    Corrected,
    ExerciseRef,
    Pause,
    Planned,
    RoutineRef,
    Session,
    SetRecord,
    Status,
)
from hiptimer.model.side import Side

OWN = ExerciseRef("my-own", "Großer Kreis 한", "circle", 1)
OTHER_OWN = ExerciseRef("my-other", "Ball, squeezed", "ball", 1)
SQUEEZE = ExerciseRef("glute-squeeze", "Glute squeeze", "squeeze", 1)
KNOWN = {
    CLAM.id: Fit(category="hip_raise", category_id=10, name="clams", name_id=44, exact=True),
    "clam-high": Fit(
        category="hip_raise",
        category_id=10,
        name="clams",
        name_id=44,
        exact=False,
        fallback=FitIds(category_id=10, name_id=1),
    ),
    BRIDGE.id: Fit(category="hip_raise", category_id=10, name="b", name_id=11, exact=True),
    SQUEEZE.id: Fit(category="hip_raise", category_id=10, exact=False),
}


def decoded(data: bytes) -> dict[str, list[dict]]:
    """What Garmin's reader makes of a file that it finds whole and without error."""
    assert Decoder(Stream.from_byte_array(bytearray(data))).check_integrity()
    messages, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    assert errors == []
    return messages


def hold(n: int, exercise: ExerciseRef, seconds: float, started_s: float) -> SetRecord:
    record = done_set(n, exercise, Side.BOTH, started_s=started_s)
    return replace(record, planned=Planned(hold_s=30), reps=None, hold_s=seconds)


def reps(n: int, exercise: ExerciseRef, count: int, started_s: float) -> SetRecord:
    record = done_set(n, exercise, reps=count, started_s=started_s)
    return replace(record, planned=Planned(reps=10, tempo_s=(1, 2, 1.5)))


def past(*sets: SetRecord, ended_s: float = 400, **to: object) -> Session:
    whole = session(sets=sets, status=Status.COMPLETE, ended_at=at(ended_s))
    return replace(whole, **to)


WHOLE = past(
    reps(1, CLAM, 10, 20),
    hold(2, BRIDGE, 25.5, 90),
    replace(reps(3, OWN, 8, 150), corrected=Corrected(reps=9)),
    planned_set(4),
    pauses=(Pause(30, 20), Pause(200, 40.5)),
    effort=4.5,
)


def test_the_file_says_what_it_is_and_when() -> None:
    messages = decoded(fit_bytes(WHOLE, KNOWN))
    (file_id,) = messages["file_id_mesgs"]
    assert file_id["type"] == "activity"
    assert file_id["time_created"] == at(0)
    assert file_id["serial_number"] > 0
    (sport,) = messages["sport_mesgs"]
    assert (sport["sport"], sport["sub_sport"]) == ("training", "strength_training")


def test_the_session_the_lap_and_the_activity_agree() -> None:
    messages = decoded(fit_bytes(WHOLE, KNOWN))
    (whole,), (lap,) = messages["session_mesgs"], messages["lap_mesgs"]
    for message in (whole, lap):
        assert message["start_time"] == at(0)
        assert message["timestamp"] == at(400)
        assert (message["sport"], message["sub_sport"]) == ("training", "strength_training")
        assert message["total_elapsed_time"] == 400
        assert message["total_timer_time"] == 339.5
    assert whole["total_reps"] == 19
    assert whole["workout_rpe"] == 45
    assert whole["sport_profile_name"] == "Example routine"
    assert (whole["num_laps"], whole["first_lap_index"], whole["trigger"]) == (1, 0, "activity_end")
    (activity,) = messages["activity_mesgs"]
    assert activity["timestamp"] == at(400)
    assert activity["total_timer_time"] == 339.5
    assert (activity["num_sessions"], activity["type"]) == (1, "manual")
    # Seconds since the end of 1989 on the clock on the wall, an hour ahead of UTC.
    epoch = datetime(1989, 12, 31, tzinfo=UTC)
    local = epoch + timedelta(seconds=activity["local_timestamp"])
    assert local == at(400) + timedelta(hours=1)


def test_the_timer_stops_for_pauses() -> None:
    events = decoded(fit_bytes(WHOLE, KNOWN))["event_mesgs"]
    assert [(e["event"], e["event_type"], e["timestamp"]) for e in events] == [
        ("timer", "start", at(0)),
        ("timer", "stop_all", at(30)),
        ("timer", "start", at(50)),
        ("timer", "stop_all", at(200)),
        ("timer", "start", at(240)),
        ("timer", "stop_all", at(400)),
    ]


def test_each_set_done_is_a_message_with_a_rest_to_the_next() -> None:
    sets = decoded(fit_bytes(WHOLE, KNOWN))["set_mesgs"]
    assert [s["message_index"] for s in sets] == [0, 1, 2, 3, 4]
    assert [
        (s["set_type"], s["start_time"], s["duration"], s.get("repetitions")) for s in sets
    ] == [
        ("active", at(20), 45.0, 10),
        ("rest", at(65), 25.0, None),
        ("active", at(90), 25.5, None),
        # 115.5 s: FIT has whole seconds, and rounds to even as Python does.
        ("rest", at(116), 34.5, None),
        ("active", at(150), 36.0, 9),
    ]
    assert [s["timestamp"] for s in sets] == [at(65), at(90), at(116), at(150), at(186)]


def test_exercises_have_garmins_numbers_and_our_titles() -> None:
    high = ExerciseRef("clam-high", "Clamshell, high", "clamshell", 2)
    one = past(
        reps(1, CLAM, 10, 20),
        reps(2, high, 10, 80),
        reps(3, OWN, 10, 140),
        reps(4, OTHER_OWN, 10, 200),
        hold(5, SQUEEZE, 10, 260),
    )
    messages = decoded(fit_bytes(one, KNOWN))
    done = [s for s in messages["set_mesgs"] if s["set_type"] == "active"]
    assert [(s["category"], s.get("category_subtype")) for s in done] == [
        ("hip_raise", 44),
        ("hip_raise", 44),
        ("unknown", 0),
        ("unknown", 1),
        ("hip_raise", None),
    ]
    titles = [
        (t["exercise_category"], t.get("exercise_name"), t["wkt_step_name"])
        for t in messages["exercise_title_mesgs"]
    ]
    assert titles == [
        ("hip_raise", 44, "Clamshell / Clamshell, high"),
        ("unknown", 0, "Großer Kreis 한"),
        ("unknown", 1, "Ball, squeezed"),
        ("hip_raise", None, "Glute squeeze"),
    ]


def test_of_several_attempts_the_last_counts_and_reps_end_before_the_next_set() -> None:
    again = replace(reps(1, CLAM, 10, 60), attempt=2)
    one = past(reps(1, CLAM, 3, 20), again, replace(reps(2, BRIDGE, 10, 80), step=2))
    sets = decoded(fit_bytes(one, KNOWN))["set_mesgs"]
    assert [(s["start_time"], s["duration"]) for s in sets] == [(at(60), 20.0), (at(80), 45.0)]


def test_a_session_that_broke_off_still_ends_after_its_last_set() -> None:
    one = past(hold(1, BRIDGE, 30, 20), ended_at=None, status=Status.INTERRUPTED)
    (whole,) = decoded(fit_bytes(one, KNOWN))["session_mesgs"]
    assert whole["total_elapsed_time"] == 50
    assert "workout_rpe" not in whole


any_note = st.text(max_size=300)


@settings(max_examples=15)
@given(any_session, st.lists(st.integers(0, 3_000), min_size=5, max_size=5), any_note)
def test_any_session_becomes_a_file_that_garmin_reads(
    any_one: Session, begun_s: list[int], name: str
) -> None:
    sets = tuple(
        replace(record, started_at=at(s)) for record, s in zip(any_one.sets, begun_s, strict=False)
    )
    routine = RoutineRef(any_one.routine.id, name)
    one = replace(
        any_one, sets=sets, routine=routine, started_at=at(0), ended_at=at(4_000), speed=1.0
    )
    messages = decoded(fit_bytes(one, KNOWN))
    done = [s for s in messages.get("set_mesgs", []) if s["set_type"] == "active"]
    begun = {s.started_at for s in one.counting_sets}
    assert {s["start_time"] for s in done} <= begun
    assert sum(s.get("repetitions", 0) for s in done) == one.total_reps


# --- one or several ---


def test_one_session_is_a_fit_file(tmp_path: Path) -> None:
    exported = write_activities([WHOLE], tmp_path / "a.fit", KNOWN)
    assert (exported.file, exported.sessions) == (tmp_path / "a.fit", 1)
    assert decoded(exported.file.read_bytes())["session_mesgs"]


def several() -> Iterator[Session]:
    yield replace(WHOLE, id="one")
    yield replace(WHOLE, id="two")
    yield replace(WHOLE, id="three", routine=RoutineRef("../../etc/passwd\0", "Evil"))
    yield replace(WHOLE, id="four", routine=RoutineRef("한", "Own"))
    yield replace(WHOLE, id="five", speed=60.0)
    yield past(planned_set(1), id="six")
    yield replace(WHOLE, id="seven", started_at=datetime(1970, 1, 1, tzinfo=UTC))
    yield replace(WHOLE, id="eight", ended_at=datetime(2027, 1, 1, tzinfo=UTC))


def test_several_become_a_zip_named_by_day_and_routine(tmp_path: Path) -> None:
    exported = write_activities(several(), tmp_path / "a.fit", KNOWN)
    assert exported.file == tmp_path / "a.fit.zip"
    assert exported.left_out == (
        "1 session at another speed, which nobody did",
        "1 session in which nothing was done",
        "2 sessions at a time that FIT cannot tell",
    )
    with zipfile.ZipFile(exported.file) as zipped:
        assert zipped.testzip() is None
        assert zipped.namelist() == [
            "2026-03-01-0730-example.fit",
            "2026-03-01-0730-example-2.fit",
            "2026-03-01-0730-etc-passwd.fit",
            "2026-03-01-0730-session.fit",
        ]
        for name in zipped.namelist():
            decoded(zipped.read(name))
    assert [f.name for f in tmp_path.iterdir()] == ["a.fit.zip"]


def test_nothing_to_export_is_told_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="1 session at another speed"):
        write_activities([replace(WHOLE, speed=60.0)], tmp_path / "a.fit", KNOWN)
    assert list(tmp_path.iterdir()) == []
