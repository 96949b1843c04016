"""The large words of the workout view: what stands where, how large, in which colour."""

import msgspec
from PySide6.QtGui import QFont

from hiptimer.model.language import tr, tr_in
from hiptimer.model.moment import Moment
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout import sentences
from hiptimer.ui.workout.faces import is_standing
from hiptimer.ui.workout.lines import Line

# 52 pixels of Inter have capitals of 37.8: what can be read from two metres.
LARGE = 52.0
LEAST_LARGE = 51.0
NUMBER = 264.0
TEXT, LEAST_TEXT = 36.0, 22.0
HINT, LEAST_HINT = 28.0, 18.0
MEDIUM = QFont.Weight.Medium
REGULAR = QFont.Weight.Normal


class Texts(msgspec.Struct, frozen=True):
    """All words for one moment. With a figure in its place, the instructions move aside."""

    theme: Theme
    moment: Moment
    timeline: Timeline
    has_figure: bool
    is_stop_asked: bool = False

    @property
    def is_standing(self) -> bool:
        """Whether the workout stands still: paused, or counting down to go on."""
        return is_standing(self.moment)

    def standing(self) -> tuple[Line, ...]:
        """In the ring while the workout stands still."""
        theme = self.theme
        again = sentences.again_sentence(self.moment)
        if not self.is_standing:
            return ()
        if self.moment.resuming_s > 0:
            return (
                Line(tr("Going on"), theme.rest, LARGE, LEAST_LARGE),
                Line(
                    str(sentences.seconds_up(self.moment.resuming_s)),
                    theme.rest,
                    NUMBER,
                    NUMBER,
                    leading=0.9,
                ),
                Line(again, theme.muted, 30, 24, MEDIUM),
            )
        if self.is_stop_asked:
            return (
                Line(tr("Stop?"), theme.ink, 104, 80),
                Line(tr("Esc again: stop and keep."), theme.ink, 34, 26, MEDIUM, gap=8),
                Line(tr("Space: go on"), theme.muted, 34, 26, MEDIUM, gap=8),
            )
        return (
            Line(tr_in("a workout", "Paused"), theme.ink, 104, 80),
            Line(again, theme.ink, 34, 26, MEDIUM, gap=8),
            Line(tr("Space: go on"), theme.muted, 34, 26, MEDIUM, gap=8),
        )

    @property
    def _is_work(self) -> bool:
        return self.moment.segment.kind is SegmentKind.WORK

    def headline(self) -> tuple[Line, ...]:
        """Upper left: get ready, the exercise, and what to do for the side."""
        theme, segment = self.theme, self.moment.segment
        title = "" if self._is_work else sentences.gap_title(segment)
        lead = tr_in("comes next", "Next") if segment.kind is SegmentKind.REST else ""
        return (
            Line(title, theme.rest, LARGE, LEAST_LARGE),
            Line(
                segment.exercise.name,
                theme.ink,
                LARGE,
                LEAST_LARGE,
                lead=lead,
                lead_colour=theme.muted,
            ),
            Line(sentences.side_sentence(segment), theme.work_text, LARGE, LEAST_LARGE),
        )

    def instructions(self) -> tuple[Line, ...]:
        """Middle left: how to take the position in a gap, how to move at work."""
        if self.has_figure:
            return ()
        theme, segment = self.theme, self.moment.segment
        text = segment.exercise.text
        cue = sentences.form_cue(segment)
        if self._is_work:
            return (
                Line(text.how, self._ink, TEXT, LEAST_TEXT, MEDIUM),
                Line(cue, theme.muted, HINT, LEAST_HINT, REGULAR, gap=16),
            )
        return (
            self._equipment(),
            Line(text.setup, self._ink, TEXT, LEAST_TEXT, MEDIUM, gap=10),
            Line(text.how, theme.muted, HINT, LEAST_HINT, REGULAR, gap=16),
        )

    def details(self) -> tuple[Line, ...]:
        """Under the countdown of a gap: how much of it."""
        if self._is_work or self.is_standing:
            return ()
        theme, segment = self.theme, self.moment.segment
        lines = [
            Line(sentences.dose_sentence(segment), theme.ink, 44, 30),
            Line(sentences.tempo_sentence(segment), theme.muted, 26, 18, REGULAR, gap=6),
            Line(sentences.place_sentence(segment), theme.muted, 26, 18, REGULAR),
        ]
        if self.has_figure:
            setup = segment.exercise.text.setup
            lines += [self._equipment(), Line(setup, theme.ink, 22, 16, REGULAR, gap=8)]
        return tuple(lines)

    def coming(self) -> tuple[Line, ...]:
        """Lower left at work: what is next, and the form cue beside a figure."""
        if not self._is_work:
            return ()
        theme = self.theme
        coming = sentences.coming_after(self.timeline, self.moment.index)
        cue = sentences.form_cue(self.moment.segment) if self.has_figure else ""
        return (
            Line(cue, theme.muted, 22, 16, REGULAR),
            Line(
                coming.text,
                self._ink,
                LARGE,
                LEAST_LARGE,
                lead=coming.lead,
                lead_colour=theme.muted,
            ),
        )

    def hint(self) -> tuple[Line, ...]:
        """Under the ring at my pace: the key that goes on. The bar says the one that pauses."""
        ink = self.theme.accent if self.moment.is_waiting else self.theme.muted
        return (Line(sentences.next_sentence(self.moment), ink, LARGE, LEAST_LARGE),)

    @property
    def _ink(self) -> str:
        """Words that wait while the workout stands still are dimmed."""
        return self.theme.muted if self.is_standing else self.theme.ink

    def _equipment(self) -> Line:
        sentence = sentences.equipment_sentence(self.moment.segment)
        return Line(sentence, self.theme.rest, 40, 28)
