"""Plausible figures of past sessions for charts: a runner with good weeks and lazy ones."""

from datetime import date, datetime, time, timedelta
from random import Random

from hiptimer.model.past import Amount, Felt, StoryPoint, Trained, WeekTotal
from hiptimer.model.session import Rating

TODAY = date(2025, 11, 21)
MONDAY = TODAY - timedelta(days=TODAY.weekday())
SIDED = (
    ("clam-band", "Clamshell, banded"),
    ("side-leg-raise", "Side-lying leg raise"),
    ("fire-hydrant", "Fire hydrant"),
    ("step-down", "Step-down"),
    ("single-leg-deadlift", "Single-leg deadlift with a reach to the floor"),
    ("bird-dog", "Bird dog"),
    ("hip-hike", "Hip hike"),
    ("lunge-reverse", "Reverse lunge"),
)
HELD = (
    ("side-plank-knees", "Side plank on the knees"),
    ("bridge-hold", "Bridge hold"),
    ("single-leg-stand", "Single-leg stand"),
)
TOGETHER = (("bridge-basic", "Bridge"), ("bridge-band", "Bridge, banded"))
MUSCLES = ("gluteus_medius", "gluteus_maximus", "tensor_fasciae_latae", "core", "hamstrings")


def weeks(count: int, seed: int = 1) -> list[WeekTotal]:
    """`count` weeks up to the present one."""
    random = Random(seed)
    return [_week(MONDAY - timedelta(weeks=back), random) for back in range(count - 1, -1, -1)]


def _week(monday: date, random: Random) -> WeekTotal:
    sessions = random.choice((0, 1, 2, 2, 3, 3, 3, 4, 5))
    return WeekTotal(monday, sessions, sum(random.uniform(220, 640) for _ in range(sessions)))


def exercises(scale: int = 1, seed: int = 2) -> list[Trained]:
    random = Random(seed)
    sided = [_sided(one, random, scale, 0) for one in SIDED]
    held = [_sided(one, random, 0, scale) for one in HELD]
    together = [
        Trained(id_, name, both=Amount(random.randrange(20, 200) * scale)) for id_, name in TOGETHER
    ]
    return sided + held + together


def _sided(one: tuple[str, str], random: Random, reps: int, hold: int) -> Trained:
    left = random.randrange(10, 130)
    right = left + random.choice((0, 0, -8, 4, -12, 2))
    return Trained(
        *one,
        left=Amount(max(0, left * reps), float(max(0, left * hold))),
        right=Amount(max(0, right * reps), float(max(0, right * hold))),
    )


def muscles(seed: int = 3) -> list[Trained]:
    random = Random(seed)
    return [
        Trained(
            name,
            name,
            Amount(random.randrange(60, 400), random.uniform(0, 900)),
            Amount(random.randrange(60, 400), random.uniform(0, 900)),
            Amount(random.randrange(0, 90)),
        )
        for name in MUSCLES
    ]


def felt(count: int, days_apart: float = 2.4, seed: int = 4) -> list[Felt]:
    """`count` sessions up to today; effort drifts, pain comes in a bad patch now and then."""
    random = Random(seed)
    end = datetime.combine(TODAY, time(7, 12))
    found = []
    for back in range(count - 1, -1, -1):
        started = end - timedelta(days=back * days_apart, minutes=random.randrange(200))
        effort = None if random.random() < 0.12 else random.choice((2, 3, 3, 4, 5, 5, 6, 7))
        is_bad = (back // 9) % 5 == 1 and random.random() < 0.6
        pain = random.randrange(1, 6) if is_bad else 0
        found.append(Felt(f"s{back}", started, effort, pain))
    return found


def story(count: int, seed: int = 5, *, held_from: int | None = None) -> list[StoryPoint]:
    """One exercise, a level higher every third of the way; from `held_from` on it is a hold."""
    random = Random(seed)
    return [_story_point(place, count, random, held_from) for place in range(count)]


def _story_point(place: int, count: int, random: Random, held_from: int | None) -> StoryPoint:
    level = 1 + 3 * place // count
    name = ("Clamshell", "Clamshell, banded", "Clamshell, raised feet")[level - 1]
    reps = 20 + place % 7 - (6 if place % 7 == 0 else 0)
    is_held = held_from is not None and place >= held_from
    left = Amount(0, 2.0 * reps) if is_held else Amount(reps)
    right = left if random.random() < 0.7 else Amount(left.reps and reps - 3, left.hold_s * 0.8)
    rating = random.choice((None, Rating.EASY, Rating.RIGHT, Rating.RIGHT, Rating.TOO_MUCH))
    return StoryPoint(
        session_id=f"s{place}",
        day=TODAY - timedelta(days=round(2.6 * (count - 1 - place))),
        exercise_id=f"clam-{level}",
        name=name,
        level=level,
        sets=2,
        planned=Amount(24),
        left=left,
        right=right,
        both=Amount(),
        rating=rating,
        effort=random.choice((None, 3.0, 5.0, 6.0)),
    )
