"""When not to run: the strict rule, and the words that say so."""

from collections.abc import Collection, Iterable

from hiptimer.model.language import later, tr
from hiptimer.model.session import Pain, Place, Sign

LEAVE_THE_RUN = later(
    "Leave the run for today. See a clinician about groin pain that builds with running, "
    "night pain, limping or numbness."
)

STRICT = later("Nothing here should hurt. If a move hurts, stop it at once.")
GENERAL = later(
    "This is general information about exercise, no diagnosis and no medical advice. If pain is "
    "new, strong or does not settle, see a clinician first."
)

STRONG_PAIN = 4


def advice(pain: Iterable[Pain], signs: Collection[Sign]) -> str | None:
    """The words that take the place of «go run», None when nothing speaks against it."""
    hurts = any(
        p.score >= STRONG_PAIN or (p.place is Place.FRONT_OF_HIP and p.score > 0) for p in pain
    )
    return tr(LEAVE_THE_RUN) if hurts or signs else None
