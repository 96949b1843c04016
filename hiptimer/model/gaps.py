"""How long the get-ready before a work segment is at least."""

import msgspec


class Gaps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds of each kind of gap, and of the countdown after a pause."""

    first_s: float = 12.0
    new_position_s: float = 8.0
    roll_over_s: float = 8.0
    same_position_s: float = 4.0
    equipment_s: float = 8.0
    reposition_s: float = 3.0
