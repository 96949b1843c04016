"""Cutting a text into numbers, words, signs and ends of lines. Nothing is left out but gaps."""

import math
import re
import unicodedata
from enum import StrEnum

import msgspec

# The same sign, however it is typed. One sign for one, so that places stay what they are.
ALIKE = str.maketrans(
    {
        **dict.fromkeys("×✕✖╳", "x"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("’‘′`´ʹ", "'"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("⁄∕", "/"),
        "＊": "*",
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad\u2060", " "),
    }
)
# Longer numbers are no amounts, and no number for some readers of digits.
MOST_DIGITS = 6
TOKEN = re.compile(
    r"(?P<newline>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])"
    r"|(?P<unclear>\d+,\d(?!\d))"
    r"|(?P<number>\d+(?:\.\d+)?|[¼½¾⅐-⅞])"
    r"|(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+(?:'(?:[^\W\d_][\u0300-\u036f]*)+)*)"
    r"|(?P<sign>\S)"
)


class Kind(StrEnum):
    NUMBER = "number"
    # One number with a comma in it, or two without a gap.
    UNCLEAR = "unclear"
    WORD = "word"
    SIGN = "sign"
    NEWLINE = "newline"


class Token(msgspec.Struct, frozen=True):
    """`text` is folded to small letters without accents and to plain signs. `value` is that of a
    number, else 0. `capital`: it begins with a capital letter.
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: float = 0.0
    capital: bool = False

    def touches(self, after: "Token") -> bool:
        """Whether nothing stands between this and a later one."""
        return self.end == after.start


def tokenise(text: str, *, decimal_comma: bool = False) -> list[Token]:
    """With `decimal_comma`, "2,5" is one number, but not after an "x": "3x8,5 s" may be two."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(text.translate(ALIKE)):
        token = _token(match)
        if decimal_comma and token.kind is Kind.UNCLEAR and not (tokens and tokens[-1].text == "x"):
            value = float(token.text.replace(",", "."))
            token = msgspec.structs.replace(token, kind=Kind.NUMBER, value=value)
        tokens.append(token)
    return tokens


def plain(word: str) -> str:
    """In small letters without accents."""
    small = word.casefold()
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFD", small)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", kept)


def _token(match: re.Match[str]) -> Token:
    kind = Kind(match.lastgroup or Kind.SIGN)
    found = plain(match[0])
    value = _value(found) if kind is Kind.NUMBER else 0.0
    return Token(kind, found, match.start(), match.end(), value, match[0][0].isupper())


def _value(digits: str) -> float:
    if not digits[0].isdecimal():
        return unicodedata.numeric(digits[0])
    whole = digits.partition(".")[0]
    return float(digits) if len(whole) <= MOST_DIGITS else math.inf
