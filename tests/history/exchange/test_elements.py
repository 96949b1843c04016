import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.elements import Elements

texts = st.text(max_size=5)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
objects = st.dictionaries(texts, scalars | st.lists(scalars, max_size=3), max_size=3)


class Trickle(io.BytesIO):
    """A stream that gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self._most = most

    def read(self, size: int | None = -1) -> bytes:
        return super().read(self._most if size is None or size < 0 else min(size, self._most))


def elements(data: bytes, most: int = 1 << 16) -> Elements:
    assert data.startswith(b"[")
    return Elements(Trickle(data[1:], most), b"", 1)


@given(st.lists(objects, max_size=4), st.integers(1, 40), st.sampled_from((None, 2)))
def test_any_list_comes_apart_as_a_json_reader_takes_it(
    some: list[dict], most: int, indent: int | None
) -> None:
    data = json.dumps(some, indent=indent, ensure_ascii=False).encode()
    assert [json.loads(each) for each in elements(data, most)] == some


def test_each_element_has_its_line() -> None:
    some = elements(b'[\n  {"a": 1},\n\n  {"b":\n 2}\n]\n')
    assert [some.line for _ in some] == [2, 4]


@pytest.mark.parametrize(
    ("data", "whole", "words"),
    [
        (b"[", 0, "line 1: the file ends within a session"),
        (b'[{},\n{"a": [1', 1, "line 2: the file ends within a session"),
        (b"[{},\n", 1, "line 2: the file ends within a session"),
        (b"[{}", 1, "line 1: found no comma after a session"),
        (b"[{}\n{}]", 1, "line 2: found no comma after a session"),
        (b"[{},\n{?}]", 1, "line 2: is not JSON"),
        (b"[{},]", 1, "line 1: is not JSON"),
        (b"[{}]\n[{}]", 1, "line 2: found more after the end of the list"),
        (b"[" * 100_000, 0, "too deep"),
        (b'[{"a": ' * 100_000, 0, "too deep"),
        (b'[{"a": "' + b"x" * 11_000_000 + b'"}]', 0, "more than 10 MB"),
        (b'[{"a": "' + b"x" * 30_000_000, 0, "more than 10 MB"),
    ],
)
def test_a_list_that_breaks_off_gives_what_came_before(data: bytes, whole: int, words: str) -> None:
    got = []
    with pytest.raises(HistoryError, match=words):
        got.extend(elements(data))
    assert len(got) == whole
