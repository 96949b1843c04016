"""The sets of a session as they are looked at: by exercise, earlier attempts beside the last."""

import msgspec

from hiptimer.model.session import ExerciseRef, Session, SetRecord

Place = tuple[int, int, int, str, str]


class SetAndEarlier(msgspec.Struct, frozen=True):
    """A set that counts, and the attempts at it that were gone back to."""

    record: SetRecord
    earlier: tuple[SetRecord, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """All sets of one exercise, in the order of the session."""

    sets: tuple[SetAndEarlier, ...]

    @property
    def exercise(self) -> ExerciseRef:
        return self.first.exercise

    @property
    def first(self) -> SetRecord:
        return self.sets[0].record

    def first_sets(self, count: int) -> "Group":
        """At most `count` of them."""
        return Group(self.sets[:count])

    @property
    def records(self) -> tuple[SetRecord, ...]:
        return tuple(one.record for one in self.sets)

    @property
    def has_rounds(self) -> bool:
        return len({record.round for record in self.records}) > 1

    @property
    def has_numbers(self) -> bool:
        """Whether sets must be told apart by their number."""
        return len({record.set for record in self.records}) > 1


def grouped(session: Session) -> tuple[Group, ...]:
    """The sets by exercise, in the order in which the exercises came."""
    groups: dict[str, dict[Place, list[SetRecord]]] = {}
    for record in session.sets:
        attempts = groups.setdefault(record.exercise.id, {})
        attempts.setdefault(_place(record), []).append(record)
    return tuple(
        Group(tuple(SetAndEarlier(tries[-1], tuple(tries[:-1])) for tries in places.values()))
        for places in groups.values()
    )


def _place(record: SetRecord) -> Place:
    """What attempts at the same set share, as `Session.counting_sets` sees it."""
    return record.step, record.round, record.set, record.side.value, record.exercise.id
