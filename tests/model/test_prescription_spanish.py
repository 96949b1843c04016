"""A physio's line in Spanish: what is read, and what is told."""

from pathlib import Path

import pytest

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.prescription.prescribed import NotUnderstood, Prescription, Remark
from hiptimer.model.prescription.reading import Reader
from hiptimer.model.prescription.tokens import plain
from hiptimer.model.prescription.tongues import Tongue, TongueReader
from hiptimer.model.prescription.vocabulary import classes, read_vocabulary

ASSETS = Path(__file__).parents[2] / "assets"
FILE = ASSETS / "prescriptions" / "es.toml"
EXERCISES = read_catalogue(ASSETS, None).exercises
IN_SPANISH = read_catalogue(ASSETS, None, ASSETS / "languages" / "es").exercises
ENGLISH = read_vocabulary(ASSETS / "prescriptions" / "en.toml")
SPANISH = read_vocabulary(FILE)
CALLED = {id_: exercise.name for id_, exercise in IN_SPANISH.items()}
EN = Tongue(ENGLISH, {id_: exercise.name for id_, exercise in EXERCISES.items()})
ES = Tongue(SPANISH, CALLED)
READER = TongueReader(EXERCISES, (EN, ES))
AT_HOME = TongueReader(IN_SPANISH, (ES, EN))
ONLY_ENGLISH = Reader(EXERCISES, ENGLISH)
ONLY_SPANISH = Reader(EXERCISES, SPANISH, called=CALLED)
NAMES = [(id_, name) for id_, names in SPANISH.names.items() for name in (*names, CALLED[id_])]

# Exercise, sets, reps, hold in seconds, rest in seconds.
Expected = tuple[str, int | None, int | None, float | None, float | None]


def step(
    exercise: str,
    sets: int | None = None,
    reps: int | None = None,
    hold_s: float | None = None,
    rest_s: float | None = None,
) -> Expected:
    return exercise, sets, reps, hold_s, rest_s


def steps(read: Prescription) -> list[Expected]:
    return [(s.exercise, s.sets, s.reps, s.hold_s, s.rest_s) for s in read.steps]


CLAM, BRIDGE, PLANK, HOLD = "clam-basic", "bridge-basic", "side-plank", "bridge-hold"

# All of these are understood to the last word.
UNDERSTOOD: dict[str, list[Expected]] = {
    "almeja 3x10 cada lado, aguantar 5 s, descanso 30 s": [step(CLAM, 3, 10, 5, 30)],
    "puente 3 series de 30 segundos": [step(HOLD, 3, None, 30)],
    "zancada lateral 2 x 8 por pierna": [step("lunge-side", 2, 8)],
    "3x12 almejas": [step(CLAM, 3, 12)],
    "Almeja con banda: 3 series de 12 repeticiones por lado": [step("clam-band", 3, 12)],
    "almeja 3 x 10 con goma": [step("clam-band", 3, 10)],
    "almeja 10 por lado x 3 series": [step(CLAM, 3, 10)],
    "3 series: almeja 10 por lado": [step(CLAM, 3, 10)],
    "almeja una serie de 10": [step(CLAM, 1, 10)],
    "almeja 3 series de 10, sin descanso": [step(CLAM, 3, 10, None, 0)],
    "almeja 3x10 2 veces al día": [step(CLAM, 3, 10)],
    "almeja 3x10 tres veces por semana": [step(CLAM, 3, 10)],
    "almeja 3x10, abrir 2 s": [step(CLAM, 3, 10)],
    "Almejas 2 x 15 rep. por pierna": [step(CLAM, 2, 15)],
    "ALMEJA: 3 SERIES DE 10 REPETICIONES": [step(CLAM, 3, 10)],
    # numbers in words, and with a comma
    "once almejas por lado": [step(CLAM, 1, 11)],
    "Puente de glúteos: tres series de diez repeticiones": [step(BRIDGE, 3, 10)],
    "puente cuarenta y cinco repeticiones": [step(BRIDGE, 1, 45)],
    "mariposa cuarenta y cinco segundos": [step("stretch-butterfly", 1, None, 45)],
    "mariposa 1,5 min": [step("stretch-butterfly", 1, None, 90)],
    "mariposa minuto y medio": [step("stretch-butterfly", 1, None, 90)],
    "elevación de pelvis 2 series de 10 reps por lado, aguantar 2,5 s": [
        step("hip-hike", 2, 10, 2.5)
    ],
    # times, holds and rests
    "plancha lateral 2 x 30 seg por lado, descanso 1 min": [step(PLANK, 2, None, 30, 60)],
    "plancha lateral 3 series de 20 segundos cada lado, 30 s de descanso entre series": [
        step(PLANK, 3, None, 20, 30)
    ],
    "Plancha lateral 2 rondas de 1 minuto por lado. Descansar 30 segundos.": [
        step(PLANK, 2, None, 60, 30)
    ],
    "puente 3x10 manteniendo 5 segundos arriba": [step(BRIDGE, 3, 10, 5)],
    "puente mantenido 3 series de 30 s": [step(HOLD, 3, None, 30)],
    "perro de caza 3x8 por lado, 5 s de aguante": [step("bird-dog", 3, 8, 5)],
    "hidrante 2x10 por lado aguantando 3 segundos": [step("fire-hydrant", 2, 10, 3)],
    "apretón de glúteos 10 repeticiones de 5 segundos": [step("glute-squeeze", 1, 10, 5)],
    "sentadilla dividida 3x10 por pierna, descanso de 45 s": [step("split-squat", 3, 10, None, 45)],
    "puente 3x10, bajar en 3 s": [step(BRIDGE, 3, 10)],
    # names
    "puente a una pierna 3 x 8 por pierna": [step("bridge-single", 3, 8)],
    "puente con cojín entre las rodillas 3x10": [step("bridge-squeeze", 3, 10)],
    "curl femoral con pelota 3 x 8": [step("bridge-ball-curl", 3, 8)],
    "peso muerto a una pierna 3x8 c/pierna": [step("single-leg-deadlift", 3, 8)],
    "zancada hacia atrás 3x8 cada pierna tempo 2-1-2-0": [step("lunge-reverse", 3, 8)],
    "zancada cruzada 3 x 8-10 por pierna": [step("lunge-curtsy", 3, 8)],
    "subida al escalón con rodilla arriba 2 rondas de 10 por pierna": [
        step("step-up-drive", 2, 10)
    ],
    "estiramiento del psoas 2 x 30 s por lado": [step("stretch-hip-flexor", 2, None, 30)],
    "figura de cuatro 2 veces 30 segundos por lado": [step("stretch-figure-four", 2, None, 30)],
    'equilibrio a una pierna 3 x 30" por pierna': [step("single-leg-stand", 3, None, 30)],
    "abducción de cadera tumbado de lado 3x15 por lado, lento y controlado": [
        step("side-leg-raise", 3, 15)
    ],
    "paso lateral con banda 3x12 por lado, banda roja": [step("band-side-step", 3, 12)],
    "caminata del monstruo 2 series de 15 pasos": [step("band-monster-walk", 2, 15)],
    "cambio de cadera 90/90 2x10": [step("hip-switch-90-90", 2, 10)],
    "clamshell 3x10 por lado": [step(CLAM, 3, 10)],
    # without accents, and misspelled
    "puente de gluteos 3 series de 10": [step(BRIDGE, 3, 10)],
    "elevacion de pelvis 2x10 por lado": [step("hip-hike", 2, 10)],
    "ALMEHA 3x10 POR LADO": [step(CLAM, 3, 10)],
    # several
    "plancha lateral de rodillas 2 x 20 s por lado y almeja 2 x 12 por lado": [
        step("side-plank-knees", 2, None, 20),
        step(CLAM, 2, 12),
    ],
    "1) Almeja 3x10\n2) Puente 3x12\n3) Plancha lateral 2x30 s": [
        step(CLAM, 3, 10),
        step(BRIDGE, 3, 12),
        step(PLANK, 2, None, 30),
    ],
}

# What is not read, and of what it is told.
NOT_UNDERSTOOD = {
    "almeja 3x10 lado izquierdo": "lado izquierdo",
    "almeja 3x10 alternando": "alternando",
    "descanso 30 s": "descanso 30 s",
    "sentadillas 3x10": "sentadillas",
    "almeja 3x8,5 s aguantar": "3x8,5 s aguantar",
    "almeja 3x10, 10 s entre repeticiones": "10 s entre repeticiones",
}


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD.items())
def test_a_spanish_line_is_read_in_either_language_of_the_program(
    text: str, expected: list[Expected]
) -> None:
    for reader in (READER, AT_HOME):
        read = reader.read(text)
        assert steps(read) == expected
        assert not read.not_understood


@pytest.mark.parametrize(("text", "told"), NOT_UNDERSTOOD.items())
def test_what_is_not_read_is_told(text: str, told: str) -> None:
    for reader in (READER, AT_HOME):
        assert told in [one.text for one in reader.read(text).not_understood]


def test_a_letter_with_its_accent_apart_is_the_same_letter() -> None:
    assert steps(READER.read("elevacio\u0301n de pelvis 2x10 por lado")) == [
        step("hip-hike", 2, 10)
    ]


def test_a_part_of_a_rep_is_found_by_the_words_of_either_language() -> None:
    for reader in (READER, AT_HOME):
        for text in ("almeja 3x10, cerrar 4 s", "clamshell 3x10, close 4 s"):
            assert reader.read(text).steps[0].tempo == (2, 1, 4, 0)


# --- both languages in one text ---


def test_each_line_is_read_in_its_own_language() -> None:
    text = "clamshell 3x10 each side\n2,5 s hold\nalmeja 3x10 cada lado\naguantar 2,5 s\n"
    for reader in (READER, AT_HOME):
        read = reader.read(text)
        assert [one.exercise for one in read.steps] == [CLAM, CLAM]
        assert read.steps[1].hold_s == 2.5
        told: list[NotUnderstood | Remark] = [*read.not_understood, *read.remarks]
        assert [text[one.start : one.end] for one in told] == [one.text for one in told]
        assert all(0 <= one.start < one.end <= len(text) for one in read.steps)


def test_places_of_a_later_language_are_those_of_the_whole_text() -> None:
    text = "clamshell 3x10 each side\nalmeja 3x10 cada lado 4 kg"
    read = READER.read(text)
    assert [text[s.start : s.end] for s in read.steps] == [
        "clamshell 3x10 each side",
        "almeja 3x10 cada lado",
    ]
    last = read.steps[1].parts
    assert [text[p.start : p.end] for p in last] == ["almeja", "3", "10", "cada lado"]
    assert [one.text for one in read.remarks] == ["4 kg"]


def test_a_long_text_is_read_in_one_language() -> None:
    text = "almeja 3x10 cada lado\n" * 1200
    read = READER.read(text)
    assert {s.exercise for s in read.steps} == {CLAM}
    assert read.not_understood[-1].end == len(text)


@pytest.mark.parametrize("text", ["", "3x10", "clamshell", "bridge 8,5 s hold", "banana 3x10"])
def test_what_is_not_spanish_is_read_as_ever(text: str) -> None:
    assert READER.read(text) == ONLY_ENGLISH.read(text)


# --- the words ---


def test_names_are_of_exercises_that_exist() -> None:
    assert {*SPANISH.names} == {*EXERCISES}


@pytest.mark.parametrize(("exercise", "name"), NAMES)
def test_a_name_is_of_one_exercise_only(exercise: str, name: str) -> None:
    for text in (f"{name} 2 series", f"{name.title()}: series 2"):
        read = ONLY_SPANISH.read(text)
        assert [one.exercise for one in read.steps] == [exercise], read
        assert not read.not_understood


def test_no_form_stands_for_two_things() -> None:
    for group in (SPANISH.amounts, SPANISH.sides, SPANISH.notes):
        forms = [form for form, _ in classes(group)]
        assert sorted(forms) == sorted({*forms})
    for listed in (SPANISH.alike, SPANISH.parts):
        forms = [form for each in listed.values() for form in each]
        assert sorted(forms) == sorted({*forms})


def test_the_parts_of_a_rep_are_those_of_the_other_language() -> None:
    assert {*SPANISH.parts} == {*ENGLISH.parts}


def test_all_words_are_in_small_letters_without_accents() -> None:
    written = [x for x in FILE.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    assert [line for line in written if line != plain(line)] == []
