"""The reader of a physio's lines, with the exercises and the words that are here."""

import logging
from collections.abc import Mapping

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.languages import NAMES, SOURCE
from hiptimer.model.catalogue_texts import EXERCISES
from hiptimer.model.exercise import Exercise
from hiptimer.model.fault import CatalogueError
from hiptimer.model.prescription.tongues import Tongue, TongueReader
from hiptimer.model.prescription.vocabulary import read_vocabulary
from hiptimer.model.reading import read_table

log = logging.getLogger(__name__)


def prescription_reader(home: Home) -> TongueReader:
    """Reads lines in every language the program has, the person's own first.

    Raises ResourceError or CatalogueError when the program's own words are not in order.
    """
    exercises = home.catalogue.exercises
    languages = sorted(NAMES, key=home.language.__ne__)
    return TongueReader(exercises, [_tongue(language, home, exercises) for language in languages])


def _tongue(language: str, home: Home, exercises: Mapping[str, Exercise]) -> Tongue:
    vocabulary = read_vocabulary(resources.asset_path(f"prescriptions/{language}.toml"))
    if language == home.language:
        called = {id_: exercises[id_].name for id_ in vocabulary.names if id_ in exercises}
    else:
        called = _english_names(vocabulary.names) if language == SOURCE else _names_in(language)
    return Tongue(vocabulary, called)


def _english_names(ids: Mapping[str, object]) -> dict[str, str]:
    """What the built-in exercises are called where they are shown in another language."""
    folder = resources.assets() / "exercises"
    found = ((id_, _name(read_table(folder / f"{id_}.toml").get("text"))) for id_ in ids)
    return {id_: name for id_, name in found if name}


def _names_in(language: str) -> dict[str, str]:
    """As `_english_names`, for another language; a language without them has only the other
    names that its words give.
    """
    try:
        table = read_table(resources.asset_path(f"languages/{language}/{EXERCISES}"))
    except (resources.ResourceError, CatalogueError) as error:
        log.warning("No names of exercises in %s: %s", language, error)
        return {}
    return {id_: name for id_, texts in table.items() if (name := _name(texts))}


def _name(texts: object) -> str:
    name = texts.get("name") if isinstance(texts, dict) else None
    return name if isinstance(name, str) else ""
