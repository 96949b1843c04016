"""Making and changing routines, over the whole window."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Past
from hiptimer.app.house import House
from hiptimer.app.moves import stock
from hiptimer.app.shelf import ShelfError
from hiptimer.app.unsaved import Unsaved
from hiptimer.model.draft import Draft, draft_of
from hiptimer.model.laws import routine_faults
from hiptimer.model.routine import Step
from hiptimer.model.timeline import Timeline
from hiptimer.model.words import fetch_words
from hiptimer.ui.editor.foot import Facts
from hiptimer.ui.editor.page import EditorPage
from hiptimer.workout.heard import heard

# For laying out what has no name yet.
DRAFT_ID = "draft"


class EditorRoom(QObject):
    """`left` comes when the page is left, with the id of the routine as it is saved, "" without
    one. `may_close` comes when the window was to be closed and nothing unsaved is left to lose.
    """

    left = Signal(str)
    may_close = Signal()
    lines_wished = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._home = house.home
        self._past = Past()
        self._timeline: Timeline | None = None
        self._is_open = False
        self._is_closing = False
        self._unsaved = Unsaved(house.home.paths.state / "unsaved-routine.json")
        self._goes_on = False
        self.page = EditorPage(house.icons, house.album)
        house.shelf.changed.connect(self._take_exercises)
        self._join()

    def _join(self) -> None:
        page = self.page
        page.draft_changed.connect(self._show)
        page.script_wished.connect(self._show_script)
        page.lines_wished.connect(self.lines_wished)
        page.save_wished.connect(self.save)
        page.left.connect(self.leave)
        page.keep_wished.connect(self._keep)
        page.discard_wished.connect(self._go)
        page.stay_wished.connect(self._stay)

    # --- beginning ---

    @property
    def is_open(self) -> bool:
        """Whether a routine is being made, even while its lines are typed elsewhere."""
        return self._is_open

    def open(self, routine_id: str = "", steps: tuple[Step, ...] = ()) -> None:
        """Change a routine, or with "" make a new one, with some steps to begin with.

        Where the program was ended while it was made or changed, it goes on from there.
        """
        catalogue = self._home.catalogue
        routine = catalogue.routines.get(routine_id)
        self._past = self._home.read_past()
        self._is_open, self._is_closing = True, False
        draft = Draft() if routine is None else draft_of(routine)
        self.page.begin(draft, catalogue.exercises, stock(self._home))
        unsaved = None if steps else self._unsaved_of(draft.id)
        self._goes_on = unsaved is not None
        if steps:
            self.page.add_steps(steps)
        if unsaved is not None:
            self.page.go_on_with(unsaved)
        self.show()
        self.page.focus_first()

    def _unsaved_of(self, routine_id: str) -> Draft | None:
        """What was not saved of it; of a routine that is gone since, it is a new one."""
        draft = self._unsaved.read()
        if draft is not None and draft.id not in self._home.catalogue.routines:
            draft = replace(draft, id="")
        return draft if draft is not None and draft.id == routine_id else None

    def show(self) -> None:
        """Back to what is being made."""
        self._house.main.show_full(self.page)

    def add(self, steps: tuple[Step, ...]) -> None:
        """Put steps into what is being made."""
        self.page.add_steps(steps)
        self.show()
        self.page.steps.setFocus()

    def _take_exercises(self) -> None:
        exercises = self._home.catalogue.exercises
        if self._is_open and exercises != self.page.editing.exercises:
            self.page.show_exercises(exercises, stock(self._home))

    # --- showing ---

    @property
    def _draft(self) -> Draft:
        return self.page.editing.draft

    def _show(self) -> None:
        exercises = self._home.catalogue.exercises
        draft = self._draft
        self._timeline = None
        fetch = ""
        if draft.steps:
            routine = draft.routine(DRAFT_ID)
            if not any(routine_faults(routine, exercises)):
                fetch = fetch_words(self._home.catalogue.needs_of(routine))
                self._timeline = self._home.lay_out(routine, self._past)
        seconds = None if self._timeline is None else self._timeline.seconds
        lacks = draft.lacks(exercises)
        self.page.show_facts(Facts(not draft.steps, seconds, draft.rounds, fetch, lacks))
        if self.page.shows_script:
            self._show_script()

    def _show_script(self) -> None:
        timeline = self._timeline
        speech = self._home.timing().speech
        self.page.show_script(() if timeline is None else heard(timeline, speech))

    # --- saving and leaving ---

    def save(self) -> bool:
        """Keep it and stay; whether it is kept. What is in the way is told on the page."""
        draft, shelf = self._draft, self._house.shelf
        if draft.lacks(self._home.catalogue.exercises):
            self.page.go_to_what_lacks()
            return False
        routine_id = draft.id or shelf.free_routine_id(draft.name)
        if draft.id and self.page.editing.changes.is_saved:
            self.page.tell_saved(routine_id)
            return True
        try:
            shelf.save_routine(draft.routine(routine_id))
        except ShelfError as error:
            self.page.tell_trouble(str(error))
            return False
        self.page.tell_saved(routine_id)
        return True

    def asks_before_closing(self) -> bool:
        """Whether the window must wait, since it is asked now what to do with what is unsaved."""
        if not self._is_open:
            return False
        self.page.take_numbers()
        if self.page.editing.changes.is_saved:
            return False
        self._is_closing = True
        self.show()
        self.page.ask()
        return True

    def leave(self) -> None:
        """Ask first, when something is unsaved."""
        if self.page.editing.changes.is_saved:
            self._go()
        else:
            self.page.ask()

    def _keep(self) -> None:
        if self.save():
            self._go()

    def _stay(self) -> None:
        self._is_closing = False

    def close(self) -> None:
        """The program ends and nobody can be asked: what is not saved is kept for the next time."""
        if not self._is_open:
            return
        self.page.take_numbers()
        if not self.page.editing.changes.is_saved:
            self._unsaved.keep(self._draft)
        elif self._goes_on:
            self._unsaved.forget()

    def _go(self) -> None:
        self._is_open = False
        if self._goes_on:
            self._unsaved.forget()
        if self._is_closing:
            self.may_close.emit()
        else:
            self.left.emit(self._draft.id)
