"""A moment of the workout in all parts of the page, read from nearby or from a distance."""

from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Timeline
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.afar import Afar
from hiptimer.ui.workout.faces import face_of, is_standing
from hiptimer.ui.workout.lines import Line
from hiptimer.ui.workout.parts import Parts
from hiptimer.ui.workout.texts import Texts


class Showing:
    """Knows what is to be seen, and writes and places anew only what is not as it was."""

    def __init__(self, parts: Parts, afar: Afar, theme: Theme) -> None:
        self._parts = parts
        self._afar = afar
        self._theme = theme
        self._timeline = Timeline(())
        self._moment: Moment | None = None
        self._saved: dict[tuple[int, int], int] = {}
        self._is_stop_asked = False

    @property
    def moment(self) -> Moment | None:
        """The one that is shown; None before the first of a workout."""
        return self._moment

    def begin(self) -> None:
        """Another workout: nothing of the last one stays."""
        self._moment = None
        self._saved = {}
        self._is_stop_asked = False

    def set_timeline(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._parts.routine_bar.set_timeline(timeline)
        self.write()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._parts.set_theme(theme)
        self._afar.set_theme(theme)
        self.write()

    def ask_stop(self, asked: bool) -> None:
        self._is_stop_asked = asked
        self.write()

    def note_saved(self, n: int, attempt: int, reps: int) -> None:
        """`reps` of work segment `n` in this attempt are on disk; 1 for a hold."""
        self._saved[(n, attempt)] = reps

    def show(self, moment: Moment) -> None:
        """Cheap when little changed since the last one."""
        before, self._moment = self._moment, moment
        is_near = not self._afar.is_on
        if before is None or before.segment is not moment.segment or _look(before) != _look(moment):
            self.write()
        elif is_standing(moment) and is_near:
            self._parts.standing.show_lines(self.standing_lines(), self._parts.scale)
        self._parts.routine_bar.show_at(moment.segment.start + moment.position)
        if is_near:
            saved = self._saved_at(moment)
            self._parts.ring.show_face(*face_of(moment, self._timeline, saved))
        self._show_afar(moment)

    def write(self) -> None:
        """Write all words anew, and put them where they have room."""
        if self._moment is None:
            return
        if self._afar.is_on:
            self._show_afar(self._moment)
        else:
            self._parts.write(self._texts(self._moment))
        self._parts.bar.show_for(
            self._moment.segment,
            is_paused=self._moment.state is PlayState.PAUSED,
            is_asked=self._is_stop_asked,
            is_paced_by_person=self._moment.is_paced_by_person,
        )

    def standing_lines(self) -> tuple[Line, ...]:
        """The words in the ring while the workout stands still."""
        return () if self._moment is None else self._texts(self._moment).standing()

    def place(self, width: int, height: int) -> None:
        """The page has this size, or other parts have words."""
        self._parts.place(width, height)
        self._afar.place()
        self.write()

    def show_parts(self) -> None:
        """Show the words and pictures that have room now."""
        self._parts.show_near(
            is_near=not self._afar.is_on,
            has_offer=self._parts.easier_card.isVisible(),
            has_toast=self._parts.toast.isVisible(),
        )
        self._afar.give_room()

    def _show_afar(self, moment: Moment) -> None:
        saved = self._saved_at(moment)
        self._afar.show(moment, self._timeline, saved, is_stop_asked=self._is_stop_asked)

    def _saved_at(self, moment: Moment) -> int:
        return self._saved.get((moment.segment.n, moment.attempt), 0)

    def _texts(self, moment: Moment) -> Texts:
        return Texts(
            self._theme,
            moment,
            self._timeline,
            has_figure=self._parts.figure.frame is not None,
            is_stop_asked=self._is_stop_asked,
        )


def _look(moment: Moment) -> tuple[object, ...]:
    """What the words depend on while the segment stays the same."""
    paced = (moment.my_pace, moment.is_waiting, moment.rep if moment.my_pace else 0)
    return (moment.state, moment.resuming_s > 0, *paced)
