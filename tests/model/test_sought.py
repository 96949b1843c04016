"""Which exercises fit what is looked for."""

from collections.abc import Mapping
from gettext import NullTranslations

import msgspec
import pytest
from examples import BAND_CLAM, BRIDGE, BRIDGE_HOLD, CLAM, EXERCISES

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise, Muscle, Position
from hiptimer.model.families import FAMILIES, families_in_order, family_words
from hiptimer.model.language import speak, spoken
from hiptimer.model.sought import Sought, fits, lacking


class Spanish(NullTranslations):
    """A few words of it."""

    WORDS: Mapping[str, str] = {
        "mini band": "minibanda",
        "Gluteus medius": "Glúteo medio",
        "On the side": "Tumbado de lado",
        "Clamshells": "Almejas",
    }

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


def found(sought: Sought) -> list[Exercise]:
    return [exercise for exercise in EXERCISES.values() if fits(exercise, sought)]


@pytest.mark.parametrize(
    ("sought", "wanted"),
    [
        (Sought(), [CLAM, BAND_CLAM, BRIDGE, BRIDGE_HOLD]),
        (Sought(family="clamshell"), [CLAM, BAND_CLAM]),
        (Sought(position=Position.SUPINE), [BRIDGE, BRIDGE_HOLD]),
        (Sought(muscle=Muscle.GLUTEUS_MEDIUS), [CLAM, BAND_CLAM]),
        (Sought(no_lying=True), []),
        (Sought(with_only=()), [CLAM, BRIDGE, BRIDGE_HOLD]),
        (Sought(with_only=(Equipment.MINI_BAND,), family="clamshell"), [CLAM, BAND_CLAM]),
        (Sought(words="CLAMSHELL"), [CLAM, BAND_CLAM]),
        (Sought(words="band mini"), [BAND_CLAM]),
        (Sought(words="mini-band"), [BAND_CLAM]),
        (Sought(words="  brídge held"), []),
        (Sought(words="brídge hold"), [BRIDGE_HOLD]),
        (Sought(words="ridge"), []),
        (Sought(words="glute med back"), []),
        (Sought(words="glute max back"), [BRIDGE, BRIDGE_HOLD]),
        (Sought(words="bridge", family="clamshell"), []),
    ],
)
def test_all_that_is_asked_for_must_fit(sought: Sought, wanted: list[Exercise]) -> None:
    assert found(sought) == wanted


def test_what_is_asked_for_is_found_in_the_language_that_is_shown() -> None:
    text = msgspec.structs.replace(BAND_CLAM.text, name="Almeja con banda")
    clam = msgspec.structs.replace(BAND_CLAM, text=text)
    before = spoken()
    speak(Spanish())
    for words in ("almeja", "con banda", "minibanda", "gluteo medio", "tumbado", "almejas"):
        assert fits(clam, Sought(words=words)), words
    assert not fits(clam, Sought(words="clamshell"))
    speak(before)


def test_what_is_lacking_is_what_is_needed_and_not_at_hand() -> None:
    assert lacking(BAND_CLAM, None) == ()
    assert lacking(BAND_CLAM, ()) == (Equipment.MINI_BAND,)
    assert lacking(BAND_CLAM, (Equipment.WALL, Equipment.MINI_BAND)) == ()
    assert lacking(CLAM, ()) == ()


def test_a_family_alone_is_no_narrowing() -> None:
    assert not Sought(family="bridge").is_narrowed
    assert Sought(family="bridge", words="hold").is_narrowed


def test_families_of_the_persons_own_come_last_by_name() -> None:
    assert families_in_order(["zebra", "lunge", "ab-wheel", "bridge", "lunge"]) == (
        *("bridge", "lunge"),
        *("ab-wheel", "zebra"),
    )
    assert family_words("ab-wheel") == "Ab wheel"
    assert all(family_words(id_) == name for id_, name in FAMILIES.items())
