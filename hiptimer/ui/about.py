"""About: what to watch for, what this program is, and whose work it is built on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr, tr_in
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import IconMark
from hiptimer.ui.widgets.page_edge import page_side, page_top
from hiptimer.ui.widgets.scroll import Scroll

RULE = later("Nothing here should hurt")
RULE_WORDS = later(
    "Effort and a warm muscle are fine, pain is not. If a move hurts, stop it: press E for an "
    "easier one, or leave it out. Do not use these moves on a joint that is injured."
)
SEE_SOMEONE = later("Leave the run and see a clinician first if you have")
SIGNS = (
    later(
        "pain deep in the groin or at the front of the hip, above all when it builds up "
        "while you run"
    ),
    later("pain when you hop or stand on one leg, at night, or at rest"),
    later("a limp, numbness, a weak leg, or a change in bladder or bowel"),
    later("a recent fall, or a fever"),
)
ASK_FIRST = later("Ask first")
ASK_FIRST_WORDS = later(
    "Ask a clinician before you start if you are pregnant, had surgery lately, have a hip "
    "replacement or osteoporosis, or are being looked after for a sore hip, knee or back."
)
PLACE = later("Make room")
PLACE_WORDS = later(
    "Kneel on something soft. Keep a wall within reach when you stand on one leg. Look a band over "
    "for tears before you stretch it, and keep a ball away from furniture."
)
ABOUT_WORDS = later(
    "hiptimer leads you through a few minutes of hip work before a run. It works without a network "
    "or an account, and everything it keeps stays on this computer. It gives no medical advice."
)
CREDITS = later(
    "Typeface: Inter (SIL Open Font License). Icons: Lucide (ISC, MIT). Built with Qt and PySide6 "
    "(LGPL), pygame and SDL."
)
WIDEST = 760


class AboutPage(QWidget):
    """The words about safety come first."""

    accessible_role = QAccessible.Role.Pane

    why_wished = Signal()
    report_wished = Signal()
    help_wished = Signal()

    def __init__(self, icons: IconSet, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.why = Button(tr("Why hips"), Look.SECONDARY, size=15)
        self.why.setAccessibleName(tr("Why hips: the muscles, and what is known"))
        self.why.clicked.connect(self.why_wished)
        self.help = Button(tr_in("button", "Help"), Look.SECONDARY, key="F1", size=15)
        self.help.clicked.connect(self.help_wished)
        self.report = Button(tr("Report a problem…"), Look.SECONDARY, size=15)
        self.report.clicked.connect(self.report_wished)
        content = QWidget()
        column = QVBoxLayout()
        column.setSpacing(24)
        column.addWidget(self._heading())
        column.addWidget(_safety(icons))
        column.addWidget(_program(version))
        column.addStretch()
        row = self._row = QHBoxLayout(content)
        row.addLayout(column, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(content))

    def _heading(self) -> QWidget:
        heading = QWidget()
        heading.setMaximumWidth(WIDEST)
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(tr("About"), bold(30)))
        row.addStretch()
        row.addWidget(self.help)
        row.addWidget(self.report)
        row.addWidget(self.why)
        return heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, top = page_side(self.width()), page_top(self.height(), above=7)
        self._row.setContentsMargins(side, top, side, 36)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Else Qt would give it to the first button.
        self.setFocus()


def _safety(icons: IconSet) -> Card:
    card, column = _card()
    heading = QHBoxLayout()
    heading.setSpacing(12)
    heading.addWidget(IconMark("shield-check", icons, size=28, tone=Tone.ACCENT))
    heading.addWidget(Label(tr(RULE), semibold(22)), 1)
    column.addLayout(heading)
    column.addWidget(_text(tr(RULE_WORDS)))
    column.addSpacing(12)
    column.addWidget(Label(tr(SEE_SOMEONE), semibold(16)))
    for sign in SIGNS:
        column.addLayout(_item(tr(sign)))
    column.addSpacing(12)
    column.addWidget(Label(tr(ASK_FIRST), semibold(16)))
    column.addWidget(_text(tr(ASK_FIRST_WORDS)))
    column.addSpacing(12)
    column.addWidget(Label(tr(PLACE), semibold(16)))
    column.addWidget(_text(tr(PLACE_WORDS)))
    return card


def _program(version: str) -> Card:
    card, column = _card()
    column.addWidget(Label(f"hiptimer {version}", semibold(18)))
    column.addWidget(_text(tr(ABOUT_WORDS)))
    column.addWidget(Label(tr(CREDITS), regular(13), Tone.MUTED, wraps=True))
    return card


def _card() -> tuple[Card, QVBoxLayout]:
    card = Card()
    card.setMaximumWidth(WIDEST)
    column = QVBoxLayout(card)
    column.setContentsMargins(36, 32, 36, 32)
    column.setSpacing(8)
    return card, column


def _item(words: str) -> QHBoxLayout:
    """A line of a list."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Label("\N{EN DASH}", regular(15), Tone.MUTED))
    row.addWidget(_text(words), 1)
    return row


def _text(words: str) -> Label:
    return Label(words, regular(15), wraps=True)
