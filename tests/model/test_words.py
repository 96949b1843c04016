from collections.abc import Iterator
from datetime import date
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from examples import BRIDGE, CLAM

from hiptimer.model import words
from hiptimer.model.equipment import Equipment
from hiptimer.model.event import Outcome
from hiptimer.model.exercise import Dose, Muscle, Position
from hiptimer.model.language import speak
from hiptimer.model.session import Corrected, ExerciseRef, Place, Planned, SetRecord, Sign, Status
from hiptimer.model.side import Side
from hiptimer.model.time_words import long_date_words


@pytest.mark.parametrize(
    ("dose", "amount", "whole"),
    [
        (Dose(reps=10), "10 ×", "10 reps"),
        (Dose(reps=1), "1 ×", "1 rep"),
        (Dose(hold_s=30), "30 s", "30 s hold"),
        (Dose(sets=3, reps=10), "3 sets of 10 ×", "3 sets of 10 reps"),
        (Dose(sets=2, hold_s=7.5), "2 sets of 7.5 s", "2 sets of 7.5 s hold"),
    ],
)
def test_doses(dose: Dose, amount: str, whole: str) -> None:
    assert words.amount_words(dose) == amount
    assert words.dose_words(dose) == whole


def test_what_to_fetch() -> None:
    assert words.fetch_words(()) == "nothing to fetch"
    assert words.fetch_words((Equipment.MINI_BAND,)) == "with a mini band"
    three = (Equipment.MINI_BAND, Equipment.CUSHION, Equipment.WALL)
    assert words.fetch_words(three) == "with a mini band, a cushion and a wall"


def test_a_side_is_told_as_what_to_do() -> None:
    assert words.side_words(CLAM, Side.LEFT) == "Lie on your right side, left leg on top"
    assert words.side_words(CLAM, Side.RIGHT) == "Lie on your left side, right leg on top"
    assert words.side_words(BRIDGE, Side.BOTH) == ""


def record(**changes: object) -> SetRecord:
    values: dict[str, object] = {
        "n": 1,
        "exercise": ExerciseRef("clam-basic", "Clamshell", "clamshell", 1),
        "step": 1,
        "round": 1,
        "set": 1,
        "side": Side.LEFT,
        "planned": Planned(reps=10),
        "reps": 10,
        "outcome": Outcome.DONE,
    }
    return SetRecord(**(values | changes))  # type: ignore[arg-type]


def test_a_set_is_told_by_what_was_done() -> None:
    assert words.set_words(record()) == "10 reps"
    assert words.set_words(record(reps=6)) == "6 of 10 reps"
    assert words.set_words(record(corrected=Corrected(reps=8))) == "8 of 10 reps"
    held = record(planned=Planned(hold_s=30), reps=None, hold_s=12.2)
    assert words.set_words(held) == "12 of 30 s"


def test_every_value_of_a_record_has_words() -> None:
    said = [words.status_words(status) for status in Status]
    said += [words.outcome_words(outcome) for outcome in Outcome]
    said += [words.place_words(place) for place in Place]
    said += [words.sign_words(sign) for sign in Sign]
    assert all(said)
    assert len(set(said)) == len(said)


def test_totals() -> None:
    assert words.total_words(66, 30) == "66 reps, 30 s held"
    assert words.total_words(0, 90) == "1 min 30 s held"
    assert words.total_words(0, 0) == "nothing counted"


def test_muscles_have_names_also_those_not_known_here() -> None:
    assert words.muscle_words("gluteus_medius") == "Gluteus medius"
    assert words.muscle_words("sartorius_longus") == "Sartorius longus"
    # An id is its English name, so that files that came before the names read alike.
    for muscle in Muscle:
        assert words.muscle_words(muscle) == muscle.value.replace("_", " ").capitalize()


def test_every_thing_has_its_names() -> None:
    for thing in Equipment:
        name = thing.value.replace("-", " ")
        assert words.equipment_words([thing]) == name
        assert words.with_article(thing) == f"a {name}"
    assert len({words.position_words(position) for position in Position}) == len(Position)


def test_numbers_are_spelled_up_to_ten() -> None:
    assert [words.spelled(n) for n in (0, 1, 3, 10, 11)] == ["no", "one", "three", "ten", "11"]
    assert [words.rounds_words(n) for n in (1, 3, 12)] == ["", "three rounds", "12 rounds"]


@pytest.fixture
def spanish() -> Iterator[None]:
    """Some words of Spanish are spoken."""
    catalog = Catalog(locale="es")
    catalog.add("{weekday} {day} {month} {year}", "{weekday}, {day} de {month} de {year}")
    catalog.add("Fri", "vie", context="weekday, short")
    catalog.add("Nov", "nov", context="month, short")
    catalog.add(".", ",", context="decimal separator")
    catalog.add("{first} and {last}", "{first} y {last}")
    catalog.add("with {things}", "con {things}")
    catalog.add("a mini band", "una minibanda", context="equipment")
    catalog.add("a cushion", "un cojín", context="equipment")
    for text, female, male in (
        ("left", "izquierda", "izquierdo"),
        ("right", "derecha", "derecho"),
    ):
        catalog.add(text, female, context="feminine")
        catalog.add(text, male, context="masculine")
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    speak(GNUTranslations(file))
    yield
    speak(NullTranslations())


@pytest.mark.usefixtures("spanish")
def test_another_language_orders_dates_and_has_its_own_comma() -> None:
    assert long_date_words(date(2025, 11, 21)) == "vie, 21 de nov de 2025"
    assert words.number_words(7.5) == "7,5"
    assert words.number_words(30) == "30"


@pytest.mark.usefixtures("spanish")
def test_another_language_has_its_own_articles() -> None:
    things = (Equipment.MINI_BAND, Equipment.CUSHION)
    assert words.fetch_words(things) == "con una minibanda y un cojín"


@pytest.mark.usefixtures("spanish")
def test_a_side_has_the_gender_of_what_it_is_of() -> None:
    says = "{Side_m} lado, {side} pierna, {other_m} pie, {other} rodilla, {side_m}, {Side}"
    left = "Izquierdo lado, izquierda pierna, derecho pie, derecha rodilla, izquierdo, Izquierda"
    assert words.side_filled(says, Side.LEFT) == left
    right = "Derecho lado, derecha pierna, izquierdo pie, izquierda rodilla, derecho, Derecha"
    assert words.side_filled(says, Side.RIGHT) == right


@pytest.mark.usefixtures("spanish")
def test_one_decimal_is_kept_and_has_the_comma_of_the_language() -> None:
    assert words.tenths_words(5) == "5,0"
    assert words.tenths_words(6.25) == "6,2"


def test_a_side_within_a_line() -> None:
    assert [words.side_in_line(side) for side in Side] == [side.value for side in Side]
