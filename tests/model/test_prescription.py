"""A physio's line, written in many ways: what is read, and what is told."""

from pathlib import Path

import pytest

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.exercise import Exercise
from hiptimer.model.laws import routine_faults
from hiptimer.model.prescription.doses import routine_step
from hiptimer.model.prescription.prescribed import PrescribedStep, Prescription, What
from hiptimer.model.prescription.reading import Reader
from hiptimer.model.prescription.tongues import Tongue, TongueReader
from hiptimer.model.prescription.vocabulary import read_vocabulary
from hiptimer.model.routine import Routine

ASSETS = Path(__file__).parents[2] / "assets"
EXERCISES = read_catalogue(ASSETS, None).exercises
VOCABULARY = read_vocabulary(ASSETS / "prescriptions" / "en.toml")
READER = Reader(EXERCISES, VOCABULARY)
SPANISH = read_vocabulary(ASSETS / "prescriptions" / "es.toml")
BESIDE_SPANISH = TongueReader(EXERCISES, (Tongue(VOCABULARY), Tongue(SPANISH)))

# Exercise, sets, reps, hold in seconds, rest in seconds, tempo.
Expected = tuple[str, int | None, int | None, float | None, float | None, tuple[float, ...] | None]


def step(
    exercise: str,
    sets: int | None = None,
    reps: int | None = None,
    hold_s: float | None = None,
    rest_s: float | None = None,
    *,
    tempo: tuple[float, ...] | None = None,
) -> Expected:
    return exercise, sets, reps, hold_s, rest_s, tempo


def values(found: PrescribedStep) -> Expected:
    return (
        found.exercise,
        found.sets,
        found.reps,
        found.hold_s,
        found.rest_s,
        found.tempo,
    )


def whys(read: Prescription) -> str:
    told = (*read.not_understood, *read.remarks)
    return "\n".join(f"{t.text}: {t.why}" for t in told)


CLAM, BRIDGE, PLANK = "clam-basic", "bridge-basic", "side-plank"

# All of these are understood to the last word.
UNDERSTOOD: dict[str, list[Expected]] = {
    # the physio's own way, from the plainest on
    "clamshell 3x10 each side, 5 s hold, 30 s rest": [step(CLAM, 3, 10, 5, 30)],
    "clamshell 3x10": [step(CLAM, 3, 10)],
    "3x10 clamshells": [step(CLAM, 3, 10)],
    "Clamshells: 3 x 10": [step(CLAM, 3, 10)],
    "CLAMSHELL 3X10": [step(CLAM, 3, 10)],
    "clam 3×10": [step(CLAM, 3, 10)],
    "clam 3*10": [step(CLAM, 3, 10)],
    "clam shells 3 x 10 reps": [step(CLAM, 3, 10)],
    "clams 3 sets of 10": [step(CLAM, 3, 10)],
    "3 sets of 10 clams": [step(CLAM, 3, 10)],
    "clams, 3 sets, 10 reps": [step(CLAM, 3, 10)],
    "clams 3 sets 10": [step(CLAM, 3, 10)],
    "clams 3 sets x 10 reps": [step(CLAM, 3, 10)],
    "clamshell 10 reps x 3 sets": [step(CLAM, 3, 10)],
    "10 reps x 3 clamshell": [step(CLAM, 3, 10)],
    "Three sets of ten clamshells": [step(CLAM, 3, 10)],
    "clamshell sets 3 reps 10": [step(CLAM, 3, 10)],
    "Sets: 3 Reps: 10 Clamshell": [step(CLAM, 3, 10)],
    "clam 10 repetitions, 3 rounds": [step(CLAM, 3, 10)],
    "clam x10": [step(CLAM, 1, 10)],
    "clam 10x": [step(CLAM, 1, 10)],
    "10 x clamshell": [step(CLAM, 1, 10)],
    "10 clamshells": [step(CLAM, 1, 10)],
    "clamshell x 10, twice": [step(CLAM, 2, 10)],
    "clam-basic 3x10": [step(CLAM, 3, 10)],
    # both sides
    "clams 10 each side": [step(CLAM, 1, 10)],
    "clams 10 per side": [step(CLAM, 1, 10)],
    "clams 2x8 each leg": [step(CLAM, 2, 8)],
    "clams 10 ea": [step(CLAM, 1, 10)],
    "clams 2x10 e/s": [step(CLAM, 2, 10)],
    "clams 2x10/side": [step(CLAM, 2, 10)],
    "clams 10 a side": [step(CLAM, 1, 10)],
    "clams 3x10 both sides": [step(CLAM, 3, 10)],
    "clams 3x10 (L and R)": [step(CLAM, 3, 10)],
    "clams 3x10 L/R": [step(CLAM, 3, 10)],
    "clams 3x10 bilateral": [step(CLAM, 3, 10)],
    "clams 3x10, left and right": [step(CLAM, 3, 10)],
    "bridge 3x10 bilaterally": [step(BRIDGE, 3, 10)],
    # holds
    "side plank 2 x 30 sec": [step(PLANK, 2, None, 30)],
    "side plank 2x30s": [step(PLANK, 2, None, 30)],
    'side plank 2 x 30"': [step(PLANK, 2, None, 30)],
    "side plank 2 x 30''": [step(PLANK, 2, None, 30)],
    "side plank: hold 30 seconds x 3": [step(PLANK, 3, None, 30)],
    "side planks, 30s hold, 3 rounds": [step(PLANK, 3, None, 30)],
    "side plank 30 second holds x 2 each side": [step(PLANK, 2, None, 30)],
    "3 sets of 20 s side plank": [step(PLANK, 3, None, 20)],
    "side plank hold for 45 secs": [step(PLANK, 1, None, 45)],
    "side plank 1 min": [step(PLANK, 1, None, 60)],
    "side plank 1 min 30 s": [step(PLANK, 1, None, 90)],
    "side plank 1:30": [step(PLANK, 1, None, 90)],
    "side plank twice 1/2 min": [step(PLANK, 2, None, 30)],
    "side plank ½ minute x 2": [step(PLANK, 2, None, 30)],
    "side plank 1½ min": [step(PLANK, 1, None, 90)],
    "side plank 2 x half a minute": [step(PLANK, 2, None, 30)],
    "side plank 2.5 s hold": [step(PLANK, 1, None, 2.5)],
    "side plank 10 count hold x 5": [step(PLANK, 5, None, 10)],
    "wall press iso hold 5x10s": [step("wall-press", 5, None, 10)],
    "bridge hold 30 s": [step("bridge-hold", 1, None, 30)],
    "figure 4 stretch 2x30s each side": [step("stretch-figure-four", 2, None, 30)],
    "hip flexor stretch 2 x 1 min": [step("stretch-hip-flexor", 2, None, 60)],
    "Stand on one leg 30 s each side": [step("single-leg-stand", 1, None, 30)],
    "SL balance 3x30s": [step("single-leg-stand", 3, None, 30)],
    # a hold in each rep
    "clamshell 3 x 10 x 5s": [step(CLAM, 3, 10, 5)],
    "clamshell 10 reps, hold each for 5 s": [step(CLAM, 1, 10, 5)],
    "bridges 10 reps 5 sec hold": [step(BRIDGE, 1, 10, 5)],
    "bridge 10 x 5 s hold": [step(BRIDGE, 1, 10, 5)],
    "5 s hold x 10 clamshells": [step(CLAM, 1, 10, 5)],
    "Clamshell 3x10 w/ 5 sec hold @ top": [step(CLAM, 3, 10, 5)],
    "SL bridge hold 5s x 10": [step("bridge-single", 1, 10, 5)],
    # rest
    "clam 3x10, rest 1 min": [step(CLAM, 3, 10, None, 60)],
    "clam 3x10 rest 1:00": [step(CLAM, 3, 10, None, 60)],
    "clam 3x10, 90 sec rest between sets": [step(CLAM, 3, 10, None, 90)],
    "clam 3x10 rest 1m": [step(CLAM, 3, 10, None, 60)],
    "clam 3x10, rest: 45 seconds": [step(CLAM, 3, 10, None, 45)],
    "clam 3x10, no rest": [step(CLAM, 3, 10, None, 0)],
    "clam 3x10,30s rest": [step(CLAM, 3, 10, None, 30)],
    "side plank 3 x 30 s rest 20 s": [step(PLANK, 3, None, 30, 20)],
    "side plank 3x30s - 20s rest": [step(PLANK, 3, None, 30, 20)],
    "bridge 3x10, 20 s between sets": [step(BRIDGE, 3, 10, None, 20)],
    # tempo
    "bridge 3x10 tempo 2-1-2-0": [step(BRIDGE, 3, 10, tempo=(2, 1, 2, 0))],
    "bridge 3x10, 2/1/2": [step(BRIDGE, 3, 10, tempo=(2, 1, 2, 0))],
    "bridge 3x10 @ 3-1-3": [step(BRIDGE, 3, 10, tempo=(3, 1, 3, 0))],
    "bridge 3x10 tempo 3010": [step(BRIDGE, 3, 10, tempo=(3, 0, 1, 0))],
    "bridge 3x10, 2-1-2-0 tempo": [step(BRIDGE, 3, 10, tempo=(2, 1, 2, 0))],
    "bridge 3x10, slow 3 s down": [step(BRIDGE, 3, 10, tempo=(1, 2, 3, 0))],
    "bridge 3x10 lower for 4 seconds": [step(BRIDGE, 3, 10, tempo=(1, 2, 4, 0))],
    "bridge 3x10, 2 s up, 3 s hold, 4 s down": [step(BRIDGE, 3, 10, 3, tempo=(2, 3, 4, 0))],
    "clam 2x8 open 3 s close 3 s": [step(CLAM, 2, 8, tempo=(3, 1, 3, 0))],
    # ranges take the lower number
    "clam 3x8–12": [step(CLAM, 3, 8)],
    "clam 2-3 sets of 8 to 12": [step(CLAM, 2, 8)],
    "side plank 2 x 20-30 s": [step(PLANK, 2, None, 20)],
    "side plank 20s-30s hold x 2": [step(PLANK, 2, None, 20)],
    "clam 3x10, rest 30 - 60 s": [step(CLAM, 3, 10, None, 30)],
    # names
    "glute bridges 3x12": [step(BRIDGE, 3, 12)],
    "hip bridge 3x12": [step(BRIDGE, 3, 12)],
    "bridging 3x12": [step(BRIDGE, 3, 12)],
    "SL bridge 3x8 ea leg": [step("bridge-single", 3, 8)],
    "SL bridge 3x8 ea. leg": [step("bridge-single", 3, 8)],
    "clams 3x10 ea. side, rest 30 s": [step(CLAM, 3, 10, None, 30)],
    "one leg bridge 3x8": [step("bridge-single", 3, 8)],
    "1 leg bridge 3x8": [step("bridge-single", 3, 8)],
    "single-legged glute bridges 3x8": [step("bridge-single", 3, 8)],
    "bridge 3x8 single leg": [step("bridge-single", 3, 8)],
    "Glute bridge, single-leg 3x8": [step("bridge-single", 3, 8)],
    "bridge on swiss ball 3x10": [step("bridge-ball", 3, 10)],
    "marching bridges 2x10": [step("bridge-march", 2, 10)],
    "bridge with ball squeeze 2x10": [step("bridge-squeeze", 2, 10)],
    "banded clamshell 3x15": [step("clam-band", 3, 15)],
    "clamshells with theraband 3x15": [step("clam-band", 3, 15)],
    "clamshell 3x15 with band": [step("clam-band", 3, 15)],
    "Clamshell, banded: 3 x 15": [step("clam-band", 3, 15)],
    "reverse clams 2x12": [step("clam-reverse", 2, 12)],
    "side lying hip abduction 3x12": [step("side-leg-raise", 3, 12)],
    "SL hip abd 3x12": [step("side-leg-raise", 3, 12)],
    "hip abduction in side-lying 3x12": [step("side-leg-raise", 3, 12)],
    "SLDL 3x8": [step("single-leg-deadlift", 3, 8)],
    "SL RDL 3x8": [step("single-leg-deadlift", 3, 8)],
    "bird dogs 2x6": [step("bird-dog", 2, 6)],
    "bird-dog 2x6": [step("bird-dog", 2, 6)],
    "donkey kicks 2x12": [step("quad-hip-extension", 2, 12)],
    "fire hydrants 2x12": [step("fire-hydrant", 2, 12)],
    "monster walks 2x10 steps": [step("band-monster-walk", 2, 10)],
    "lateral band walks 2x10": [step("band-side-step", 2, 10)],
    "90/90 hip switches x 10": [step("hip-switch-90-90", 1, 10)],
    "side plank on knees 2x20s": [step("side-plank-knees", 2, None, 20)],
    "hip hitch 3x10": [step("hip-hike", 3, 10)],
    "step ups with knee drive 3x10/leg": [step("step-up-drive", 3, 10)],
    "curtsey lunges 2x8": [step("lunge-curtsy", 2, 8)],
    "2 sets x 90/90 hip switches x 10": [step("hip-switch-90-90", 2, 10)],
    "3 x one leg bridges": [step("bridge-single", 1, 3)],
    "2 sets of 10 step downs": [step("step-down", 2, 10)],
    "sideplank 2x30s": [step(PLANK, 2, None, 30)],
    "glute squeezes x 8": [step("glute-squeeze", 1, 8)],
    # misspelled
    "clamshel 3x10": [step(CLAM, 3, 10)],
    "brige 3x10": [step(BRIDGE, 3, 10)],
    "fire hydrents 2x12": [step("fire-hydrant", 2, 12)],
    "sidelying hip abducton 2x12": [step("side-leg-raise", 2, 12)],
    "singel leg bridge 2x12": [step("bridge-single", 2, 12)],
    # known and not kept
    "clamshell 3x10 daily": [step(CLAM, 3, 10)],
    "clamshell 3x10, 2x/day": [step(CLAM, 3, 10)],
    "clamshell 3x10 three times a week": [step(CLAM, 3, 10)],
    "clamshell 3x10 as tolerated": [step(CLAM, 3, 10)],
    "clamshell with red band 3x15 daily": [step("clam-band", 3, 15)],
    "bridge 3x10 5kg": [step(BRIDGE, 3, 10)],
    # several
    "clamshell 3x10, bridge 3x12, side plank 30s x 3": [
        step(CLAM, 3, 10),
        step(BRIDGE, 3, 12),
        step(PLANK, 3, None, 30),
    ],
    "clamshell 3x10 bridge 3x12": [step(CLAM, 3, 10), step(BRIDGE, 3, 12)],
    "3x10 clamshell 3x12 bridge": [step(CLAM, 3, 10), step(BRIDGE, 3, 12)],
    "3x10 clams, 30 s rest, 3x12 bridges, 1 min rest": [
        step(CLAM, 3, 10, None, 30),
        step(BRIDGE, 3, 12, None, 60),
    ],
    "Clamshell 3x10. Rest 30 sec. Bridge 3x12.": [
        step(CLAM, 3, 10, None, 30),
        step(BRIDGE, 3, 12),
    ],
    "1) Clamshell 3x10\n2) Bridge 3x12\n3. Side plank 30s x 3": [
        step(CLAM, 3, 10),
        step(BRIDGE, 3, 12),
        step(PLANK, 3, None, 30),
    ],
    '1. Clams 3 sets of 15 2. Bridges 3x15 3. Side plank 3x30"': [
        step(CLAM, 3, 15),
        step(BRIDGE, 3, 15),
        step(PLANK, 3, None, 30),
    ],
    "a) Fire hydrants 2 sets / 12 reps / 30 sec rest": [step("fire-hydrant", 2, 12, None, 30)],
    "• Clamshell – 3 sets – 10 reps – 30 s rest\n• Bridge – 3 sets – 12 reps": [
        step(CLAM, 3, 10, None, 30),
        step(BRIDGE, 3, 12),
    ],
    "Clamshell\n3 sets of 10\nrest 30 s\n\nBridge\n3 sets of 12": [
        step(CLAM, 3, 10, None, 30),
        step(BRIDGE, 3, 12),
    ],
    "Exercise: Clamshell\nSets: 3\nReps: 10\nHold: 5 seconds\nRest: 30 seconds": [
        step(CLAM, 3, 10, 5, 30)
    ],
}


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_it_understands(text: str) -> None:
    read = READER.read(text)

    assert not read.not_understood, whys(read)
    assert [values(found) for found in read.steps] == UNDERSTOOD[text], whys(read)


def test_the_table_is_long_enough() -> None:
    assert len(UNDERSTOOD) >= 90


# Text, the steps that are read all the same, and what is not understood with a word of its reason.
TOLD: dict[str, tuple[list[Expected], list[tuple[str, str]]]] = {
    "clam bell 3x10": ([], [("clam bell", "Did you mean Clamshell?")]),
    "banded fire hydrant 3x10": ([], [("banded fire hydrant", "Did you mean Fire hydrant?")]),
    "lunges 3x10": ([], [("lunges", "Front lunge, Reverse lunge or Side lunge")]),
    "couch stretch 60 s": ([], [("couch stretch", "no exercise")]),
    "pigeon 2x30s": ([], [("pigeon", "Table pigeon stretch")]),
    "bridge with ball 3x10": ([], [("bridge with ball", "Glute bridge, on ball")]),
    "lunges 3x10, bridge 3x12": ([step(BRIDGE, 3, 12)], [("lunges", "no exercise")]),
    "bridge 3x12, lunges 3x10": ([step(BRIDGE, 3, 12)], [("lunges", "no exercise")]),
    "3x10": ([], [("3", "No exercise"), ("10", "No exercise")]),
    "rest 30 s": ([], [("rest 30 s", "No exercise")]),
    "clamshell 3x10 each side focus on form": (
        [step(CLAM, 3, 10)],
        [("focus on form", "not understood")],
    ),
    "clamshell 30 s hold": ([step(CLAM)], [("30 s hold", "counted in reps")]),
    "clam 3 x 30s": ([step(CLAM)], [("3", "sets or reps"), ("30s", "counted in reps")]),
    "glute bridge 3x10 each side": ([step(BRIDGE, 3, 10)], [("each side", "not done one side")]),
    "clam 3x10 left only": ([step(CLAM, 3, 10)], [("left only", "One side alone")]),
    "bird dog 3x10 alternating": ([step("bird-dog", 3, 10)], [("alternating", "Taking turns")]),
    "clam 20 reps total": ([step(CLAM, 1, 20)], [("total", "each side")]),
    "clamshell 3x500": ([step(CLAM, 3)], [("500", "from 1 to 200")]),
    "clamshell 0x10": ([step(CLAM, 1, 10)], [("0", "from 1 to 20")]),
    "clamshell 2.5 sets of 10": ([step(CLAM, 1, 10)], [("2.5 sets", "whole number")]),
    "side plank 700s": ([step(PLANK)], [("700s", "at most 600")]),
    "clam 3x10 x 90 s": ([step(CLAM, 3, 10)], [("90 s", "at most 60")]),
    "clam 3x10 rest 20 min": ([step(CLAM, 3, 10)], [("rest 20 min", "0 to 600")]),
    "side plank 3x10": ([step(PLANK, 3)], [("10", "held and has no reps")]),
    "side plank 30": ([step(PLANK)], [("30", "For seconds, write s")]),
    "side plank 30s tempo 2-1-2": ([step(PLANK, 1, None, 30)], [("tempo 2-1-2", "no tempo")]),
    "clam 3x10 tempo 2-1": ([step(CLAM, 3, 10)], [("tempo 2-1", "4 parts")]),
    "clam 3x10 3 s down": ([step(CLAM, 3, 10)], [("3 s down", "open, hold, close")]),
    "clam 3x10, 5 s hold, tempo 2-1-2": (
        [step(CLAM, 3, 10, 5)],
        [("tempo 2-1-2", "hold of 5 s")],
    ),
    "clam 3x10x5": ([step(CLAM, 3, 10)], [("5", "not clear")]),
    "clam 3x10, 3x12": ([step(CLAM, 3, 10)], [("3", "twice"), ("12", "twice")]),
    "clam 3x8,5s hold": ([step(CLAM)], [("3x8,5s hold", "one number or two")]),
    "clam 3x10 hold": ([step(CLAM, 3, 10)], [("hold", "How long")]),
    "clam 3x10, 10 s between sides": (
        [step(CLAM, 3, 10)],
        [("10 s between sides", "between sets")],
    ),
    "3 rounds: clamshell x10, bridge x10": (
        [step(CLAM, 1, 10), step(BRIDGE, 1, 10)],
        [("3 rounds", "for all of the line")],
    ),
    "side plank 30 s L, 20 s R": (
        [step(PLANK, 1, None, 30)],
        [("L", "One side"), ("20 s", "twice"), ("R", "One side")],
    ),
    "monster walk 10 m": ([step("band-monster-walk")], [("10 m", "minutes or metres")]),
    "clam 3x~10": ([step(CLAM, 1, 3)], [("~", "not clear"), ("10", "not clear")]),
    "fire hydrant 3x10 with band": (
        [step("fire-hydrant", 3, 10)],
        [("band", "not understood")],
    ),
    "clam x10\nbridge x10\n3 rounds": (
        [step(CLAM, 1, 10), step(BRIDGE, 1, 10)],
        [("3 rounds", "No exercise")],
    ),
}


@pytest.mark.parametrize("text", TOLD)
def test_it_tells_what_it_does_not_understand(text: str) -> None:
    steps, told = TOLD[text]

    read = READER.read(text)

    assert [values(found) for found in read.steps] == steps, whys(read)
    assert [n.text for n in read.not_understood] == [text for text, _ in told], whys(read)
    for found, (_, reason) in zip(read.not_understood, told, strict=True):
        assert reason in found.why


# What was taken in one of several ways, or is not kept, is remarked on.
REMARKED = {
    "clam 3x8-12 each side": ("8-12", "lower number, 8"),
    "clam 2-3 x 10 each side": ("2-3", "lower number, 2"),
    "clam 3x10": ("clam", "then alike on the other"),
    "bridge 10x3": ("10", "write 3x10"),
    "bridge 10": ("10", "Read as reps"),
    "bridge 3x10x5s": ("5s", "hold in each rep"),
    "bridge 3x30s": ("bridge", "read as Glute bridge hold"),
    "bridge hold 5 s, 3x10": ("bridge hold", "read as Glute bridge"),
    "side plank 3 reps 30 s hold each side": ("3 reps", "each rep is read as a set"),
    "bridge 5 s hold x 10 x 3": ("10", "reps, then sets"),
    "bridge 3x10 rest 30": ("rest 30", "Read as seconds"),
    "bridge 3x10 tempo 2-1-2": ("tempo 2-1-2", "lift 2 s, hold 1 s, lower 2 s and pause 0 s"),
    "brige 3x10": ("brige", "Read as Glute bridge"),
    "bridge 3x10 daily": ("daily", "How often"),
    "bridge 3x10 5 kg": ("5 kg", "Weights"),
    "bridge slowly 3x10": ("bridge slowly", "Not all of it"),
    "bridge": ("bridge", "3 sets of 10 reps"),
    "bridge 3 sets": ("bridge", "10 reps"),
}


@pytest.mark.parametrize("text", REMARKED)
def test_it_says_what_it_assumed(text: str) -> None:
    about, why = REMARKED[text]

    read = READER.read(text)

    assert not read.not_understood, whys(read)
    assert len(read.steps) == 1
    assert any(r.text == about and why in r.why for r in read.remarks), whys(read)


@pytest.mark.parametrize("text", [*UNDERSTOOD, *TOLD, *REMARKED])
def test_it_is_read_the_same_where_spanish_is_known_too(text: str) -> None:
    assert BESIDE_SPANISH.read(text) == READER.read(text)


def test_a_range_of_what_is_not_one_sided_is_all_there_is_to_say() -> None:
    assert [r.text for r in READER.read("bridge 3x8-12").remarks] == ["8-12"]


def test_nothing_is_said_of_a_line_that_leaves_nothing_open() -> None:
    text = "clamshell 3x10 each side, 5 s hold, 30 s rest"

    read = READER.read(text)

    assert not read.remarks
    parts = {p.what: text[p.start : p.end] for p in read.steps[0].parts}
    assert parts == {
        What.EXERCISE: "clamshell",
        What.SETS: "3",
        What.REPS: "10",
        What.SIDES: "each side",
        What.HOLD: "5 s hold",
        What.REST: "30 s rest",
    }
    assert (read.steps[0].start, read.steps[0].end) == (0, len(text))


def test_no_text_is_no_step_and_no_complaint() -> None:
    assert READER.read("") == READER.read(" \n\n\t") == Prescription()


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
def test_every_exercise_is_found_by_its_name_and_its_id(exercise: Exercise) -> None:
    for name in (exercise.name, exercise.id, exercise.name.upper(), f"{exercise.name}s"):
        read = READER.read(f"{name}: 2 sets")
        assert [s.exercise for s in read.steps] == [exercise.id], (name, whys(read))
        assert not read.not_understood, (name, whys(read))


@pytest.mark.parametrize("text", [*UNDERSTOOD, *TOLD])
def test_what_is_read_can_be_put_into_a_routine(text: str) -> None:
    steps = [routine_step(s, EXERCISES[s.exercise]) for s in READER.read(text).steps]
    if steps:
        routine = Routine(id="read", name="Read", when="Now.", steps=tuple(steps))
        assert not list(routine_faults(routine, EXERCISES))


def test_a_hold_in_each_rep_becomes_the_tempo() -> None:
    (read,) = READER.read("clamshell 3x10, 5 s hold").steps
    assert routine_step(read, EXERCISES[CLAM]).tempo_s == (2, 5, 2, 0)


def test_sets_that_are_not_said_are_the_exercises_own() -> None:
    (read,) = READER.read("clamshell").steps
    assert routine_step(read, EXERCISES[CLAM]).sets == EXERCISES[CLAM].dose.sets
