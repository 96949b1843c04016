"""How an exercise felt: one tap of three."""

from hiptimer.model.language import later_in, tr, tr_in
from hiptimer.model.session import Rating
from hiptimer.ui.widgets.chips import Chip, Choice

RATINGS = (Rating.EASY, Rating.RIGHT, Rating.TOO_MUCH)
RATING_WORDS = {
    Rating.EASY: later_in("how an exercise felt", "easy"),
    Rating.RIGHT: later_in("how an exercise felt", "right"),
    Rating.TOO_MUCH: later_in("how an exercise felt", "too much"),
}


def rating_words(rating: Rating) -> str:
    """Such as "too much"."""
    return tr_in("how an exercise felt", RATING_WORDS[rating])


def rating_choice(name: str, rating: Rating | None) -> Choice:
    """The three words for the exercise called `name`, `rating` chosen."""
    words = tuple(map(rating_words, RATINGS))
    choice = Choice(
        tuple(Chip(text, height=28, radius=14) for text in words),
        # L: {rating} is such as "too much".
        tuple(tr("{exercise}: {rating}", exercise=name, rating=text) for text in words),
    )
    choice.show_chosen(None if rating is None else RATINGS.index(rating))
    return choice
