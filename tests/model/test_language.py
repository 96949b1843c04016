"""The door of the words: looked up, counted, with their places filled."""

from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from hiptimer.model.language import later, later_in, speak, tr, tr_in, tr_n


@pytest.fixture
def spanish() -> Iterator[None]:
    """Some words of Spanish are spoken."""
    catalog = Catalog(locale="es")
    catalog.add("Set {n} of {of}", "Serie {n} de {of}")
    catalog.add(("{n} rep", "{n} reps"), ("{n} repetición", "{n} repeticiones"))
    catalog.add("hold", "mantén", context="a phase of a rep")
    catalog.add("Rest", "Descanso")
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    speak(GNUTranslations(file))
    yield
    speak(NullTranslations())


def test_english_is_what_stands_in_the_code() -> None:
    assert tr("Set {n} of {of}", n=2, of=3) == "Set 2 of 3"
    assert tr_n("{n} rep", "{n} reps", 1) == "1 rep"
    assert tr_n("{n} rep", "{n} reps", 0) == "0 reps"
    assert tr_in("a phase of a rep", "hold") == "hold"


@pytest.mark.usefixtures("spanish")
def test_another_language_has_its_own_words() -> None:
    assert tr("Set {n} of {of}", n=2, of=3) == "Serie 2 de 3"
    assert tr_n("{n} rep", "{n} reps", 1) == "1 repetición"
    assert tr_n("{n} rep", "{n} reps", 7) == "7 repeticiones"


@pytest.mark.usefixtures("spanish")
def test_a_context_keeps_two_meanings_apart() -> None:
    assert tr_in("a phase of a rep", "hold") == "mantén"
    assert tr("hold") == "hold"


@pytest.mark.usefixtures("spanish")
def test_a_constant_is_looked_up_where_it_is_shown() -> None:
    title = later("Rest")
    assert title == "Rest"
    assert tr(title) == "Descanso"
    assert tr_in("a phase of a rep", later_in("a phase of a rep", "hold")) == "mantén"


@pytest.mark.usefixtures("spanish")
def test_no_words_stay_none() -> None:
    assert tr("") == ""


def test_braces_stay_where_there_is_nothing_to_fill_in() -> None:
    assert tr("type {side} there") == "type {side} there"
