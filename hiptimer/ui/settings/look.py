"""How all of it looks: colours, motion, size and language."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import later, later_in, tr, tr_in
from hiptimer.ui.settings.rows import OneOf
from hiptimer.ui.settings.section import Section
from hiptimer.ui.widgets.switch import Switch

SYSTEM = later_in("a choice in Settings", "As the system")
THEMES = (
    ("light", later_in("colours", "Light")),
    ("dark", later_in("colours", "Dark")),
    ("contrast", later_in("colours", "High contrast")),
)
MOTIONS = (
    ("full", later_in("the figure", "Moving")),
    ("reduced", later_in("the figure", "Still")),
)
PERCENTS = (100, 115, 130, 150, 175, 200)
SIZE_HINT = later("Everything is drawn larger, as far as the screen has room for it.")


class LookChoices(msgspec.Struct, frozen=True, kw_only=True):
    """All that the section shows, as the settings have it."""

    theme: str
    workout_theme: str
    motion: str
    is_mirrored: bool
    text_percent: int
    language: str


class LookSection(Section):
    """Every signal carries what was chosen, as the settings have it.

    `languages` are those to choose from: how the settings call each, and its name in itself.
    """

    theme_chosen = Signal(object)
    workout_theme_chosen = Signal(object)
    motion_chosen = Signal(object)
    mirror_chosen = Signal(object)
    size_chosen = Signal(object)
    language_chosen = Signal(object)

    def __init__(
        self, languages: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr_in("of the window", "Look"), parent)
        system = tr_in("a choice in Settings", SYSTEM)
        themes = tuple(tr_in("colours", words) for _, words in THEMES)
        self._languages = ("system", *(name for name, _ in languages))
        self.theme = OneOf(tr("Colours"), (system, *themes))
        same = tr_in("colours of the workout", "As the pages")
        self.workout_theme = OneOf(tr("Colours of the workout"), (same, *themes))
        motions = tuple(tr_in("the figure", words) for _, words in MOTIONS)
        self.motion = OneOf(tr("Motion"), (system, *motions))
        self.mirror = Switch(tr("The figure as in a mirror"))
        sizes = tuple(tr("{percent} %", percent=percent) for percent in PERCENTS)
        self.size_ = OneOf(tr("Text size"), (system, *sizes))
        self.language = OneOf(tr("Language"), (system, *(words for _, words in languages)))
        self._add_rows()
        self._join()

    def _add_rows(self) -> None:
        self.add_row(tr("Colours"), "", self.theme)
        self.add_row(
            tr("Colours of the workout"),
            tr("Dark is kinder to the eyes in a dim room."),
            self.workout_theme,
        )
        self.add_row(tr("Text size"), tr(SIZE_HINT), self.size_)
        self.add_row(tr("Language"), tr("Of the screen and of the voice."), self.language)
        self.add_row(
            tr("Motion"),
            tr("Still shows the moment that each movement goes to, and nothing in between."),
            self.motion,
        )
        self.add_row(
            tr("As in a mirror"),
            tr("Where the figure faces you, its left is on your left."),
            self.mirror,
        )

    def _join(self) -> None:
        self.theme.chosen.connect(self._choose_theme)
        self.workout_theme.chosen.connect(self._choose_workout_theme)
        self.motion.chosen.connect(self._choose_motion)
        self.mirror.clicked.connect(self._choose_mirror)
        self.size_.chosen.connect(self._choose_size)
        self.language.chosen.connect(self._choose_language)

    def show_choices(self, choices: LookChoices) -> None:
        """Show them without telling anyone."""
        self.theme.show_choice(_place(choices.theme, "system", THEMES))
        self.workout_theme.show_choice(_place(choices.workout_theme, "same", THEMES))
        self.motion.show_choice(_place(choices.motion, "system", MOTIONS))
        self.mirror.setChecked(choices.is_mirrored)
        self.size_.show_choice(_nearest(choices.text_percent))
        self.language.show_choice(self._languages.index(choices.language))

    def _choose_theme(self, place: int) -> None:
        self.theme_chosen.emit(("system", *(name for name, _ in THEMES))[place])

    def _choose_workout_theme(self, place: int) -> None:
        self.workout_theme_chosen.emit(("same", *(name for name, _ in THEMES))[place])

    def _choose_motion(self, place: int) -> None:
        self.motion_chosen.emit(("system", *(name for name, _ in MOTIONS))[place])

    def _choose_mirror(self) -> None:
        self.mirror_chosen.emit(self.mirror.isChecked())

    def _choose_size(self, place: int) -> None:
        self.size_chosen.emit((0, *PERCENTS)[place])

    def _choose_language(self, place: int) -> None:
        self.language_chosen.emit(self._languages[place])


def _place(name: str, first: str, others: tuple[tuple[str, str], ...]) -> int:
    return (first, *(other for other, _ in others)).index(name)


def _nearest(percent: int) -> int:
    """The place of the size nearest to one that a settings file may have; 0 for the system's."""
    if not percent:
        return 0
    return 1 + min(range(len(PERCENTS)), key=lambda place: abs(PERCENTS[place] - percent))
