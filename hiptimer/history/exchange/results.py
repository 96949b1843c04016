"""What exporting, importing, backing up and restoring say about themselves."""

from datetime import date, datetime
from pathlib import Path

import msgspec

from hiptimer.model.language import tr, tr_n
from hiptimer.model.past_words import sessions_words
from hiptimer.model.words import joined


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
        return tr("{file}: {sessions}.", file=self.file, sessions=sessions_words(self.sessions))


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
        parts = [_new_words(self.new, self.deleted), _here_words(self.here, self.stay_deleted)]
        # L: n is a number of sessions.
        parts.append(tr_n("{n} with changes", "{n} with changes", self.changed))
        # L: n is a number of sessions.
        parts.append(tr_n("{n} unreadable", "{n} unreadable", len(self.unreadable)))
        if self.passed_over:
            # L: n is a number of files.
            over = tr_n("{n} passed over", "{n} passed over", len(self.passed_over))
            parts.append(over)
        return ", ".join(parts)


def _new_words(new: int, deleted: int) -> str:
    if not deleted:
        # L: n is a number of sessions.
        return tr_n("{n} new", "{n} new", new)
    # L: n is a number of sessions.
    return tr_n(
        "{n} new ({deleted} of them deleted)",
        "{n} new ({deleted} of them deleted)",
        new,
        deleted=deleted,
    )


def _here_words(here: int, deleted: int) -> str:
    if not deleted:
        # L: n is a number of sessions.
        return tr_n("{n} already here", "{n} already here", here)
    # L: n is a number of sessions.
    return tr_n(
        "{n} already here ({deleted} of them deleted)",
        "{n} already here ({deleted} of them deleted)",
        here,
        deleted=deleted,
    )


class Imported(msgspec.Struct, frozen=True):
    """What an import has brought."""

    new: int
    changed: int

    @property
    def words(self) -> str:
        if not self.new + self.changed:
            return tr("Nothing new.")
        parts = []
        if self.new:
            parts.append(tr_n("{n} session added", "{n} sessions added", self.new))
        if self.changed:
            parts.append(tr_n("{n} session changed", "{n} sessions changed", self.changed))
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
            parts.append(tr_n("{n} session deleted", "{n} sessions deleted", self.deleted))
        if self.reverted:
            parts.append(tr_n("{n} session as before", "{n} sessions as before", self.reverted))
        if self.kept:
            kept = tr_n(
                "{n} session edited since and kept", "{n} sessions edited since and kept", self.kept
            )
            parts.append(kept)
        return f"{joined(parts)}." if parts else tr("There was nothing left to take back.")


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
        own = tr_n("{n} file of your own", "{n} files of your own", self.own_files)
        parts = [sessions_words(self.sessions), own]
        if self.settings:
            parts.append(tr("your settings"))
        # L: {things} is such as "12 sessions and 2 files of your own".
        return tr("{file}: {things}.", file=self.file, things=joined(parts))


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
        lines = [tr("Sessions: {changes}.", changes=self.history.words)]
        if self.new_files:
            lines.append(tr("Added: {names}.", names=", ".join(self.new_files)))
        if self.different_files:
            names = ", ".join(self.different_files)
            lines.append(
                tr("Replaced, with a dated copy of yours kept beside: {names}.", names=names)
            )
        if self.settings_differ:
            lines.append(tr("Settings: different from yours."))
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
            own = tr_n(
                "{n} file of your own restored.", "{n} files of your own restored.", self.files
            )
            parts.append(own)
        if self.settings:
            parts.append(tr("Settings restored."))
        parts += [tr("The one before is kept as {file}.", file=copy) for copy in self.copies]
        return " ".join(parts)
