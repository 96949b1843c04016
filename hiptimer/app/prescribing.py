"""The reader of a physio's lines, with the exercises and the words that are here."""

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.model.prescription.reading import Reader
from hiptimer.model.prescription.vocabulary import read_vocabulary

VOCABULARY = "prescriptions/en.toml"


def prescription_reader(home: Home) -> Reader:
    """Raises ResourceError or CatalogueError when the program's own words are not in order."""
    vocabulary = read_vocabulary(resources.asset_path(VOCABULARY))
    return Reader(home.catalogue.exercises, vocabulary)
