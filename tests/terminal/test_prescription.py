"""A prescription in lines and as plain values."""

from pathlib import Path

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.prescription.reading import read_prescription
from hiptimer.model.prescription.vocabulary import read_vocabulary
from hiptimer.terminal.prescription import prescription_lines, prescription_table

ASSETS = Path(__file__).parents[2] / "assets"
EXERCISES = read_catalogue(ASSETS, None).exercises
VOCABULARY = read_vocabulary(ASSETS / "prescriptions" / "en.toml")


def lines(text: str) -> list[str]:
    return [*prescription_lines(read_prescription(text, EXERCISES, VOCABULARY), EXERCISES)]


def test_a_step_is_one_line() -> None:
    text = "clamshell 3x10 each side, 5 s hold, 30 s rest"
    assert lines(text) == ["1. Clamshell: 3 sets, 10 reps, hold 5 s, each side, rest 30 s"]


def test_a_tempo_is_said_part_by_part() -> None:
    first, note = lines("bridge x10 2-1-2")
    assert first == "1. Glute bridge: 1 set, 10 reps, tempo lift 2 s hold 1 s lower 2 s pause 0 s"
    assert note == 'Note: "2-1-2". Read as lift 2 s, hold 1 s, lower 2 s and pause 0 s.'


def test_what_is_not_said_and_not_understood_has_its_line() -> None:
    assert lines("bridge\nclam bell") == [
        "1. Glute bridge: its own amount",
        'Note: "bridge". How much is not said. Its own is 3 sets of 10 reps.',
        'Not understood: There is no exercise called "clam bell". Did you mean Clamshell?',
    ]


def test_of_a_long_text_only_the_beginning_is_quoted() -> None:
    told = lines("clamshell 3x10\n" * 2000)[-1]
    assert told.startswith('Not understood: "')
    assert told.endswith("A text is read up to 4,000 characters.")
    assert len(told) < 120
    (word,) = lines("a" * 3000)
    assert word == f'Not understood: There is no exercise called "{"a" * 39}…".'


def test_plain_values() -> None:
    read = read_prescription("side plank 2-3 x 30 s each side foo", EXERCISES, VOCABULARY)
    assert prescription_table(read) == {
        "steps": [
            {
                "exercise": "side-plank",
                "sets": 2,
                "reps": None,
                "hold_s": 30.0,
                "tempo": None,
                "rest_s": None,
                "per_side": True,
            }
        ],
        "not_understood": [{"text": "foo", "why": "These words are not understood."}],
        "remarks": [{"text": "2-3", "why": "Of this range the lower number, 2, is taken."}],
    }
