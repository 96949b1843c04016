"""What the exercise is called, what it is like, and where it stands among the others."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.families import families_in_order, family_words
from hiptimer.model.language import later, later_in, tr, tr_in
from hiptimer.model.own_exercise import OwnExercise
from hiptimer.model.words import position_words
from hiptimer.ui.own_exercise.fields import Picker, Titled, Words
from hiptimer.ui.own_exercise.part import Choices, Part

OWN_LADDER = later("A ladder of its own")
NONE = later_in("no exercise", "None")
LEVELS = range(1, 6)


class NamePart(Part):
    """`like_wished` carries the id of the exercise to borrow from."""

    like_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Exercise"), parent)
        self.name = Words()
        self.like = Picker()
        self._like = Titled(tr_in("title of a field: the exercise it is like", "Like"), self.like)
        self.fields["name"] = Titled(tr("Name"), self.name)
        self.add_row((self.fields["name"], 1), (self._like, 1))
        self.name.textEdited.connect(self._take_name)
        self.like.picked.connect(self.like_wished)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        super().show_own(own, known)
        self.name.show_words(own.name)
        choices = exercises_in_order(known)
        if own.like.id not in known:
            choices.insert(0, (own.like.id, own.like.name))
        self.like.show_choices(choices, own.like.id)
        where = position_words(own.like.position)
        self._like.explain(
            tr("{position}: position, poses and muscles are taken from it.", position=where)
        )

    def lock_like(self, is_locked: bool) -> None:
        """An exercise that is there already keeps what it was made from."""
        self._like.setVisible(not is_locked)

    def _take_name(self, name: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, name=name))


class LadderPart(Part):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Easier and harder"), parent)
        self.family, self.level = Picker(), Picker()
        self.easier, self.harder = Picker(), Picker()
        self.fields["easier_id"] = Titled(
            tr("Easier"), self.easier, hint=tr("Taken with E in a workout.")
        )
        self.fields["harder_id"] = Titled(tr("Harder"), self.harder)
        self.add_row((Titled(tr("Ladder"), self.family), 2), (Titled(tr("Level"), self.level), 1))
        self.add_row((self.fields["easier_id"], 1), (self.fields["harder_id"], 1))
        self.family.picked.connect(self._take_family)
        self.level.picked.connect(self._take_level)
        self.easier.picked.connect(self._take_easier)
        self.harder.picked.connect(self._take_harder)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        super().show_own(own, known)
        families = families_in_order(e.family for e in known.values())
        ladders = [("", tr(OWN_LADDER)), *((family, family_words(family)) for family in families)]
        self.family.show_choices(ladders, own.family)
        levels = [(str(level), tr("Level {n}", n=level)) for level in LEVELS]
        self.level.show_choices(levels, str(own.level))
        others = [("", tr_in("no exercise", NONE)), *exercises_in_order(known)]
        self.easier.show_choices(others, own.easier_id or "")
        self.harder.show_choices(others, own.harder_id or "")

    def _take_family(self, family: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, family=family))

    def _take_level(self, level: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, level=int(level)))

    def _take_easier(self, exercise_id: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, easier_id=exercise_id or None))

    def _take_harder(self, exercise_id: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, harder_id=exercise_id or None))


def exercises_in_order(known: Mapping[str, Exercise]) -> Choices:
    """Ids and names, family by family, easy to hard."""
    families = families_in_order(e.family for e in known.values())
    return [
        (exercise.id, exercise.name)
        for family in families
        for exercise in sorted(known.values(), key=_by_level)
        if exercise.family == family
    ]


def _by_level(exercise: Exercise) -> tuple[int, str]:
    return exercise.level, exercise.name
