"""How hard a session was, on the CR10 scale."""

from hiptimer.ui.widgets.chips import Choice, number_choice

EFFORT_WORDS = {0: "nothing", 3: "moderate", 5: "hard", 7: "very hard", 10: "maximal"}
MOST_EFFORT = 10


def effort_choice(*, width: int, height: int) -> Choice:
    """The numbers 0 to 10, none of them chosen."""
    names = tuple(
        f"Effort {number}, {EFFORT_WORDS[number]}" if number in EFFORT_WORDS else f"Effort {number}"
        for number in range(MOST_EFFORT + 1)
    )
    return number_choice(names, width=width, height=height)


def effort_scale() -> str:
    return " · ".join(f"{number} {word}" for number, word in EFFORT_WORDS.items())


def effort_words(effort: float) -> str:
    """Such as "5 of 10, hard", "6.5 of 10"."""
    word = EFFORT_WORDS.get(round(effort), "") if effort == round(effort) else ""
    return f"{effort:g} of {MOST_EFFORT}" + (f", {word}" if word else "")
