"""The run days as a file for the person's own calendar, which then reminds them."""

import math
import uuid
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hiptimer.app.home import Home
from hiptimer.model.language import tr, tr_n
from hiptimer.model.reasons import reason_of
from hiptimer.model.saving import write_atomically
from hiptimer.model.time_words import weekday_short
from hiptimer.model.words import joined
from hiptimer.workout.proposal import proposed

if TYPE_CHECKING:
    from icalendar import Alarm, Event

SUFFIX = ".ics"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""As the file names them, in every language."""
MORNING = time(8)
"""When one is reminded of a day that has no time."""


class WeekError(Exception):
    """The run days cannot be made a calendar file."""


class RunWeek(msgspec.Struct, frozen=True, kw_only=True):
    """What the calendar shall show. `days` are weekdays, Monday 0; `at` is None for any time.

    `reminder_min` is before that, and a day without a time is reminded of at 8 in the morning; with
    0 there is no reminder.
    A file with the same `uid` takes the place of one brought in before.
    """

    days: tuple[int, ...]
    at: time | None
    reminder_min: int
    routine: str
    minutes: int
    about: str
    uid: str


def save_week(home: Home, file: Path, now: datetime) -> str:
    """Write the run days to `file`; what was written in words. Raises WeekError."""
    if file.suffix.lower() != SUFFIX:
        words = tr(
            "{file} must end in {suffix}, so that a calendar knows it.",
            file=file.name,
            suffix=SUFFIX,
        )
        raise WeekError(words)
    week = week_of(home, now.date())
    if not week.uid:
        home.change_settings(calendar_id=f"{uuid.uuid4()}@hiptimer")
        week = msgspec.structs.replace(week, uid=home.settings.calendar_id)
    try:
        write_atomically(file, week_calendar(week, now))
    except OSError as error:
        words = tr("{file} cannot be written: {reason}.", file=file, reason=reason_of(error))
        raise WeekError(words) from error
    opens = tr("Open {file} to bring it into your calendar.", file=file.name)
    return f"{week_words(week)}. {opens}"


def week_words(week: RunWeek) -> str:
    """Such as "Pre-run activation on Mon and Thu at 07:00, with a reminder 15 min before"."""
    # L: {days} is this, or such as "on Mon and Thu".
    days = tr("every day")
    if len(week.days) < 7:
        days = tr("on {weekdays}", weekdays=joined([weekday_short(d) for d in week.days]))
    named = {"routine": week.routine, "days": days}
    if week.at is None and not week.reminder_min:
        return tr("{routine} {days}, without a reminder", **named)
    if week.at is None:
        named["clock"] = f"{MORNING:%H:%M}"
        return tr("{routine} {days}, with a reminder at {clock}", **named)
    named["clock"] = f"{week.at:%H:%M}"
    if not week.reminder_min:
        return tr("{routine} {days} at {clock}, without a reminder", **named)
    named["minutes"] = str(week.reminder_min)
    return tr("{routine} {days} at {clock}, with a reminder {minutes} min before", **named)


def week_of(home: Home, today: date) -> RunWeek:
    """The run days with the routine that is proposed on the next. Raises WeekError."""
    settings = home.settings
    days = tuple(sorted(set(settings.run_days)))
    if not days:
        raise WeekError(tr("No run day is chosen yet. Choose at least one in Settings."))
    past = home.read_past()
    day = next_day(days, today)
    routine = proposed(home.catalogue.routines, past.outlines, day, days)
    if routine is None:
        raise WeekError(tr("There is no routine that could be put into a calendar."))
    about = tr_n(
        "Hip work before the run: {n} move. Open hiptimer and press Enter.",
        "Hip work before the run: {n} moves. Open hiptimer and press Enter.",
        len(routine.steps),
    )
    return RunWeek(
        days=days,
        at=settings.run_at,
        reminder_min=settings.reminder_min,
        routine=routine.name,
        minutes=max(1, math.ceil(round(home.lay_out(routine, past).seconds) / 60)),
        about=about,
        uid=settings.calendar_id,
    )


def next_day(days: tuple[int, ...], today: date) -> date:
    """The first of these weekdays from today on."""
    return next(
        day for day in (today + timedelta(days=n) for n in range(7)) if day.weekday() in days
    )


def week_calendar(week: RunWeek, now: datetime) -> bytes:
    """The calendar file: one event that comes again each week, in local time.

    The time is "floating": seven is seven by whatever clock hangs where the person is, before and
    after the clocks change and on a journey. A time zone would tie it to one place.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//hiptimer//run days//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(week, now))
    return bytes(calendar.to_ical())


def _event(week: RunWeek, now: datetime) -> "Event":
    from icalendar import Event

    day = next_day(week.days, now.date())
    event = Event()
    event.add("uid", week.uid)
    event.add("dtstamp", now.astimezone())
    # A calendar keeps the higher number of two with the same uid.
    event.add("sequence", int(now.timestamp() // 60))
    event.add("summary", tr("{routine} · {n} min", routine=week.routine, n=week.minutes))
    event.add("description", week.about)
    if week.at is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        start = datetime.combine(day, week.at)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=week.minutes))
    byday = [DAYS[day] for day in week.days]
    event.add("rrule", {"freq": "weekly", "wkst": "MO", "byday": byday})
    if week.reminder_min:
        event.add_component(_alarm(week))
    return event


def _alarm(week: RunWeek) -> "Alarm":
    from icalendar import Alarm

    before = timedelta(minutes=-week.reminder_min)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    words = tr("{routine}, {n} min", routine=week.routine, n=week.minutes)
    alarm.add("description", words)
    alarm.add("trigger", timedelta(hours=MORNING.hour) if week.at is None else before)
    return alarm
