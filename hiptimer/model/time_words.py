"""How durations, times of the day and days are said on the screen."""

from datetime import date, datetime, timedelta

from hiptimer.model.language import tr, tr_in
from hiptimer.model.names import MONTHS, WEEKDAYS, WEEKDAYS_LONG


def weekday_short(weekday: int) -> str:
    """Such as "Mon", which is 0."""
    return tr_in("weekday, short", WEEKDAYS[weekday])


def weekday_long(weekday: int) -> str:
    """Such as "Monday", which is 0."""
    return tr_in("weekday", WEEKDAYS_LONG[weekday])


def month_short(month: int) -> str:
    """Such as "Jan", which is 1."""
    return tr_in("month, short", MONTHS[month - 1])


def duration_words(seconds: float) -> str:
    """Such as "6 min 2 s", "30 s", "1 h 4 min"; from an hour on without seconds."""
    whole = round(seconds)
    if whole < 60:
        return tr("{seconds} s", seconds=whole)
    if whole < 3600:
        minutes, rest = divmod(whole, 60)
        if not rest:
            return tr("{minutes} min", minutes=minutes)
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    hours, minutes = divmod(round(seconds / 60), 60)
    if not minutes:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=minutes)


def short_duration(seconds: float) -> str:
    """Such as "6:02", "0:30", "1:04:09"."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def minutes_words(seconds: float) -> str:
    """A length in short, such as "6 min": to the nearest minute, at least one."""
    return duration_words(60 * max(1, round(seconds / 60)))


def clock_words(when: datetime) -> str:
    """Such as "07:24"."""
    return f"{when.hour:02d}:{when.minute:02d}"


def finish_words(now: datetime, seconds: float, *, is_guess: bool = False) -> str:
    """Such as "done at 07:24" for something of `seconds` that starts now, in local time.

    A guess is "done about 07:24".
    """
    time = clock_words(now + timedelta(seconds=seconds))
    return tr("done about {time}", time=time) if is_guess else tr("done at {time}", time=time)


def date_words(day: date, today: date) -> str:
    """Such as "Today", "Yesterday", "Fri" within the last week, else "3 Nov" or "3 Nov 2024"."""
    age = (today - day).days
    if age == 0:
        return tr("Today")
    if age == 1:
        return tr("Yesterday")
    if 1 < age < 7:
        return weekday_short(day.weekday())
    if day.year == today.year:
        return day_and_month(day)
    return full_date_words(day)


def full_date_words(day: date) -> str:
    """Such as "3 Nov 2024"."""
    # L: A date such as 3 Nov 2024.
    return tr("{day} {month} {year}", day=day.day, month=month_short(day.month), year=day.year)


def long_date_words(day: date) -> str:
    """Such as "Fri 3 Nov 2025"."""
    # L: A date such as Fri 3 Nov 2025.
    return tr(
        "{weekday} {day} {month} {year}",
        weekday=weekday_short(day.weekday()),
        day=day.day,
        month=month_short(day.month),
        year=day.year,
    )


def day_and_month(day: date) -> str:
    """Such as "3 Nov"."""
    # L: A date such as 3 Nov.
    return tr("{day} {month}", day=day.day, month=month_short(day.month))


def month_and_year(day: date) -> str:
    """Such as "Nov 2025"."""
    # L: A month such as Nov 2025.
    return tr("{month} {year}", month=month_short(day.month), year=day.year)


def local_time(when: datetime, utc_offset_s: int) -> datetime:
    """A UTC time on the clock that hung on the wall then."""
    return when + timedelta(seconds=utc_offset_s)
