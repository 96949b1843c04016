"""How an exercise felt: one tap of three."""

from hiptimer.model.session import Rating
from hiptimer.ui.widgets.chips import Chip, Choice

RATINGS = (Rating.EASY, Rating.RIGHT, Rating.TOO_MUCH)
RATING_WORDS = {Rating.EASY: "easy", Rating.RIGHT: "right", Rating.TOO_MUCH: "too much"}


def rating_choice(name: str, rating: Rating | None) -> Choice:
    """The three words for the exercise called `name`, `rating` chosen."""
    words = tuple(RATING_WORDS[one] for one in RATINGS)
    choice = Choice(
        tuple(Chip(text, height=28, radius=14) for text in words),
        tuple(f"{name}: {text}" for text in words),
    )
    choice.show_chosen(None if rating is None else RATINGS.index(rating))
    return choice
