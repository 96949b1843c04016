"""Words from elsewhere, made harmless."""

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.model.plain import plain


def test_what_moves_a_cursor_is_replaced() -> None:
    assert plain("a\x1b[2Jb\u202ec\n") == "a�[2Jb�c�"


def test_long_words_are_cut_in_their_middle() -> None:
    assert plain("a" * 90 + "b" * 90, 20) == "a" * 10 + " … " + "b" * 10


@given(st.text(), st.integers(2, 40))
def test_it_fits_a_line(text: str, longest: int) -> None:
    assert plain(text, longest).isprintable()
    assert len(plain(text, longest)) <= longest + 3
