"""What holds for every text that is read as a prescription."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.exercise import Exercise
from hiptimer.model.prescription.prescribed import Prescription
from hiptimer.model.prescription.reading import LONGEST_TEXT, Reader
from hiptimer.model.prescription.tokens import Kind, tokenise
from hiptimer.model.prescription.vocabulary import read_vocabulary

ASSETS = Path(__file__).parents[2] / "assets"
EXERCISES = read_catalogue(ASSETS, None).exercises
VOCABULARY = read_vocabulary(ASSETS / "prescriptions" / "en.toml")
READER = Reader(EXERCISES, VOCABULARY)

# However busy the machine is. A text of the greatest length takes some 0.2 s here.
LONGEST_READING_S = 10.0

SEEDS = (
    "clamshell|clamshells|bridge|side|plank|single|leg|SL|lunge|band|banded|step|bird|dog|90/90|"
    "figure|4|foo|bar|clam-bell|hold|rest|tempo|sets|set|reps|x|×|of|each|per|ea|e/s|left|total|"
    "both|sides|twice|once|daily|between|and|with|then|up|down|slow|the|no|2-1-2-0|2/1/2|3|10|3x10|"
    '8-12|8–12|30|0|500|2,5|½|1:00|1/2|s|sec|min|m|kg|,|;|.|(|)|-|–|:|@|\'|"|\n|\n1)|•|30"'
)
WORDS = SEEDS.split("|")
lines = st.lists(st.sampled_from(WORDS), max_size=25).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
# Any signs at all, and many of those that mean something here.
texts = st.one_of(
    lines,
    st.text(max_size=80),
    st.text(alphabet="0123456789x-/:.,'\" sm\n×–½", max_size=60),
)


def places(read: Prescription) -> Iterator[tuple[int, int]]:
    for step in read.steps:
        yield from ((part.start, part.end) for part in step.parts)
    yield from ((told.start, told.end) for told in read.not_understood)


@settings(max_examples=400)
@given(texts)
def test_places_lie_in_the_text_and_never_overlap(text: str) -> None:
    read = READER.read(text)

    end = 0
    for place in sorted(places(read)):
        assert end <= place[0] < place[1] <= len(text)
        end = place[1]
    for told in (*read.not_understood, *read.remarks):
        assert text[told.start : told.end] == told.text
        assert told.why
    for step in read.steps:
        assert step.start == min(part.start for part in step.parts)
        assert step.end == max(part.end for part in step.parts)


@settings(max_examples=400)
@given(texts)
def test_what_is_read_is_within_limits(text: str) -> None:
    for step in READER.read(text).steps:
        exercise = EXERCISES[step.exercise]
        assert step.per_side == exercise.per_side
        assert step.sets is None or 1 <= step.sets <= 20
        assert step.reps is None or (1 <= step.reps <= 200 and not exercise.is_hold)
        assert step.hold_s is None or 0 < step.hold_s <= (600 if exercise.is_hold else 60)
        assert step.rest_s is None or 0 <= step.rest_s <= 600
        if step.tempo is not None:
            assert len(step.tempo) == len(exercise.phases)
            assert sum(step.tempo) >= 0.5


@settings(max_examples=400)
@given(lines)
def test_nothing_is_passed_over_in_silence(text: str) -> None:
    """Each number and word is in a step, not understood, remarked on, or without weight."""
    text = f"bridge {text}"  # numbers that begin a line may be its number
    read = READER.read(text)

    left_out = any("left out" in told.why for told in read.not_understood)
    marked = [*places(read), *((r.start, r.end) for r in read.remarks)]
    ignored = {*VOCABULARY.small.fillers, *VOCABULARY.small.articles, *VOCABULARY.amounts.links}
    for token in tokenise(text):
        if any(start <= token.start and token.end <= end for start, end in marked):
            continue
        if token.kind in (Kind.SIGN, Kind.NEWLINE) or token.text in ignored:
            continue
        is_linking = token.text == "x" or left_out
        is_numbering = re.match(r"\d+[).:]", text[token.start :]) is not None
        assert is_linking or is_numbering, (token, read)


@settings(max_examples=200)
@given(texts, st.integers(0, 80))
def test_reading_twice_and_reading_what_is_being_typed_never_fails(text: str, typed: int) -> None:
    assert READER.read(text) == READER.read(text)
    READER.read(text[:typed])


LONG = {
    "digits": "1" * LONGEST_TEXT,
    "fractions": "1/" * LONGEST_TEXT,
    "products": "1x" * LONGEST_TEXT,
    "ranges": "1-" * LONGEST_TEXT,
    "spaced": "1 - " * LONGEST_TEXT,
    "clock": "1:" * LONGEST_TEXT,
    "commas": "1," * LONGEST_TEXT,
    "rests": "rest " * LONGEST_TEXT,
    "timed rests": "1 s rest " * LONGEST_TEXT,
    "between": "between sets " * LONGEST_TEXT,
    "holds": "hold " * LONGEST_TEXT,
    "links": "hold for of is at over " * LONGEST_TEXT,
    "sets": "3 sets of " * LONGEST_TEXT,
    "names": "clamshell " * LONGEST_TEXT,
    "names and amounts": "clamshell 3x10 " * LONGEST_TEXT,
    "modifiers": "bridge, " + "single leg, " * LONGEST_TEXT,
    "often": "a day " * LONGEST_TEXT,
    "misspelled": " ".join(f"clamshe{chr(97 + n % 26)}{n}," for n in range(LONGEST_TEXT)),
    "strange words": " ".join(
        f"{'qwertyuiop'[n % 10 :]}bridg{chr(97 + n % 26)}," for n in range(5000)
    ),
    "brackets": "(" * LONGEST_TEXT,
    "marks": "1'1'" * LONGEST_TEXT,
    "bullets": "•" * LONGEST_TEXT,
    "lines": "1)\n" * LONGEST_TEXT,
    "surrogates": "\ud800" * LONGEST_TEXT,
    "one word": "clam" * LONGEST_TEXT,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_very_long_text_takes_little_time_and_its_end_is_told(text: str) -> None:
    before = time.process_time()
    read = READER.read(text)

    assert time.process_time() - before < LONGEST_READING_S
    if len(text) > LONGEST_TEXT:
        assert read.not_understood[-1].end == len(text)


# --- written by us, and read again ---

seconds = st.one_of(st.integers(1, 60), st.sampled_from([2.5, 7.5]))


@st.composite
def prescribed(draw: st.DrawFn) -> tuple[Exercise, dict[str, object]]:
    exercise = draw(st.sampled_from([*EXERCISES.values()]))
    asked: dict[str, object] = {
        "sets": draw(st.integers(1, 20)),
        "rest_s": draw(st.none() | st.integers(0, 600)),
        "hold_s": draw(seconds if exercise.is_hold else st.none() | seconds),
        "reps": None if exercise.is_hold else draw(st.integers(1, 200)),
        "tempo": None,
    }
    if not exercise.is_hold and asked["hold_s"] is None:
        parts = [st.integers(0, 9)] * len(exercise.phases)
        asked["tempo"] = draw(st.none() | st.tuples(*parts).filter(any))
    return exercise, asked


def amounts(asked: dict[str, object], style: int) -> list[str]:
    sets, reps, hold = asked["sets"], asked["reps"], asked["hold_s"]
    if reps is None:
        return [
            [f"{sets}x{hold}s"],
            [f"{sets} sets of {hold} seconds"],
            [f"hold {hold} sec × {sets}"],
            [f"Hold: {hold} s", f"Sets: {sets}"],
        ][style]
    counted = [
        [f"{sets}x{reps}"],
        [f"{sets} sets of {reps}"],
        [f"{reps} reps x {sets} sets"],
        [f"Reps: {reps}", f"Sets: {sets}"],
    ][style]
    held = [f"{hold} s hold", f"hold {hold} sec", f"with {hold} second holds", f"Hold: {hold} s"]
    return counted if hold is None else [*counted, held[style]]


def extras(exercise: Exercise, asked: dict[str, object], style: int) -> Iterator[str]:
    rest, tempo = asked["rest_s"], asked["tempo"]
    if exercise.per_side:
        yield ["each side", "ea", "per leg", "e/s"][style]
    if rest is not None:
        yield [f"{rest} s rest", f"rest {rest} sec", f"rest: {rest} s", f"{rest}s between sets"][
            style
        ]
    if isinstance(tempo, tuple):
        yield f"tempo {'-'.join(map(str, tempo))}"


@settings(max_examples=400)
@given(
    prescribed(), st.integers(0, 3), st.sampled_from([", ", "; ", " – ", "\n", " "]), st.booleans()
)
def test_what_is_written_is_read_again(
    asked: tuple[Exercise, dict[str, object]], style: int, between: str, name_first: bool
) -> None:
    exercise, wanted = asked
    said = amounts(wanted, style)
    if name_first or between in ("\n", "; "):
        said = [exercise.name, *said]
    else:
        said = [f"{said[0]} {exercise.name}", *said[1:]]
    text = between.join([*said, *extras(exercise, wanted, style)])

    read = READER.read(text)

    assert not read.not_understood, (text, read.not_understood)
    (step,) = read.steps
    assert step.exercise == exercise.id, text
    found = {name: getattr(step, name) for name in wanted}
    assert found == wanted, text
