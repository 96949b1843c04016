"""The words of an exercise."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr, tr_in
from hiptimer.model.own_exercise import OwnExercise
from hiptimer.ui.own_exercise.fields import Paragraph, Titled, Words
from hiptimer.ui.own_exercise.part import Part

A_LINE_EACH = later("One in each line.")


class WordsPart(Part):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr_in("the words of an exercise", "Words"), parent)
        self.setup, self.how, self.caution = Paragraph(2), Paragraph(2), Paragraph(2)
        self.setup_says = Words()
        self.cues, self.avoid = Paragraph(4), Paragraph(4)
        for name, title, control, hint in (
            ("setup", tr("Set up"), self.setup, ""),
            ("setup_says", tr("Set up, in a few spoken words"), self.setup_says, ""),
            ("how", tr("How to"), self.how, ""),
            ("cues", tr("Do: cues for the form"), self.cues, A_LINE_EACH),
            ("avoid", tr_in("what to avoid in an exercise", "Avoid"), self.avoid, A_LINE_EACH),
            ("caution", tr_in("a caution", "Take care"), self.caution, ""),
        ):
            self.fields[name] = Titled(title, control, hint=tr(hint) if hint else "")
        for name in ("setup", "setup_says", "how"):
            self.column.addWidget(self.fields[name])
        self.add_row((self.fields["cues"], 1), (self.fields["avoid"], 1))
        self.column.addWidget(self.fields["caution"])
        self._join()

    def _join(self) -> None:
        self.setup.typed.connect(self._take_setup)
        self.setup_says.textEdited.connect(self._take_setup_says)
        self.how.typed.connect(self._take_how)
        self.cues.typed.connect(self._take_cues)
        self.avoid.typed.connect(self._take_avoid)
        self.caution.typed.connect(self._take_caution)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        super().show_own(own, known)
        self.setup.show_words(own.setup)
        self.setup_says.show_words(own.setup_says)
        self.how.show_words(own.how)
        self.cues.show_words("\n".join(own.cues))
        self.avoid.show_words("\n".join(own.avoid))
        self.caution.show_words(own.caution)

    def _take_setup(self, words: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, setup=words))

    def _take_setup_says(self, words: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, setup_says=words))

    def _take_how(self, words: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, how=words))

    def _take_cues(self, words: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, cues=tuple(words.split("\n"))))

    def _take_avoid(self, words: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, avoid=tuple(words.split("\n"))))

    def _take_caution(self, words: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, caution=words))
