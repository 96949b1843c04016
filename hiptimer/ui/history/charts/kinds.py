"""The charts there are."""

from enum import StrEnum


class ChartKind(StrEnum):
    """A chart by the word on its tab; all but the story are of a range."""

    WEEKS = "Weeks"
    EXERCISES = "Exercises"
    MUSCLES = "Muscles"
    BALANCE = "Left and right"
    FELT = "How it felt"
    STORY = "Its story"

    @property
    def short(self) -> str:
        """The word where there is little room."""
        return {ChartKind.BALANCE: "Sides", ChartKind.FELT: "Felt", ChartKind.STORY: "Story"}.get(
            self, self.value
        )
