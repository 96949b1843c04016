from datetime import UTC, datetime, timedelta

from hiptimer.model.session import RoutineRef, Session, Status

BEGUN = datetime(2026, 3, 1, 6, 30, tzinfo=UTC)


def ended(after_s: float | None) -> Session:
    return Session(
        id="one",
        status=Status.COMPLETE,
        speed=1.0,
        routine=RoutineRef("example", "Example"),
        started_at=BEGUN,
        utc_offset_s=0,
        ended_at=None if after_s is None else BEGUN + timedelta(seconds=after_s),
    )


def test_a_session_is_as_long_as_from_its_start_to_its_end() -> None:
    assert ended(362.5).seconds == 362.5
    assert ended(None).seconds == 0


def test_a_clock_put_back_meanwhile_makes_no_negative_length() -> None:
    assert ended(-3600).seconds == 0
