"""The run days as a calendar file."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from hiptimer.app.home import Home, Past
from hiptimer.app.week_file import (
    RunWeek,
    WeekError,
    next_day,
    save_week,
    week_calendar,
    week_words,
)
from hiptimer.paths import paths_under
from hiptimer.settings import read_settings

BERLIN = ZoneInfo("Europe/Berlin")
# The clocks in Berlin go back on 25 October 2026.
NOW = datetime(2026, 10, 20, 12, 0, tzinfo=BERLIN)  # a Tuesday
WEEK = RunWeek(
    days=(0, 3),
    at=time(7),
    reminder_min=15,
    routine="Pre-run activation",
    minutes=6,
    about="Hip work before the run: 5 moves.",
    uid="one@hiptimer",
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(paths_under(tmp_path / "data"))
    home.change_settings(run_days=(0, 3), run_at=time(7))
    return home


def event_in(data: bytes) -> Event:
    calendar = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    return event


def wall(day: date) -> datetime:
    """Seven on that day, by whatever clock."""
    return datetime.combine(day, time(7))


def starts(event: Event, until: datetime) -> list[datetime]:
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=event.decoded("dtstart"))
    return list(rule.between(wall(date(2026, 1, 1)), until, inc=True))


def test_the_time_is_the_same_before_and_after_the_clocks_change() -> None:
    event = event_in(week_calendar(WEEK, NOW))
    assert event.decoded("dtstart").tzinfo is None
    assert "TZID" not in event["dtstart"].params
    found = starts(event, wall(date(2026, 11, 3)))
    assert found == [
        wall(date(2026, 10, 22)),
        wall(date(2026, 10, 26)),
        wall(date(2026, 10, 29)),
        wall(date(2026, 11, 2)),
    ]
    in_utc = [start.replace(tzinfo=BERLIN).astimezone(UTC).hour for start in found]
    assert in_utc == [5, 6, 6, 6]


def test_the_event_tells_the_routine_and_how_long_it_takes() -> None:
    event = event_in(week_calendar(WEEK, NOW))
    assert event["summary"] == "Pre-run activation · 6 min"
    assert event["description"] == WEEK.about
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=6)


def test_the_reminder_comes_some_minutes_before() -> None:
    (alarm,) = event_in(week_calendar(WEEK, NOW)).walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(minutes=-15)
    assert alarm["action"] == "DISPLAY"
    assert "Pre-run activation" in alarm["description"]


def test_without_a_reminder_there_is_none() -> None:
    week = msgspec.structs.replace(WEEK, reminder_min=0)
    assert not event_in(week_calendar(week, NOW)).walk("VALARM")
    assert week_words(week).endswith("without a reminder")


def test_days_without_a_time_are_whole_days_with_a_reminder_in_the_morning() -> None:
    week = msgspec.structs.replace(WEEK, at=None, days=tuple(range(7)))
    event = event_in(week_calendar(week, NOW))
    assert event.decoded("dtstart") == date(2026, 10, 20)
    assert event.decoded("dtend") == date(2026, 10, 21)
    assert event["transp"] == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=8)
    assert week_words(week) == "Pre-run activation every day, with a reminder at 08:00"


def test_a_later_file_takes_the_place_of_the_one_before() -> None:
    first = event_in(week_calendar(WEEK, NOW))
    moved = msgspec.structs.replace(WEEK, days=(1,), at=time(18, 30))
    second = event_in(week_calendar(moved, NOW + timedelta(hours=1)))
    assert first["uid"] == second["uid"]
    assert second["sequence"] > first["sequence"]
    assert second.decoded("dtstamp") > first.decoded("dtstamp")


@pytest.mark.parametrize("day", range(7))
def test_the_first_day_is_the_next_run_day(day: int) -> None:
    found = next_day((day,), date(2026, 10, 20))
    assert found.weekday() == day
    assert timedelta(0) <= found - date(2026, 10, 20) < timedelta(7)


def test_saving_keeps_the_same_name_for_the_event(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "runs.ics"
    words = save_week(home, file, NOW)
    assert words.startswith(
        "Pre-run activation on Mon and Thu at 07:00, with a reminder 15 min before. Open runs.ics"
    )
    uid = event_in(file.read_bytes())["uid"]
    assert read_settings(home.paths.settings_file).settings.calendar_id == uid
    home.change_settings(run_days=(5,))
    save_week(Home(home.paths), file, NOW)
    event = event_in(file.read_bytes())
    assert (event["uid"], event["rrule"]["byday"]) == (uid, ["SA"])


def test_the_minutes_are_those_of_the_routine(home: Home, tmp_path: Path) -> None:
    save_week(home, tmp_path / "runs.ics", NOW)
    event = event_in((tmp_path / "runs.ics").read_bytes())
    routine = home.catalogue.routines["pre-run-activation"]
    seconds = home.lay_out(routine, Past()).seconds
    minutes = (event.decoded("dtend") - event.decoded("dtstart")) / timedelta(minutes=1)
    assert round(seconds) / 60 <= minutes < seconds / 60 + 1


def test_without_a_run_day_it_is_told_and_nothing_is_written(home: Home, tmp_path: Path) -> None:
    home.change_settings(run_days=())
    with pytest.raises(WeekError, match="No run day is chosen yet"):
        save_week(home, tmp_path / "runs.ics", NOW)
    assert not (tmp_path / "runs.ics").exists()


def test_a_file_no_calendar_would_know_is_refused(home: Home, tmp_path: Path) -> None:
    with pytest.raises(WeekError, match=r"runs.txt must end in .ics"):
        save_week(home, tmp_path / "runs.txt", NOW)
    with pytest.raises(WeekError, match="cannot be written"):
        save_week(home, Path("/dev/null/runs.ics"), NOW)
