"""The reader of a physio's lines, with the exercises and the words that are here."""

from collections.abc import Iterator

import msgspec

import hiptimer
from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.languages import SOURCE
from hiptimer.model.kept_catalogue import read_kept_catalogue
from hiptimer.model.prescription.reading import Reader
from hiptimer.model.prescription.vocabulary import Vocabulary, read_vocabulary

VOCABULARY = "prescriptions/en.toml"


def prescription_reader(home: Home) -> Reader:
    """Raises ResourceError or CatalogueError when the program's own words are not in order."""
    vocabulary = read_vocabulary(resources.asset_path(VOCABULARY))
    if home.language != SOURCE:
        vocabulary = _with_english_names(vocabulary, home)
    return Reader(home.catalogue.exercises, vocabulary)


def _with_english_names(vocabulary: Vocabulary, home: Home) -> Vocabulary:
    """The lines are English, so the built-in exercises keep their English names beside others."""
    names = {id_: (name, *vocabulary.names.get(id_, ())) for id_, name in _english_names(home)}
    return msgspec.structs.replace(vocabulary, names={**vocabulary.names, **names})


def _english_names(home: Home) -> Iterator[tuple[str, str]]:
    kept_in = home.paths.cache / f"catalogue-{SOURCE}.json"
    english = read_kept_catalogue(kept_in, hiptimer.__version__, resources.assets(), None)
    for exercise in english.exercises.values():
        yield exercise.id, exercise.name
