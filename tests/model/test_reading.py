"""Bad files: each message says what was found, where, and what is allowed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hiptimer.model.fault import CatalogueError
from hiptimer.model.reading import read_exercise, read_poses, read_routine

ASSETS = Path(__file__).parents[2] / "assets"
CLAM = """\
id = "clam"
family = "clamshell"
level = 1
position = "side-lying"
per_side = true
lies_on = "opposite"
motion = "cycle"
start = "closed"
phases = [
  { name = "open", kind = "work", seconds = 2, say = "open", from = "closed", to = "open" },
  { name = "close", kind = "back", seconds = 2, say = "close", from = "open", to = "closed" },
]
dose = { sets = 1, reps = 10, rest_s = 20 }
muscles = { primary = ["gluteus_medius"] }
camera = { azimuth = -25, elevation = 20 }

[text]
name = "Clamshell"
setup = "Lie down."
how = "Open, close."
cues = []
avoid = []
side_says = "{Side} leg on top."
"""

ROUTINE = """\
id = "mine"
name = "Mine"
when = "Before a run."

[[steps]]
exercise = "clam"
reps = 5
"""


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    """Reads a file with one text replaced by another and gives what is said about it."""

    def read(old: str, new: str) -> list[str]:
        routine = old in ROUTINE and old not in CLAM
        file = tmp_path / ("mine.toml" if routine else "clam.toml")
        file.write_text((ROUTINE if routine else CLAM).replace(old, new), encoding="utf-8")
        with pytest.raises(CatalogueError) as caught:
            read_routine(file) if routine else read_exercise(file)
        return [str(problem) for problem in caught.value.problems]

    return read


def test_a_good_exercise_gets_the_tempo_of_its_phases(tmp_path: Path) -> None:
    file = tmp_path / "clam.toml"
    file.write_text(CLAM)
    assert read_exercise(file).dose.tempo_s == (2, 2)


def test_broken_toml_gives_the_line(problems: Callable[..., list[str]]) -> None:
    (message,) = problems('family = "clamshell"', 'family = "clamshell')
    assert message.startswith("clam.toml: line 2, column 20: is not TOML:")


def test_toml_that_stops_short_says_so(tmp_path: Path) -> None:
    file = tmp_path / "clam.toml"
    file.write_text("a = [1,")
    with pytest.raises(CatalogueError, match=r"clam.toml: last line: is not TOML"):
        read_exercise(file)


def test_bytes_that_are_no_text_give_the_line(tmp_path: Path) -> None:
    file = tmp_path / "clam.toml"
    file.write_bytes(b'id = "clam"\nfamily = "\xff"\n')
    with pytest.raises(CatalogueError, match="line 2: found a byte that is not UTF-8 text"):
        read_exercise(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"gone.toml: cannot be read: No such file"):
        read_routine(tmp_path / "gone.toml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("seconds = 2, say = \"open\"", "seconds = -5, say = \"open\"",
         "phases[1].seconds: found -5, must be at least 0 and at most 600"),
        ("level = 1", "level = 0", "level: found 0, must be at least 1 and at most 5"),
        ("level = 1", "level = 1.5", "level: found 1.5, must be a whole number"),
        ("level = 1", "level = true", "level: found true, must be a whole number"),
        ("level = 1", "", "level: found nothing, must be given"),
        ("reps = 10", "reps = 0", "dose.reps: found 0, must be at least 1 and at most 200"),
        ("reps = 10", "reps = 100000",
         "dose.reps: found 100000, must be at least 1 and at most 200"),
        ("reps = 10", "hold_s = -5",
         "dose.hold_s: found -5, must be more than 0 and at most 600"),
        ("reps = 10", "hold_s = nan",
         "dose.hold_s: found nan, must be more than 0 and at most 600"),
        ("reps = 10", "hold_s = inf",
         "dose.hold_s: found inf, must be more than 0 and at most 600"),
        ("reps = 10", "hold_s = 0",
         "dose.hold_s: found 0, must be more than 0 and at most 600"),
        ("reps = 10, ", "", "dose: found neither reps nor hold_s, must have one of the two"),
        ("reps = 10", "reps = 10, hold_s = 5",
         "dose: found reps and hold_s, must have one of the two"),
        ("reps = 10", "reps = 10, tempo_s = [2, 1, 2]",
         "dose.tempo_s: found 3 numbers, must have one number for each of the 2 phases"),
        ("reps = 10", "reps = 10, tempo_s = [3, 1]",
         "dose.tempo_s: found [3, 1], must be the seconds of the phases, [2, 2]"),
        ("rest_s = 20", "rests = 20",
         'dose.rests: found a field that is not known, did you mean "rest_s"?'),
        ('position = "side-lying"', 'position = "lying"',
         'position: found "lying", must be one of side-lying, supine, prone, quadruped, '
         "half-kneeling, seated, standing"),
        ('"gluteus_medius"', '"glutes"', 'muscles.primary[1]: found "glutes", must be one of'),
        ('["gluteus_medius"]', "[]", "muscles.primary: found none, must have at least 1"),
        ('["gluteus_medius"]', '"gluteus_medius"',
         'muscles.primary: found "gluteus_medius", must be a list'),
        ("per_side = true", 'per_side = "yes"', 'per_side: found "yes", must be true or false'),
        ("per_side = true", "per_side = false",
         'text.side_says: found "{Side} leg on top.", must be left out where per_side is false'),
        ("{Side} leg", "{leg} leg",
         'text.side_says: found "{leg} leg on top.", may use {side}, {other} and {Side} only'),
        ('lies_on = "opposite"', "",
         'lies_on: found "none", must be same or opposite for one-sided exercises lying'),
        ('id = "clam"', 'id = "clamp"',
         'id: found "clamp", must be "clam", like the name of the file'),
        ('id = "clam"', 'id = "Clam one"',
         'id: found "Clam one", must have only the characters a-z, 0-9 and -'),
        ('id = "clam"', 'id = "clam"\neasier_id = "clam"',
         'easier_id: found "clam", must be another exercise'),
        ('id = "clam"', 'id = "clam"\ncolour = "red"',
         "colour: found a field that is not known, "),
        ('id = "clam"', 'id = "clam"\nprops = [{ shape = "rope" }]',
         'props[1].shape: found "rope", must be one of band, ball, cushion, pad, bench, step'),
        ('id = "clam"', 'id = "clam"\nprops = [{ shape = "band", around = "thighs", at = 2 }]',
         "props[1].at: found 2, must be at least 0 and at most 1"),
        ('id = "clam"', 'id = "clam"\nprops = [{ shape = "band", around = "thighs", at = 1 }]',
         'props[1].shape: found "band", needs "mini-band" to be listed in needs or optional'),
        ('id = "clam"', 'id = "clam"\ntravel = [1, 2]',
         "travel: found 2 of them, must have exactly 3"),
        ('id = "clam"', 'id = "clam"\ntravel = [nan, 0, 0]',
         "travel[1]: found nan, must be at least -10 and at most 10"),
        ('id = "clam"', 'id = "clam"\ntravel = [1, 0, 0]',
         'travel: found [1, 0, 0], must be left out unless motion is "walk"'),
        ('start = "closed"', 'start = "open"',
         'start: found "open", must be "closed", where the first phase begins'),
        ('from = "open"', 'from = "ajar"',
         'phases[2].from: found "ajar", must be "open", where the phase before it ends'),
        ('motion = "cycle"', 'motion = "hold"',
         'dose.hold_s: found nothing, must be given where motion is "hold"'),
        ('name = "Clamshell"', 'name = ""', 'text.name: found "", must not be empty'),
        ('name = "Clamshell"', f'name = "{"x" * 70}"',
         f'text.name: found "{"x" * 57}…" (70 characters), must have at most 40 characters'),
        ('setup = "Lie down."', "setup = 3", "text.setup: found 3, must be text in quotes"),
        ("dose = { sets = 1, reps = 10, rest_s = 20 }", "dose = 3",
         "dose: found 3, must be a table"),
    ],
)  # fmt: skip
def test_a_bad_exercise_is_explained(
    problems: Callable[..., list[str]], old: str, new: str, said: str
) -> None:
    assert any(message.startswith(f"clam.toml: {said}") for message in problems(old, new))


def test_a_tempo_of_nothing_is_refused(problems: Callable[..., list[str]]) -> None:
    messages = problems("seconds = 2", "seconds = 0")
    assert messages == [
        "clam.toml: dose.tempo_s: found a rep of 0 seconds, a rep must last at least 0.5 seconds"
    ]


def test_all_faults_of_a_file_are_told_at_once(problems: Callable[..., list[str]]) -> None:
    messages = problems('level = 1\nposition = "side-lying"', 'level = 9\nposition = "flat"')
    assert len(messages) == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("reps = 5", "reps = -5", "steps[1].reps: found -5, must be at least 1 and at most 200"),
        ("reps = 5", "hold_s = -30",
         "steps[1].hold_s: found -30, must be more than 0 and at most 600"),
        ("reps = 5", "tempo_s = [2, nan]",
         "steps[1].tempo_s[2]: found nan, must be at least 0 and at most 60"),
        ("reps = 5", "rep = 5",
         'steps[1].rep: found a field that is not known, did you mean "reps"?'),
        ('when = "Before a run."', 'when = "Before a run."\nrounds = 0',
         "rounds: found 0, must be at least 1 and at most 20"),
        ('[[steps]]\nexercise = "clam"\nreps = 5', "", "steps: found nothing, must be given"),
        ('[[steps]]\nexercise = "clam"\nreps = 5', "steps = []",
         "steps: found none, must have 1 to 100"),
        ('id = "mine"', 'id = "../mine"',
         'id: found "../mine", must have only the characters a-z, 0-9 and -'),
    ],
)  # fmt: skip
def test_a_bad_routine_is_explained(
    problems: Callable[..., list[str]], old: str, new: str, said: str
) -> None:
    assert problems(old, new)[0] == f"mine.toml: {said}"


def test_a_pose_with_a_strange_point_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "clam.toml"
    file.write_text('[closed]\ntouches = ["left-ear"]\n[closed.points]\ntail = [0, 1]\n')
    with pytest.raises(CatalogueError) as caught:
        read_poses(file)
    said = [problem.message for problem in caught.value.problems]
    assert said[0].startswith('closed.touches[1]: found "left-ear", must be one of head-back')
    assert said[1].startswith('closed.points.tail: found "tail", must be one of pelvis')
    assert said[2] == "closed.points.tail: found 2 of them, must have exactly 3"


def test_poses_lack_no_point_of_the_body(tmp_path: Path) -> None:
    """The figure would be drawn from points that are not there."""
    file = tmp_path / "clam.toml"
    good = (ASSETS / "poses/clam-basic.toml").read_text()
    file.write_text("\n".join(li for li in good.splitlines() if not li.startswith("elbow_")))
    with pytest.raises(CatalogueError) as caught:
        read_poses(file)
    assert str(caught.value.problems[0]) == (
        "clam.toml: closed.points: found no elbow_left, elbow_right, "
        "must have all points of the body"
    )


@pytest.mark.parametrize("content", ["a = " + "[" * 50_000, "a = " + "9" * 9_000, "a." * 40_000])
def test_no_file_is_too_deep_too_long_or_too_slow(tmp_path: Path, content: str) -> None:
    file = tmp_path / "clam.toml"
    file.write_text(content)
    with pytest.raises(CatalogueError, match=r"^clam\.toml: "):
        read_exercise(file)


def test_a_number_that_cannot_be_written_out_is_told(problems: Callable[..., list[str]]) -> None:
    assert problems("level = 1", "level = 0x" + "f" * 9_000) == [
        "clam.toml: level: found a very large number, must be at least 1 and at most 5"
    ]


def test_of_a_thousand_faults_the_first_are_told(problems: Callable[..., list[str]]) -> None:
    told = problems("level = 1", "level = 1\n" + "\n".join(f"no{n} = 1" for n in range(1000)))
    assert len(told) == 30


def test_words_of_a_file_do_no_harm_on_a_terminal(problems: Callable[..., list[str]]) -> None:
    [told] = problems('motion = "cycle"', 'motion = "\\u001b[2J\\u202e"')
    assert told.isprintable()


def test_a_pipe_among_the_files_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "clam.toml")
    with pytest.raises(CatalogueError, match="cannot be read: it is no ordinary file"):
        read_exercise(tmp_path / "clam.toml")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('name = "Clamshell"', 'name = "Clam\\u0000shell"', "text.name"),
        ('name = "Clamshell"', 'name = "Clam\\nshell"', "text.name"),
        ('how = "Open, close."', 'how = "Open\\u202e"', "text.how"),
        ('say = "open"', 'say = "\\u001b[2J"', "phases[1].say"),
        ('name = "Mine"', 'name = "Mine\\u2028"', "name"),
        ('when = "Before a run."', 'when = "\\u0007"', "when"),
    ],
)
def test_words_are_writing(
    problems: Callable[..., list[str]], old: str, new: str, field: str
) -> None:
    [told] = problems(old, new)
    assert f": {field}: found " in told
    assert told.endswith("must not have control characters in it")


def test_longer_words_may_have_several_lines(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('note = """One.\n\tTwo \U0001f9d8\u200d♀️."""\n' + ROUTINE)
    assert read_routine(file).note == "One.\n\tTwo \U0001f9d8\u200d♀️."


def test_a_set_has_an_end(problems: Callable[..., list[str]]) -> None:
    told = problems('seconds = 2, say = "open"', 'seconds = 400, say = "open"')
    assert told == ["clam.toml: dose.reps: found 10, a set may last up to 20 minutes"]


def test_no_list_is_endless(problems: Callable[..., list[str]]) -> None:
    told = problems("cues = []", "cues = [" + '"Slowly.",' * 21 + "]")
    assert told == ["clam.toml: text.cues: found 21 of them, must have 0 to 20"]
