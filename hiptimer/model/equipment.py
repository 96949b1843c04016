"""What an exercise needs besides a mat."""

from enum import StrEnum


class Equipment(StrEnum):
    """Things to fetch."""

    MINI_BAND = "mini-band"
    STABILITY_BALL = "stability-ball"
    CUSHION = "cushion"
    BENCH = "bench"
    STEP = "step"
    TABLE = "table"
    WALL = "wall"

    @property
    def is_carried(self) -> bool:
        """Whether it is taken to the mat and laid aside; the others are walked to."""
        return self in (Equipment.MINI_BAND, Equipment.STABILITY_BALL, Equipment.CUSHION)
