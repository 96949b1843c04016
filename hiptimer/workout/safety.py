"""When not to run: the strict rule, and the words that say so."""

from collections.abc import Collection, Iterable

from hiptimer.model.session import Pain, Place, Sign

LEAVE_THE_RUN = (
    "Leave the run for today. See a clinician about groin pain that builds with running, "
    "night pain, limping or numbness."
)

SAFETY_NOTE = (
    "General exercise information, no diagnosis and no treatment. Move without pain: stop at "
    "once when it hurts."
)

SAFETY_DETAILS = (
    "Do not start, and get checked first, with: deep pain in the groin or the front of the hip "
    "that builds with running; pain on hopping or standing on one leg; pain at night or at rest; "
    "a limp; a recent fall; fever; numbness; weakness of a leg; a change of bladder or bowel.",
    "Groin pain in a runner can come from a stress fracture of the hip. Stop running and seek "
    "care.",
    "Ask a clinician before you begin if you are pregnant, have had surgery lately, have a "
    "replaced hip or osteoporosis.",
    "Kneel on something soft, keep a wall within reach for one-leg work, check the band for tears "
    "and keep the ball away from furniture.",
    "Start the run easily. A warm-up here does not replace the first slow minutes.",
)

STRONG_PAIN = 4


def advice(pain: Iterable[Pain], signs: Collection[Sign]) -> str | None:
    """The words that take the place of «go run», None when nothing speaks against it."""
    hurts = any(
        p.score >= STRONG_PAIN or (p.place is Place.FRONT_OF_HIP and p.score > 0) for p in pain
    )
    return LEAVE_THE_RUN if hurts or signs else None
