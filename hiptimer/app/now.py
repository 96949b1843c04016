"""What time it is: the one place where the program asks the wall clock."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    return datetime.now(UTC)


def local_now() -> datetime:
    return datetime.now().astimezone()
