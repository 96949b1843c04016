"""Everything a workout is made from: what the program ships, and what belongs to the person."""

import logging
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

import hiptimer
from hiptimer import resources
from hiptimer.app.choices import Choices
from hiptimer.app.data_place import gone_words
from hiptimer.app.languages import SOURCE
from hiptimer.app.now import local_now
from hiptimer.audio.voice import Voice
from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.history.recovery import as_seen, close_interrupted
from hiptimer.history.running import running_folder
from hiptimer.history.store import Store
from hiptimer.history.waiting import own_folder, take_in
from hiptimer.model.catalogue import Catalogue
from hiptimer.model.kept_catalogue import read_kept_catalogue
from hiptimer.model.routine import Routine
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.session import Outline, Session
from hiptimer.model.side import Side
from hiptimer.model.timeline import Timeline
from hiptimer.paths import Paths
from hiptimer.settings import Settings
from hiptimer.workout.fitting import Fitted, fit
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.proposal import proposed
from hiptimer.workout.self_check import without_end
from hiptimer.workout.sides import first_sides

log = logging.getLogger(__name__)

T = TypeVar("T")


class Past(msgspec.Struct, frozen=True):
    """What the history says about today: what was done lately, newest first, and which side went
    second last time. `sessions` is how many there are in all.
    """

    outlines: Sequence[Outline] = ()
    second_sides: Mapping[str, Side] = msgspec.field(default_factory=dict)
    sessions: int = 0


class Home:
    """`problems` collects words for a person about files that could not be used, and
    `is_past_unread` tells that the history was one. `choices` are given where the person has seen
    something by them already.
    """

    def __init__(self, paths: Paths, choices: Choices | None = None) -> None:
        self.paths = paths
        self.choices = choices or Choices(paths)
        self.language = self.choices.language
        self.catalogue = self._read_catalogue()
        self.is_past_unread = False
        self.problems: list[str] = [str(p) for p in self.catalogue.problems]
        self.problems += self.choices.unread
        self.voice = self._read_voice()
        self.problems += self.voice.problems

    def _read_catalogue(self) -> Catalogue:
        kept_in = self.paths.cache / "catalogue.json"
        folders = resources.assets(), self.paths.own_catalogue, self._texts_in()
        return read_kept_catalogue(kept_in, hiptimer.__version__, *folders)

    def _texts_in(self) -> Path | None:
        """Where the built-in exercises have their texts; None for those in their own files."""
        if self.language == SOURCE:
            return None
        return resources.assets() / "languages" / self.language

    def reread_catalogue(self) -> None:
        """A file of the person's own has changed."""
        self.catalogue = self._read_catalogue()

    def _read_voice(self) -> Voice:
        """The voice pack, and over it what was rendered for the person's own words.

        In a language without a pack there are tones and the screen.
        """
        return Voice.read(self.shipped_voice, self.own_voice)

    @property
    def shipped_voice(self) -> Path:
        """The folder of the voice pack in the language that is spoken."""
        return resources.assets() / "voice" / self.language

    @property
    def own_voice(self) -> Path:
        """Where what is rendered for the person's own words in that language lies."""
        return self.paths.cache / "voice" / self.language

    def reread_voice(self) -> None:
        """Words of the person's own were rendered, or are gone."""
        self.voice = self._read_voice()

    # --- settings ---

    @property
    def settings(self) -> Settings:
        """What the person chose, as it holds now."""
        return self.choices.settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        """Hold these until the end without saving them."""
        self.choices.settings = settings

    def reread_settings(self) -> None:
        """The file of the settings is another one now; see `Choices.reread`."""
        self._telling(self.choices.reread)

    def change_settings(self, **to: object) -> None:
        """Change some settings and save them; that they cannot be saved is told."""
        self._telling(partial(self.choices.change, **to))

    def _telling(self, change: Callable[[], None]) -> None:
        """Do `change`, and tell whether its outcome is kept where that is news."""
        before = self.choices.unsaved
        change()
        unsaved = self.choices.unsaved
        if unsaved != before:
            self.problems = [words for words in self.problems if words != before]
            if unsaved:
                self._tell(unsaved)

    # --- history ---

    def read_past(self) -> Past:
        """Bring the history in order and read it; an empty past with a problem if it cannot be.
        Where the chosen folder is gone none is made.
        """
        if self.paths.is_gone:
            self._tell(gone_words(self.paths))
            return Past()
        try:
            return self._read_in_order()
        except HistoryError as error:
            if not error.mendable:
                self._tell(str(error))
                return self._past_as_it_is()
        # Damage that is met only in reading: the next opening saves what can be saved.
        try:
            return self._read_in_order()
        except HistoryError as error:
            self._tell(str(error))
            return Past()

    def _read_in_order(self) -> Past:
        """Raises HistoryError."""
        opened = open_history(self.paths.history_file, now=local_now())
        if opened.told:
            self._tell(opened.told)
        with closing(Store(opened.connection)) as store:
            close_interrupted(store, running_folder(self.paths.history_file))
            for problem in take_in(self.waiting_folders(), store).problems:
                self._tell(problem)
            return Past(store.outlines(), store.last_sides(), store.count())

    def _past_as_it_is(self) -> Past:
        store = self._readable_store()
        if store is None:
            return Past()
        try:
            folder = running_folder(self.paths.history_file)
            outlines = as_seen(store.outlines(), folder)
            return Past(outlines, store.last_sides(), store.count())
        except HistoryError as error:
            self._tell_unread(error)
            return Past()
        finally:
            store.close()

    def read_sessions(self, *, may_mend: bool = True) -> list[Session]:
        """All sessions in full, newest first. With 1000 of them it takes some 0.2 s.

        Damage that is met is mended if it may be, as far as it can.
        """
        store = self._readable_store()
        if store is None:
            return []
        try:
            return as_seen(store.sessions(), running_folder(self.paths.history_file))
        except HistoryError as error:
            if not (error.mendable and may_mend):
                self._tell_unread(error)
                return []
        finally:
            store.close()
        self.read_past()
        return self.read_sessions(may_mend=False)

    def read_session(self, session_id: str) -> Session | None:
        """One session in full; None when it is not there or cannot be read."""
        return self._look_up(None, Store.session, session_id)

    def read_sessions_of(self, routine_id: str) -> list[Session]:
        """The sessions of one routine in full, newest first."""
        return self._look_up([], Store.sessions_of, routine_id)

    def _look_up(self, nothing: T, look: Callable[[Store, str], T], id_: str) -> T:
        """What `look` finds in the history, `nothing` when that cannot be read."""
        store = self._readable_store()
        if store is None:
            return nothing
        try:
            return look(store, id_)
        except HistoryError as error:
            self._tell(str(error))
            return nothing
        finally:
            store.close()

    def read_recent(self, exercise_ids: Iterable[str], newest: int) -> list[Session]:
        """The last sessions that say something of some exercises; see `Store.recent`."""
        store = self._readable_store()
        if store is None:
            return []
        try:
            return store.recent(exercise_ids, newest, SELF_CHECK)
        except HistoryError as error:
            self._tell(str(error))
            return []
        finally:
            store.close()

    def _readable_store(self) -> Store | None:
        """None when there is no history, or it cannot be read, which `read_past` has told."""
        try:
            connection = open_for_reading(self.paths.history_file)
        except HistoryError as error:
            self.is_past_unread = True
            log.warning("%s", error)
            return None
        return None if connection is None else Store(connection)

    def waiting_folders(self) -> tuple[Path, ...]:
        """Where a session waits while the history cannot be written, the best place first."""
        temporary = own_folder(Path(tempfile.gettempdir()), self.paths.data)
        return (self.paths.cache, temporary)

    def _tell_unread(self, error: HistoryError) -> None:
        self.is_past_unread = True
        self._tell(str(error))

    def _tell(self, problem: str) -> None:
        log.warning(problem)
        if problem not in self.problems:
            self.problems.append(problem)

    # --- workouts ---

    def timing(self, routine_id: str = "") -> Timing:
        """What a timeline laid out today depends on. The self-check is always at the same pace."""
        return Timing(
            self.settings.gaps,
            self.voice.table,
            {} if routine_id == SELF_CHECK else self.settings.paces,
            self.settings.voice,
            turn=local_now().toordinal(),
        )

    def proposed(self, past: Past) -> Routine | None:
        """The routine for today; None when there is none at all."""
        today, run_days = local_now().date(), self.settings.run_days
        return proposed(self.catalogue.routines, past.outlines, today, run_days)

    def lay_out(self, routine: Routine, past: Past) -> Timeline:
        sides = first_sides(routine, past.second_sides)
        timing = self.timing(routine.id)
        timeline = lay_out(routine, self.catalogue.exercises, timing, sides)
        return without_end(timeline) if routine.id == SELF_CHECK else timeline

    def fit(self, routine: Routine, past: Past, seconds: float) -> Fitted:
        """As much of a routine as is done in `seconds` today."""
        sides = first_sides(routine, past.second_sides)
        return fit(routine, self.catalogue.exercises, seconds, self.timing(), sides)
