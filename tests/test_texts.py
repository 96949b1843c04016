"""Every word for a person goes through the one door, and every language has words for each."""

import ast
from collections import defaultdict
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from make_texts import LANGUAGES, NAMES, collected, names
from texts import (
    MARKING,
    Call,
    Text,
    calls_of,
    constants_of,
    imported,
    literal,
    looks_like_words,
    marks_in,
    modules,
    words_outside,
)
from texts import places_in as places

from hiptimer.model.laws import SIDE_WORDS

ALL = "*"
NOT_FOR_A_PERSON: dict[str, tuple[str, ...]] = {
    # Reports and names of parts, for whoever mends the program.
    "app/doctor.py": (ALL,),
    "app/report.py": (ALL,),
    "app/own_words.py": ("the voice broke down ({})",),
    "audio/device.py": ("the sound of before has not ended yet",),
    "audio/outlet.py": ("in use", "pygame cannot be loaded: {}"),
    "audio/probe.py": (ALL,),
    "audio/recipe.py": (ALL,),
    "model/laws.py": ("Side",),
    # Said by the process that speaks, whose words go to the log.
    "audio/levelling.py": ("The voice said nothing.",),
    "audio/synthesiser.py": (ALL,),
    # Languages are named in their own words.
    "app/languages.py": ("English", "Español"),
    # What is typed, in every language.
    "app/exchange_here.py": ("hiptimer import --undo",),
    "cli/program.py": ("hiptimer --usual-folder",),
    "cli/saying.py": ("hiptimer list exercises",),
    "cli/window.py": ("hiptimer start ROUTINE --text",),
    # Endings of words in what is read, which may be of any language.
    "model/prescription/phrases.py": ("{}y",),
    # Names of keys and of questions inside the program.
    "app/looking_back.py": ("lines {}",),
    "app/running.py": ("Fusion",),
    "figure/prop_parts.py": ("prop {}",),
    "history/errors.py": ("Could not decode to UTF-8",),
    "history/rows.py": ("{} has no time zone", "{} s from UTC"),
    "model/toml.py": (ALL,),
    "terminal/keyboard.py": ("page up", "page down"),
    "terminal/workout.py": ("page up", "page down"),
    # What other programs are told over the session bus, and what they answer.
    "desktop/bus.py": (ALL,),
    "desktop/player.py": (ALL,),
    "desktop/player_description.py": (ALL,),
    "desktop/screen_services.py": ("Inhibit", "Uninhibit", "Close"),
    # What is wrong with a session file, in the words and the form of the library that says the
    # rest of it.
    "history/session_laws.py": (ALL,),
    # What only whoever changes the program sees.
    "history/journal.py": ("the journal is closed",),
    "history/tables.py": ("n, attempt", "{} = excluded.{}"),
    # Files, whose form is the same in every language.
    "audio/pack.py": (ALL,),
    "history/exchange/table.py": (ALL,),
    "history/session_schema.py": (ALL,),
    "ui/history/charts/saving.py": ("Title", "Description"),
    "model/writing.py": (ALL,),
    # The name of the program and its version.
    "ui/about.py": ("hiptimer {}",),
}
"""What looks like words and is none for a person, by the module and the text in it."""

KEYS = frozenset({"Space", "Enter", "Esc", "Del", "S  D", "Ins"})
"""Keys by the names that `key_words` knows; it says them where they are shown."""

TYPED = frozenset({"side", "other", "Side"})
"""What a person may write in braces; texts that tell of it have it, and no values."""


@pytest.mark.parametrize(
    "text", ["Start", "3 sets", "{} reps", "{}s", "OK then", "Möglich", "on {}", "Saving…", "{} s"]
)
def test_words_look_like_words(text: str) -> None:
    assert looks_like_words(text)


@pytest.mark.parametrize(
    "text",
    ["start", "{}.toml", "{}-{}", "{} × {}", "SIGINT", "%H:%M", "SELECT n FROM sets", "{} · {}"],
)
def test_other_strings_do_not(text: str) -> None:
    assert not looks_like_words(text)


@pytest.mark.parametrize(
    "text", ["QLineEdit { padding: 7px 12px; }", "routines/{}.toml", "", " · ", "MPEG_LAYER_III"]
)
def test_what_files_and_sheets_are_made_of_does_not(text: str) -> None:
    assert not looks_like_words(text)


def test_what_stands_outside_the_door_is_found() -> None:
    code = (
        'def f(n):\n    """Words."""\n    show("Go run", tr("Rest"), f"{n} reps", log.info("A b"))'
    )
    found = [text.words for text in words_outside("f.py", ast.parse(code))]
    assert sorted(found) == ["Go run", "{} reps"]


@cache
def all_words_outside() -> dict[str, list[Text]]:
    return {file: list(words_outside(file, module)) for file, module in modules()}


def test_every_word_for_a_person_goes_through_the_door() -> None:
    outside = [
        text
        for file, texts in all_words_outside().items()
        for text in texts
        if not {ALL, text.words} & {*NOT_FOR_A_PERSON.get(file, ())} and text.words not in KEYS
    ]
    assert not outside, "\n".join(["Words that are not looked up:", *map(str, outside)])


def test_nothing_is_excepted_that_is_not_there() -> None:
    for file, texts in NOT_FOR_A_PERSON.items():
        found = {text.words for text in all_words_outside()[file]}
        assert not set(texts) - {ALL} - found, f"{file} says it no longer"
        assert found, f"{file} says nothing"


# --- what is handed to the door ---


@cache
def all_calls() -> list[Call]:
    return [call for file, module in modules() for call in calls_of(file, module)]


def test_the_door_is_given_texts_as_they_stand() -> None:
    """Or a constant, which `later` has marked."""
    wrong = [
        call for call in all_calls() if not all(_may_be_looked_up(call, n) for n in call.texts)
    ]
    assert not wrong, "\n".join(["No literal text:", *map(str, wrong)])


def _may_be_looked_up(call: Call, node: ast.expr) -> bool:
    if literal(node) is not None:
        return True
    is_context = call.name == "tr_in" and node is call.texts[0]
    if call.name in MARKING or call.name == "tr_n" or is_context:
        return False
    return isinstance(node, ast.Name | ast.Attribute | ast.Subscript | ast.IfExp)


def test_constants_that_are_looked_up_are_marked_for_the_translators() -> None:
    """With the same context, where there is one."""
    trees = dict(modules())
    constants = {file: constants_of(module) for file, module in trees.items()}
    wrong = []
    for call in all_calls():
        names = {part.id for part in ast.walk(call.texts[-1]) if isinstance(part, ast.Name)}
        wanted = {(literal(call.texts[0]) or "",) if call.name == "tr_in" else ()}
        for name in filter(str.isupper, names):
            home = call.file if name in constants[call.file] else imported(trees[call.file])[name]
            if marks_in(constants[home][name]) != wanted:
                wrong.append(f"{call}: {name}")
    assert not wrong, "\n".join(["Not marked, or in another way:", *wrong])


def test_every_place_of_a_text_gets_its_value() -> None:
    wrong = [f"{call}: {told}" for call in all_calls() if (told := _misplaced(call))]
    assert not wrong, "\n".join(["Places and values differ:", *wrong])


def _misplaced(call: Call) -> str:
    """What is wrong with the values of a call, as far as it can be told from it."""
    texts = [text for node in _shown(call) if (text := literal(node)) is not None]
    given = {keyword.arg for keyword in call.node.keywords}
    if call.name in MARKING or None in given or len(texts) < len(_shown(call)):
        return ""
    wanted = set().union(*map(places, texts))
    if call.name == "tr_n":
        wanted.discard("n")
    is_right = wanted == given or (not given and wanted <= TYPED)
    return "" if is_right else f"{wanted} and {given}"


def _shown(call: Call) -> list[ast.expr]:
    """The texts without the context."""
    return call.texts[1:] if call.name.endswith("_in") else call.texts


def test_no_text_is_at_once_one_for_a_number_and_none() -> None:
    """A file of translations has each text once, as the one or as the other."""
    forms: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for call in all_calls():
        texts = [text for node in call.texts if (text := literal(node)) is not None]
        if len(texts) == len(call.texts):
            is_counted = call.name == "tr_n"
            forms[tuple(texts[:1] if is_counted else texts)].add(
                ("counted", *texts) if is_counted else ("plain",)
            )
    assert not {text: ways for text, ways in forms.items() if len(ways) > 1}


# --- the languages ---

FILES = sorted(LANGUAGES.glob("*/hiptimer.po"))


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return collected()


def read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=file.parent.name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_language_has_the_texts_of_the_code(file: Path, texts: Catalog) -> None:
    """`make texts` brings them together."""
    here, there = _ids(texts), _ids(read(file))
    assert not here - there, "not for the translators yet"
    assert not there - here, "no longer in the code"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_language_has_words_for_every_text(file: Path) -> None:
    left = [message.id for message in read(file) if message.id and not all(_forms(message))]
    assert not left


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_translation_has_the_places_of_its_text(file: Path) -> None:
    wrong = [
        (message.id, words)
        for message in read(file)
        for words in _forms(message)
        if message.id and words and not _has_same_places(message, words)
    ]
    assert not wrong


def _has_same_places(message: Message, words: str) -> bool:
    if isinstance(message.id, str):
        wanted, found = places_or_none(message.id), places_or_none(words)
        # What a person may write for a side is not put in, and there is more in some languages.
        return found == wanted or (bool(wanted) and wanted | found <= set(SIDE_WORDS))
    # The form for one may leave the number out: "one rep".
    wanted = set().union(*map(places, message.id))
    return places(words) | {"n"} == wanted | {"n"}


def places_or_none(text: str) -> set[str]:
    """Those of a text; a text without values may have braces of its own."""
    try:
        return places(text)
    except ValueError:
        return set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_what_the_program_reads_is_what_the_translators_wrote(file: Path) -> None:
    made = BytesIO()
    write_mo(made, read(file))
    assert file.with_suffix(".mo").read_bytes() == made.getvalue(), "make texts"


def _ids(catalog: Catalog) -> set[tuple[str | None, str | tuple[str, ...]]]:
    return {
        (message.context, message.id if isinstance(message.id, str) else tuple(message.id))
        for message in catalog
        if message.id
    }


def _forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def test_the_names_in_all_languages_are_those_of_the_catalogue() -> None:
    assert NAMES.read_text("utf-8") == names(), "make texts collects them anew"
