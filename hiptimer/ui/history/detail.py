"""One session in full: every set with what was planned and done, and how it felt."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hiptimer.model.event import Outcome
from hiptimer.model.session import Rating, Session, SetRecord
from hiptimer.model.side import Side
from hiptimer.model.words import (
    clock_words,
    duration_words,
    local_time,
    long_date_words,
    outcome_words,
    place_words,
    plural,
    set_words,
    side_name,
    sign_words,
    total_words,
)
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.history.rows import ending_words
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.notice import IconMark
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import RING_SPACE

MARKS = {
    Outcome.DONE: ("circle-check", Tone.ACCENT),
    Outcome.PARTIAL: ("circle-dashed", Tone.REST),
    Outcome.SKIPPED: ("circle-minus", Tone.MUTED),
}
RATINGS = {Rating.EASY: "easy", Rating.RIGHT: "right", Rating.TOO_MUCH: "too much"}


class SessionDetail(Card):
    """`again_pressed` carries the id of the session's routine."""

    again_pressed = Signal(str)

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._icons = icons
        self._routine_id = ""
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(0)
        self._scroll = Scroll(content)
        self.again = Button("Do it again", size=15)
        self.again.clicked.connect(self._ask_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 20, 24)
        column.setSpacing(16)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.addSpacing(-round(RING_SPACE))
        foot.addWidget(self.again)
        foot.addStretch()
        column.addLayout(foot)

    def _ask_again(self) -> None:
        self.again_pressed.emit(self._routine_id)

    def show_session(self, session: Session) -> None:
        self._routine_id = session.routine.id
        self.again.setAccessibleName(f"Do {session.routine.name} again")
        clear(self._rows)
        for line in _heading(session):
            self._rows.addWidget(line)
        for _, found in groupby(session.sets, _exercise):
            self._add_exercise(tuple(found))
        self._add_facts(session)
        self._rows.addStretch()
        self._scroll.verticalScrollBar().setValue(0)

    def _add_exercise(self, records: tuple[SetRecord, ...]) -> None:
        first = records[0]
        heading = Label(_exercise_words(first), semibold(15), wraps=True)
        heading.setContentsMargins(0, 18, 0, 4)
        self._rows.addWidget(heading)
        for record in records:
            self._rows.addWidget(SetLine(record, self._icons))

    def _add_facts(self, session: Session) -> None:
        facts = session_facts(session)
        if not facts:
            return
        heading = Label("How it went", semibold(15))
        heading.setContentsMargins(0, 22, 0, 4)
        self._rows.addWidget(heading)
        for name, words in facts:
            self._rows.addWidget(FactLine(name, words))


class SetLine(QWidget):
    """A mark, the side and set, what was done, and the same in words."""

    def __init__(self, record: SetRecord, icons: IconSet) -> None:
        super().__init__()
        mark, tone = MARKS[record.outcome]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        row.addWidget(IconMark(mark, icons, tone=tone))
        for words, font, colour, share in (
            (which_words(record), regular(14), Tone.MUTED, 3),
            (set_words(record), medium(14, tabular=True), Tone.INK, 4),
            (_ending(record), regular(14), Tone.MUTED, 5),
        ):
            column = ElidedLabel(words, font, colour)
            # Equal columns in all lines, whatever stands in them.
            column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(column, share)


class FactLine(QWidget):
    """A word for what it is, and what was said."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        label = Label(name, regular(14), Tone.MUTED)
        label.setFixedWidth(72)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, medium(14), wraps=True), 1)


def _heading(session: Session) -> tuple[Label, ...]:
    start = local_time(session.started_at, session.utc_offset_s)
    when = f"{long_date_words(start.date())}, {clock_words(start)}"
    length = "" if session.ended_at is None else f"{duration_words(session.seconds)} · "
    done = total_words(session.total_reps, session.total_hold_s)
    lines = [
        Label(when, medium(14), Tone.MUTED),
        Label(session.routine.name, bold(26), wraps=True),
        Label(f"{length}{done}", regular(15, tabular=True), Tone.MUTED, wraps=True),
        Label(ending_words(session), medium(15), wraps=True),
    ]
    if session.speed != 1:
        lines.append(Label("A trial does not count.", regular(14), Tone.MUTED, wraps=True))
    for label in lines[1:]:
        label.setContentsMargins(0, 3, 0, 0)
    return tuple(lines)


def session_facts(session: Session) -> tuple[tuple[str, str], ...]:
    """What was said afterwards and what came between, as pairs of a name and words."""
    facts: list[tuple[str, str]] = []
    if session.pauses:
        paused = duration_words(sum(pause.for_s for pause in session.pauses))
        facts.append(("Pauses", f"{len(session.pauses)}, {paused} in all"))
    if session.effort is not None:
        facts.append(("Effort", f"{session.effort:g} of 10"))
    for pain in session.pain:
        side = "" if pain.side is Side.BOTH else f", {pain.side.value}"
        facts.append(("Pain", f"{place_words(pain.place)}{side}: {pain.score} of 10"))
    if session.signs:
        facts.append(("Signs", ", ".join(sign_words(sign) for sign in session.signs)))
    if session.note:
        facts.append(("Note", session.note))
    return tuple(facts)


def which_words(record: SetRecord) -> str:
    """Which set, such as "Left", "Right, set 2", "Left, attempt 2", "Set 1"; rounds aside."""
    parts = [] if record.side is Side.BOTH else [side_name(record.side)]
    if record.set > 1 or not parts:
        parts.append(f"set {record.set}")
    if record.attempt > 1:
        parts.append(f"attempt {record.attempt}")
    words = ", ".join(parts)
    return words[0].upper() + words[1:]


def _exercise(record: SetRecord) -> tuple[int, int, str]:
    return record.round, record.step, record.exercise.id


def _exercise_words(record: SetRecord) -> str:
    words = record.exercise.name
    if record.round > 1:
        words = f"{words}, round {record.round}"
    if record.rating is not None:
        words = f"{words} · felt {RATINGS[record.rating]}"
    return words if record.swapped_from is None else f"{words} (easier one put in)"


def _ending(record: SetRecord) -> str:
    words = outcome_words(record.outcome)
    return words if record.corrected is None else f"{words}, corrected"


def count_words(sessions: tuple[Session, ...]) -> str:
    """Such as "118 sessions · 11 h 20 min"; trials are left out."""
    counted = [session for session in sessions if session.speed == 1]
    seconds = sum(session.seconds for session in counted)
    return f"{plural(len(counted), 'session')} · {duration_words(seconds)}"
