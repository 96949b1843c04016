"""Small real-looking values that many tests start from."""

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import (
    Camera,
    Dose,
    Exercise,
    LiesOn,
    Motion,
    Muscles,
    Phase,
    PhaseKind,
    Position,
    Text,
)
from hiptimer.model.routine import Routine, Step

CAMERA = Camera(azimuth=-25, elevation=20)


def rep_phases(work: float, hold: float, back: float, pause: float) -> tuple[Phase, ...]:
    return (
        Phase("open", PhaseKind.WORK, work, "open", "closed", "open"),
        Phase("hold", PhaseKind.HOLD, hold, "hold", "open", "open"),
        Phase("close", PhaseKind.BACK, back, "close", "open", "closed"),
        Phase("pause", PhaseKind.PAUSE, pause, "pause", "closed", "closed"),
    )


CLAM = Exercise(
    id="clam-basic",
    family="clamshell",
    level=1,
    position=Position.SIDE_LYING,
    per_side=True,
    motion=Motion.CYCLE,
    start="closed",
    phases=rep_phases(2, 1, 2, 0),
    dose=Dose(sets=3, reps=10, tempo_s=(2, 1, 2, 0), rest_s=20),
    text=Text(
        name="Clamshell",
        setup="On your side, hips and knees bent, feet together.",
        how="Open the top knee, hold, close slowly.",
        cues=("Top hip to the ceiling", "Heels stay glued"),
        avoid=("Rolling the pelvis back",),
        side_says="Lie on your {other} side, {side} leg on top.",
        setup_says="Knees bent, feet together.",
    ),
    muscles=Muscles(("gluteus_medius",)),
    camera=CAMERA,
    lies_on=LiesOn.OPPOSITE,
    harder_id="clam-band",
)

BAND_CLAM = Exercise(
    id="clam-band",
    family="clamshell",
    level=3,
    position=Position.SIDE_LYING,
    per_side=True,
    motion=Motion.CYCLE,
    start="closed",
    phases=rep_phases(2, 1, 2, 0),
    dose=Dose(sets=3, reps=8, tempo_s=(2, 1, 2, 0), rest_s=30),
    text=Text(
        name="Clamshell, banded",
        setup="As the clamshell, band just above the knees.",
        how="Open against the band, hold, give way slowly.",
        cues=("The band never goes slack",),
        avoid=("Snapping shut",),
        side_says="Lie on your {other} side, {side} leg on top.",
    ),
    muscles=Muscles(("gluteus_medius",)),
    camera=CAMERA,
    lies_on=LiesOn.OPPOSITE,
    needs=(Equipment.MINI_BAND,),
    easier_id="clam-basic",
)

BRIDGE = Exercise(
    id="bridge-basic",
    family="bridge",
    level=1,
    position=Position.SUPINE,
    per_side=False,
    motion=Motion.CYCLE,
    start="down",
    phases=(
        Phase("lift", PhaseKind.WORK, 1, "lift", "down", "up"),
        Phase("hold", PhaseKind.HOLD, 2, "hold", "up", "up"),
        Phase("lower", PhaseKind.BACK, 2, "lower", "up", "down"),
    ),
    dose=Dose(sets=3, reps=10, tempo_s=(1, 2, 2), rest_s=20),
    text=Text(
        name="Glute bridge",
        setup="On your back, knees bent, heels near your fingertips.",
        how="Lift the hips, squeeze, roll down.",
        cues=("Ribs down", "Push through the heels"),
        avoid=("Arching the back",),
    ),
    muscles=Muscles(("gluteus_maximus",)),
    camera=CAMERA,
    harder_id="bridge-hold",
)

BRIDGE_HOLD = Exercise(
    id="bridge-hold",
    family="bridge",
    level=2,
    position=Position.SUPINE,
    per_side=False,
    motion=Motion.HOLD,
    start="down",
    phases=(
        Phase("lift", PhaseKind.ENTER, 2, "lift", "down", "up"),
        Phase("hold", PhaseKind.HOLD, 30, "hold", "up", "up"),
        Phase("roll down", PhaseKind.LEAVE, 4, "roll down slowly", "up", "down"),
    ),
    dose=Dose(sets=3, hold_s=30, rest_s=20),
    text=Text(
        name="Glute bridge hold",
        setup="As the glute bridge.",
        how="Lift, hold level and breathe, roll down.",
        cues=("Keep breathing",),
        avoid=("Sagging hips",),
    ),
    muscles=Muscles(("gluteus_maximus",)),
    camera=CAMERA,
    easier_id="bridge-basic",
)

EXERCISES = {e.id: e for e in (CLAM, BAND_CLAM, BRIDGE, BRIDGE_HOLD)}

ROUTINE = Routine(
    id="example",
    name="Example routine",
    when="Before a run",
    steps=(
        Step("bridge-basic", reps=4),
        Step("bridge-hold", hold_s=30),
        Step("clam-basic", reps=3),
    ),
)
