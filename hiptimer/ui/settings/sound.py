"""What is heard, how loud, and how late the loudspeaker is."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import later, later_in, tr, tr_in
from hiptimer.model.phrases import VoiceLevel
from hiptimer.ui.settings.choices import Choices
from hiptimer.ui.settings.rows import figure, inset, measured
from hiptimer.ui.settings.section import Section
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.segments import Segments
from hiptimer.ui.widgets.slider import Slider
from hiptimer.ui.widgets.switch import Switch

VOICES = (
    (
        VoiceLevel.TONES,
        later_in("how much is said", "Tones only"),
        later("No words. Tones count, lead and tell left from right."),
    ),
    (
        VoiceLevel.BRIEF,
        later_in("how much is said", "Brief"),
        later("The exercise, the side, and what to fetch."),
    ),
    (
        VoiceLevel.NORMAL,
        later_in("how much is said", "Normal"),
        later("Also how to begin, the counts, and a form cue."),
    ),
    (
        VoiceLevel.TALKATIVE,
        later_in("how much is said", "Talkative"),
        later("Also the words of every rep: lift, hold, lower."),
    ),
)
KEEP_ALIVE = (
    ("off", later_in("keep the speaker awake", "Off")),
    ("quiet", later_in("keep the speaker awake", "Quiet")),
    ("stronger", later_in("keep the speaker awake", "Stronger")),
)
MOST_DELAY_MS, DELAY_STEP_MS = 500, 10


class SoundChoices(msgspec.Struct, frozen=True, kw_only=True):
    """All that the section shows. `keep_alive` is off, quiet or stronger."""

    voice: VoiceLevel
    percent: int
    is_muted: bool
    delay_ms: int
    keep_alive: str


class SoundSection(Section):
    """Every signal carries what was chosen; nothing is told while choices are shown."""

    voice_chosen = Signal(object)
    volume_chosen = Signal(object)
    mute_chosen = Signal(object)
    delay_chosen = Signal(object)
    keep_alive_chosen = Signal(object)
    check_wished = Signal()
    flash_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sound"), parent)
        self.voice = Choices(tr("Voice"), _voices())
        self.volume = Slider(tr("Volume in percent"), 100, 10)
        self.mute = Switch(tr_in("the sound", "Mute"))
        self.delay = Slider(tr("Sound delay in milliseconds"), MOST_DELAY_MS, DELAY_STEP_MS)
        self.keep_alive = Segments(
            tuple(tr_in("keep the speaker awake", title) for _, title in KEEP_ALIVE)
        )
        self.check = Button(tr("Check the sound"))
        self.flash = Button(tr("Set it against a flash"))
        self._percent = figure("100 %")
        self._delay_ms = figure(_delay_words(MOST_DELAY_MS))
        self._add_rows()
        self._join()

    def _add_rows(self) -> None:
        self.add_row(
            tr("Sound check"), tr("Hear left, right and a countdown from the mat."), self.check
        )
        self.add_wide(tr("Voice"), tr("How much is said during a workout."), self.voice)
        self.add_row(tr("Volume"), "", measured(self.volume, self._percent))
        self.add_row(
            tr_in("the sound", "Mute"), tr("The screen still shows everything."), self.mute
        )
        self.add_row(
            tr("Sound delay"),
            tr("Wireless speakers sound late. This starts the sound that much earlier."),
            measured(self.delay, self._delay_ms),
            self.flash,
        )
        self.add_row(
            tr("Keep the speaker awake"),
            tr(
                "Bluetooth speakers fall asleep and swallow the start of a word. "
                "A noise you hardly hear keeps them on."
            ),
            inset(self.keep_alive),
        )
        for segment in self.keep_alive.segments:
            segment.setAccessibleName(tr("Keep the speaker awake: {choice}", choice=segment.text()))

    def _join(self) -> None:
        self.voice.chosen.connect(self._choose_voice)
        self.volume.chosen.connect(self.volume_chosen)
        self.mute.clicked.connect(self._choose_mute)
        self.delay.chosen.connect(self.delay_chosen)
        self.keep_alive.changed.connect(self._choose_keep_alive)
        self.check.clicked.connect(self.check_wished)
        self.flash.clicked.connect(self.flash_wished)

    def show_choices(self, choices: SoundChoices) -> None:
        self.voice.show_choice([level for level, _, _ in VOICES].index(choices.voice))
        self.volume.show_value(choices.percent, is_faint=choices.is_muted)
        self._percent.setText(f"{choices.percent} %")
        self.mute.setChecked(choices.is_muted)
        self.delay.show_value(choices.delay_ms)
        self._delay_ms.setText(_delay_words(choices.delay_ms))
        place = [name for name, _ in KEEP_ALIVE].index(choices.keep_alive)
        self.keep_alive.segments[place].setChecked(True)

    def _choose_voice(self, place: int) -> None:
        self.voice_chosen.emit(VOICES[place][0])

    def _choose_mute(self) -> None:
        self.mute_chosen.emit(self.mute.isChecked())

    def _choose_keep_alive(self, place: int) -> None:
        self.keep_alive_chosen.emit(KEEP_ALIVE[place][0])


def _voices() -> tuple[tuple[str, str], ...]:
    """What can be chosen, each with a line about it."""
    return tuple((tr_in("how much is said", title), tr(line)) for _, title, line in VOICES)


def _delay_words(delay_ms: int) -> str:
    return tr("{delay} ms", delay=delay_ms)
