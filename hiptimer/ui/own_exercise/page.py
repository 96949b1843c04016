"""The form in which an exercise is made or changed, with the figure doing it beside."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.figure.colours import FigureColours
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr, tr_n
from hiptimer.model.own_exercise import OwnExercise
from hiptimer.ui.fonts import medium, regular
from hiptimer.ui.own_exercise.dose_part import DosePart, ThingsPart
from hiptimer.ui.own_exercise.fields import Amount
from hiptimer.ui.own_exercise.live_figure import LiveFigure
from hiptimer.ui.own_exercise.movement_part import MovementPart
from hiptimer.ui.own_exercise.name_part import LadderPart, NamePart
from hiptimer.ui.own_exercise.part import Part
from hiptimer.ui.own_exercise.phase_row import PhaseRow
from hiptimer.ui.own_exercise.poses_part import MovePoint, PosesOf, PosesPart
from hiptimer.ui.own_exercise.words_part import WordsPart
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.full_page import FullPage
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.tab_order import tab_after


class OwnExercisePage(FullPage):
    """`edited` carries the OwnExercise as a person changed it, `like_wished` the id of the
    exercise to borrow from, `pose_shown` the name of the pose to look at ("" for the movement).
    """

    edited = Signal(object)
    like_wished = Signal(str)
    pose_shown = Signal(str)
    save_wished = Signal()

    def __init__(
        self,
        poses_of: PosesOf,
        move_point: MovePoint,
        colours: FigureColours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("New exercise"), parent=parent)
        self.figure = LiveFigure(colours)
        self.other_side = Button(tr("Other side"), Look.QUIET, size=14)
        self.movement_again = Button(tr("Show the movement"), Look.QUIET, size=14)
        self.save = Button(tr("Save"), Look.PRIMARY, key="Ctrl+S", size=16)
        self.trouble = Label("", medium(15), Tone.WORK_TEXT, wraps=True)
        self.news = Label("", regular(14), Tone.MUTED, wraps=True)
        self.name_part, self.ladder, self.dose = NamePart(), LadderPart(), DosePart()
        self.movement, self.words, self.things = MovementPart(), WordsPart(), ThingsPart()
        self.poses = PosesPart(poses_of, move_point)
        self.parts: tuple[Part, ...] = (
            *(self.name_part, self.dose, self.movement, self.words),
            *(self.things, self.ladder, self.poses),
        )
        self._ordered: tuple[PhaseRow, ...] = ()
        self._keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        self._lay_out()
        self._join()
        self.tell_trouble("")

    def _lay_out(self) -> None:
        self.buttons.addWidget(self.save)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 10, 24)
        column.setSpacing(14)
        for part in self.parts:
            column.addWidget(part)
        self.form = Scroll(content)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(self._beside(), 4)
        row.addWidget(self.form, 6)
        self.body.addLayout(row, 1)

    def _beside(self) -> QVBoxLayout:
        """The figure, and what is to be said about the whole."""
        card = Card(radius=20)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(10, 10, 10, 6)
        inner.addWidget(self.figure, 1)
        under = QHBoxLayout()
        under.addWidget(self.other_side)
        under.addWidget(self.movement_again)
        under.addStretch(1)
        inner.addLayout(under)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(card, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.news)
        return column

    def _join(self) -> None:
        for part in self.parts:
            part.edited.connect(self.edited)
        self.name_part.like_wished.connect(self.like_wished)
        self.poses.pose_shown.connect(self.pose_shown)
        self.other_side.clicked.connect(self.figure.turn)
        self.movement_again.clicked.connect(self.poses.show_movement)
        self.save.clicked.connect(self._save)
        self._keys.activated.connect(self._save)

    def leave(self) -> None:
        self.take_numbers()
        super().leave()

    def _save(self) -> None:
        self.take_numbers()
        self.save_wished.emit()

    def take_numbers(self) -> None:
        """What is still being typed counts too."""
        for amount in self.findChildren(Amount):
            amount.take()

    # --- showing ---

    def begin(self, title: str, *, is_new: bool) -> None:
        """Begin the form anew, at its top."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.name_part.lock_like(not is_new)
        self.tell_trouble("")
        self.form.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Let the name be typed at once."""
        self.name_part.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        """Show what was made so far, without telling it."""
        for part in self.parts:
            part.show_own(own, known)
        if self.movement.rows is not self._ordered:
            self._order_tabs()
        self.other_side.setVisible(own.per_side)

    def _order_tabs(self) -> None:
        """Tab goes as the page is read, phases that were added included."""
        self._ordered = self.movement.rows
        last: QWidget = self.save
        for part in self.parts:
            last = tab_after(last, part)
        tab_after(tab_after(last, self.other_side), self.movement_again)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Tell beside each field what is missing or wrong."""
        for part in self.parts:
            part.show_faults(faults)
        words = tr_n(
            "{n} thing to put right before it can be saved.",
            "{n} things to put right before it can be saved.",
            len(faults),
        )
        self.news.setText(words if faults else "")
        self.news.setVisible(bool(faults))

    def go_to_first(self, faults: Mapping[str, str]) -> None:
        """Give the focus to the first field that something is wrong with."""
        for part in self.parts:
            control = part.first_of(faults)
            if control is not None:
                control.setFocus(Qt.FocusReason.OtherFocusReason)
                self.form.ensureWidgetVisible(control, 0, 80)
                return

    def tell_trouble(self, words: str) -> None:
        """Why it could not be saved; "" when nothing is in the way."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def show_looked_at(self, is_pose: bool) -> None:
        """Whether a single pose is looked at."""
        self.movement_again.setVisible(is_pose)

    def wear(self, colours: FigureColours) -> None:
        """Change the figure to another theme's colours."""
        self.figure.wear(colours)
