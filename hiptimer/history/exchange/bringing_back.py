"""Files of a backup back in their places; what was there and is different stays beside them."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from hiptimer.history.exchange.belongings import SETTINGS, Belongings
from hiptimer.history.exchange.restoring import Backup
from hiptimer.model.ordinary import read_ordinary
from hiptimer.model.saving import write_atomically


class Compared(msgspec.Struct, frozen=True):
    """The files of a backup beside those that are here, by name."""

    new: tuple[str, ...]
    different: tuple[str, ...]

    @property
    def settings_differ(self) -> bool:
        return SETTINGS in self.new or SETTINGS in self.different

    @property
    def new_own(self) -> tuple[str, ...]:
        return tuple(name for name in self.new if name != SETTINGS)

    @property
    def different_own(self) -> tuple[str, ...]:
        return tuple(name for name in self.different if name != SETTINGS)


def compared(backup: Backup, belongings: Belongings) -> Compared:
    """Raises OSError."""
    new, different = [], []
    for name in backup.names:
        place = belongings.place_of(name)
        if not place.exists():
            new.append(name)
        elif read_ordinary(place) != backup.content(name):
            different.append(name)
    return Compared(tuple(new), tuple(different))


def bring_back(
    backup: Backup, names: Iterable[str], belongings: Belongings, now: datetime
) -> tuple[Path, ...]:
    """Write the files with these names; the dated copies of what was there. Raises OSError."""
    copies = []
    for name in names:
        place = belongings.place_of(name)
        if place.exists():
            copies.append(_kept_beside(place, now))
        write_atomically(place, backup.content(name))
    return tuple(copies)


def _kept_beside(place: Path, now: datetime) -> Path:
    """A copy whose name ends so that nobody takes it for an exercise or a routine."""
    name = f"{place.name}.before-restore-{now:%Y%m%d-%H%M%S}"
    copy, count = place.with_name(name), 1
    while copy.exists():
        count += 1
        copy = place.with_name(f"{name}-{count}")
    write_atomically(copy, read_ordinary(place))
    return copy
