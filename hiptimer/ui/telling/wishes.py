"""What a page tells of what a person said: corrections and how it felt."""

import msgspec

from hiptimer.model.session import Corrected, Pain, Sign


class Correction(msgspec.Struct, frozen=True):
    """What the person says was done in set `n`, attempt `attempt`; None takes it back."""

    n: int
    attempt: int
    corrected: Corrected | None


class Description(msgspec.Struct, frozen=True):
    """How the session felt. `effort` is 0 to 10 on the CR10 scale, None while not given."""

    effort: float | None = None
    note: str = ""
    pain: tuple[Pain, ...] = ()
    signs: tuple[Sign, ...] = ()
