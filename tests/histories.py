"""Short ways to write down what was done of an exercise, and when."""

from collections.abc import Mapping
from datetime import date, timedelta

from hiptimer import resources
from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.performed import Feeling, Lately, Performed, SideDone
from hiptimer.model.routine import Routine, Step
from hiptimer.model.session import After, Pain, Place, Rating, Sign
from hiptimer.model.side import Side
from hiptimer.workout.progress.situation import Situation

TODAY = date(2026, 3, 30)
CATALOGUE: Catalogue = read_catalogue(resources.assets(), None)
EXERCISES = CATALOGUE.exercises
# Three weeks of three sessions a week, and two weeks of every second day; days before today.
REGULAR = (0, 2, 4, 7, 9, 11, 14, 16, 18, 21)
EASY, RIGHT, TOO_MUCH = Rating.EASY, Rating.RIGHT, Rating.TOO_MUCH


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def did(
    days: int,
    exercise_id: str = "clam-basic",
    *,
    of: float = 10,
    left: float | None = None,
    right: float | None = None,
    rating: Rating | None = EASY,
    pain: int = 0,
    place: Place = Place.KNEE,
    sign: Sign | None = None,
    after: After | None = None,
    counts: bool = True,
    sets: int = 1,
    only: Side | None = None,
) -> Performed:
    """One exercise so many days ago: `of` reps or seconds planned, and done unless said."""
    exercise = EXERCISES[exercise_id]
    sides = (Side.LEFT, Side.RIGHT) if exercise.per_side else (Side.BOTH,)
    sides = sides if only is None else (only,)
    done = {Side.LEFT: left, Side.RIGHT: right, Side.BOTH: left}
    return Performed(
        exercise_id=exercise_id,
        session_id=f"{days}-{exercise_id}",
        day=days_ago(days),
        sides=tuple(side_done(s, of, done[s], sets, is_hold=exercise.is_hold) for s in sides),
        rating=rating,
        felt=Feeling(
            (Pain(place, Side.LEFT, pain),) if pain else (), (sign,) if sign else (), after
        ),
        counts=counts,
    )


def side_done(side: Side, of: float, done: float | None, sets: int, *, is_hold: bool) -> SideDone:
    done = of if done is None else done
    whole = sets if done >= of else 0
    if is_hold:
        return SideDone(side=side, planned_hold_s=of, hold_s=done, sets=sets, whole_sets=whole)
    return SideDone(side=side, planned_reps=int(of), reps=int(done), sets=sets, whole_sets=whole)


def regularly(*last: Performed, exercise_id: str = "clam-basic", of: float = 10) -> list[Performed]:
    """Three weeks with the exercise, rated right, and then these, newest first."""
    days = [day for day in REGULAR if day > (TODAY - last[-1].day).days]
    before = [did(day, exercise_id, of=of, rating=RIGHT) for day in days]
    return [*last, *before]


def lately(*performed: Performed) -> Lately:
    """The facts as they come from sessions of one exercise each."""
    newest_first = sorted(performed, key=lambda one: one.day, reverse=True)
    by_exercise: dict[str, tuple[Performed, ...]] = {}
    for one in newest_first:
        by_exercise[one.exercise_id] = (*by_exercise.get(one.exercise_id, ()), one)
    told = [one for one in newest_first if one.counts]
    return Lately(by_exercise, tuple(one.day for one in told), tuple(one.felt for one in told))


def situation(
    *performed: Performed,
    equipment: tuple[Equipment, ...] | None = (),
    sore: tuple[Complaint, ...] = (),
    is_strict: bool = True,
    accepted: Mapping[str, int] | None = None,
    declined: Mapping[str, int] | None = None,
) -> Situation:
    """`accepted` and `declined` say how many days ago; nothing is at hand unless said."""
    return Situation(
        today=TODAY,
        exercises=EXERCISES,
        lately=lately(*performed),
        equipment=equipment,
        sore=sore,
        is_strict=is_strict,
        accepted={name: days_ago(days) for name, days in (accepted or {}).items()},
        declined={name: days_ago(days) for name, days in (declined or {}).items()},
    )


def routine(*steps: Step) -> Routine:
    return Routine(id="mine", name="Mine", when="", steps=steps)


def clam(reps: int | None = 10) -> Routine:
    return routine(Step("clam-basic", reps=reps))
