"""How durations, doses, equipment, sides and times are said on the screen."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hiptimer.model.event import Outcome
from hiptimer.model.exercise import Dose, Equipment, Exercise, Position
from hiptimer.model.session import Place, SetRecord, Sign, Status
from hiptimer.model.side import Side

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


FETCH_SAYS = {
    Equipment.MINI_BAND: "Take the mini band.",
    Equipment.STABILITY_BALL: "Take the stability ball.",
    Equipment.CUSHION: "Take the cushion.",
    Equipment.BENCH: "Go to the bench.",
    Equipment.STEP: "Go to the step.",
    Equipment.TABLE: "Go to the table.",
    Equipment.WALL: "Go to the wall.",
}
PUT_AWAY_SAYS = {
    Equipment.MINI_BAND: "Take the band off.",
    Equipment.STABILITY_BALL: "Roll the ball aside.",
    Equipment.CUSHION: "Put the cushion aside.",
}


def duration_words(seconds: float) -> str:
    """Such as "6 min 2 s", "30 s", "1 h 4 min"; from an hour on without seconds."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        minutes, rest = divmod(whole, 60)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def short_duration(seconds: float) -> str:
    """Such as "6:02", "0:30", "1:04:09"."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def minutes_words(seconds: float) -> str:
    """A length in short, such as "6 min": to the nearest minute, at least one."""
    return duration_words(60 * max(1, round(seconds / 60)))


def clock_words(when: datetime) -> str:
    """Such as "07:24"."""
    return f"{when.hour:02d}:{when.minute:02d}"


def finish_words(now: datetime, seconds: float, *, is_guess: bool = False) -> str:
    """Such as "done at 07:24" for something of `seconds` that starts now, in local time.

    A guess is "done about 07:24".
    """
    return f"done {'about' if is_guess else 'at'} {clock_words(now + timedelta(seconds=seconds))}"


def date_words(day: date, today: date) -> str:
    """Such as "Today", "Yesterday", "Fri" within the last week, else "3 Nov" or "3 Nov 2024"."""
    age = (today - day).days
    if age == 0:
        return "Today"
    if age == 1:
        return "Yesterday"
    if 1 < age < 7:
        return WEEKDAYS[day.weekday()]
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def long_date_words(day: date) -> str:
    """Such as "Fri 3 Nov 2025"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def local_time(when: datetime, utc_offset_s: int) -> datetime:
    """A UTC time on the clock that hung on the wall then."""
    return when + timedelta(seconds=utc_offset_s)


def number_words(value: float) -> str:
    """A number without needless decimals: "30", "2.5"."""
    return f"{value:g}"


def amount_words(dose: Dose) -> str:
    """The amount before a name: "10 ×", "30 s", "3 sets of 10 ×", "3 sets of 30 s"."""
    hold_s = dose.hold_s
    amount = f"{dose.reps or 0} ×" if hold_s is None else f"{number_words(hold_s)} s"
    return amount if dose.sets == 1 else f"{dose.sets} sets of {amount}"


def dose_words(dose: Dose) -> str:
    """Such as "10 reps", "30 s hold", "3 sets of 10 reps"."""
    if dose.hold_s is not None:
        amount = f"{number_words(dose.hold_s)} s hold"
    else:
        amount = plural(dose.reps or 0, "rep")
    return amount if dose.sets == 1 else f"{dose.sets} sets of {amount}"


def plural(count: int, noun: str) -> str:
    """Such as "1 rep", "10 reps"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def joined(parts: Sequence[str]) -> str:
    """Such as "band", "band and mat", "band, mat and wall"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def equipment_words(needs: Sequence[Equipment]) -> str:
    """Such as "mini band and cushion"; empty for nothing."""
    return joined([need.value.replace("-", " ") for need in needs])


def fetch_words(needs: Sequence[Equipment]) -> str:
    """What to have at hand: "with a mini band and a cushion", "nothing to fetch"."""
    things = [f"a {equipment_words([need])}" for need in needs]
    return f"with {joined(things)}" if things else "nothing to fetch"


def equipment_sentences(
    fetch: Sequence[Equipment], put_away: Sequence[Equipment]
) -> tuple[str, ...]:
    """What to do with equipment before a set: lay aside first, then take or walk to."""
    aside = (PUT_AWAY_SAYS[thing] for thing in put_away)
    return (*aside, *(FETCH_SAYS[thing] for thing in fetch))


def side_sentence(exercise: Exercise, side: Side) -> str:
    """What to do for a side, in the exercise's own words; empty for both sides."""
    if side is Side.BOTH:
        return ""
    return exercise.text.side_says.format(
        side=side.value, other=side.other.value, Side=side.value.capitalize()
    )


def side_words(exercise: Exercise, side: Side) -> str:
    """`side_sentence` without its final period, to stand in a line or as a title."""
    return side_sentence(exercise, side).rstrip(".")


def muscle_words(muscle: str) -> str:
    """A muscle's name from its id: "Gluteus medius"."""
    return muscle.replace("_", " ").capitalize()


def position_words(position: Position) -> str:
    """Such as "On the back"."""
    return {
        Position.SIDE_LYING: "On the side",
        Position.SUPINE: "On the back",
        Position.PRONE: "On the front",
        Position.QUADRUPED: "On all fours",
        Position.HALF_KNEELING: "On one knee",
        Position.SEATED: "Sitting",
        Position.STANDING: "Standing",
    }[position]


def rounds_words(rounds: int) -> str:
    """Such as "three rounds"; empty for a single one."""
    if rounds == 1:
        return ""
    return f"{NUMBERS[rounds] if rounds < len(NUMBERS) else rounds} rounds"


def status_words(status: Status) -> str:
    return {
        Status.RUNNING: "Running now",
        Status.COMPLETE: "Complete",
        Status.STOPPED: "Stopped early",
        Status.INTERRUPTED: "Interrupted",
    }[status]


def outcome_words(outcome: Outcome) -> str:
    return {
        Outcome.DONE: "Done",
        Outcome.PARTIAL: "Partly done",
        Outcome.SKIPPED: "Skipped",
    }[outcome]


def set_words(record: SetRecord) -> str:
    """What was done of what was planned: "10 reps", "6 of 10 reps", "12 of 30 s".

    Where nothing was planned, what was done alone.
    """
    planned = record.planned
    if planned.reps is None and planned.hold_s is None:
        if record.hold_s is not None:
            return f"{round(record.done_hold_s)} s"
        return plural(record.done_reps, "rep")
    if planned.hold_s is not None:
        done, unit, plan = round(record.done_hold_s), "s", round(planned.hold_s)
    else:
        done, unit, plan = record.done_reps, "reps", planned.reps or 0
    return f"{done} {unit}" if done == plan else f"{done} of {plan} {unit}"


def total_words(reps: int, hold_s: float) -> str:
    """Such as "66 reps, 30 s held"; "nothing counted" when both are 0."""
    parts = [plural(reps, "rep")] if reps else []
    if round(hold_s):
        parts.append(f"{duration_words(hold_s)} held")
    return ", ".join(parts) or "nothing counted"


def place_words(place: Place) -> str:
    return {
        Place.FRONT_OF_HIP: "Front of hip or groin",
        Place.OUTER_HIP: "Outer hip",
        Place.BUTTOCK: "Buttock",
        Place.BACK_OF_THIGH: "Back of thigh",
        Place.KNEE: "Knee",
        Place.LOW_BACK: "Low back",
        Place.SHIN_OR_FOOT: "Shin or foot",
    }[place]


def sign_words(sign: Sign) -> str:
    return {Sign.NUMBNESS: "Numbness", Sign.LIMPING: "Limping"}[sign]


def side_name(side: Side) -> str:
    """The side in a table of what was done: "Left", "Right", "Both"."""
    return side.value.capitalize()
