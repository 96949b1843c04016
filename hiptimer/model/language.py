"""The one door through which every word for a person passes on its way to them.

Each text stands in the code in English and is looked up here in the language of the person:

    tr("Start the routine")
    tr("Set {n} of {of}", n=2, of=3)
    tr_n("{n} rep", "{n} reps", count)
    tr_in("a phase of a rep", "hold")

What is a constant is marked where it stands, `TITLE = later("Rest")`, and looked up where it is
shown, `tr(TITLE)`. Texts are whole sentences with named places, never put together from pieces:
other languages have another order. `make texts` collects them for the translators.

The language is the one thing that the whole program shares: every room speaks, and a person has
one language at a time. So it is kept here, the single exception from having no such state.
"""

from gettext import NullTranslations


class _Door:
    """English, until another language is put here."""

    def __init__(self) -> None:
        self.translations: NullTranslations = NullTranslations()


_door = _Door()


def speak(translations: NullTranslations) -> None:
    """From now on look texts up here. What is on the screen already stays as it is."""
    _door.translations = translations


def spoken() -> NullTranslations:
    """Where texts are looked up now."""
    return _door.translations


def tr(text: str, /, **values: object) -> str:
    """`text` in the person's language, with `values` in its named places.

    No words stay none: gettext would give the head of its file for them.
    """
    return _filled(_door.translations.gettext(text), values) if text else ""


def tr_in(context: str, text: str, /, **values: object) -> str:
    """As `tr` for a short text whose meaning depends on where it stands; `context` says where."""
    return _filled(_door.translations.pgettext(context, text), values)


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """As `tr` for a text that depends on a number, which is `{n}` in it."""
    return _filled(_door.translations.ngettext(one, many, n), {"n": n, **values})


def later(text: str, /) -> str:
    """Marks a constant for the translators. It stays English: give it to `tr` where it is shown."""
    return text


def later_in(_context: str, text: str, /) -> str:
    """As `later`, for `tr_in` with the same context."""
    return text


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text
