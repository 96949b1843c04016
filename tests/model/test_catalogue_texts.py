"""Built-in exercises and routines in another language: what is missing or wrong stays English."""

import os
import shutil
from pathlib import Path

import pytest

from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.kept_catalogue import read_kept_catalogue

ASSETS = Path(__file__).parents[2] / "assets"

EXERCISES = """
[words]
open = "abre"
"open slowly" = "abre despacio"
"hold" = "aguanta"
close = "cierra"
"close slowly" = "cierra despacio"
pause = "pausa"

[clam-basic]
name = "Almeja"
setup = "Túmbate de lado."
setup_says = "De lado."
how = "Abre la rodilla."
cues = ["Cadera quieta", "Pies juntos"]
avoid = ["Rodar hacia atrás"]
caution = "Con calma."
side_says = "Sobre el lado {other_m}, pierna {side} arriba."
[clam-basic.words]
open = "sube"
"""
ROUTINES = """
[basic-three]
name = "Los tres"
when = "Cuando quieras."
note = "Basta una ronda."
"""


@pytest.fixture
def builtin(tmp_path: Path) -> Path:
    """One exercise and one routine of it."""
    folder = tmp_path / "builtin"
    (folder / "exercises").mkdir(parents=True)
    (folder / "routines").mkdir()
    text = (ASSETS / "exercises" / "clam-basic.toml").read_text(encoding="utf-8")
    lines = [s for s in text.splitlines() if not s.startswith(("easier_id", "harder_id"))]
    (folder / "exercises" / "clam-basic.toml").write_text("\n".join(lines), encoding="utf-8")
    routine = (
        'id = "basic-three"\nname = "Basic three"\nwhen = "Any time."\n'
        'note = "One round will do."\nbefore_run = false\n[[steps]]\nexercise = "clam-basic"\n'
    )
    (folder / "routines" / "basic-three.toml").write_text(routine, encoding="utf-8")
    return folder


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    folder = tmp_path / "es"
    folder.mkdir()
    (folder / "exercises.toml").write_text(EXERCISES, encoding="utf-8")
    (folder / "routines.toml").write_text(ROUTINES, encoding="utf-8")
    return folder


def without(file: Path, *words: str) -> None:
    """Take out the lines that begin with one of these."""
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if not line.startswith(words))
    file.write_text("\n".join(kept), encoding="utf-8")


def told(catalogue: Catalogue) -> list[str]:
    return [str(problem) for problem in catalogue.problems]


def test_all_texts_and_the_words_of_the_phases_are_put_in(builtin: Path, spanish: Path) -> None:
    english = read_catalogue(builtin, None).exercises["clam-basic"]
    catalogue = read_catalogue(builtin, None, spanish)
    assert told(catalogue) == []
    clam, routine = catalogue.exercises["clam-basic"], catalogue.routines["basic-three"]
    assert clam.text.name == "Almeja"
    assert clam.text.cues == ("Cadera quieta", "Pies juntos")
    assert clam.text.side_says == "Sobre el lado {other_m}, pierna {side} arriba."
    by_kind = {phase.kind: phase for phase in clam.phases}
    assert {phase.name for phase in clam.phases} >= {"sube", "aguanta", "cierra"}
    assert [p.seconds for p in by_kind.values()] == [p.seconds for p in english.phases]
    assert clam.dose == english.dose
    assert (routine.name, routine.when, routine.note) == (
        "Los tres",
        "Cuando quieras.",
        "Basta una ronda.",
    )


def test_a_missing_text_stays_english_alone(builtin: Path, spanish: Path) -> None:
    without(spanish / "exercises.toml", "how")
    without(spanish / "routines.toml", "when")
    catalogue = read_catalogue(builtin, None, spanish)
    english = read_catalogue(builtin, None).exercises["clam-basic"]
    clam = catalogue.exercises["clam-basic"]
    assert (clam.text.how, clam.text.name) == (english.text.how, "Almeja")
    assert catalogue.routines["basic-three"].when == "Any time."
    assert told(catalogue) == [
        "exercises.toml: clam-basic.how: found nothing, must be given, as in English",
        "routines.toml: basic-three.when: found nothing, must be given, as in English",
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('name = ""', "clam-basic.name: found"),
        ("name = 3", "clam-basic.name: found 3"),
        (f'name = "{"a" * 41}"', "clam-basic.name: found"),
    ],
)
def test_a_wrong_text_stays_english_alone(
    builtin: Path, spanish: Path, wrong: str, said: str
) -> None:
    file = spanish / "exercises.toml"
    text = file.read_text(encoding="utf-8").replace('name = "Almeja"', wrong)
    file.write_text(text, encoding="utf-8")
    catalogue = read_catalogue(builtin, None, spanish)
    clam = catalogue.exercises["clam-basic"]
    assert (clam.text.name, clam.text.how) == ("Clamshell", "Abre la rodilla.")
    [message] = told(catalogue)
    assert said in message


def test_a_side_sentence_with_unknown_places_stays_english(builtin: Path, spanish: Path) -> None:
    file = spanish / "exercises.toml"
    text = file.read_text(encoding="utf-8").replace("{other_m}", "{otro}")
    file.write_text(text, encoding="utf-8")
    catalogue = read_catalogue(builtin, None, spanish)
    clam = catalogue.exercises["clam-basic"]
    assert clam.text.side_says == "Lie on your {other} side, {side} leg on top."
    assert clam.text.name == "Almeja"
    assert "clam-basic.text.side_says" in told(catalogue)[0]


def test_a_phase_without_a_word_stays_english(builtin: Path, spanish: Path) -> None:
    without(spanish / "exercises.toml", '"hold"')
    catalogue = read_catalogue(builtin, None, spanish)
    clam = catalogue.exercises["clam-basic"]
    assert {"sube", "hold"} <= {phase.name for phase in clam.phases}
    assert any("clam-basic.words.hold: found nothing" in line for line in told(catalogue))


def test_an_unknown_text_is_told(builtin: Path, spanish: Path) -> None:
    file = spanish / "routines.toml"
    file.write_text(file.read_text(encoding="utf-8") + 'nota = "Eh"\n', encoding="utf-8")
    assert told(read_catalogue(builtin, None, spanish)) == [
        'routines.toml: basic-three.nota: found "Eh", did you mean "note"?'
    ]


@pytest.mark.parametrize("content", ["clam-basic = ", "", "clam-basic = 3"])
def test_without_usable_texts_all_is_english(builtin: Path, spanish: Path, content: str) -> None:
    (spanish / "exercises.toml").write_text(content, encoding="utf-8")
    catalogue = read_catalogue(builtin, None, spanish)
    assert catalogue.exercises["clam-basic"].name == "Clamshell"
    assert catalogue.routines["basic-three"].name == "Los tres"
    assert len(catalogue.problems) == 1


def test_without_the_files_all_is_english_and_that_is_told(builtin: Path, tmp_path: Path) -> None:
    catalogue = read_catalogue(builtin, None, tmp_path / "nothing")
    assert catalogue.exercises["clam-basic"].name == "Clamshell"
    assert len(catalogue.problems) == 2


def test_a_file_of_ones_own_keeps_its_texts(builtin: Path, spanish: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(builtin, own)
    file = own / "exercises" / "clam-basic.toml"
    text = file.read_text(encoding="utf-8").replace('name = "Clamshell"', 'name = "Mine"')
    file.write_text(text, encoding="utf-8")
    catalogue = read_catalogue(builtin, own, spanish)
    assert catalogue.exercises["clam-basic"].name == "Mine"
    assert catalogue.exercises["clam-basic"].phases[0].name != "sube"
    assert catalogue.routines["basic-three"].name == "Basic three"
    file.write_text("broken", encoding="utf-8")
    assert read_catalogue(builtin, own, spanish).exercises["clam-basic"].name == "Almeja"


def test_what_is_kept_in_one_language_is_not_taken_for_another(
    builtin: Path, spanish: Path, tmp_path: Path
) -> None:
    kept_in = tmp_path / "cache" / "catalogue.json"

    def name(texts_in: Path | None) -> str:
        kept = read_kept_catalogue(kept_in, "1", builtin, None, texts_in)
        return kept.exercises["clam-basic"].name

    assert [name(None), name(spanish), name(spanish), name(None)] == [
        "Clamshell",
        "Almeja",
        "Almeja",
        "Clamshell",
    ]


def test_changed_texts_are_noticed_and_kept_ones_used(
    builtin: Path, spanish: Path, tmp_path: Path
) -> None:
    kept_in, file = tmp_path / "catalogue.json", spanish / "exercises.toml"
    read_kept_catalogue(kept_in, "1", builtin, None, spanish)
    seen, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace("Almeja", "Ostras"), encoding="utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    kept = read_kept_catalogue(kept_in, "1", builtin, None, spanish)
    assert kept.exercises["clam-basic"].name == "Almeja"
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1))
    kept = read_kept_catalogue(kept_in, "1", builtin, None, spanish)
    assert kept.exercises["clam-basic"].name == "Ostras"
