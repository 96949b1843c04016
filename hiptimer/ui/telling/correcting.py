"""From what a set was timed at to what the person says was done."""

from msgspec.structs import replace

from hiptimer.model.session import Corrected, SetRecord

HOLD_STEP_S = 5
# More than anybody does, and less than a session file may hold.
MOST = 9999


def is_hold(record: SetRecord) -> bool:
    """Whether seconds are counted. Where nothing was planned, what was timed decides."""
    planned = record.planned
    return planned.hold_s is not None or (planned.reps is None and record.hold_s is not None)


def done_number(record: SetRecord) -> int:
    """What counts as done, in reps or whole seconds."""
    return round(record.done_hold_s) if is_hold(record) else record.done_reps


def timed_number(record: SetRecord) -> int:
    """What was timed, in reps or whole seconds."""
    return round(record.hold_s or 0.0) if is_hold(record) else record.reps or 0


def stepped(record: SetRecord, by: int, *, finely: bool = False) -> int:
    """The number one step on (`by` 1) or back (-1): a rep, or the next whole five seconds, or
    `finely` one second.
    """
    number = done_number(record)
    if not is_hold(record) or finely:
        return within(number + by)
    fives = number // HOLD_STEP_S if by > 0 else -(-number // HOLD_STEP_S)
    return within((fives + by) * HOLD_STEP_S)


def within(number: int) -> int:
    """The nearest number that can have been done."""
    return min(MOST, max(0, number))


def corrected_to(record: SetRecord, number: int) -> SetRecord:
    """The set with the person's own number; the timed one again takes the correction back."""
    if number == timed_number(record):
        return replace(record, corrected=None)
    said = record.corrected or Corrected()
    if is_hold(record):
        return replace(record, corrected=replace(said, hold_s=float(number)))
    return replace(record, corrected=replace(said, reps=number))
