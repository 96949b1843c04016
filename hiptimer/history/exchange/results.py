"""What exporting, importing, backing up and restoring say about themselves."""

from datetime import date, datetime
from pathlib import Path

import msgspec

from hiptimer.model.words import joined, plural


class Chosen(msgspec.Struct, frozen=True):
    """Which sessions to export: all, those of `ids`, or those begun on the local day `since` and
    later. A session that is running is never among them.
    """

    ids: tuple[str, ...] | None = None
    since: date | None = None


class Exported(msgspec.Struct, frozen=True):
    """`file` is what was written. `left_out` says in words which sessions are not in it."""

    file: Path
    sessions: int
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return f"{self.file}: {plural(self.sessions, 'session')}."


class Preview(msgspec.Struct, frozen=True):
    """What an import would bring; nothing is written yet.

    `here` are those that would change nothing, `stay_deleted` of them because they are deleted
    here, which only an import with `undelete` changes; `changed` those that would change the copy
    that is here; `deleted` of the new ones carry the mark of a deletion. Lines are words about
    one file or session each: `unreadable` ones are faults, `passed_over` ones are not.
    """

    sources: tuple[Path, ...]
    new: int = 0
    here: int = 0
    changed: int = 0
    deleted: int = 0
    stay_deleted: int = 0
    unreadable: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()

    @property
    def brings(self) -> int:
        """How many sessions applying it would add or change."""
        return self.new + self.changed

    @property
    def words(self) -> str:
        """Such as "12 new, 3 already here, 1 with changes, 2 unreadable"."""
        parts = [f"{self.new} new"]
        if self.deleted:
            parts[0] += f" ({self.deleted} of them deleted)"
        parts.append(f"{self.here} already here")
        if self.stay_deleted:
            parts[1] += f" ({self.stay_deleted} of them deleted)"
        parts.append(f"{self.changed} with changes")
        parts.append(f"{len(self.unreadable)} unreadable")
        if self.passed_over:
            parts.append(f"{len(self.passed_over)} passed over")
        return ", ".join(parts)


class Imported(msgspec.Struct, frozen=True):
    """What an import has brought."""

    new: int
    changed: int

    @property
    def words(self) -> str:
        if not self.new + self.changed:
            return "Nothing new."
        parts = [f"{plural(self.new, 'session')} added"] if self.new else []
        if self.changed:
            parts.append(f"{plural(self.changed, 'session')} changed")
        return f"{joined(parts)}."


class LastImport(msgspec.Struct, frozen=True):
    """The import that can be taken back. `at` is its time in UTC."""

    at: datetime
    new: int
    changed: int


class Undone(msgspec.Struct, frozen=True):
    """`deleted` were new and are marked as deleted; `reverted` are as they were before. Those
    that were edited since the import stay as they are: `kept`.
    """

    deleted: int
    reverted: int
    kept: int

    @property
    def words(self) -> str:
        parts = []
        if self.deleted:
            parts.append(f"{plural(self.deleted, 'session')} deleted")
        if self.reverted:
            parts.append(f"{plural(self.reverted, 'session')} as before")
        if self.kept:
            parts.append(f"{plural(self.kept, 'session')} edited since and kept")
        return f"{joined(parts)}." if parts else "There was nothing left to take back."


class BackedUp(msgspec.Struct, frozen=True):
    """`own_files` are exercises, poses and routines of the person's own, `left_out` the names of
    those whose names are none in other systems.
    """

    file: Path
    sessions: int
    own_files: int
    settings: bool
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        parts = [plural(self.sessions, "session"), plural(self.own_files, "file") + " of your own"]
        if self.settings:
            parts.append("your settings")
        return f"{self.file}: {joined(parts)}."


class RestorePreview(msgspec.Struct, frozen=True):
    """What a restore would do; nothing is written yet. Names are those in the backup."""

    file: Path
    made_at: datetime
    history: Preview
    new_files: tuple[str, ...] = ()
    different_files: tuple[str, ...] = ()
    settings_differ: bool = False

    @property
    def brings(self) -> bool:
        """Whether applying it would change anything."""
        files = self.new_files or self.different_files
        return bool(self.history.brings or files or self.settings_differ)

    @property
    def lines(self) -> tuple[str, ...]:
        lines = [f"Sessions: {self.history.words}."]
        if self.new_files:
            lines.append(f"Added: {', '.join(self.new_files)}.")
        if self.different_files:
            names = ", ".join(self.different_files)
            lines.append(f"Replaced, with a dated copy of yours kept beside: {names}.")
        if self.settings_differ:
            lines.append("Settings: different from yours.")
        return tuple(lines)


class Restored(msgspec.Struct, frozen=True):
    """`copies` are the files that were there before, under their dated names."""

    history: Imported
    files: int
    settings: bool
    copies: tuple[Path, ...] = ()

    @property
    def words(self) -> str:
        parts = [self.history.words]
        if self.files:
            parts.append(f"{plural(self.files, 'file')} of your own restored.")
        if self.settings:
            parts.append("Settings restored.")
        parts += [f"The one before is kept as {copy}." for copy in self.copies]
        return " ".join(parts)
