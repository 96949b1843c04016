"""Names that the program gave are shown in the language that is spoken; those of a person stay."""

from history.samples import BRIDGE, CLAM, done_set, session
from msgspec.structs import replace

from hiptimer.model.called import AS_STORED, Called
from hiptimer.model.session import RoutineRef

CALLED = Called(
    language="es",
    exercises={"clam-basic": {"en": "Clamshell", "es": "Almeja"}, "new": {"en": "New"}},
    routines={"basic-three": {"en": "Basic three", "es": "Los tres básicos"}},
)


def test_a_given_name_is_that_of_the_language_spoken() -> None:
    assert CALLED.exercise("clam-basic", "Clamshell") == "Almeja"
    assert CALLED.exercise("clam-basic", "Almeja") == "Almeja"
    assert CALLED.routine("basic-three", "Basic three") == "Los tres básicos"
    assert replace(CALLED, language="en").exercise("clam-basic", "Almeja") == "Clamshell"


def test_a_name_of_a_person_stays() -> None:
    assert CALLED.exercise("clam-basic", "My clamshell") == "My clamshell"
    assert CALLED.exercise("mine", "Clamshell") == "Clamshell"
    assert CALLED.routine("basic-three-2", "Basic three") == "Basic three"


def test_without_a_name_in_the_language_it_stays() -> None:
    assert CALLED.exercise("new", "New") == "New"
    assert AS_STORED.exercise("clam-basic", "Clamshell") == "Clamshell"


def test_a_session_is_shown_with_them_and_else_as_it_is() -> None:
    one = session(sets=(done_set(1, CLAM), done_set(2, BRIDGE)))
    one = replace(one, routine=RoutineRef("basic-three", "Basic three"))
    shown = CALLED.session(one)
    assert shown.routine.name == "Los tres básicos"
    assert [s.exercise.name for s in shown.sets] == ["Almeja", "Glute bridge"]
    assert AS_STORED.session(shown) == shown
    assert replace(CALLED, language="en").session(shown) == one


def test_what_else_may_be_stored() -> None:
    assert set(CALLED.renamed()) == {("Almeja", "Clamshell"), ("Los tres básicos", "Basic three")}
