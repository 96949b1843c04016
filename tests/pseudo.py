"""A language for tests that nobody speaks: it shows which words were looked up, and takes room.

"Set {n} of {of}" is "[Set «{n}» of «{of}»·]": all that was looked up stands between [ and ], and
within it what was put into a place between « and », as long in all as most languages need. These
signs are in the program's own typeface, so that words are as wide wherever the tests run.
"""

import re
from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from math import ceil

LONGER = 0.35
FILL = "·"
PLACE = re.compile(r"\{\w[^{}]*\}")
SIGNS = re.compile(r"[\[\]«»]")
MARKUP = re.compile(r"<[^<>]+>")
WORD = re.compile(r"[^\W\d_]{2,}")


class Pseudo(NullTranslations):
    """Every text, marked and longer."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


def pseudo(text: str) -> str:
    """A text in the language: its places are kept."""
    marked = PLACE.sub(lambda place: f"«{place[0]}»", text)
    words = PLACE.sub("", text)
    wanted = ceil(len(words) * LONGER) - (len(marked) - len(text)) - 2
    return f"[{marked}{''.join(_filling(words, wanted))}]"


def _filling(words: str, count: int) -> Iterator[str]:
    """In words where there are some, so that lines can be broken."""
    for number in range(count):
        yield " " if number % 8 == 0 and " " in words.strip() else FILL


class Known:
    """Phrases that need not be looked up: names of exercises, say."""

    def __init__(self, phrases: Iterable[str] = ()) -> None:
        self._phrases = sorted({phrase for phrase in phrases if phrase}, key=len, reverse=True)
        either = "|".join(map(re.escape, self._phrases)) or "(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    def removed(self, words: str) -> str:
        """The words without the phrases; the last one may be cut off with "…"."""
        if words.endswith("…"):
            words = self._without_begun(words.removesuffix("…"))
        return self._pattern.sub(" ", words)

    def _without_begun(self, words: str) -> str:
        for match in re.finditer(r"\b\w", words):
            tail = words[match.start() :].rstrip()
            if any(phrase.startswith(tail) for phrase in self._phrases):
                return words[: match.start()]
        return words


def not_looked_up(shown: str, known: Known) -> list[str]:
    """The words of what is shown that did not come through the door, and are none of those known.

    The end of `shown` may be cut off with "…".
    """
    return WORD.findall(known.removed(" ".join(_outside(MARKUP.sub("", shown)))))


def _outside(shown: str) -> Iterator[str]:
    """The pieces that stand outside of all texts, or in a place of one."""
    depth: list[str] = []
    at = 0
    for sign in SIGNS.finditer(shown):
        if not depth or depth[-1] == "«":
            yield shown[at : sign.start()]
        at = sign.end()
        if sign[0] in "[«":
            depth.append(sign[0])
        elif depth:
            depth.pop()
    if not depth or depth[-1] == "«":
        yield shown[at:]
