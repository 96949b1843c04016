"""What days, months, things, muscles and places are called: tables for `words` to look up."""

from collections.abc import Mapping

from hiptimer.model.equipment import Equipment
from hiptimer.model.event import Outcome
from hiptimer.model.exercise import Muscle, Position
from hiptimer.model.language import later, later_in
from hiptimer.model.session import Place, Sign, Status
from hiptimer.model.side import Side

WEEKDAYS = (
    later_in("weekday, short", "Mon"),
    later_in("weekday, short", "Tue"),
    later_in("weekday, short", "Wed"),
    later_in("weekday, short", "Thu"),
    later_in("weekday, short", "Fri"),
    later_in("weekday, short", "Sat"),
    later_in("weekday, short", "Sun"),
)
WEEKDAYS_LONG = (
    later_in("weekday", "Monday"),
    later_in("weekday", "Tuesday"),
    later_in("weekday", "Wednesday"),
    later_in("weekday", "Thursday"),
    later_in("weekday", "Friday"),
    later_in("weekday", "Saturday"),
    later_in("weekday", "Sunday"),
)
MONTHS = (
    later_in("month, short", "Jan"),
    later_in("month, short", "Feb"),
    later_in("month, short", "Mar"),
    later_in("month, short", "Apr"),
    later_in("month, short", "May"),
    later_in("month, short", "Jun"),
    later_in("month, short", "Jul"),
    later_in("month, short", "Aug"),
    later_in("month, short", "Sep"),
    later_in("month, short", "Oct"),
    later_in("month, short", "Nov"),
    later_in("month, short", "Dec"),
)
NUMBERS = (
    later_in("a number of things", "no"),
    later_in("a number of things", "one"),
    later_in("a number of things", "two"),
    later_in("a number of things", "three"),
    later_in("a number of things", "four"),
    later_in("a number of things", "five"),
    later_in("a number of things", "six"),
    later_in("a number of things", "seven"),
    later_in("a number of things", "eight"),
    later_in("a number of things", "nine"),
    later_in("a number of things", "ten"),
)

FETCH_SAYS = {
    Equipment.MINI_BAND: later("Take the mini band."),
    Equipment.STABILITY_BALL: later("Take the stability ball."),
    Equipment.CUSHION: later("Take the cushion."),
    Equipment.BENCH: later("Go to the bench."),
    Equipment.STEP: later("Go to the step."),
    Equipment.TABLE: later("Go to the table."),
    Equipment.WALL: later("Go to the wall."),
}
PUT_AWAY_SAYS = {
    Equipment.MINI_BAND: later("Take the band off."),
    Equipment.STABILITY_BALL: later("Roll the ball aside."),
    Equipment.CUSHION: later("Put the cushion aside."),
}
EQUIPMENT = {
    Equipment.MINI_BAND: later_in("equipment", "mini band"),
    Equipment.STABILITY_BALL: later_in("equipment", "stability ball"),
    Equipment.CUSHION: later_in("equipment", "cushion"),
    Equipment.BENCH: later_in("equipment", "bench"),
    Equipment.STEP: later_in("equipment", "step"),
    Equipment.TABLE: later_in("equipment", "table"),
    Equipment.WALL: later_in("equipment", "wall"),
}
WITH_ARTICLE = {
    Equipment.MINI_BAND: later_in("equipment", "a mini band"),
    Equipment.STABILITY_BALL: later_in("equipment", "a stability ball"),
    Equipment.CUSHION: later_in("equipment", "a cushion"),
    Equipment.BENCH: later_in("equipment", "a bench"),
    Equipment.STEP: later_in("equipment", "a step"),
    Equipment.TABLE: later_in("equipment", "a table"),
    Equipment.WALL: later_in("equipment", "a wall"),
}
MUSCLES: Mapping[str, str] = {
    Muscle.GLUTEUS_MAXIMUS: later_in("muscle", "Gluteus maximus"),
    Muscle.GLUTEUS_MEDIUS: later_in("muscle", "Gluteus medius"),
    Muscle.GLUTEUS_MINIMUS: later_in("muscle", "Gluteus minimus"),
    Muscle.DEEP_ROTATORS: later_in("muscle", "Deep rotators"),
    Muscle.INTERNAL_ROTATORS: later_in("muscle", "Internal rotators"),
    Muscle.TENSOR_FASCIAE_LATAE: later_in("muscle", "Tensor fasciae latae"),
    Muscle.ADDUCTORS: later_in("muscle", "Adductors"),
    Muscle.ILIOPSOAS: later_in("muscle", "Iliopsoas"),
    Muscle.RECTUS_FEMORIS: later_in("muscle", "Rectus femoris"),
    Muscle.QUADRICEPS: later_in("muscle", "Quadriceps"),
    Muscle.HAMSTRINGS: later_in("muscle", "Hamstrings"),
    Muscle.CALVES: later_in("muscle", "Calves"),
    Muscle.PERONEALS: later_in("muscle", "Peroneals"),
    Muscle.FOOT: later_in("muscle", "Foot"),
    Muscle.CORE: later_in("muscle", "Core"),
    Muscle.OBLIQUES: later_in("muscle", "Obliques"),
    Muscle.QUADRATUS_LUMBORUM: later_in("muscle", "Quadratus lumborum"),
    Muscle.ERECTOR_SPINAE: later_in("muscle", "Erector spinae"),
    Muscle.CHEST: later_in("muscle", "Chest"),
    Muscle.SHOULDERS: later_in("muscle", "Shoulders"),
}
POSITIONS = {
    Position.SIDE_LYING: later("On the side"),
    Position.SUPINE: later("On the back"),
    Position.PRONE: later("On the front"),
    Position.QUADRUPED: later("On all fours"),
    Position.HALF_KNEELING: later("On one knee"),
    Position.SEATED: later("Sitting"),
    Position.STANDING: later("Standing"),
}
STATUSES = {
    Status.RUNNING: later_in("a session", "Running now"),
    Status.COMPLETE: later_in("a session", "Complete"),
    Status.STOPPED: later_in("a session", "Stopped early"),
    Status.INTERRUPTED: later_in("a session", "Interrupted"),
}
OUTCOMES = {
    Outcome.DONE: later_in("a set", "Done"),
    Outcome.PARTIAL: later_in("a set", "Partly done"),
    Outcome.SKIPPED: later_in("a set", "Skipped"),
}
PLACES = {
    Place.FRONT_OF_HIP: later("Front of hip or groin"),
    Place.OUTER_HIP: later("Outer hip"),
    Place.BUTTOCK: later("Buttock"),
    Place.BACK_OF_THIGH: later("Back of thigh"),
    Place.KNEE: later("Knee"),
    Place.LOW_BACK: later("Low back"),
    Place.SHIN_OR_FOOT: later("Shin or foot"),
}
SIGNS = {Sign.NUMBNESS: later("Numbness"), Sign.LIMPING: later("Limping")}
SIDES = {
    Side.LEFT: later_in("side of the body", "Left"),
    Side.RIGHT: later_in("side of the body", "Right"),
    Side.BOTH: later_in("side of the body", "Both"),
}
