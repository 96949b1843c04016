"""The page on which a routine is made: its steps, what each of them is, and what it comes to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.draft import MOST_STEPS, Draft
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr
from hiptimer.model.routine import Step
from hiptimer.ui.editor.editing import Editing
from hiptimer.ui.editor.field_keys import REDO, UNDO, FieldKeys
from hiptimer.ui.editor.foot import Facts, Foot
from hiptimer.ui.editor.picking import Picking
from hiptimer.ui.editor.sides import SCRIPT, STEP, WHOLE, Sides
from hiptimer.ui.editor.steps import StepList
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import regular
from hiptimer.ui.own_exercise.fields import Amount
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.plan import Stock
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.full_page import FullPage
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.ui.widgets.tab_order import tab_after

Keys = QKeySequence.StandardKey
SAVED, NOT_SAVED = later("Saved"), later("Not saved yet")
GOES_ON = later("As it was when the program was ended. Undo takes you back to before.")
NOTHING_YET = later("Add exercises one by one, or type them as lines.")
HINT = later("Drag to reorder, or press Alt+↑ and Alt+↓. Delete removes.")


class EditorPage(FullPage):
    """`draft_changed` comes after every change and `script_wished` when the script is looked at:
    `show_facts` and `show_script` answer. `lines_wished` is for typing steps as lines.

    With `save_wished` the person wants to keep it, with `left` to leave it, saved or not.
    """

    draft_changed = Signal()
    script_wished = Signal()
    lines_wished = Signal()
    save_wished = Signal()
    discard_wished = Signal()
    stay_wished = Signal()
    keep_wished = Signal()

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(tr("New routine"), parent=parent)
        self._facts = Facts()
        self._news = self._trouble = ""
        self._picking = Picking(self, icons, album)
        self._field_keys = FieldKeys(self)
        self.editing = Editing(self)
        self.undo = Button(tr("Undo"), Look.QUIET, key="Ctrl+Z", size=15)
        self.redo = Button(tr("Redo"), Look.QUIET, key="Ctrl+Y", size=15)
        self.save = Button(tr("Save"), Look.PRIMARY, key="Ctrl+S", size=16)
        self.steps = StepList(album)
        self.hint = Label(tr(NOTHING_YET), regular(14), Tone.MUTED, wraps=True)
        self.add = Button(tr("Add exercise"), Look.PRIMARY, key="Ctrl+N", size=15)
        self.lines = Button(tr("Type lines"), Look.SECONDARY, key="Ctrl+L", size=15)
        self.sides = Sides()
        self.foot = Foot()
        self._lay_out()
        self._join()
        self._add_keys()

    def _lay_out(self) -> None:
        self.buttons.setSpacing(12)
        for button in (self.undo, self.redo, self.save):
            self.buttons.addWidget(button)
        holder = QWidget()
        adding = FlowLayout(holder, gap=0)
        adding.addWidget(self.add)
        adding.addWidget(self.lines)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.steps, 1)
        left.addWidget(self.hint)
        moved_out = QHBoxLayout()
        moved_out.addSpacing(-round(RING_SPACE))
        moved_out.addWidget(holder, 1)
        left.addLayout(moved_out)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 10)
        row.addWidget(self.sides, 11)
        self.body.setSpacing(10)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.foot)
        last: QWidget = self.steps
        for part in (self.add, self.lines, self.sides, self.foot, self.back):
            last = tab_after(last, part)
        for button in (self.undo, self.redo, self.save):
            last = tab_after(last, button)

    def _join(self) -> None:
        self.editing.changed.connect(self._show)
        self.undo.clicked.connect(self.editing.undo)
        self.redo.clicked.connect(self.editing.redo)
        self.save.clicked.connect(self.wish_to_save)
        self.add.clicked.connect(self.choose_exercise)
        self.lines.clicked.connect(self.lines_wished)
        self._picking.added.connect(self._add)
        self._picking.swapped.connect(self.editing.swap)
        self._picking.closed.connect(self._go_to_steps)
        self.steps.chosen.connect(self._look_at)
        self.steps.row_entered.connect(self._go_to_fields)
        self.steps.moved.connect(self._move)
        self.steps.removed.connect(self.editing.remove)
        step = self.sides.step
        step.fields.changed.connect(self.editing.change_step)
        step.swap.clicked.connect(self.swap_exercise)
        step.double.clicked.connect(self.editing.double)
        step.remove.clicked.connect(self._remove)
        self.sides.whole.changed.connect(self.editing.take)
        self.sides.turned.connect(self._turn)
        self.foot.saving.connect(self.keep_wished)
        self.foot.discarding.connect(self.discard_wished)
        self.foot.staying.connect(self.stay)

    def _add_keys(self) -> None:
        for keys, slot in (
            ((QKeySequence(UNDO),), self.editing.undo),
            ((*map(QKeySequence, REDO),), self.editing.redo),
            ((QKeySequence(Keys.Save),), self.wish_to_save),
            ((QKeySequence("Ctrl+D"),), self.editing.double),
            ((QKeySequence("Ctrl+N"), QKeySequence("Ins")), self.choose_exercise),
            ((QKeySequence("Ctrl+L"),), self.lines_wished),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(list(keys))
            shortcut.activated.connect(slot)

    # --- showing ---

    def begin(self, draft: Draft, exercises: Mapping[str, Exercise], stock: Stock) -> None:
        """Begin with a routine as it is saved, or with an empty one."""
        self._entitle(draft.id)
        self._picking.stock = stock
        self.editing.begin(draft, exercises)
        self.sides.turn_to(STEP if draft.steps else WHOLE)

    def go_on_with(self, draft: Draft) -> None:
        """Go on from what was not saved, as one change, and say so."""
        self.editing.take(draft, "")
        self.sides.turn_to(STEP if draft.steps else WHOLE)
        self.foot.tell(tr(GOES_ON))
        self._announce(tr(GOES_ON))

    def _entitle(self, routine_id: str) -> None:
        title = tr("Edit routine") if routine_id else tr("New routine")
        self.title.setText(title)
        self.setAccessibleName(title)

    def focus_first(self) -> None:
        """The name of a new routine can be typed at once; else the arrows walk the steps."""
        field = self.steps if self.editing.draft.id else self.sides.whole.name
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_exercises(self, exercises: Mapping[str, Exercise], stock: Stock) -> None:
        """There are other exercises now."""
        self.editing.exercises = exercises
        self._picking.stock = stock
        self._show()

    def show_facts(self, facts: Facts) -> None:
        """What the routine comes to."""
        self._facts = facts
        self.foot.show_facts(facts, self._news, self._trouble)

    def show_script(self, lines: Sequence[tuple[float, str]]) -> None:
        """What is said, by the seconds at which it is."""
        self.sides.script.show_script(lines)

    @property
    def shows_script(self) -> bool:
        return self.sides.side == SCRIPT

    def tell_saved(self, routine_id: str) -> None:
        """It is saved under this id."""
        self._entitle(routine_id)
        self.editing.save(routine_id)
        self._news = tr(SAVED)
        self.foot.show_facts(self._facts, self._news, "")
        self._announce(self._news)

    def tell_trouble(self, words: str) -> None:
        """Why it could not be saved."""
        self.foot.ask_no_more()
        self._trouble = words
        self.foot.show_facts(self._facts, "", words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def ask(self) -> None:
        """Ask in place whether to keep what is not saved."""
        self._picking.close()
        self.foot.ask(self.editing.draft.name.strip(), self._facts.lacks)
        answer = self.foot.save if self.foot.save.isEnabled() else self.foot.stay
        answer.setFocus(Qt.FocusReason.TabFocusReason)
        words = f"{self.foot.question.text()} {self.foot.hint.text()}"
        self._announce(words)

    def stay(self) -> None:
        """Nothing is decided yet."""
        self.foot.ask_no_more()
        self._go_to_steps()
        self.stay_wished.emit()

    def leave(self) -> None:
        """Esc while a step is dragged leaves that where it was; while it is asked, one stays."""
        if self.steps.is_dragging:
            self.steps.let_go()
        elif self.foot.is_asking:
            self.stay()
        else:
            self.take_numbers()
            super().leave()

    def go_to_what_lacks(self) -> None:
        """Where to give what is missing."""
        if not self.editing.draft.name.strip():
            self.sides.turn_to(WHOLE)
            self.sides.whole.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.editing.draft.steps:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def wish_to_save(self) -> None:
        self.take_numbers()
        self.save_wished.emit()

    def take_numbers(self) -> None:
        """What is still being typed counts too."""
        for amount in self.findChildren(Amount):
            amount.take()

    def _show(self) -> None:
        editing = self.editing
        self._news = "" if editing.changes.is_saved else tr(NOT_SAVED)
        self._trouble = ""
        self.foot.ask_no_more()
        self.steps.show_steps(editing.draft.steps, editing.exercises, editing.place)
        self.hint.setText(tr(HINT if len(editing.draft.steps) > 1 else NOTHING_YET))
        self.add.setEnabled(len(editing.draft.steps) < MOST_STEPS)
        self.undo.setEnabled(editing.changes.can_undo)
        self.redo.setEnabled(editing.changes.can_redo)
        self.sides.step.show_step(editing.step, editing.exercises)
        self.sides.whole.show_draft(editing.draft)
        self._field_keys.watch()
        self.draft_changed.emit()

    def _turn(self, side: int) -> None:
        if side == SCRIPT:
            self.script_wished.emit()

    # --- steps ---

    def _look_at(self, place: int) -> None:
        self.editing.look_at(place)
        self.sides.step.show_step(self.editing.step, self.editing.exercises)
        self.sides.turn_to(STEP)
        self._field_keys.watch()

    def _go_to_fields(self, place: int) -> None:
        self.sides.turn_to(STEP)
        self.sides.step.fields.sets.amount.setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, place: int, to: int) -> None:
        self.editing.move(place, to)
        moved = self.editing.draft.steps[to].exercise
        exercise = self.editing.exercises.get(moved)
        name = moved if exercise is None else exercise.name
        count = len(self.editing.draft.steps)
        self._announce(tr("{name} is now number {n} of {of}.", name=name, n=to + 1, of=count))

    def _remove(self) -> None:
        # The button may go with the last step.
        self._go_to_steps()
        self.editing.remove(self.editing.place)

    def choose_exercise(self) -> None:
        """Show all exercises; the one that is picked is added."""
        if self.add.isEnabled():
            self._picking.add_beside(self.add)

    def swap_exercise(self) -> None:
        """Show all exercises; the one that is picked takes the place of the step's."""
        if self.editing.step is not None:
            self._picking.swap_beside(self.sides.step.swap, self.editing.step)

    def _add(self, exercise: Exercise) -> None:
        self.sides.turn_to(STEP)
        self.editing.add(Step(exercise.id, sets=exercise.dose.sets))

    def add_steps(self, steps: tuple[Step, ...]) -> None:
        """Put these in after the step that is looked at."""
        self.editing.add(*steps)
        if self.editing.draft.name:
            self.sides.turn_to(STEP)

    def _go_to_steps(self) -> None:
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self._picking.close()
        super().hideEvent(event)
