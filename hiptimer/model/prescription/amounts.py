"""Reading numbers, ranges and lengths of time at a place among the tokens."""

import math
from collections.abc import Collection, Mapping, Sequence

import msgspec

from hiptimer.model.language import tr
from hiptimer.model.prescription.phrases import Phrases
from hiptimer.model.prescription.tokens import Kind, Token
from hiptimer.model.prescription.vocabulary import Vocabulary, classes
from hiptimer.model.words import number_words

MINUTE_S = 60
LEAST_TENS = 20


class Amount(msgspec.Struct, frozen=True):
    """`after` is the index of the token after it; `why` is said of a range."""

    value: float
    after: int
    why: str = ""


class Amounts:
    """The numbers among the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], words: "AmountWords") -> None:
        self._tokens = tokens
        self._words = words
        # Each rule asks of each token: a text of nothing but "a." took 0.7 s without.
        self._class_at: dict[int, tuple[str, int] | None] = {}

    def is_a(self, index: int, *names: str) -> int | None:
        """The index after a word of one of these classes; None when there is none here."""
        if index not in self._class_at:
            self._class_at[index] = self._words.classes.at(self._tokens, index)
        found = self._class_at[index]
        return found[1] if found is not None and found[0] in names else None

    def sign(self, index: int, signs: str) -> bool:
        return index < len(self._tokens) and self._tokens[index].text in signs

    def kind(self, index: int) -> Kind:
        return self._tokens[index].kind if index < len(self._tokens) else Kind.NEWLINE

    # --- numbers ---

    def single(self, index: int) -> Amount | None:
        """One number: "10", "ten", "1/2", "1½"."""
        if self.kind(index) is Kind.WORD:
            return self._spelled(index)
        if self.kind(index) is not Kind.NUMBER:
            return None
        value, after = self._tokens[index].value, index + 1
        fraction = self._fraction(after)
        if fraction is not None and value == int_or_nan(value):
            return Amount(value + fraction.value, fraction.after)
        return Amount(value, after)

    def _spelled(self, index: int) -> Amount | None:
        """A number in words: "ten", "cuarenta y cinco". An article, as "una" is, is a number only
        before what is counted.
        """
        word = self._tokens[index].text
        value = self._words.numbers.get(word)
        counted = ("sets", "reps", "seconds", "minutes")
        if value is None or (word in self._words.small and self.is_a(index + 1, *counted) is None):
            return None
        if value >= LEAST_TENS and index + 2 < len(self._tokens):
            ones = self._words.numbers.get(self._tokens[index + 2].text, 0)
            if self._tokens[index + 1].text in self._words.joints and 0 < ones < LEAST_TENS / 2:
                return Amount(value + ones, index + 3)
        return Amount(value, index + 1)

    def _fraction(self, index: int) -> Amount | None:
        """A "½" after a whole number."""
        if self.kind(index) is not Kind.NUMBER or self._tokens[index].text.isdecimal():
            return None
        value = self._tokens[index].value
        return (
            Amount(value, index + 1) if value < 1 and len(self._tokens[index].text) == 1 else None
        )

    def number(self, index: int, *, sure: bool = False) -> Amount | None:
        """One number, or a range, of which the lower number is taken. With `sure`, "30 - 60 s"
        is a range too.
        """
        low = self.single(index)
        if low is None:
            return None
        to = self._range_sign(low.after)
        high = None if to is None else self.single(to)
        if high is None or self._goes_on(high.after):
            return low
        spaced = not self._tokens[low.after - 1].touches(self._tokens[low.after])
        if (
            self.sign(low.after, "-")
            and spaced
            and not sure
            and not self._is_spaced_range(low, high)
        ):
            return low
        return Amount(min(low.value, high.value), high.after, self._range_words(low, high))

    def _range_sign(self, index: int) -> int | None:
        if self.sign(index, "-"):
            return index + 1
        return self.is_a(index, "range")

    def _goes_on(self, index: int) -> bool:
        """Whether a third number follows, as in a tempo."""
        return (
            self.sign(index, "-")
            and self.single(index + 1) is not None
            and (
                self._tokens[index - 1].touches(self._tokens[index])
                and self._tokens[index].touches(self._tokens[index + 1])
            )
        )

    def _is_spaced_range(self, low: Amount, high: Amount) -> bool:
        """Whether "8 - 12" is one amount: "3x10 - 30 s rest" and "10 - 3 sets" are two."""
        return low.value < high.value and self.unit(high.after) is None

    def unit(self, index: int) -> int | None:
        """The index after a unit that makes another amount of the number before it."""
        return self.is_a(index, "seconds", "minutes", "maybe_minutes", "sets")

    def _range_words(self, low: Amount, high: Amount) -> str:
        lower = number_words(min(low.value, high.value))
        return tr("Of this range the lower number, {n}, is taken.", n=lower)

    # --- time ---

    def time(self, index: int, *, sure: bool = False, apart: bool = False) -> Amount | None:
        """A length of time in seconds, or a range of them. With `sure`, where only a time can
        stand, "m" is minutes. With `sure` or `apart`, "1 min 30 s rest" are two times.
        """
        low = self._one_time(index, sure, apart)
        if low is None:
            return None
        to = self._range_sign(low.after)
        high = None if to is None else self._one_time(to, sure, apart)
        if high is None or self._are_two(low, high):
            return low
        return Amount(min(low.value, high.value), high.after, self._range_words(low, high))

    def _are_two(self, low: Amount, high: Amount) -> bool:
        """Whether "30 s - 15 s rest" is two times; "20s-30s hold" is one range."""
        if not self.sign(low.after, "-") or self._adjoins(low.after):
            return False
        return self.is_a(high.after, "hold", "rest") is not None

    def _one_time(self, index: int, sure: bool, apart: bool) -> Amount | None:
        span = self._words.spans.at(self._tokens, index)
        if span is not None:
            return Amount(span[0], span[1])
        return self._clock(index) or self._with_marks(index) or self._with_units(index, sure, apart)

    def _clock(self, index: int) -> Amount | None:
        """Minutes and seconds as "1:30"."""
        if not (self._whole(index) and self.sign(index + 1, ":") and self._whole(index + 2)):
            return None
        minutes, colon, seconds = self._tokens[index : index + 3]
        is_clock = minutes.touches(colon) and colon.touches(seconds)
        if not is_clock or len(seconds.text) != 2 or seconds.value >= MINUTE_S:
            return None
        if self.sign(index + 3, ":"):
            return None
        after = self.is_a(index + 3, "minutes") or index + 3
        return Amount(minutes.value * MINUTE_S + seconds.value, after)

    def _whole(self, index: int) -> bool:
        return self.kind(index) is Kind.NUMBER and self._tokens[index].text.isdecimal()

    def _with_marks(self, index: int) -> Amount | None:
        """Minutes and seconds as 1' and 30'' or 30"."""
        number = self.single(index)
        if number is None or self.kind(index) is not Kind.NUMBER:
            return None
        after = self._seconds_mark(number.after)
        if after is not None:
            return Amount(number.value, after)
        if not (self.sign(number.after, "'") and self._adjoins(number.after)):
            return None
        minutes, after = number.value * MINUTE_S, number.after + 1
        more = self.single(after) if self._adjoins(after) else None
        end = None if more is None else self._seconds_mark(more.after)
        return (
            Amount(minutes, after)
            if more is None or end is None
            else Amount(minutes + more.value, end)
        )

    def _seconds_mark(self, index: int) -> int | None:
        if not self._adjoins(index):
            return None
        if self.sign(index, '"'):
            return index + 1
        return index + 2 if self.sign(index, "'") and self.sign(index + 1, "'") else None

    def _adjoins(self, index: int) -> bool:
        return 0 < index < len(self._tokens) and self._tokens[index - 1].touches(
            self._tokens[index]
        )

    def _with_units(self, index: int, sure: bool, apart: bool) -> Amount | None:
        number = self._halves(index) or self.number(index, sure=sure)
        if number is None and sure:
            number = self._decimal(index)
        if number is None:
            return None
        after = self.is_a(number.after, "seconds")
        if after is not None:
            return msgspec.structs.replace(number, after=after)
        after = self._minutes(number.after, sure)
        if after is None:
            return None
        rest = self.single(after)
        seconds = None if rest is None else self.is_a(rest.after, "seconds")
        minutes = number.value * MINUTE_S
        split = (sure or apart) and seconds is not None and self.is_a(seconds, "rest", "hold")
        if rest is None or seconds is None or split:
            return Amount(minutes, after, number.why and self._minutes_words(number))
        return Amount(minutes + rest.value, seconds)

    def _decimal(self, index: int) -> Amount | None:
        """ "2,5" where a time must stand."""
        if self.kind(index) is not Kind.UNCLEAR:
            return None
        value = float(self._tokens[index].text.replace(",", "."))
        return Amount(value, index + 1, tr("Read as {words}.", words=number_words(value)))

    def _minutes_words(self, number: Amount) -> str:
        return tr(
            "Of this range the lower number, {n} min, is taken.", n=number_words(number.value)
        )

    def _minutes(self, index: int, sure: bool) -> int | None:
        """The index after a word for minutes; "m" is one where a time must stand."""
        after = self.is_a(index, "minutes")
        if after is None:
            maybe = self.is_a(index, "maybe_minutes")
            follows = None if maybe is None else self.single(maybe)
            compound = follows is not None and self.is_a(follows.after, "seconds") is not None
            after = maybe if sure or compound else None
        return after

    def _halves(self, index: int) -> Amount | None:
        """A fraction before a unit: "1/2 min", "1 1/2 min"."""
        whole = 0.0
        if self._whole(index) and self._whole(index + 1):
            whole, index = self._tokens[index].value, index + 1
        if not (self._whole(index) and self.sign(index + 1, "/") and self._whole(index + 2)):
            return None
        over, under = self._tokens[index].value, self._tokens[index + 2].value
        if not 0 < over < under < math.inf or self.sign(index + 3, "/"):
            return None
        return Amount(whole + over / under, index + 3)


class AmountWords(msgspec.Struct, frozen=True):
    """What numbers and lengths of time are read with. `joints` stand between tens and ones, `small`
    are words that may carry nothing.
    """

    numbers: Mapping[str, float]
    joints: Collection[str]
    small: Collection[str]
    spans: Phrases[float]
    classes: Phrases[str]


def amount_words(vocabulary: Vocabulary) -> AmountWords:
    repeats = ((word, "repeats") for word in vocabulary.repeats)
    return AmountWords(
        vocabulary.numbers,
        vocabulary.number_joints,
        {*vocabulary.small.fillers},
        Phrases(vocabulary.spans.items()),
        Phrases([*classes(vocabulary.amounts), *classes(vocabulary.sides), *repeats]),
    )


def int_or_nan(value: float) -> float:
    """The whole part of a number; NaN for one without end, which equals nothing."""
    return float(int(value)) if math.isfinite(value) else math.nan
