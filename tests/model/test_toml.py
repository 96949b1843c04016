"""Whatever stands in a TOML file, it is read, or told what is wrong with it."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.model.toml import LARGEST, TomlError, toml_table


def fault(data: bytes) -> str:
    with pytest.raises(TomlError) as caught:
        toml_table(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a = ", "last line: is not TOML: Invalid value"),
        (b"a = 1\na = 2", "last line: is not TOML: Cannot overwrite a value"),
        (b"a = 1\nb = \xff", "line 2: found a byte that is not UTF-8 text"),
        (b"a = " + b"[" * 50_000, "brackets within brackets, too deep to be read"),
        (b"a = " + b"9" * 5_000, "a number has too many digits"),
        (b"#" * (LARGEST + 1), "is too large: it may have up to 64 kB"),
        (b"b = 1\n" + b"a." * 30_000 + b"a = 1", "line 2: a name of too many parts"),
        (b"[" + b" a . " * 90 + b"a]", "line 1: a name of too many parts"),
        (b"[" + b'"a b".' * 30 + b"a]", "line 1: a name of too many parts"),
        (b"[" + b'"\\"".' * 30 + b"a]", "line 1: a name of too many parts"),
        (b"[" + b"'\"'." * 30 + b"a]", "line 1: a name of too many parts"),
    ],
)
def test_what_is_wrong_is_told(data: bytes, told: str) -> None:
    assert fault(data) == told


def test_a_mark_of_the_encoding_is_no_fault() -> None:
    assert toml_table(b"\xef\xbb\xbfa = 1") == {"a": 1}


def test_numbers_with_points_are_no_long_names() -> None:
    text = b"a = [" + b"0.1, -2.5, " * 40 + b"]"
    assert len(toml_table(text)["a"]) == 80  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        b"[[a]]\n" * (LARGEST // 6),
        b"\n".join(b"a%d=1" % n for n in range(LARGEST // 9)),
        b"\n".join(b"[" + b".".join([b"a"] * 19) + b"%d]" % n for n in range(LARGEST // 45)),
        b"x" * LARGEST,
        b"." * LARGEST,
        b'"' * LARGEST,
        b"\"'" * (LARGEST // 2),
        b'"' + b"a" * (LARGEST - 2) + b"'",
        b"a = [" + b"{" * 90 + b"}" * 90 + b"]",
        b"\n".join(b"a%d = { b.c.d.e.f = 1 }" % n for n in range(LARGEST // 30)),
        b"a ." * (LARGEST // 3),
    ],
)
def test_no_file_takes_long(data: bytes) -> None:
    began = time.process_time()
    with suppress(TomlError):
        toml_table(data)
    assert time.process_time() - began < 1


@given(st.one_of(st.binary(), st.text().map(str.encode)))
def test_nothing_else_is_raised(data: bytes) -> None:
    with suppress(TomlError):
        assert isinstance(toml_table(data), dict)
