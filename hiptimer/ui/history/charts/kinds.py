"""The charts there are."""

from enum import StrEnum

from hiptimer.model.language import later_in, tr_in


class ChartKind(StrEnum):
    """All but the story are of a range."""

    WEEKS = "weeks"
    EXERCISES = "exercises"
    MUSCLES = "muscles"
    BALANCE = "balance"
    FELT = "felt"
    STORY = "story"

    @property
    def words(self) -> str:
        """The words on its tab."""
        return tr_in("tab of a chart", WORDS[self])

    @property
    def short(self) -> str:
        """The word where there is little room."""
        return tr_in("tab of a chart, short", SHORT[self])


WORDS = {
    ChartKind.WEEKS: later_in("tab of a chart", "Weeks"),
    ChartKind.EXERCISES: later_in("tab of a chart", "Exercises"),
    ChartKind.MUSCLES: later_in("tab of a chart", "Muscles"),
    ChartKind.BALANCE: later_in("tab of a chart", "Left and right"),
    ChartKind.FELT: later_in("tab of a chart", "How it felt"),
    # L: Of one exercise: how much of it was done each time.
    ChartKind.STORY: later_in("tab of a chart", "Its story"),
}
SHORT = {
    ChartKind.WEEKS: later_in("tab of a chart, short", "Weeks"),
    ChartKind.EXERCISES: later_in("tab of a chart, short", "Exercises"),
    ChartKind.MUSCLES: later_in("tab of a chart, short", "Muscles"),
    ChartKind.BALANCE: later_in("tab of a chart, short", "Sides"),
    ChartKind.FELT: later_in("tab of a chart, short", "Felt"),
    ChartKind.STORY: later_in("tab of a chart, short", "Story"),
}
