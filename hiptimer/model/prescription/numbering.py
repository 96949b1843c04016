"""Leaving out what numbers the lines of a text: "1)", "2.", "a)" and bullets."""

from collections.abc import Sequence

import msgspec

from hiptimer.model.prescription.tokens import Kind, Token

BULLETS = "•·*-#>▪◦‣●○■□◆→✓✔_"
LONGEST = 3  # characters
# After these a number is an amount, whatever follows it.
COUNTING = ("x", "*", "-", "/", ":", "(")


def without_numbering(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with an end of line in place of each number of a line.

    Where lines were run together, "… 2. Bridge …" begins a line if the one before was number 1.
    """
    kept: list[Token] = []
    number, index = 0, 0
    while index < len(tokens):
        begins = not kept or kept[-1].kind is Kind.NEWLINE
        after = _after_bullets(tokens, index) if begins else index
        numbered = _after_number(tokens, after, begins=begins, next_number=number + 1)
        if numbered > index:
            kept.append(_end_of_line(tokens[index], tokens[numbered - 1]))
            digits = tokens[numbered - 2] if numbered > after else None
            number = int(digits.value) if digits is not None and digits.value else number
            index = numbered
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def _end_of_line(first: Token, last: Token) -> Token:
    return msgspec.structs.replace(first, kind=Kind.NEWLINE, text="\n", end=last.end)


def _after_bullets(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].text in BULLETS:
        index += 1
    return index


def _after_number(tokens: Sequence[Token], index: int, *, begins: bool, next_number: int) -> int:
    """The index after the number of a line, or the same where there is none."""
    opened = index + 1 if begins and index < len(tokens) and tokens[index].text == "(" else index
    if opened + 1 >= len(tokens) or not tokens[opened].touches(tokens[opened + 1]):
        return index
    token, sign = tokens[opened : opened + 2]
    if token.kind not in (Kind.NUMBER, Kind.WORD) or len(token.text) > LONGEST:
        return index
    ends = opened + 2 >= len(tokens) or not sign.touches(tokens[opened + 2])
    if not begins:
        is_next = token.text == str(next_number) and next_number > 1
        is_next = is_next and ends and opened + 2 < len(tokens) and tokens[opened + 2].capital
        is_amount = tokens[index - 1].text in COUNTING
        return opened + 2 if is_next and not is_amount and sign.text in ".)" else index
    if sign.text == ")":
        is_one = token.kind is Kind.NUMBER or len(token.text) == 1
        return opened + 2 if is_one else index
    is_number = token.kind is Kind.NUMBER and opened == index
    return opened + 2 if is_number and ends and sign.text in ".:" else index
