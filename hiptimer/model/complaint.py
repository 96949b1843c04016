"""What an exercise may not suit."""

from enum import StrEnum


class Complaint(StrEnum):
    """Sore places and limits with which an exercise is better left out."""

    OUTER_HIP = "outer-hip"
    GROIN = "groin"
    FRONT_HIP = "front-hip"
    KNEECAP = "kneecap"
    HAMSTRING_ORIGIN = "hamstring-origin"
    LOW_BACK = "low-back"
    SHOULDER = "shoulder"
    WRIST = "wrist"
    KNEELING = "kneeling"
    BALANCE = "balance"
