"""All about one exercise, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.figure.colours import FigureColours
from hiptimer.figure.motion import Motion
from hiptimer.model.language import later, tr, tr_in
from hiptimer.model.words import side_sentence
from hiptimer.ui.exercises.ladder import About, Link
from hiptimer.ui.exercises.moving import MovingFigure
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import RING_SPACE

# Of the card's height the figure takes this share, within limits in pixels.
FIGURE_SHARE = 0.38
LOWEST, HIGHEST = 130, 460
EASIER, HARDER = later("Easier: {name}"), later("Harder: {name}")


class Points(QWidget):
    """A title above a few short lines."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Label(title, semibold(15)))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._column.addLayout(self._lines)
        self._column.addStretch(1)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        clear(self._lines)
        for words in lines:
            self._lines.addWidget(Label(words, regular(15), wraps=True))
        self.setVisible(bool(lines))


class LinkButton(Button):
    """A quiet button to another exercise; `wished` carries its id. `title` has a place for its
    name, in English: "Easier: {name}".
    """

    wished = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("", Look.QUIET, size=15, parent=parent)
        self._title = title
        self._exercise_id = ""
        self.clicked.connect(self._tell)

    def show_link(self, link: Link | None) -> None:
        self.setVisible(link is not None)
        if link is not None:
            self._exercise_id = link.exercise_id
            self.setText(tr(self._title, name=link.name))
            self.updateGeometry()

    def _tell(self) -> None:
        self.wished.emit(self._exercise_id)


class Detail(Card):
    """`linked` carries the id of the exercise to go to; the others are wishes for this one."""

    linked = Signal(str)
    try_pressed = Signal()
    use_pressed = Signal()
    edit_pressed = Signal()
    remove_pressed = Signal()

    def __init__(
        self,
        motion_of: Callable[[str], Motion | None],
        colours: FigureColours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._about: About | None = None
        self.figure = MovingFigure(motion_of, colours)
        self._side = Label("", medium(15), wraps=True)
        self.other_side = Button(tr("Other side"), Look.QUIET, size=15)
        self.other_side.setAccessibleName(tr("Show the other side"))
        self._name = Label("", bold(28), wraps=True)
        self._facts = Label("", regular(16), Tone.MUTED, wraps=True)
        self._also = Label("", regular(14), Tone.MUTED, wraps=True)
        self._lacks = Label("", medium(15), Tone.WORK_TEXT, wraps=True)
        self.easier, self.harder = LinkButton(EASIER), LinkButton(HARDER)
        self._setup, self._how = Points(tr("Set up")), Points(tr("How to"))
        self._do, self._avoid = (
            Points(tr_in("what to do in an exercise", "Do")),
            Points(tr_in("what to avoid in an exercise", "Avoid")),
        )
        self._caution = Points(tr_in("a caution", "Take care"))
        self._amounts, self._record = Points(tr("Its dose")), Points(tr("Your record"))
        self._make_buttons()
        self._lay_out()
        self._join()

    def _make_buttons(self) -> None:
        self.try_now = Button(tr("Try it now"), Look.PRIMARY, size=16)
        self.use = Button(tr("Use in my routines"), Look.SECONDARY, size=16)
        self.edit = Button(tr("Edit"), Look.QUIET, size=15)
        self.remove = Button(tr("Remove"), Look.QUIET, size=15)

    def _lay_out(self) -> None:
        content = QWidget()
        words = QVBoxLayout(content)
        words.setContentsMargins(28, 0, 16, 8)
        words.setSpacing(6)
        words.addWidget(self.figure)
        words.addLayout(_row(self._side, self.other_side))
        for label in (self._name, self._facts, self._also, self._lacks):
            words.addWidget(label)
        words.addLayout(_links(self.easier, self.harder))
        for left, right in (
            (self._do, self._avoid),
            (self._setup, self._how),
            (self._amounts, self._record),
        ):
            words.addSpacing(10)
            words.addLayout(_columns(left, right))
        words.addSpacing(10)
        words.addWidget(self._caution)
        words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(28 - round(RING_SPACE), 0, 20, 0)
        buttons.setSpacing(4)
        buttons.addWidget(self.try_now)
        buttons.addWidget(self.use)
        buttons.addStretch(1)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 12, 4, 14)
        column.setSpacing(10)
        column.addWidget(Scroll(content), 1)
        column.addLayout(buttons)

    def _join(self) -> None:
        self.other_side.clicked.connect(self._turn)
        self.easier.wished.connect(self.linked)
        self.harder.wished.connect(self.linked)
        self.try_now.clicked.connect(self.try_pressed)
        self.use.clicked.connect(self.use_pressed)
        self.edit.clicked.connect(self.edit_pressed)
        self.remove.clicked.connect(self.remove_pressed)

    def show_about(self, about: About, *, is_still: bool) -> None:
        """Show an exercise. The figure goes on where it is the same one as before."""
        before, self._about = self._about, about
        if before is None or before.exercise != about.exercise:
            self.figure.show_exercise(about.exercise, is_still=is_still)
        self._show_side()
        exercise, text = about.exercise, about.exercise.text
        self._name.setText(exercise.name)
        for label, words in (
            (self._facts, about.facts),
            (self._also, about.also),
            (self._lacks, about.lacks),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.easier.show_link(about.easier)
        self.harder.show_link(about.harder)
        self._setup.show_lines((text.setup,))
        self._how.show_lines((text.how,))
        self._do.show_lines(text.cues)
        self._avoid.show_lines(text.avoid)
        self._caution.show_lines((text.caution,) if text.caution else ())
        self._amounts.show_lines(about.amounts)
        self._record.show_lines(about.record)
        self._name_buttons(about)

    def _name_buttons(self, about: About) -> None:
        name = about.exercise.name
        self.try_now.setAccessibleName(tr("Try {name} now, one set", name=name))
        self.use.setAccessibleName(tr("Use {name} in my routines", name=name))
        self.edit.setAccessibleName(tr("Edit {name}", name=name))
        self.remove.setAccessibleName(tr("Remove {name}", name=name))
        self.edit.setVisible(about.is_own)
        self.remove.setVisible(about.is_own)

    def _turn(self) -> None:
        self.figure.turn()
        self._show_side()

    def _show_side(self) -> None:
        if self._about is None:
            return
        exercise = self._about.exercise
        self._side.setText(side_sentence(exercise, self.figure.side))
        self._side.setVisible(exercise.per_side)
        self.other_side.setVisible(exercise.per_side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = round(self.height() * FIGURE_SHARE)
        self.figure.setFixedHeight(min(max(height, LOWEST), HIGHEST))


def _row(first: QWidget, last: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    row.addWidget(last)
    return row


def _columns(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(24)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return row


def _links(*buttons: Button) -> FlowLayout:
    """Side by side, or one below the other where names are long."""
    row = FlowLayout(gap=8, outset=round(RING_SPACE))
    for button in buttons:
        row.addWidget(button)
    return row
