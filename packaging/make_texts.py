"""Collects the texts of the program for the translators: `make texts`.

Brings `assets/languages/*/hiptimer.po` up to date with the code, keeping what is translated, and
compiles each to the `hiptimer.mo` beside it, which the program reads. What the built-in exercises
and routines are called in all languages is written to `assets/names.json`.
"""

import ast
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
LANGUAGES = ASSETS / "languages"
NAMES = ASSETS / "names.json"
KEYWORDS = {
    "tr": None,
    "tr_in": ((1, "c"), 2),
    "tr_n": (1, 2),
    "later": None,
    "later_in": ((1, "c"), 2),
}


def collected() -> Catalog:
    """Every text in the code, with the places where it stands."""
    catalog = Catalog(project="hiptimer", charset="utf-8")
    found = extract_from_dir(
        ROOT / "hiptimer", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("L:",)
    )
    for file, _line, message, comments, context in found:
        # Without line numbers: a file of translations changes only with its texts.
        catalog.add(message, None, [(f"hiptimer/{file}", 0)], (), comments, context=context)
    for path in sorted((ROOT / "hiptimer").rglob("*.py")):
        for words, context in in_f_strings(path.read_text("utf-8")):
            place = path.relative_to(ROOT).as_posix()
            catalog.add(words, None, [(place, 0)], context=context)
    return catalog


def in_f_strings(source: str) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The texts, with their contexts, that stand within f-strings: babel does not look there."""
    outer = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr))
    calls = (c for node in outer for c in ast.walk(node) if isinstance(c, ast.Call))
    for call in calls:
        constants = (a.value for a in call.args if isinstance(a, ast.Constant))
        texts = [value for value in constants if isinstance(value, str)]
        match call.func:
            case ast.Name("tr") if texts:
                yield texts[0], None
            case ast.Name("tr_in") if len(texts) > 1:
                yield texts[1], texts[0]
            case ast.Name("tr_n") if len(texts) > 1:
                yield (texts[0], texts[1]), None


def updated(file: Path, texts: Catalog) -> Catalog:
    """The translations of `file` for the texts that there are now; others are dropped."""
    with file.open("rb") as opened:
        catalog = read_po(opened, locale=file.parent.name)
    catalog.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def missing(catalog: Catalog) -> list[str]:
    """The texts that have no words in the language yet."""
    found = []
    for message in catalog:
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(words):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def write(file: Path, catalog: Catalog) -> None:
    """Write the translations for people and for the program."""
    with file.open("wb") as opened:
        write_po(
            opened, catalog, sort_output=True, width=100, omit_header=False, include_lineno=False
        )
    with file.with_suffix(".mo").open("wb") as opened:
        write_mo(opened, catalog)


def names_of(kind: str) -> dict[str, dict[str, str]]:
    """What the built-in exercises or routines are called, by id and language."""
    english = ((file.stem, _table(file)) for file in sorted((ASSETS / kind).glob("*.toml")))
    names = {id_: {"en": table.get("text", table)["name"]} for id_, table in english}
    for file in sorted(LANGUAGES.glob(f"*/{kind}.toml")):
        tables = _table(file)
        for id_ in names.keys() & tables.keys():
            names[id_][file.parent.name] = tables[id_]["name"]
    return names


def names() -> str:
    """The file of the built-in names."""
    kinds = {kind: names_of(kind) for kind in ("exercises", "routines")}
    return json.dumps(kinds, ensure_ascii=False, indent=1) + "\n"


def _table(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def main() -> int:
    texts = collected()
    NAMES.write_text(names(), "utf-8", newline="\n")
    for file in sorted(LANGUAGES.glob("*/hiptimer.po")):
        catalog = updated(file, texts)
        write(file, catalog)
        left = missing(catalog)
        print(f"{file.parent.name}: {len(catalog)} texts, {len(left)} without words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
