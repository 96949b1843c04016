"""How long each get-ready is."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.gaps import Gaps
from hiptimer.model.language import later, tr
from hiptimer.model.words import number_words
from hiptimer.ui.fonts import regular
from hiptimer.ui.settings.rows import figure, measured
from hiptimer.ui.settings.section import Section
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.slider import Slider

MOST_S = 60


class Kind(NamedTuple):
    """`name` is that of the field of Gaps; `said` names the slider for a screen reader."""

    name: str
    title: str
    hint: str
    said: str


KINDS = (
    Kind(
        "first_s",
        later("First get-ready"),
        later("From Start to the first exercise: time to walk to the mat."),
        later("First get-ready in seconds"),
    ),
    Kind(
        "new_position_s",
        later("New position"),
        later("To get from standing to kneeling, say, or from your back to your side."),
        later("Get-ready for a new position in seconds"),
    ),
    Kind(
        "roll_over_s",
        later("Roll over"),
        later("To lie on your other side."),
        later("Get-ready for rolling over in seconds"),
    ),
    Kind(
        "same_position_s",
        later("Same position"),
        later("When you stay as you are and only the exercise or the leg changes."),
        later("Get-ready in the same position in seconds"),
    ),
    Kind(
        "equipment_s",
        later("Equipment"),
        later("On top of these when a band, say, is put on or off."),
        later("Time for equipment in seconds"),
    ),
    Kind(
        "reposition_s",
        later("After a pause"),
        later("The countdown in which you get back into position before it goes on."),
        later("Countdown after a pause in seconds"),
    ),
)
LEAST = later("A get-ready is never shorter than what has to be said in it.")


class _Time:
    """The slider of one kind, with its number."""

    def __init__(self, kind: Kind) -> None:
        self.slider = Slider(tr(kind.said), MOST_S, 1)
        self.slider.setPageStep(5)
        self.number = figure(_seconds(MOST_S))

    def show(self, seconds: float) -> None:
        """A longer one, from a settings file, makes the line longer."""
        self.slider.setMaximum(max(MOST_S, round(seconds)))
        self.slider.show_value(round(seconds))
        self.number.setText(_seconds(seconds))


class TimesSection(Section):
    """`time_chosen` carries the name of a field of Gaps and its seconds."""

    time_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Times"), parent)
        self._told = Label("", regular(15), wraps=True)
        self._rows.addWidget(Label(tr(LEAST), regular(14), Tone.MUTED, wraps=True))
        self._rows.addWidget(self._told)
        self._times = {kind.name: _Time(kind) for kind in KINDS}
        for kind in KINDS:
            time = self._times[kind.name]
            self.add_row(tr(kind.title), tr(kind.hint), measured(time.slider, time.number))
            time.slider.chosen.connect(self._tell)
        self.tell("")

    def slider(self, name: str) -> Slider:
        """That of a field of Gaps."""
        return self._times[name].slider

    def show_gaps(self, gaps: Gaps) -> None:
        """Show them without telling anyone."""
        for name, time in self._times.items():
            time.show(getattr(gaps, name))

    def tell(self, words: str) -> None:
        """What the times come to."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _tell(self, seconds: int) -> None:
        moved = self.sender()
        for name, time in self._times.items():
            if time.slider is moved:
                self.time_chosen.emit(name, float(seconds))


def _seconds(seconds: float) -> str:
    return tr("{seconds} s", seconds=number_words(seconds))
