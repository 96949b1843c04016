"""What a person has done of one exercise so far."""

from datetime import date

import msgspec

from hiptimer.model.past import Amount


class OwnRecord(msgspec.Struct, frozen=True, kw_only=True):
    """`sessions` is in how many it was done, `last` the day of the last one.

    `best` is the most of one set: reps, and seconds of a hold. `is_whole_lately` says whether all
    that was planned of it was done, on every side, in a session of the last weeks.
    """

    exercise_id: str
    sessions: int
    last: date
    left: Amount = Amount()
    right: Amount = Amount()
    both: Amount = Amount()
    best: Amount = Amount()
    is_whole_lately: bool = False
