"""Why hips: one long page to read, with the keyboard too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.about import SEE_SOMEONE, SIGNS
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.why.parts import StrengthMark, claim_part, muscle_part, unknown_part
from hiptimer.ui.why.text import Topic, WhyText
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.full_page import FullPage
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.scroll import Scroll

WIDEST = 780
LINE_PX = 60


class WhyPage(FullPage):
    """Arrows, Page Up and Down, Space, Home and End scroll, wherever the focus is."""

    def __init__(self, text: WhyText, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(text.title, parent=parent)
        self._text = text
        content = QWidget()
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._write_opening()
        self._write_muscles(album)
        self._write_known()
        self._write_unknown()
        self._write_clinician()
        self._words.addStretch()
        row = QHBoxLayout(content)
        row.setContentsMargins(4, 8, 12, 32)
        row.addStretch(1)
        row.addLayout(self._words, 100)
        row.addStretch(1)
        self.reading = Scroll(content, passes_keys=True)
        self.body.addWidget(self.reading)

    def _add(self, widget: QWidget, space: int) -> None:
        widget.setMaximumWidth(WIDEST)
        self._words.addSpacing(space)
        self._words.addWidget(widget)

    def _write_opening(self) -> None:
        first, *rest = self._text.opening
        self._add(Label(first, regular(22), wraps=True), 4)
        for words in rest:
            self._add(Label(words, regular(17), Tone.MUTED, wraps=True), 14)

    def _write_muscles(self, album: Album) -> None:
        self._add(Label(self._text.headings.muscles, bold(26)), 44)
        for muscle in self._text.muscles:
            self._add(muscle_part(muscle, album), 20)

    def _write_known(self) -> None:
        self._add(Label(self._text.headings.known, bold(26)), 48)
        self._add(self._legend(), 16)
        for topic in self._text.topics:
            self._write_topic(topic)

    def _legend(self) -> QWidget:
        """What the marks mean, before they are met."""
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(6)
        for strength, words in self._text.strengths.items():
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(StrengthMark(strength, words), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(words.means, regular(15), Tone.MUTED, wraps=True), 1)
            column.addLayout(row)
        return card

    def _write_topic(self, topic: Topic) -> None:
        self._add(Label(topic.name, semibold(20), wraps=True), 32)
        if topic.intro:
            self._add(Label(topic.intro, regular(17), Tone.MUTED, wraps=True), 6)
        for claim in topic.claims:
            self._add(claim_part(claim, self._text.strengths[claim.strength]), 16)

    def _write_unknown(self) -> None:
        self._add(Label(self._text.headings.unknown, bold(26)), 48)
        for unknown in self._text.unknown:
            self._add(unknown_part(unknown), 16)

    def _write_clinician(self) -> None:
        self._add(Label(self._text.headings.clinician, bold(26)), 48)
        self._add(Label(f"{tr(SEE_SOMEONE)}:", regular(17), wraps=True), 16)
        for sign in SIGNS:
            self._add(Label(f"\N{EN DASH}\N{EN SPACE}{tr(sign)}", regular(17), wraps=True), 8)

    # --- reading with the keyboard ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reading.verticalScrollBar().setValue(0)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.reading.verticalScrollBar()
        page = max(LINE_PX, bar.pageStep() - LINE_PX)
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Down: LINE_PX,
            Qt.Key.Key_Up: -LINE_PX,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Space: -page if is_back else page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)
